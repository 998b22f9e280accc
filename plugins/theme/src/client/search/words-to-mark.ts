/**
 * The words to mark on a page that is opened from a result. They travel beside the address, so that links stay as
 * they are: in memory to the page, and from there in its entry of the browser's history, where they outlive a
 * reload and are found again on the way back.
 */

const KEY = 'opsbinderMarks';

interface Waiting {
  url: string;
  words: readonly string[];
}

let waiting: Waiting | undefined;

/** Words to mark, and whether the reader has just come for them. */
export interface WordsToMark {
  words: readonly string[];
  isNew: boolean;
}

/** Says what is to be marked on the page that is about to be opened. */
export function handOver(url: string, words: readonly string[]): void {
  waiting = {url, words};
}

/** What is to be marked on the page that is open. Asked again, it says the same, but no longer that it is new. */
export function wordsToMark(): WordsToMark | undefined {
  const {pathname, search, hash} = window.location;
  const words = waiting?.url === pathname + search + hash ? waiting.words : undefined;
  waiting = undefined;
  if (words) keep(words);
  const kept: unknown = window.history.state?.[KEY];
  const known = Array.isArray(kept) ? kept.filter((word) => typeof word === 'string') : [];
  return known.length === 0 ? undefined : {words: known, isNew: words !== undefined};
}

/** Marks nothing any more here, also after a reload. */
export function forgetWords(): void {
  keep(undefined);
}

function keep(words: readonly string[] | undefined): void {
  window.history.replaceState({...window.history.state, [KEY]: words}, '');
}
