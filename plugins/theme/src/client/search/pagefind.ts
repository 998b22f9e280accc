/** A part of a page below one of its headings, as Pagefind answers it. */
export interface PagefindSection {
  title: string;
  url: string;
  /** HTML in which only `<`, `>` and the marks around matches are markup. */
  excerpt: string;
  /** The heading; missing for what stands above the first one. */
  anchor?: {id: string};
  weighted_locations: {balanced_score: number}[];
}

/** A page that matches, as Pagefind answers it. */
export interface PagefindPage {
  url: string;
  /** All its text, and which of its words matched when it was fetched last, counted from 0. */
  content: string;
  /** The same as the words are counted in it. */
  raw_content?: string;
  locations: number[];
  meta: Record<string, string>;
  /** Values by name, of which none is searched for. */
  filters?: Record<string, string[]>;
  /** Its headings. */
  anchors?: {id: string; element: string; text: string}[];
  excerpt: string;
  sub_results: PagefindSection[];
}

/** A match whose page is fetched when it is shown. */
export interface PagefindHit {
  id: string;
  score: number;
  /** Which of the page's words match, counted from 0. */
  words: number[];
  data(): Promise<PagefindPage>;
}

/** Values to search within, by filter. */
export type PagefindFilters = Record<string, unknown>;

/** What is used here of Pagefind's browser code, which the build writes beside the index. */
export interface Pagefind {
  options(options: Record<string, unknown>): Promise<void>;
  init(): Promise<void>;
  /** @param term what to look for; `null` for all pages that the filters let through */
  search(term: string | null, options?: {filters: PagefindFilters}): Promise<{results: PagefindHit[]}>;
  /** While a site is worked on: the folder of the index that is asked now. */
  generation?(): string | undefined;
  mergeIndex(bundlePath: string, options: Record<string, unknown>): Promise<void>;
}
