import {rm} from 'node:fs/promises';
import type {CustomRecord, PagefindIndex} from 'pagefind';
import {compactIndex} from './compact-index.js';
import {writeFacets} from './write-facets.js';

/** A page of the index: its route without `baseUrl`, and its HTML as `readBuiltPage` returns it. */
export interface IndexedPage {
  url: string;
  html: string;
}

/** What the index is made of. */
export interface IndexContents {
  pages: Iterable<IndexedPage> | AsyncIterable<IndexedPage>;
  records: Iterable<CustomRecord>;
  includeCharacters: string;
  excludeSelectors: string[];
}

/**
 * Writes Pagefind's index and its browser code into `outputPath`, replacing what was there. Pages are handed
 * over one after another, so that the same site always gives the same files. A large index is made smaller.
 *
 * @throws Error when Pagefind cannot start, refuses a page or cannot write; the cause says why
 */
export function writeIndex(contents: IndexContents, outputPath: string): Promise<void> {
  const written = running.then(() => write(contents, outputPath));
  running = written.catch(() => {});
  return written;
}

// Pagefind is one service for the whole process, and whoever closes it does so for all: one index after another.
let running: Promise<void> = Promise.resolve();

async function write(contents: IndexContents, outputPath: string): Promise<void> {
  const pagefind = await import('pagefind');
  const chunkSize = process.env[CHUNK_SIZE_VARIABLE];
  process.env[CHUNK_SIZE_VARIABLE] ??= CHUNK_SIZE;
  try {
    const index = await createIndex(pagefind, contents);
    for (const {url, html} of await byLength(contents.pages)) {
      assertDone(await index.addHTMLFile({url, content: html}), `could not index the page ${url}`);
    }
    for (const record of contents.records) {
      assertDone(await index.addCustomRecord(record), `could not index the entry ${record.url}`);
    }
    await rm(outputPath, {recursive: true, force: true});
    assertDone(await index.writeFiles({outputPath}), `could not write its index to ${outputPath}`);
    await compactIndex(outputPath);
    await writeFacets(outputPath);
  } finally {
    await pagefind.close();
    if (chunkSize === undefined) delete process.env[CHUNK_SIZE_VARIABLE];
  }
}

// Pagefind parts its words into files by this many places at which they stand, and a search fetches one for each word
// typed. By default these are 20,000, or 30 kB.
const CHUNK_SIZE_VARIABLE = 'PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE';
const CHUNK_SIZE = '6000';

/**
 * Pages with those of like length side by side: the list of them, which holds their lengths, is smaller so. It is the
 * same order whenever the pages are the same.
 */
async function byLength(pages: IndexContents['pages']): Promise<IndexedPage[]> {
  const measured: {page: IndexedPage; words: number}[] = [];
  for await (const page of pages) {
    measured.push({page, words: page.html.replace(/<[^>]*>/g, ' ').split(/\s+/).length});
  }
  return measured
    .sort((a, b) => a.words - b.words || (a.page.url < b.page.url ? -1 : 1))
    .map(({page}) => page);
}

async function createIndex(
  pagefind: typeof import('pagefind'),
  {includeCharacters, excludeSelectors}: IndexContents,
): Promise<PagefindIndex> {
  const response = await pagefind.createIndex({includeCharacters, excludeSelectors});
  assertDone(response, 'could not start');
  if (!response.index) throw new Error('Pagefind could not start: it returned no index.');
  return response.index;
}

function assertDone({errors}: {errors: string[]}, what: string): void {
  if (errors.length > 0) throw new Error(`Pagefind ${what}: ${errors.join('; ')}`);
}
