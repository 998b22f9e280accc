import type {Pagefind, PagefindHit, PagefindPage} from './pagefind';

/** The pages that answer a query, best first, and the words of it that no page has. */
export interface Found {
  hits: PagefindHit[];
  missing: string[];
}

/**
 * Finds the pages that have all the words typed. In place of a word that no page has, Pagefind takes the longest
 * word in the index that it begins with: `archive` finds every `a`. Such pages are no answer, so the word is
 * looked for in its parts and, where these are missing too, left out and named. This is also what lets a whole
 * error message be pasted, with the one pod name or time in it that no page can have.
 *
 * @param typed the query as typed; words in double quotes are looked for as a phrase
 * @param includeCharacters characters that belong to words in this index
 */
export async function findPages(
  pagefind: Pick<Pagefind, 'search'>,
  typed: string,
  includeCharacters = '',
): Promise<Found> {
  const term = toSearchTerm(typed, includeCharacters);
  if (/^".+"$/.test(term)) return {hits: (await pagefind.search(term)).results, missing: []};

  const typedWords = term.split(' ').filter(Boolean);
  const missing = new Set<string>();
  let words = typedWords;
  while (words.length > 0) {
    const {results: hits} = await pagefind.search(words.join(' '));
    const best = await hits[0]?.data();
    const absent = new Set(
      best ? words.filter((word) => !mentions(best, word)) : await unknownWords(pagefind, words),
    );
    if (absent.size === 0) return {hits, missing: [...missing]};
    for (const word of typedWords) if (absent.has(word)) missing.add(word);
    words = words.flatMap((word) => (absent.has(word) ? parts(word) : [word]));
  }
  return {hits: [], missing: [...missing]};
}

/**
 * What is asked of the index for what somebody typed. Pagefind takes punctuation out of a query but not
 * symbols, so `app=web`, `$HOME` or a command with a pipe in it would find nothing; they part words here.
 */
export function toSearchTerm(typed: string, includeCharacters = ''): string {
  return typed
    .replace(/\p{S}/gu, (symbol) => (includeCharacters.includes(symbol) ? symbol : ' '))
    .replace(/\s+/g, ' ')
    .trim();
}

/** Those of the words that are on no page even when looked for alone. */
async function unknownWords(pagefind: Pick<Pagefind, 'search'>, words: readonly string[]): Promise<string[]> {
  const unknown: string[] = [];
  for (const word of words) {
    const {results} = await pagefind.search(word);
    const best = await results[0]?.data();
    if (!best || !mentions(best, word)) unknown.push(word);
  }
  return unknown;
}

/** The words in a term such as `node.example.com/path`, without bits too short to mean anything. */
function parts(term: string): string[] {
  return term.split(/\p{P}+/u).filter((part) => part.length > 2 && part !== term);
}

/** Whether a page really has a word, in this form or another of the same stem. */
function mentions(page: PagefindPage, word: string): boolean {
  // Only of scripts with spaces between words can it be told which word stands where.
  if (!/^[\p{Script=Latin}\p{N}\p{P}\p{S}\p{M}]+$/u.test(word)) return true;
  const words = page.content.split(/\s+/);
  const matched = page.locations.map((location) => words[location] ?? '');
  const stem = roughStem(bare(word));
  return [...matched, ...Object.values(page.meta)].some((text) => bare(text).includes(stem));
}

// Stemming changes the end of a word, seldom more than the second half of it: `stopping` and `stop`. Numbers,
// versions and addresses have no such forms.
function roughStem(word: string): string {
  return /\p{N}/u.test(word) ? word : word.slice(0, Math.max(3, Math.floor(word.length / 2)));
}

function bare(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\p{M}\p{P}]/gu, '')
    .toLowerCase();
}
