import {SEARCH_FACETS_FILE, SEARCH_HELP_FILE, SEARCH_SETTINGS_FILE} from '@opsbinder/core';
import type {SiteFiles} from './site-files.js';

interface Entry {
  languages?: Record<string, {wasm?: string | null}>;
}

/**
 * The files that a search asks for: Pagefind's browser code, the index, and what is said of it beside it. Its ready-made interfaces, which stand in
 * the same folder, are no part of it.
 *
 * @param folder of the index, below the site's base
 */
export async function searchFiles(files: SiteFiles, folder: string): Promise<string[]> {
  const name = folder.replace(/^\/+|\/+$/g, '');
  const entryFile = `${name}/pagefind-entry.json`;
  if (!files.all.has(entryFile)) return [];
  const entry = JSON.parse((await files.read(entryFile)).toString()) as Entry;
  const wasm = Object.values(entry.languages ?? {}).map(
    (language) => `wasm.${language.wasm ?? 'unknown'}.pagefind`,
  );
  const own = [SEARCH_SETTINGS_FILE, SEARCH_HELP_FILE, SEARCH_FACETS_FILE];
  const code = ['pagefind-entry.json', 'pagefind.js', 'pagefind-worker.js', ...own, ...wasm].map(
    (file) => `${name}/${file}`,
  );
  return files.below(folder).filter((file) => /\.pf_\w+$/.test(file) || code.includes(file));
}
