import type {LoadContext} from '@docusaurus/types';
import type {Words} from './worker/manifest.js';

/** What the worker says in English, as `client/words.ts` offers it for translation. */
export const ENGLISH: Words = {
  built: 'Offline copy, built on {date}.',
  undated: 'Offline copy.',
  missing: 'The page {path} cannot be reached, and there is no copy of it on this device.',
  retry: 'Try again',
  kept: 'Kept on this device: {count} pages',
  title: 'Offline',
};

/** The same in the language of the site. */
export function wordsOf({codeTranslations}: Pick<LoadContext, 'codeTranslations'>): Words {
  const entries = Object.entries(ENGLISH).map(([name, message]) => [
    name,
    codeTranslations[`opsbinder.offline.${name}`] ?? message,
  ]);
  return Object.fromEntries(entries) as unknown as Words;
}
