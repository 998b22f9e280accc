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
  /** Words in quotes, if nothing else was asked: they are meant side by side. */
  phrase?: string;
}

/** Words to mark, and whether the reader has just come for them. */
export interface WordsToMark extends Words {
  isNew: boolean;
}

let waiting: {url: string; words: Words} | undefined;
// What is marked on the page that is open, and its address without a hash.
let shown: {page: string; words: Words} | undefined;

/** Says what is to be marked on the page that is about to be opened. */
export function handOver(url: string, words: Words): void {
  waiting = {url, words};
  // On the way back here it shall be known that this place was not one of those words.
  if (window.history.state?.[KEY] === undefined) keep(null);
}

/**
 * What is to be marked on the page that is open. Asked again, it says the same, but no longer that it is new; also after
 * a link within the page.
 */
export function wordsToMark(): WordsToMark | undefined {
  const {pathname, search, hash} = window.location;
  const page = pathname + search;
  const words = waiting?.url === page + hash ? waiting.words : undefined;
  waiting = undefined;
  const isFreshEntry = window.history.state?.[KEY] === undefined;
  if (words) keep(words);
  else if (isFreshEntry && shown?.page === page) keep(shown.words);
  const kept = readWords();
  shown = kept && {page, words: kept};
  return kept && {...kept, isNew: words !== undefined};
}

/** Marks nothing any more here, also after a reload. */
export function forgetWords(): void {
  shown = undefined;
  keep(null);
}

function readWords(): Words | undefined {
  const {typed, forms, phrase} = (window.history.state?.[KEY] ?? {}) as Partial<Words>;
  if (!Array.isArray(typed) || !Array.isArray(forms)) return undefined;
  return {typed, forms, ...(typeof phrase === 'string' && {phrase})};
}

function keep(words: Words | null): void {
  window.history.replaceState({...window.history.state, [KEY]: words}, '');
}
