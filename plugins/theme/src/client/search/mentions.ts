import {matchedWords} from './matched-words';
import type {Pagefind, PagefindHit} from './pagefind';
import {squash} from './query';

/**
 * Whether a page that was found by a word really has it: whole, at the beginning of a longer one, or in another form.
 * In place of a word that no page has, Pagefind takes the longest word in the index that it begins with: `postgres`
 * finds every `post`. A word in quotes it takes as it is, but for its ending.
 */
export async function mentions(pagefind: Pagefind, hit: PagefindHit, word: string): Promise<boolean> {
  const page = await hit.data();
  const wanted = squash(word);
  // Not the locations of the page: it is one object for all searches that are under way.
  const texts = [...matchedWords(page, hit.words), ...Object.values(page.meta)];
  return texts.some((text) => squash(text).includes(wanted)) || (await exactly(pagefind, word)).length > 0;
}

/** The pages with words side by side, in this form or another of the same stem. */
export async function exactly(pagefind: Pagefind, words: string): Promise<PagefindHit[]> {
  return (await pagefind.search(`"${words.replaceAll('"', '')}"`)).results;
}
