import type {SearchEngine} from './engine';
import type {Matches} from './find';
import {mentions} from './mentions';
import type {Pagefind, PagefindHit} from './pagefind';
import {parts} from './query';

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
export async function findByParts(engine: SearchEngine, words: readonly string[]): Promise<Matches> {
  const {pagefind} = engine;
  const asked = await Promise.all(
    words.map(async (word) => ({word, hits: await pagesWithWord(pagefind, word)})),
  );
  const missing = asked.filter(({hits}) => hits.length === 0).map(({word}) => word);
  const pieces = await Promise.all(
    missing.flatMap(parts).map(async (word) => ({word, hits: await pagesWithWord(pagefind, word)})),
  );
  const found = [...asked, ...pieces].filter(({hits}) => hits.length > 0);
  const pages = engine.settings.pages;
  const single = found.map(({hits}) => ({hits, weight: rarity(hits.length, pages)}));
  const runs = await Promise.all(
    neighbours(asked).map(async (run): Promise<Part> => {
      const {results: hits} = await pagefind.search(
        `"${run.map(({word}) => word.replaceAll('"', '')).join(' ')}"`,
      );
      return {hits, weight: rarity(hits.length, pages)};
    }),
  );
  return {hits: best([...single, ...runs]), missing, words: found.map(({word}) => word)};
}

/** The pages that really have a word, by themselves or in a longer one. */
async function pagesWithWord(pagefind: Pagefind, word: string): Promise<PagefindHit[]> {
  const {results} = await pagefind.search(word);
  const page = await results[0]?.data();
  return page && mentions(page, word) ? results : [];
}

/** Each two and three words that stand side by side and are on pages. */
function neighbours<Asked extends {hits: PagefindHit[]}>(asked: readonly Asked[]): Asked[][] {
  return asked.flatMap((_, at) =>
    [2, 3].flatMap((length) => {
      const run = asked.slice(at, at + length);
      return run.length === length && run.every(({hits}) => hits.length > 0) ? [run] : [];
    }),
  );
}

// As search engines reckon it: nothing for what every page has, most for what one has.
function rarity(having: number, pages: number): number {
  return Math.log(1 + (Math.max(pages, having) - having + 0.5) / (having + 0.5));
}

function best(found: readonly Part[]): PagefindHit[] {
  const scores = new Map<string, {hit: PagefindHit; score: number}>();
  for (const {hits, weight} of found) {
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
