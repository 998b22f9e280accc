// Runs in the reader's browser, from a file: a classic script, with nothing to fetch.

/** A page as the script of the index has it: path, title, where it stands, other names, and its sections. */
export type IndexedPage = [
  file: string,
  title: string,
  place: string,
  names: string,
  sections: [id: string, heading: string, text: string][],
];

/** A page that answers, the section that does best, and what of its text to show. */
export interface Answer {
  page: IndexedPage;
  /** Undefined for the page as a whole. */
  section?: [id: string, heading: string];
  /** A piece of its text, in pieces; every second one is a hit. */
  excerpt: string[];
}

export interface Answers {
  answers: Answer[];
  /** How many pages answer; `answers` may be fewer. */
  count: number;
  /** No page has all the words; these have most of them. */
  isNearly: boolean;
}

interface FoldedPage {
  page: IndexedPage;
  title: string;
  sections: {heading: string; text: string}[];
  all: string;
}

/**
 * A text without case and accents, of the same length: what is found in it stands at the same place in the text.
 */
export function fold(text: string): string {
  return text.replace(/[\u0080-\uffff]/g, foldLetter).toLowerCase();
}

function foldLetter(letter: string): string {
  const folded = letter.normalize('NFD').charAt(0).toLowerCase();
  return folded.length === 1 ? folded : letter;
}

/** Readies the pages for {@link find}. */
export function foldPages(pages: readonly IndexedPage[]): FoldedPage[] {
  return pages.map((page) => {
    const [, title, place, names, sections] = page;
    const folded = sections.map(([, heading, text]) => ({heading: fold(heading), text: fold(text)}));
    const foldedTitle = fold(`${title} ${names} ${partsOf(`${title} ${names}`)}`);
    return {
      page,
      title: foldedTitle,
      sections: folded,
      all: [foldedTitle, fold(place), ...folded.map(({heading, text}) => `${heading} ${text}`)].join(' '),
    };
  });
}

/** The words that a name is put together from: `etcdNoLeader` is found by `leader`, too. */
function partsOf(text: string): string {
  const parts = text
    .replace(/(\p{Ll}|\p{N})(?=\p{Lu})/gu, '$1 ')
    .replace(/(\p{Lu})(?=\p{Lu}\p{Ll})/gu, '$1 ');
  return parts === text ? '' : parts;
}

/** The words of a query. What surrounds a word in a sentence is not part of it; what makes an option is. */
export function queryWords(query: string): string[] {
  const words = fold(query.normalize('NFC'))
    .split(/\s+/)
    .map((word) => word.replace(/^["'`“”‘’(]+(?=.)/, '').replace(/(.)["'`“”‘’),.;:!?]+$/, '$1'))
    .filter(Boolean);
  return words.filter((word, at) => words.indexOf(word) === at);
}

/** Where a word begins in a text that is folded; -1 where it does not. A word is found by its beginning. */
export function wordAt(text: string, word: string, from = 0): number {
  const startsWithLetter = isWordLetter(word.charAt(0));
  for (let at = text.indexOf(word, from); at !== -1; at = text.indexOf(word, at + 1)) {
    if (!startsWithLetter || at === 0 || !isWordLetter(text.charAt(at - 1))) return at;
  }
  return -1;
}

function isWordLetter(letter: string): boolean {
  return /[\p{L}\p{N}]/u.test(letter);
}

/**
 * Finds the pages that have all words of a query, those first that have them in their title, then in a heading. A
 * query that stands in a text as it was typed counts more than its words apart.
 */
export function find(pages: readonly FoldedPage[], query: string, limit = 30): Answers {
  const words = queryWords(query);
  if (words.length === 0) return {answers: [], count: 0, isNearly: false};
  const hits = pages.map((page) => words.filter((word) => wordAt(page.all, word) !== -1));
  let found = pages.filter((_, at) => hits[at]?.length === words.length);
  // A pasted message has times and names of its own.
  const most = Math.max(0, ...hits.map(({length}) => length));
  const isNearly = found.length === 0 && words.length > 2 && most >= words.length / 2;
  if (isNearly) found = pages.filter((_, at) => hits[at]?.length === most);
  const phrase = fold(query.normalize('NFC')).trim().replace(/\s+/g, ' ');
  const ranked = found
    .map((page, at) => ({page, at, ...judge(page, words, phrase)}))
    .sort((a, b) => b.score - a.score || a.at - b.at);
  return {
    answers: ranked.slice(0, limit).map(({page, best}) => answer(page, best, words, phrase)),
    count: found.length,
    isNearly,
  };
}

function judge(page: FoldedPage, words: readonly string[], phrase: string): {score: number; best: number} {
  let score = 100 * share(page.title, words) + (fold(page.page[1]) === phrase ? 200 : 0);
  if (words.length > 1 && page.title.includes(phrase)) score += 100;
  let best = -1;
  let bestScore = 0;
  page.sections.forEach(({heading, text}, index) => {
    const whole = words.length > 1 && (text.includes(phrase) || heading.includes(phrase)) ? 60 : 0;
    const own = 30 * share(heading, words) + 10 * share(`${heading} ${text}`, words) + whole;
    if (own <= bestScore) return;
    best = index;
    bestScore = own;
  });
  score += bestScore;
  return {score, best};
}

function share(text: string, words: readonly string[]): number {
  return words.filter((word) => wordAt(text, word) !== -1).length / words.length;
}

const BEFORE = 60;
const LENGTH = 220;

function answer(
  {page, title, sections}: FoldedPage,
  best: number,
  words: readonly string[],
  phrase: string,
): Answer {
  const [, , , , texts] = page;
  // Where the title says it all, the page begins at its beginning.
  const isTitle = share(title, words) === 1 && !(sections[best]?.text.includes(phrase) && words.length > 1);
  const at = isTitle ? 0 : best;
  const [id = '', heading = '', text = ''] = texts[at] ?? [];
  const folded = sections[at]?.text ?? '';
  const first = firstHit(folded, words, phrase);
  let start = Math.max(0, first - BEFORE);
  if (start > 0) start = text.indexOf(' ', start) + 1 || start;
  const end = Math.min(text.length, start + LENGTH);
  const excerpt = split(text.slice(start, end), folded.slice(start, end), words);
  if (start > 0) excerpt[0] = `… ${excerpt[0]}`;
  if (end < text.length) excerpt[excerpt.length - 1] += ' …';
  return {page, ...(id && !isTitle && {section: [id, heading] as [string, string]}), excerpt};
}

function firstHit(text: string, words: readonly string[], phrase: string): number {
  const whole = text.indexOf(phrase);
  if (whole !== -1) return whole;
  const hits = words.map((word) => wordAt(text, word)).filter((at) => at !== -1);
  return hits.length > 0 ? Math.min(...hits) : 0;
}

/** Cuts a text at its hits: text, hit, text, hit, text. */
export function split(text: string, folded: string, words: readonly string[]): string[] {
  const pieces: string[] = [];
  let done = 0;
  for (;;) {
    let [start, end] = [-1, -1];
    for (const word of words) {
      const at = wordAt(folded, word, done);
      const isNext = at !== -1 && (start === -1 || at < start || (at === start && at + word.length > end));
      if (isNext) [start, end] = [at, at + word.length];
    }
    if (start === -1) break;
    pieces.push(text.slice(done, start), text.slice(start, end));
    done = end;
  }
  pieces.push(text.slice(done));
  return pieces;
}
