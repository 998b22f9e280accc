import type {Root} from 'mdast';
import type {Finding} from './findings.js';
import {placeholderSettings} from './placeholder-settings.js';
import {isSecretName} from './placeholders.js';
import type {YamlTree} from './yaml-tree.js';

/** A blank as a page asks for it: its name, and what front matter says of it. */
export interface PageBlank {
  /** By which every place of the page where it stands is the same blank. */
  key: string;
  /** As it is first written, without its signs. */
  name: string;
  description?: string;
  /** Filled in until the reader gives another. */
  default?: string;
  /** The values to choose from; undefined where any will do. */
  options?: string[];
  /** A regular expression that the whole value must match. */
  pattern?: string;
  /** Whether it is kept out of the browser's storage and of addresses. */
  secret?: boolean;
}

/**
 * Reads what a page's reader has to fill in.
 *
 * @param frontMatter the page's, for what `placeholders` says; undefined for a page without
 * @param page its file, for findings, and its Markdown
 * @returns the blanks of its code, each once, in order of appearance, and what is wrong with the settings
 */
export function pageBlanks(
  frontMatter: YamlTree | undefined,
  page: {source: string; tree: Root},
): {blanks: PageBlank[]; findings: Finding[]} {
  const {settings, placeholders, findings} = placeholderSettings(frontMatter, page);
  const byKey = new Map(settings.map((setting) => [setting.key, setting]));
  const blanks = placeholders.map(({key, name}): PageBlank => {
    const setting = byKey.get(key);
    return {
      key,
      name,
      ...(setting?.description !== undefined && {description: setting.description}),
      ...(setting?.default !== undefined && {default: setting.default}),
      ...(setting && setting.options.length > 0 && {options: setting.options}),
      ...(setting?.pattern !== undefined && {pattern: setting.pattern}),
      ...((setting?.secret ?? isSecretName(name)) && {secret: true}),
    };
  });
  return {blanks, findings};
}
