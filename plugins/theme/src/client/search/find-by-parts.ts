import type {SearchEngine} from './engine';
import type {Matches} from './find';
import {exactly, mentions} from './mentions';
import type {Pagefind, PagefindHit} from './pagefind';
import {namesIn, quoted} from './paste';
import {parts, queryWords, toSearchTerms} from './query';

/** A word or a run of words, and the pages that have it. */
interface Part {
  hits: PagefindHit[];
  /** How much it says that a page has it: the rarer, the more. */
  weight: number;
}

// Pages with less than this share of what the best page has are no answers.
const ENOUGH = 0.5;

/**
 * Finds the pages with most of the words, rare ones counting most: for a pasted log line, of which a page has the
 * message but not the time, and for words of which no page has all. Words that stand side by side on a page as they
 * do in the question count once more.
 */
export async function findByParts(engine: SearchEngine, typed: string): Promise<Matches> {
  const {pagefind, settings} = engine;
  // Of `alertname=X` each side is a word.
  const text = toSearchTerms(typed, settings.includeCharacters).at(-1) ?? '';
  const names = namesIn(typed);
  const asked = [...queryWords(text), ...names.filter((name) => !queryWords(text).includes(name))];
  const words = await Promise.all(
    asked.map(async (word) => ({word, hits: await pagesWithWord(pagefind, word)})),
  );
  const missing = words.flatMap(({word, hits}) => (hits.length === 0 ? [word] : []));
  const pieces = await Promise.all(
    [...new Set(missing.flatMap(parts).filter(isName))].map(async (word) => ({
      word,
      hits: await exactly(pagefind, word),
    })),
  );
  const runs = await Promise.all([
    ...neighbours(words).map(async (run) => ({hits: await exactly(pagefind, run), times: ONCE})),
    ...quoted(typed).map(async (message) => ({
      hits: await pagesWithMessage(pagefind, message),
      times: TWICE,
    })),
  ]);
  const weigh = (hits: PagefindHit[], times: number): Part => ({
    hits,
    weight: times * rarity(hits.length, settings.pages),
  });
  const found = [
    ...words.map(({word, hits}) => weigh(hits, names.includes(word) ? FOUR_TIMES : ONCE)),
    ...pieces.map(({hits}) => weigh(hits, HARDLY)),
    ...runs.map(({hits, times}) => weigh(hits, times)),
  ];
  return {
    hits: best(found),
    missing: missing.filter((word) => !names.includes(word) || queryWords(text).includes(word)),
    words: [...words, ...pieces].flatMap(({word, hits}) => (hits.length > 0 ? [word] : [])),
  };
}

// How much of its rarity a part brings: a name is what a paste is about, and what is quoted is the message, while a
// piece of a word that no page has, such as that of a pod, may be on any page.
const FOUR_TIMES = 4;
const TWICE = 2;
const ONCE = 1;
const HARDLY = 0.25;

/** The pages that really have a word, by itself or at the beginning of a longer one. */
async function pagesWithWord(pagefind: Pagefind, word: string): Promise<PagefindHit[]> {
  const {results} = await pagefind.search(word);
  const [best] = results;
  return best && (await mentions(pagefind, best, word)) ? results : [];
}

function pagesWithMessage(pagefind: Pagefind, message: string): Promise<PagefindHit[]> {
  return message.includes(' ') ? exactly(pagefind, message) : pagesWithWord(pagefind, message);
}

// The numbers of a time or an address are on many pages, and mean another thing on each.
function isName(piece: string): boolean {
  return piece.length > 2 && /^\p{L}+$/u.test(piece);
}

/** Each two and three words that stand side by side and are on pages. */
function neighbours(words: readonly {word: string; hits: PagefindHit[]}[]): string[] {
  return words.flatMap((_, at) =>
    [2, 3].flatMap((length) => {
      const run = words.slice(at, at + length);
      const isRun = run.length === length && run.every(({hits}) => hits.length > 0);
      return isRun ? run.map(({word}) => word).join(' ') : [];
    }),
  );
}

// As search engines reckon it: nothing for what every page has, most for what one has.
function rarity(having: number, pages: number): number {
  return Math.log(1 + (Math.max(pages, having) - having + 0.5) / (having + 0.5));
}

function best(found: readonly Part[]): PagefindHit[] {
  const scores = new Map<string, {hit: PagefindHit; score: number}>();
  // What says most comes first: the excerpt of a page is taken from there.
  for (const {hits, weight} of [...found].sort((a, b) => b.weight - a.weight)) {
    const top = Math.max(...hits.map(({score}) => score), 0);
    for (const hit of hits) {
      const page = scores.get(hit.id) ?? {hit, score: 0};
      // Among pages with the same words, those first that say them more.
      page.score += weight * (1 + (top > 0 ? hit.score / top : 0) / 4);
      scores.set(hit.id, page);
    }
  }
  const pages = [...scores.values()].sort((a, b) => b.score - a.score);
  const least = (pages[0]?.score ?? 0) * ENOUGH;
  return pages.filter(({score}) => score >= least).map(({hit}) => hit);
}
