import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import type {SearchSettings} from '@opsbinder/core';
import {readBuiltPage} from '../../plugins/search/src/page.js';
import type {PageFacts} from '../../plugins/search/src/page-facts.js';
import {writeIndex} from '../../plugins/search/src/write-index.js';
import type {SearchEngine} from '../../plugins/theme/src/client/search/engine.js';
import type {Pagefind} from '../../plugins/theme/src/client/search/pagefind.js';

/** A page of an index: what stands in its `main`, and what the handbook knows of it. */
export interface IndexPage {
  html: string;
  facts?: PageFacts;
  /** Value of its `docusaurus_tag`. */
  tag?: string;
}

const SITE = {
  title: 'Binder',
  titleDelimiter: '|',
  noIndex: false,
  versions: new Map([
    ['docs-default-1.0', {name: '1.0', label: '1.0', isServed: false}],
    ['docs-default-2.0', {name: '2.0', label: '2.0', isServed: true}],
  ]),
};

/** An index as a build writes it, and the engine that a browser would ask it with. */
export interface OpenIndex {
  engine: SearchEngine;
  dir: string;
  close(): Promise<void>;
}

/** Indexes pages as a build does, into a folder of the machine's for passing things; its path. */
export async function writePages(
  pages: Readonly<Record<string, IndexPage>>,
  language = 'en',
): Promise<string> {
  const dir = await fs.mkdtemp(path.join(os.tmpdir(), 'opsbinder-index-'));
  const indexed = Object.entries(pages).map(([url, {html, facts, tag}]) => {
    const head = tag ? `<meta name=docusaurus_tag content=${tag}>` : '';
    const source = `<!doctype html><html lang=${language}><head><title>x</title>${head}</head><body><main>${html}</main></body></html>`;
    const page = readBuiltPage(source, SITE, {route: url, facts});
    if ('leftOut' in page) throw new Error(`${url} has no place in an index: ${page.leftOut}`);
    return {url, html: page.html, words: page.words};
  });
  await writeIndex({pages: indexed, records: [], includeCharacters: '', excludeSelectors: []}, dir);
  return dir;
}

/**
 * Indexes pages and opens the index with Pagefind's own browser code; only what a browser would fetch from a server is
 * read from the folder.
 */
export async function openIndex(
  pages: Readonly<Record<string, IndexPage>>,
  settings: Partial<SearchSettings> = {},
  language = 'en',
): Promise<OpenIndex> {
  const dir = await writePages(pages, language);
  const fetchOutside = globalThis.fetch;
  globalThis.fetch = async (address) => {
    const file = path.join(
      dir,
      new URL(String(address), 'http://site').pathname.replace(/^\/pagefind\//, ''),
    );
    return new Response(await fs.readFile(file));
  };
  const pagefind = (await import(
    /* @vite-ignore */ pathToFileURL(path.join(dir, 'pagefind.js')).href
  )) as Pagefind;
  await pagefind.options({basePath: '/pagefind/', baseUrl: '/', ranking: {metaWeights: {names: 5}}});
  await pagefind.init();
  return {
    engine: {
      pagefind,
      settings: {
        pages: Object.keys(pages).length,
        includeCharacters: '',
        hasLast: true,
        merge: [],
        ...settings,
      },
      indexes: [{folder: '/pagefind/', filter: {}}],
      silent: new Set(),
    },
    dir,
    async close() {
      globalThis.fetch = fetchOutside;
      await fs.rm(dir, {recursive: true, force: true});
    },
  };
}
