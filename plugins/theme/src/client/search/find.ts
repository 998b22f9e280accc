import type {SearchEngine} from './engine';
import {countValues, type Facets, loadFacets, pagesWith, within} from './facets';
import {findByParts} from './find-by-parts';
import {exactly, mentions} from './mentions';
import type {PagefindHit} from './pagefind';
import {namesIn, tellingPart} from './paste';
import {queryWords, toSearchTerms} from './query';
import {calledSo, READ, rankByMeaning} from './rank';

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
  /** With filters: how many pages there are without them. */
  unfiltered?: number;
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
  const typed = tellingPart(question.typed);
  const needsFacets = count || sort === 'reviewed' || Object.keys(filters).length > 0;
  const matches = typed.trim() === '' ? undefined : await findWords(engine, typed);
  const pages = matches?.hits ?? (await allPages(engine));
  const facets = needsFacets ? await loadFacets(engine) : undefined;
  const left = facets ? within(pages, filters, facets) : await withoutOldVersions(engine, pages);
  const leavesOutLost = engine.indexes.length > 1;
  const ranked =
    sort === 'reviewed' && facets
      ? newestFirst(left, facets)
      : await rankByMeaning(left, typed, {leavesOutLost});
  return {
    hits: await lastOnesLast(engine, ranked),
    missing: matches?.missing ?? [],
    words: matches?.words ?? [],
    ...(count && facets && {counts: countValues(pages, filters, facets)}),
    ...(facets && Object.keys(filters).length > 0 && {unfiltered: within(pages, {}, facets).length}),
    silent: [...engine.silent],
  };
}

async function findWords(engine: SearchEngine, typed: string): Promise<Matches> {
  const terms = toSearchTerms(typed, engine.settings.includeCharacters).filter(
    (term) => queryWords(term).length > 0,
  );
  if (terms.length === 0) return {hits: [], missing: [typed.trim()], words: []};
  const [all, named] = await Promise.all([
    findAllWords(engine, terms),
    Promise.all(namesIn(typed).map((name) => pagesCalled(engine, name))),
  ]);
  const matches = all ?? (await findByParts(engine, typed));
  return {...matches, hits: unique([...named.flat(), ...matches.hits])};
}

async function pagesCalled({pagefind}: SearchEngine, name: string): Promise<PagefindHit[]> {
  return calledSo((await pagefind.search(name)).results, name);
}

/** The pages with all words of one of the terms; undefined where there is none. */
async function findAllWords(engine: SearchEngine, terms: readonly string[]): Promise<Matches | undefined> {
  const {pagefind} = engine;
  for (const term of terms) {
    const words = queryWords(term);
    if (/^"[^"]+"$/.test(term)) {
      const {results: hits} = await pagefind.search(term);
      // A few words in quotes are meant so; a whole line in quotes was copied with them.
      if (hits.length > 0 || words.length <= FEW) return {hits, missing: [], words};
    }
    if (words.length > MOST_ON_ONE_PAGE) continue;
    const [{results: all}, phrase] = await Promise.all([
      pagefind.search(words.join(' ')),
      term.includes(' ') ? exactly(pagefind, term) : [],
    ]);
    // They are read for their order, whatever comes; a page that cannot be had is left where it stands.
    for (const hit of all.slice(0, READ)) hit.data().catch(() => undefined);
    const [best] = all;
    const has = best && (await Promise.all(words.map((word) => mentions(pagefind, best, word))));
    if (!has || has.includes(false)) continue;
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
  return undefined;
}

const FEW = 4;
// Nobody types more words that all stand on one page; who pastes has others among them.
const MOST_ON_ONE_PAGE = 16;

async function allPages({pagefind}: SearchEngine): Promise<PagefindHit[]> {
  return (await pagefind.search(null)).results;
}

/**
 * Pages that have the words side by side before the others; only a few of the best at all stand among the first, since
 * a page may be called so in one word.
 */
function mix(together: readonly PagefindHit[], all: readonly PagefindHit[]): PagefindHit[] {
  return unique([...together.slice(0, 5), ...all.slice(0, 5), ...together, ...all]);
}

function unique(hits: readonly PagefindHit[]): PagefindHit[] {
  const seen = new Set<string>();
  return hits.filter(({id}) => !seen.has(id) && seen.add(id));
}

/** Takes away what is of docs versions that readers are not sent to. */
async function withoutOldVersions(engine: SearchEngine, hits: PagefindHit[]): Promise<PagefindHit[]> {
  const {versions, merge} = engine.settings;
  if (!versions && merge.length === 0) return hits;
  const away = await pagesWith(engine, 'served', 'no');
  return hits.filter(({id}) => !away.has(id));
}

async function lastOnesLast(engine: SearchEngine, hits: PagefindHit[]): Promise<PagefindHit[]> {
  if (!engine.settings.hasLast && engine.settings.merge.length === 0) return hits;
  const last = await pagesWith(engine, 'rank', 'last');
  return [...hits.filter(({id}) => !last.has(id)), ...hits.filter(({id}) => last.has(id))];
}

function newestFirst(hits: readonly PagefindHit[], facets: Facets): PagefindHit[] {
  const reviewed = new Map(
    [...(facets.get('reviewed') ?? [])].flatMap(([day, pages]) => [...pages].map((id) => [id, day])),
  );
  const day = ({id}: PagefindHit) => reviewed.get(id) ?? '';
  return [...hits].sort((a, b) => (day(a) < day(b) ? 1 : day(a) > day(b) ? -1 : 0));
}
