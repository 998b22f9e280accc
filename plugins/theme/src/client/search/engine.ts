import type {MergedIndex, SearchHelp, SearchSettings} from '@opsbinder/core';
import {SEARCH_HELP_FILE, SEARCH_SETTINGS_FILE} from '@opsbinder/core/browser';
import {importModule} from './import-module.mjs';
import type {Pagefind} from './pagefind';

/** An index by its folder, and the filters that all its pages get. */
export interface AskedIndex {
  folder: string;
  filter: MergedIndex['filter'];
}

/** An index that can be asked, and how it wants to be. */
export interface SearchEngine {
  pagefind: Pagefind;
  settings: SearchSettings;
  /** The indexes that are asked: that of this site, then those of others as far as they have answered. */
  indexes: readonly AskedIndex[];
  /** Addresses of the other sites that have not answered so far. */
  silent: ReadonlySet<string>;
}

// How long the first search waits for other sites; who answers later is asked from the next search on.
const PATIENCE = 1000;

const loaded = new Map<string, Promise<SearchEngine>>();
let failures = 0;

/**
 * Loads the search engine and its settings from the built site, once; after a failure the next call tries again.
 *
 * @param bundlePath folder of the index, with `baseUrl` and both slashes
 * @throws when the files are not there or cannot be fetched
 */
export function loadSearch(bundlePath: string): Promise<SearchEngine> {
  let engine = loaded.get(bundlePath);
  if (!engine) {
    engine = startSearch(bundlePath);
    loaded.set(bundlePath, engine);
    engine.catch(() => {
      loaded.delete(bundlePath);
      failures += 1;
    });
  }
  return engine;
}

let help: Promise<SearchHelp> | undefined;

/** What to offer where nothing is found, and what the values of filters are called. */
export function loadHelp(bundlePath: string): Promise<SearchHelp> {
  help ??= fetchJson<SearchHelp>(bundlePath + SEARCH_HELP_FILE);
  help.catch(() => {
    help = undefined;
  });
  return help;
}

async function startSearch(bundlePath: string): Promise<SearchEngine> {
  const [settings, pagefind] = await Promise.all([
    fetchJson<SearchSettings>(bundlePath + SEARCH_SETTINGS_FILE),
    startPagefind(bundlePath),
  ]);
  const silent = new Set(settings.merge.map(({url}) => url));
  const indexes: AskedIndex[] = [{folder: bundlePath, filter: {}}];
  const merging = settings.merge.map(async (other) => {
    indexes.push({folder: await mergeSite(pagefind, other), filter: other.filter});
    silent.delete(other.url);
  });
  if (merging.length > 0) await Promise.race([Promise.allSettled(merging), pause(PATIENCE)]);
  return {pagefind, settings, indexes, silent};
}

async function startPagefind(bundlePath: string): Promise<Pagefind> {
  // A browser remembers that a module could not be fetched; under another address it tries anew.
  const file = `${bundlePath}pagefind.js${failures > 0 ? `?attempt=${failures + 1}` : ''}`;
  const pagefind = (await importModule(file)) as Pagefind;
  await pagefind.options({
    baseUrl: bundlePath.replace(/[^/]+\/$/, ''),
    excerptLength: 24,
    // Other names of a page count like its title. Every page of a category carries its name: that must not outweigh
    // what a page is about.
    ranking: {metaWeights: {title: 5, names: 5, breadcrumb: 0.1}},
  });
  await pagefind.init();
  return pagefind;
}

/**
 * Has another site's index searched, too. Pagefind would wait for ever for a site that does not answer, so it is
 * asked first whether it does.
 *
 * @returns the folder of its index
 */
async function mergeSite(pagefind: Pagefind, {url, filter}: MergedIndex): Promise<string> {
  const folder = `${new URL(url, window.location.href)}pagefind/`;
  const {languages} = await fetchJson<{languages: Record<string, {hash: string}>}>(
    `${folder}pagefind-entry.json`,
  );
  const metas = Object.values(languages).map(({hash}) => fetchOk(`${folder}pagefind.${hash}.pf_meta`));
  await Promise.all(metas);
  await pagefind.mergeIndex(folder, {
    baseUrl: folder.replace(/[^/]+\/$/, ''),
    ...(Object.keys(filter).length > 0 && {mergeFilter: filter}),
  });
  return folder;
}

/** Fetches a file that a build has written. */
export async function fetchJson<T>(url: string): Promise<T> {
  return (await fetchOk(url)).json() as Promise<T>;
}

async function fetchOk(url: string): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
