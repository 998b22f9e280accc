// The index of more pages than a site has: what was built of its pages is copied with other words, and indexed anew.
import fs from 'node:fs';
import path from 'node:path';
import {gunzipSync} from 'node:zlib';
import {SEARCH_SETTINGS_FILE} from '@opsbinder/core';
import {readBuiltPage} from '../../plugins/search/lib/page.js';
import {writeIndex} from '../../plugins/search/lib/write-index.js';
import {makeCopier} from './enlarge.mjs';
import {pagefindDefaults, SITE} from './sites.mjs';

const FOLDER = 'pagefind';
const DOCS = '/docs/';

/**
 * @typedef {object} Enlarged
 * @property {{file: string, markdown: string}[]} files of the folder
 * @property {{file: string, original: string, copy: number}[]} copies as `enlarge` names them
 */

/**
 * Writes an index of a built site and of copies of its pages, as the site's own search would make it.
 *
 * @param {'opsbinder' | 'stock'} kind
 * @param {import('./sites.mjs').Site} site
 * @param {Enlarged} enlarged
 * @param {string} target folder to be served in front of the site
 * @returns {Promise<Map<string, string>>} the route of each copy by its file
 */
export async function writeEnlargedIndex(kind, site, enlarged, target) {
  const copies = builtCopies(site, enlarged);
  if (kind === 'stock') await pagefindDefaults(site.dir, path.join(target, FOLDER), copies.values());
  else await ownIndex(site, copies, path.join(target, FOLDER));
  return new Map([...copies].map(([file, {url}]) => [file, url]));
}

/** The copies of all pages that were built, by file; their HTML is made when it is asked for. */
function builtCopies(site, {files, copies}) {
  const copier = makeCopier(files);
  const built = copies.flatMap(({file, original, copy}) => {
    const route = site.routes.get(original);
    const source = route && findHtml(site.dir, route);
    if (!source) return [];
    const url = DOCS + copier.route(route.slice(DOCS.length), copy);
    const name = (word) => copier.name(word, copy);
    const html = () => copier.html(fs.readFileSync(source, 'utf8'), copy);
    return [[file, {route, url, name, html}]];
  });
  return new Map(built);
}

function findHtml(dir, route) {
  const files = [path.join(dir, route, 'index.html'), path.join(dir, `${route.replace(/\/$/, '')}.html`)];
  return files.find((file) => fs.existsSync(file));
}

/** By the code of the search plugin, from the facts that are in the index which the build wrote. */
async function ownIndex(site, copies, outputPath) {
  const indexed = readIndex(path.join(site.dir, FOLDER));
  const isBuilt = ({url}) => findHtml(site.dir, url) !== undefined;
  let count = 0;
  function* readPages() {
    for (const page of indexed.filter(isBuilt)) {
      yield* read(page.url, fs.readFileSync(findHtml(site.dir, page.url), 'utf8'), factsOf(page));
    }
    const factsByUrl = new Map(indexed.map((page) => [withoutSlash(page.url), factsOf(page)]));
    for (const {route, url, name, html} of copies.values()) {
      const facts = factsByUrl.get(withoutSlash(route));
      if (facts) yield* read(url, html(), {...facts, names: facts.names.map(name)});
    }
  }
  function* read(url, source, facts) {
    const page = readBuiltPage(source, {...SITE, versions: new Map()}, {route: url, facts});
    if ('leftOut' in page) return;
    count += 1;
    yield {url, html: page.html, words: page.words};
  }
  const records = indexed
    .filter((page) => !isBuilt(page))
    .map(({url, content, meta, filters}) => ({url, content, meta, filters, language: 'en'}));
  await writeIndex({pages: readPages(), records, includeCharacters: '', excludeSelectors: []}, outputPath);
  for (const name of fs.readdirSync(path.join(site.dir, FOLDER))) {
    const file = path.join(outputPath, name);
    if (name.endsWith('.json') && !fs.existsSync(file))
      fs.copyFileSync(path.join(site.dir, FOLDER, name), file);
  }
  const settingsFile = path.join(outputPath, SEARCH_SETTINGS_FILE);
  const settings = JSON.parse(fs.readFileSync(settingsFile, 'utf8'));
  fs.writeFileSync(settingsFile, JSON.stringify({...settings, pages: count + records.length}));
}

// Pagefind puts this before what it writes.
const MAGIC = 'pagefind_dcd';

/** What is known of each page and record in an index. */
function readIndex(folder) {
  const fragments = path.join(folder, 'fragment');
  return fs
    .readdirSync(fragments)
    .map((name) => gunzipSync(fs.readFileSync(path.join(fragments, name))).toString('utf8'))
    .map((text) => JSON.parse(text.slice(text.startsWith(MAGIC) ? MAGIC.length : 0)))
    .sort((a, b) => (a.url < b.url ? -1 : 1));
}

/** The facts from which a page of the index was made: its language is read from the page, and so is its title. */
function factsOf({url, filters: {language: _, ...filters}, meta}) {
  const names = (meta.names ?? '').split(' ').filter(Boolean);
  const slug = withoutSlash(url).split('/').at(-1) ?? '';
  // Of a name, and of what the title and the address call the page, the index also has what it ends with.
  const whole = [...names, meta.title ?? ''];
  const isTail = (name) => whole.some((one) => one !== name && one.endsWith(name));
  return {filters, names: names.filter((name) => name !== slug && !isTail(name))};
}

function withoutSlash(route) {
  return route.replace(/(.)\/$/, '$1');
}
