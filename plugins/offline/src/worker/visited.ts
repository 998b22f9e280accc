import {fitsName, isAnotherPage, isOfASite} from './page.js';
import {isImmutable, pageName, pathBelow} from './paths.js';
import {fileFor, immutableFile} from './ready.js';
import {ask, bytesOf} from './server.js';
import {manifest, worker} from './state.js';
import {forAll, storable, VISITED} from './stored.js';
import {pagesToKeep, type VisitedPage} from './visited-index.js';

/** What is larger than this, in bytes, is not kept because somebody once looked at it. */
const LARGEST_FILE = 5_000_000;
/** How long one file may take, in milliseconds: the next page waits for its turn. */
const PATIENCE = 30_000;

const {origin} = worker.location;
const INDEX = `${origin}${manifest.base}?opsbinder-visited`;

const keyOf = (page: string) => `${origin}${manifest.base}?opsbinder-page=${encodeURIComponent(page)}`;

/** A page or file that was visited. */
export async function visitedCopy(url: URL, isNavigation: boolean): Promise<Response | undefined> {
  const path = pathBelow(url.pathname, manifest);
  if (path === undefined) return undefined;
  const key = isNavigation ? keyOf(pageName(path)) : origin + url.pathname;
  const copy = await caches.match(key, {cacheName: VISITED});
  // Earlier versions took whatever came.
  return copy && (isNavigation || fits(url, copy)) ? copy : undefined;
}

/** A page as the server has it now. */
export interface FreshPage {
  response: Response;
  bytes: ArrayBuffer;
  html: string;
}

/** Asks the server for a page, past what the browser has of it; undefined when that is not to be had in time. */
export async function askForPage(address: URL, patience = PATIENCE): Promise<FreshPage | undefined> {
  const response = await ask(origin + address.pathname, {cache: 'no-cache'}, patience);
  const bytes = response && (await bytesOf(response, patience));
  return response && bytes && {response, bytes, html: new TextDecoder().decode(bytes)};
}

let last: Promise<unknown> = Promise.resolve();

/**
 * Keeps a page that somebody looks at, with all that it has loaded, whatever becomes of the build it is from. The
 * server is asked for the page anew: whoever goes from page to page inside the site has never fetched its HTML.
 *
 * @param address of the page
 * @param loaded addresses of what it has loaded
 * @param fresh the page, where the server has just been asked
 */
export function keepVisited(address: URL, loaded: readonly string[], fresh?: FreshPage): Promise<void> {
  return inTurn(() => keep(address, loaded, fresh));
}

/** Removes the copy of a page that the server says is gone. */
export function forgetVisited(address: URL): Promise<void> {
  return inTurn(async () => {
    const page = pageName(pathBelow(address.pathname, manifest) ?? '');
    const cache = await caches.open(VISITED);
    if (!(await cache.match(keyOf(page)))) return;
    await prune(
      cache,
      (await readIndex(cache)).filter((other) => other.page !== page),
    );
  });
}

// One after the other: each reads the index and writes it.
function inTurn(job: () => Promise<void>): Promise<void> {
  const work = last.then(job);
  last = work.catch(() => {});
  return work;
}

async function keep(address: URL, loaded: readonly string[], known?: FreshPage): Promise<void> {
  const path = pathBelow(address.pathname, manifest);
  if (path === undefined || fileFor(address)) return;
  const page = pageName(path);
  const fresh = known ?? (await askForPage(address));
  if (!fresh || !isPageItself(fresh, page)) return;

  const cache = await caches.open(VISITED);
  const sizes: Record<string, number> = {};
  const keepFile = async (file: string) => {
    const size = await storeFile(file, cache);
    if (size !== undefined) sizes[file] = size;
  };
  const files = [...new Set([...filesNamedIn(fresh.html), ...loaded].flatMap(asFile))];
  await forAll(files, keepFile);
  // Half of a deploy: the copy there is stays as it is. A picture that is not to be had must not cost the page.
  if (files.some((file) => sizes[file] === undefined && isPartOfApp(file))) return;
  await cache.put(keyOf(page), storable(fresh.bytes, fresh.response));
  const entry = {page, files: Object.keys(sizes), sizes: {...sizes, '': fresh.bytes.byteLength}};
  await prune(cache, [entry, ...(await readIndex(cache)).filter((other) => other.page !== page)]);
}

// Not a login that answers for all addresses, nor another page of the site that does.
function isPageItself({response, html}: FreshPage, page: string): boolean {
  const landed = pathBelow(new URL(response.url).pathname, manifest);
  if (response.status !== 200 || landed === undefined || pageName(landed) !== page) return false;
  return isOfASite(html) && !isAnotherPage(html, page, manifest);
}

// After a new deploy the page is another than the one that is open, and needs files that were not loaded.
function filesNamedIn(html: string): string[] {
  return [...html.matchAll(/\b(?:src|href)=["']?([^"'\s>]*\/assets\/[^"'\s>]+\.(?:js|css))\b/g)].map(
    ([, file = '']) => file,
  );
}

const isPartOfApp = (file: string) => isImmutable(file) && /\.(js|css)$/.test(file);

function asFile(address: string): string[] {
  const url = new URL(address, origin);
  const path = pathBelow(url.pathname, manifest);
  if (url.origin !== origin || path === undefined || path === '' || path.endsWith('/')) return [];
  // What is kept ready and may change under its name is this version's to answer.
  return fileFor(url) && !isImmutable(path) ? [] : [origin + url.pathname];
}

const fits = ({pathname}: URL, {headers}: Response) => fitsName(pathname, headers.get('content-type'));

/** Stores a file and says how large it is; undefined when it is not to be had as what it is. */
async function storeFile(file: string, cache: Cache): Promise<number | undefined> {
  const url = new URL(file);
  const stored = isImmutable(url.pathname) ? await cache.match(file) : undefined;
  if (stored && fits(url, stored)) return (await stored.arrayBuffer()).byteLength;
  const response = (await immutableFile(url)) ?? (await ask(file, {}, PATIENCE));
  if (response?.status !== 200 || response.redirected || !fits(url, response)) return undefined;
  if (Number(response.headers.get('content-length')) > LARGEST_FILE) return undefined;
  const bytes = await bytesOf(response, PATIENCE);
  if (!bytes || bytes.byteLength > LARGEST_FILE) return undefined;
  await cache.put(file, storable(bytes, response));
  return bytes.byteLength;
}

async function readIndex(cache: Cache): Promise<VisitedPage[]> {
  const index = await cache.match(INDEX);
  return index ? ((await index.json()) as VisitedPage[]) : [];
}

async function prune(cache: Cache, pages: VisitedPage[]): Promise<void> {
  const kept = pagesToKeep(pages);
  await cache.put(INDEX, new Response(JSON.stringify(kept)));
  const wanted = new Set([INDEX, ...kept.flatMap(({page, files}) => [keyOf(page), ...files])]);
  for (const {url} of await cache.keys()) if (!wanted.has(url)) await cache.delete(url);
}
