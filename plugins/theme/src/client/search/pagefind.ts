import {importModule} from './import-module.mjs';

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
  /** All its text, and which of its words match, counted from 0. */
  content: string;
  locations: number[];
  meta: Record<string, string>;
  /** Values by name, of which none is searched for. */
  filters?: Record<string, string[]>;
  excerpt: string;
  sub_results: PagefindSection[];
}

/** A match whose page is fetched when it is shown. */
export interface PagefindHit {
  id: string;
  data(): Promise<PagefindPage>;
}

/** What is used here of Pagefind's browser code, which the build writes beside the index. */
export interface Pagefind {
  options(options: Record<string, unknown>): Promise<void>;
  init(): Promise<void>;
  search(term: string): Promise<{results: PagefindHit[]}>;
}

/** Where the index is and how it was made: what the search plugin tells every page. */
export interface SearchIndex {
  /** Folder of the index, with `baseUrl` and both slashes. */
  bundlePath: string;
  /** Characters that belong to words there. */
  includeCharacters: string;
}

const loaded = new Map<string, Promise<Pagefind>>();
let failures = 0;

/**
 * Loads Pagefind from the built site, once; after a failure the next call tries again.
 *
 * @param bundlePath folder of the index, with `baseUrl` and both slashes
 * @throws when the files are not there, as in development, or cannot be fetched
 */
export function loadPagefind(bundlePath: string): Promise<Pagefind> {
  let pagefind = loaded.get(bundlePath);
  if (!pagefind) {
    pagefind = startPagefind(bundlePath);
    loaded.set(bundlePath, pagefind);
    pagefind.catch(() => {
      loaded.delete(bundlePath);
      failures += 1;
    });
  }
  return pagefind;
}

async function startPagefind(bundlePath: string): Promise<Pagefind> {
  // A browser remembers that a module could not be fetched; under another address it tries anew.
  const file = `${bundlePath}pagefind.js${failures > 0 ? `?attempt=${failures + 1}` : ''}`;
  const pagefind = (await importModule(file)) as Pagefind;
  await pagefind.options({
    baseUrl: bundlePath.replace(/[^/]+\/$/, ''),
    excerptLength: 24,
    // Every page of a category carries its name: that must not outweigh what a page is about.
    ranking: {metaWeights: {breadcrumb: 0.1}},
  });
  await pagefind.init();
  return pagefind;
}
