import {cachePrefix} from './manifest.js';
import {isImmutable, pageName, pathBelow} from './paths.js';
import {fileFor, immutableFile} from './ready.js';
import {manifest, worker} from './state.js';
import {forAll, storable} from './stored.js';

/** How many visited pages are kept; the oldest go first. */
const MOST_PAGES = 50;
/** What is larger than this, in bytes, is not kept because somebody once looked at it. */
const LARGEST_FILE = 5_000_000;

const NAME = `${cachePrefix(manifest.base)}visited`;
const {origin} = worker.location;
const INDEX = `${origin}${manifest.base}?opsbinder-visited`;

interface VisitedPage {
  /** As `pageName` has it. */
  page: string;
  /** Addresses of its files. */
  files: string[];
}

const keyOf = (page: string) => `${origin}${manifest.base}?opsbinder-page=${encodeURIComponent(page)}`;

/** A page or file that was visited. */
export async function visitedCopy(url: URL, isNavigation: boolean): Promise<Response | undefined> {
  const path = pathBelow(url.pathname, manifest);
  if (path === undefined) return undefined;
  return caches.match(isNavigation ? keyOf(pageName(path)) : origin + url.pathname, {cacheName: NAME});
}

let last: Promise<unknown> = Promise.resolve();

/**
 * Keeps a page that somebody looks at, with all that it has loaded, whatever becomes of the build it is from. The
 * server is asked for the page anew: whoever goes from page to page inside the site has never fetched its HTML.
 *
 * @param address of the page
 * @param loaded addresses of what it has loaded
 */
export function keepVisited(address: URL, loaded: readonly string[]): Promise<void> {
  const work = last.then(() => keep(address, loaded));
  last = work.catch(() => {});
  return work;
}

async function keep(address: URL, loaded: readonly string[]): Promise<void> {
  const path = pathBelow(address.pathname, manifest);
  if (path === undefined || fileFor(address)) return;
  const page = pageName(path);
  const response = await fetch(origin + address.pathname, {cache: 'no-cache'});
  const landed = pathBelow(new URL(response.url).pathname, manifest);
  const isHtml = response.headers.get('content-type')?.startsWith('text/html');
  if (response.status !== 200 || !isHtml || landed === undefined || pageName(landed) !== page) return;
  const bytes = await response.arrayBuffer();

  const cache = await caches.open(NAME);
  const named = filesNamedIn(new TextDecoder().decode(bytes));
  const files = [...new Set([...named, ...loaded].flatMap(asFile))];
  await forAll(files, (file) => keepFile(file, cache));
  await cache.put(keyOf(page), storable(bytes, response));
  const entry: VisitedPage = {page, files};
  await prune(cache, [entry, ...(await readIndex(cache)).filter((other) => other.page !== page)]);
}

// After a new deploy the page is another than the one that is open, and needs files that were not loaded.
function filesNamedIn(html: string): string[] {
  return [...html.matchAll(/\b(?:src|href)=["']?([^"'\s>]*\/assets\/[^"'\s>]+\.(?:js|css))\b/g)].map(
    ([, file = '']) => file,
  );
}

function asFile(address: string): string[] {
  const url = new URL(address, origin);
  const path = pathBelow(url.pathname, manifest);
  if (url.origin !== origin || path === undefined || path === '' || path.endsWith('/')) return [];
  // What is kept ready and may change under its name is this version's to answer.
  return fileFor(url) && !isImmutable(path) ? [] : [origin + url.pathname];
}

async function keepFile(file: string, cache: Cache): Promise<void> {
  const url = new URL(file);
  if (isImmutable(url.pathname) && (await cache.match(file))) return;
  try {
    const response = (await immutableFile(url)) ?? (await fetch(file));
    if (response.status !== 200 || Number(response.headers.get('content-length')) > LARGEST_FILE) return;
    await cache.put(file, storable(await response.arrayBuffer(), response));
  } catch {
    // A picture that is not to be had must not cost the page.
  }
}

async function readIndex(cache: Cache): Promise<VisitedPage[]> {
  const index = await cache.match(INDEX);
  return index ? ((await index.json()) as VisitedPage[]) : [];
}

async function prune(cache: Cache, pages: VisitedPage[]): Promise<void> {
  const kept = pages.slice(0, MOST_PAGES);
  await cache.put(INDEX, new Response(JSON.stringify(kept)));
  const wanted = new Set([INDEX, ...kept.flatMap(({page, files}) => [keyOf(page), ...files])]);
  for (const {url} of await cache.keys()) if (!wanted.has(url)) await cache.delete(url);
}
