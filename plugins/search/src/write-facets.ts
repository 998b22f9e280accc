import fs from 'node:fs/promises';
import path from 'node:path';
import {gunzipSync} from 'node:zlib';
import {compareText, SEARCH_FACETS_FILE, type SearchFacets} from '@opsbinder/core';

const EXTENSION = '.pf_fragment';
// What Pagefind puts before each file, once unpacked.
const SIGNATURE = 'pagefind_dcd';

/**
 * Writes down which pages of an index have which values, read from the pages as Pagefind keeps them. Pagefind itself
 * answers that for one value at a time, and a filter of dates has one for each day.
 *
 * @param dir folder with a finished index
 */
export async function writeFacets(dir: string): Promise<void> {
  const folder = path.join(dir, 'fragment');
  const files = (await fs.readdir(folder).catch(() => [])).filter((file) => file.endsWith(EXTENSION)).sort();
  const values = new Map<string, Map<string, number[]>>();
  for (const [at, file] of files.entries()) {
    const text = gunzipSync(await fs.readFile(path.join(folder, file))).toString();
    const {filters = {}} = JSON.parse(text.slice(SIGNATURE.length)) as {filters?: Record<string, string[]>};
    for (const [filter, own] of Object.entries(filters)) {
      const byValue = values.get(filter) ?? new Map<string, number[]>();
      values.set(filter, byValue);
      for (const value of new Set(own)) {
        const pages = byValue.get(value) ?? [];
        byValue.set(value, pages);
        pages.push(at);
      }
    }
  }
  const inOrder = <Value>(map: ReadonlyMap<string, Value>) => [...map].sort(([a], [b]) => compareText(a, b));
  const facets: SearchFacets = {
    pages: files.map((file) => file.slice(0, -EXTENSION.length)),
    values: Object.fromEntries(
      inOrder(values).map(([filter, byValue]) => [filter, Object.fromEntries(inOrder(byValue))]),
    ),
  };
  await fs.writeFile(path.join(dir, SEARCH_FACETS_FILE), JSON.stringify(facets));
}
