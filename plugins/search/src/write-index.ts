import fs from 'node:fs/promises';
import path from 'node:path';
import {compareText} from '@opsbinder/core';
import type {CustomRecord, PagefindIndex} from 'pagefind';
import {compactIndex} from './compact-index.js';
import {writeFacets} from './write-facets.js';

/** A page of the index: its route without `baseUrl`, and its HTML as `readBuiltPage` returns it. */
export interface IndexedPage {
  url: string;
  html: string;
  /** About how many words it has. */
  words: number;
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
    await fs.rm(outputPath, {recursive: true, force: true});
    assertDone(await index.writeFiles({outputPath}), `could not write its index to ${outputPath}`);
    await tellOfLostFiles(outputPath);
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
const CHUNK_SIZE = '4000';

/**
 * Pages with those of like length side by side: the list of them, which holds their lengths, is smaller so. It is the
 * same order whenever the pages are the same.
 */
async function byLength(pages: IndexContents['pages']): Promise<IndexedPage[]> {
  const all: IndexedPage[] = [];
  for await (const page of pages) all.push(page);
  return all.sort((a, b) => a.words - b.words || compareText(a.url, b.url));
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

// Where Pagefind lets a file of words or filters that it could not fetch pass for one without what was looked for.
const SWALLOWED =
  /(await this\.cachedLoad\(this\.loaded_(?:chunks|filters),hash,\(\)=>this\._loadGenericChunk\([^;]*?\)\))\.catch\(\(\)=>\{\}\)/g;

/**
 * Has Pagefind's browser code fail where a part of this site's index cannot be fetched. Left as it is, it would answer
 * that nothing is found, and whoever asks at 2 am would believe it. Other sites' indexes may be missing.
 */
async function tellOfLostFiles(outputPath: string): Promise<void> {
  for (const name of ['pagefind.js', 'pagefind-worker.js']) {
    const file = path.join(outputPath, name);
    const code = await fs.readFile(file, 'utf8');
    await fs.writeFile(file, code.replace(SWALLOWED, '$1.catch((e)=>{if(this.primary)throw e;})'));
  }
}
