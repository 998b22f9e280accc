import {rm} from 'node:fs/promises';
import type {CustomRecord, PagefindIndex} from 'pagefind';

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
 * over one after another, so that the same site always gives the same files.
 *
 * @throws Error when Pagefind cannot start, refuses a page or cannot write; the cause says why
 */
export async function writeIndex(contents: IndexContents, outputPath: string): Promise<void> {
  const pagefind = await import('pagefind');
  try {
    const index = await createIndex(pagefind, contents);
    for await (const {url, html} of contents.pages) {
      assertDone(await index.addHTMLFile({url, content: html}), `could not index the page ${url}`);
    }
    for (const record of contents.records) {
      assertDone(await index.addCustomRecord(record), `could not index the entry ${record.url}`);
    }
    await rm(outputPath, {recursive: true, force: true});
    assertDone(await index.writeFiles({outputPath}), `could not write its index to ${outputPath}`);
  } finally {
    await pagefind.close();
  }
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
