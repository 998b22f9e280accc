import type {SearchEngine} from './engine';
import {countValues, type Facets, loadFacets, pagesWith, within} from './facets';
import {findByParts} from './find-by-parts';
import {mentions} from './mentions';
import type {PagefindHit} from './pagefind';
import {queryWords, toSearchTerms} from './query';
import {rankByMeaning} from './rank';

/** What is asked. */
export interface Question {
  typed: string;
  /** Chosen values by filter; those of one filter are alternatives, filters add up. */
  filters?: Record<string, string[]>;
  sort?: 'relevance' | 'reviewed';
  /** Whether to count the values of filters, which loads all filter files. */
  count?: boolean;
}

/** The pages that answer a question. */
export interface Found {
  /** Best first. */
  hits: PagefindHit[];
  /** Words that were left out because no page has them. */
  missing: string[];
  /** The words that were found, as typed. */
  words: string[];
  /** With `count`: pages by filter and value. A filter's own choice does not narrow its own counts. */
  counts?: Record<string, Record<string, number>>;
  /** Addresses of the other sites that have not answered. */
  silent: string[];
}

/** Pages in order, and what of the words they were found by. */
export interface Matches {
  hits: PagefindHit[];
  missing: string[];
  words: string[];
}

/**
 * Finds the pages that answer a question. Without a word typed, these are all that its filters let through.
 *
 * 1. Pages with all the words, those first that have them side by side.
 * 2. Where there are none, as with a pasted log line, the pages with most of what is rare in it.
 * 3. Of the first few it is read whether they are called so, or have a heading or a line like that: these go first.
 * 4. What is deprecated or of an older version comes last.
 */
export async function findPages(engine: SearchEngine, question: Question): Promise<Found> {
  const {filters = {}, sort = 'relevance', count = false} = question;
  const needsFacets = count || sort === 'reviewed' || Object.keys(filters).length > 0;
  const [facets, matches] = await Promise.all([
    needsFacets ? loadFacets(engine) : undefined,
    findWords(engine, question.typed),
  ]);
  const chosen = withServedVersions(engine, filters);
  const pages = facets ? (matches?.hits ?? facets.all) : (matches?.hits ?? []);
  const left = facets ? within(pages, chosen, facets) : await withoutOthers(engine, pages);
  const ranked =
    sort === 'reviewed' && facets ? newestFirst(left, facets) : await rankByMeaning(left, question.typed);
  return {
    hits: await lastOnesLast(engine, ranked),
    missing: matches?.missing ?? [],
    words: matches?.words ?? [],
    ...(count && facets && {counts: countValues(pages, chosen, facets)}),
    silent: [...engine.silent],
  };
}

async function findWords(engine: SearchEngine, typed: string): Promise<Matches | undefined> {
  const terms = toSearchTerms(typed, engine.settings.includeCharacters);
  if (!terms.some(isTerm)) return undefined;
  for (const term of terms) {
    const matches = isTerm(term) && (await findAllWords(engine, term));
    if (matches) return matches;
  }
  return findByParts(engine, typed);
}

function isTerm(term: string): boolean {
  return queryWords(term).length > 0;
}

/** The pages with all the words; undefined where there is none. */
async function findAllWords(engine: SearchEngine, term: string): Promise<Matches | undefined> {
  const {pagefind} = engine;
  const words = queryWords(term);
  if (/^"[^"]+"$/.test(term)) return {hits: (await pagefind.search(term)).results, missing: [], words};
  const [{results: all}, phrase] = await Promise.all([
    pagefind.search(words.join(' ')),
    sideBySide(engine, term),
  ]);
  const [best] = all;
  const has = best ? await Promise.all(words.map((word) => mentions(best, word))) : [false];
  if (has.includes(false)) return undefined;
  const together = new Set(phrase.map(({id}) => id));
  return {
    hits: mix(
      all.filter(({id}) => together.has(id)),
      all,
    ),
    missing: [],
    words,
  };
}

/**
 * Pages that have the words side by side before the others; only a few of the best at all stand among the first, since
 * a page may be called so in one word.
 */
function mix(together: readonly PagefindHit[], all: readonly PagefindHit[]): PagefindHit[] {
  return [...new Set([...together.slice(0, 5), ...all.slice(0, 5), ...together, ...all])];
}

async function sideBySide({pagefind}: SearchEngine, term: string): Promise<PagefindHit[]> {
  return term.includes(' ') ? (await pagefind.search(`"${term.replaceAll('"', '')}"`)).results : [];
}

/** The filters, with the docs versions that answer where nobody chose one. */
function withServedVersions({settings: {versions}}: SearchEngine, filters: Record<string, string[]>) {
  return versions && !filters.version ? {...filters, version: versions.served} : filters;
}

/** Takes away what is of docs versions that nobody asked for. */
async function withoutOthers(engine: SearchEngine, hits: PagefindHit[]): Promise<PagefindHit[]> {
  const {versions} = engine.settings;
  const others = versions?.all.filter(({name}) => !versions.served.includes(name)) ?? [];
  const away = await Promise.all(others.map(({name}) => pagesWith(engine, 'version', name)));
  return hits.filter(({id}) => !away.some((pages) => pages.has(id)));
}

async function lastOnesLast(engine: SearchEngine, hits: PagefindHit[]): Promise<PagefindHit[]> {
  if (!engine.settings.hasLast && engine.settings.merge.length === 0) return hits;
  const last = await pagesWith(engine, 'rank', 'last');
  return [...hits.filter(({id}) => !last.has(id)), ...hits.filter(({id}) => last.has(id))];
}

function newestFirst(hits: readonly PagefindHit[], facets: Facets): PagefindHit[] {
  const reviewed = new Map(
    [...(facets.values.get('reviewed') ?? [])].flatMap(([day, pages]) => [...pages].map((id) => [id, day])),
  );
  const day = ({id}: PagefindHit) => reviewed.get(id) ?? '';
  return [...hits].sort((a, b) => (day(a) < day(b) ? 1 : day(a) > day(b) ? -1 : 0));
}
