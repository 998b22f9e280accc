import type {LoadContext} from '@docusaurus/types';

/**
 * A word in the language of the site: from its `code.json`, where the theme's words are, else as it is here. For what
 * is written while the site is built and not by its pages.
 *
 * @param id as the theme has it
 * @param message in English, with `{name}` for each value
 */
export function word(
  {codeTranslations}: Pick<LoadContext, 'codeTranslations'>,
  id: string,
  message: string,
  values: Readonly<Record<string, string>> = {},
): string {
  return (codeTranslations[id] ?? message).replace(
    /\{(\w+)\}/g,
    (whole, name: string) => values[name] ?? whole,
  );
}
