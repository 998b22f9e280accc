import {findPages as findByWords} from './find';
import {loadPagefind, type Pagefind, type PagefindHit} from './pagefind';

/** What is asked of the index. */
export interface Question {
  typed: string;
  /** Chosen values by filter; those of one filter are alternatives, filters add up. */
  filters?: Record<string, string[]>;
  sort?: 'relevance' | 'reviewed';
  /** Whether to count values of filters, which loads all of them. */
  count?: boolean;
}

/** What the index answers. */
export interface Found {
  /** Best first. */
  hits: PagefindHit[];
  /** Words left out because no page has them. */
  missing: string[];
  /** The words, normalised, that made the match. */
  words: string[];
  /** With `count`: hits by filter and raw value; a filter's own choice does not narrow its own counts. */
  counts?: Record<string, Record<string, number>>;
  /** Merged binders that did not answer, by url. */
  silent: string[];
}

/** What is said of the index beside it, in `search.json`. */
export interface SearchSettings {
  versions?: {current: string; all: {name: string; label: string}[]};
}

/** What helps further, from `help.json`. */
export interface SearchHelp {
  owners: {id: string; name: string; url?: string}[];
  cards: {title: string; url: string}[];
  tiers: {id: number; title: string; url?: string}[];
  severities: {id: string; title: string}[];
  pages: {name: HelpPage; url: string}[];
}

/** Lists that a binder may have. */
export type HelpPage = 'launchpad' | 'tiers' | 'alerts' | 'owners' | 'cards' | 'reviews';

export interface SearchEngine {
  pagefind: Pagefind;
  settings: SearchSettings;
}

type Search = (
  term: string | null,
  options: object,
) => Promise<{results: PagefindHit[]; filters: NonNullable<Found['counts']>}>;

export async function findPages({pagefind}: SearchEngine, question: Question): Promise<Found> {
  const {typed, filters = {}, sort, count} = question;
  let counts: Found['counts'];
  const ask = (chosen: Record<string, string[]>) => {
    const options = {
      filters: Object.fromEntries(Object.entries(chosen).map(([name, any]) => [name, {any}])),
      ...(sort === 'reviewed' && {sort: {reviewed: 'desc'}}),
    };
    return {
      async search(term: string) {
        const found = await (pagefind.search as Search)(term || null, options);
        counts = found.filters;
        return found;
      },
    };
  };
  const found = typed.trim()
    ? await findByWords(ask(filters), typed)
    : {hits: (await ask(filters).search('')).results, missing: []};
  const own: NonNullable<Found['counts']> = {};
  if (count) {
    const all = counts ?? {};
    for (const name of Object.keys(filters)) {
      const {[name]: _, ...others} = filters;
      if (typed.trim()) await findByWords(ask(others), typed);
      else await ask(others).search('');
      own[name] = counts?.[name] ?? {};
    }
    counts = {...all, ...own};
  }
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return {...found, words, silent: [], ...(count && counts && {counts})};
}

export async function loadSearch(bundlePath: string): Promise<SearchEngine> {
  const pagefind = await loadPagefind(bundlePath);
  // Counts of filters come only once the filters are loaded.
  await (pagefind as Pagefind & {filters(): Promise<unknown>}).filters();
  return {pagefind, settings: await readJson(`${bundlePath}search.json`, {})};
}

export function loadHelp(bundlePath: string): Promise<SearchHelp> {
  return readJson(`${bundlePath}help.json`, {owners: [], cards: [], tiers: [], severities: [], pages: []});
}

async function readJson<T>(url: string, nothing: T): Promise<T> {
  const response = await fetch(url);
  return response.ok ? ((await response.json()) as T) : nothing;
}
