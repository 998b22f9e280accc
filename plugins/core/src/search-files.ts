import type {CivilDate} from './dates.js';

/**
 * What the search box knows of its index before anybody uses it. It is on every page of the site, so it is next to
 * nothing.
 */
export interface SearchGlobalData {
  /** Folder of the index, with `baseUrl` and both slashes. */
  bundlePath: string;
  /** Address of the page with all results; missing where the site has none. */
  searchPath?: string;
}

/** Name of the file beside the index that holds {@link SearchSettings}. */
export const SEARCH_SETTINGS_FILE = 'search.json';

/** How to ask an index: fetched together with the search engine, so it stays small. */
export interface SearchSettings {
  /** How many pages it holds. */
  pages: number;
  /** Characters that belong to words in this index. */
  includeCharacters: string;
  /** Whether pages with the filter `rank` = `last` come after all others. */
  hasLast: boolean;
  /** The docs versions, where there are several: those that answer unless others are asked for, and all of them. */
  versions?: {served: string[]; all: SearchVersion[]};
  /** Other sites whose indexes are asked together with this one. */
  merge: MergedIndex[];
}

/** A docs version as the filter `version` names it. */
export interface SearchVersion {
  name: string;
  label: string;
}

/** Another site's index. */
export interface MergedIndex {
  /** The site's address with its base: `https://ops.example.org/payments/`, or `/fr/` on the same host. */
  url: string;
  /** Filters that all its pages get, such as `{binder: 'Payments'}`. */
  filter: Record<string, string | string[]>;
}

/** Name of the file beside the index that holds {@link SearchFacets}. */
export const SEARCH_FACETS_FILE = 'facets.json';

/** Which pages have which values of which filters: fetched where filters are shown. */
export interface SearchFacets {
  /** What Pagefind calls each page. */
  pages: string[];
  /** Places in that list, by filter and value. */
  values: Record<string, Record<string, number[]>>;
}

/** Name of the file beside the index that holds {@link SearchHelp}. */
export const SEARCH_HELP_FILE = 'help.json';

/** What to offer where nothing is found, and what the values of filters are called: fetched when it is needed. */
export interface SearchHelp {
  owners: {id: string; name: string; url?: string}[];
  cards: {title: string; url: string}[];
  tiers: {id: number; title: string; url?: string}[];
  severities: {id: string; title?: string}[];
  pages: SearchWay[];
}

/** The pages that lead on without a search. */
export const SEARCH_WAYS = ['launchPad', 'tiers', 'alerts', 'owners', 'reviews', 'cards'] as const;

/** One of them, and where it is. */
export interface SearchWay {
  name: (typeof SEARCH_WAYS)[number];
  url: string;
}

/** What the page with all results is given. */
export interface SearchPageData {
  pages: SearchWay[];
  asOf?: CivilDate;
}
