/**
 * The words to mark on a page that is opened from a result. They travel beside the address, so that links stay as
 * they are: in memory to the page, and from there in its entry of the browser's history, where they outlive a
 * reload and are found again on the way back.
 */

const KEY = 'opsbinderMarks';

/** What was looked for. */
export interface Words {
  /** As somebody typed it. */
  typed: readonly string[];
  /** As the page says it, where that differs: in another form of the word, or as a part of a longer one. */
  forms: readonly string[];
}

/** Words to mark, and whether the reader has just come for them. */
export interface WordsToMark extends Words {
  isNew: boolean;
}

let waiting: {url: string; words: Words} | undefined;

/** Says what is to be marked on the page that is about to be opened. */
export function handOver(url: string, words: Words): void {
  waiting = {url, words};
}

/** What is to be marked on the page that is open. Asked again, it says the same, but no longer that it is new. */
export function wordsToMark(): WordsToMark | undefined {
  const {pathname, search, hash} = window.location;
  const words = waiting?.url === pathname + search + hash ? waiting.words : undefined;
  waiting = undefined;
  if (words) keep(words);
  const {typed, forms} = (window.history.state?.[KEY] ?? {}) as Partial<Words>;
  return Array.isArray(typed) && Array.isArray(forms)
    ? {typed, forms, isNew: words !== undefined}
    : undefined;
}

/** Marks nothing any more here, also after a reload. */
export function forgetWords(): void {
  keep(undefined);
}

function keep(words: Words | undefined): void {
  window.history.replaceState({...window.history.state, [KEY]: words}, '');
}
