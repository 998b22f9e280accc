import type {LoadContext} from '@docusaurus/types';
import {dateLanguage} from '@opsbinder/core';

/** What of the site says how it speaks. */
export type Speech = Pick<LoadContext, 'codeTranslations' | 'i18n'>;

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

/**
 * A word with a number, in the form that the language has for it. Forms stand in the order of Docusaurus's own
 * plurals, separated by `|`.
 */
export function countWord(speech: Speech, id: string, message: string, count: number): string {
  const language = languageOf(speech);
  const forms = word(speech, id, message, {count: String(count)}).split('|');
  // English stands where there is no translation, whatever the language of the site.
  const rules = new Intl.PluralRules(speech.codeTranslations[id] === undefined ? 'en' : language);
  const {pluralCategories} = rules.resolvedOptions();
  const own = PLURALS.filter((plural) => pluralCategories.includes(plural)).indexOf(rules.select(count));
  return forms[Math.min(own, forms.length - 1)] ?? '';
}

const PLURALS: readonly Intl.LDMLPluralRule[] = ['zero', 'one', 'two', 'few', 'many', 'other'];

/** A civil date as the site's pages write it: `20 Nov 2026`. */
export function dateWord(speech: Speech, date: string): string {
  return new Intl.DateTimeFormat(dateLanguage(languageOf(speech)), {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${date}T00:00:00Z`));
}

/** The language of the site as a tag, such as `pt-BR`; English where its name is no tag. */
export function languageOf({i18n}: Pick<LoadContext, 'i18n'>): string {
  const name = i18n.localeConfigs[i18n.currentLocale]?.htmlLang ?? i18n.currentLocale;
  try {
    return Intl.getCanonicalLocales(name)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/** Which way the language is written. */
export function directionOf({i18n}: Pick<LoadContext, 'i18n'>): 'ltr' | 'rtl' {
  return i18n.localeConfigs[i18n.currentLocale]?.direction === 'rtl' ? 'rtl' : 'ltr';
}
