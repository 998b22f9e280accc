import {dateLanguage} from '@opsbinder/core';

/** What the copy itself says, in the language of its pages. */
export type Words = Record<keyof typeof ENGLISH, string>;

const ENGLISH = {
  allPages: 'All pages and search',
  title: 'All pages',
  searchLabel: 'Search the text of all pages',
  searchHint: 'All words must be found. Commands and error messages can be pasted as they are.',
  overviews: 'Overviews',
  otherPages: 'Pages',
  tier: 'Tier {tier}',
  copy: 'This is a copy as of {date}. States of review are those of that day; what has changed since is not in it.',
  copyUndated:
    'This is a copy. It is not known when it was made; what has changed since, and which reviews are due, is not in it.',
  note: 'Copy.',
  about: 'About this copy',
  age: 'It is {days} days old.',
  due: 'The review of this page was due on {date}.',
  overdue: 'Overdue',
  copyCode: 'Copy',
  copied: 'Copied as it stands',
  copiedBlanks: 'Copied with blanks to fill in',
  notCopied: 'Select the text and copy it',
  results: '{count} pages',
  oneResult: '1 page',
  nothing: 'No page has these words.',
  nearly: 'No page has all of these words. Pages with most of them:',
} as const;

/**
 * The words in a language, by the ids `opsbinder.copy.…` of its `code.json`; English where it has none.
 *
 * @param translations what the site has for the language
 */
export function wordsOf(translations: Readonly<Record<string, string>>): Words {
  return Object.fromEntries(
    Object.entries(ENGLISH).map(([key, english]) => [key, translations[`opsbinder.copy.${key}`] ?? english]),
  ) as Words;
}

/** A civil date as readers of a language write it. */
export function dateWords(date: string, language: string): string {
  return new Intl.DateTimeFormat(dateLanguage(language), {dateStyle: 'long', timeZone: 'UTC'}).format(
    new Date(`${date}T00:00Z`),
  );
}

/** Puts values into words. */
export function fillWords(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
