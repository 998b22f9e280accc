import {isOfThisBuild} from './judge.js';
import {cachePrefix} from './manifest.js';
import {filesFor, isImmutable, pathBelow, pathOf} from './paths.js';
import {manifest, worker} from './state.js';
import {forAll, storable, storedHash} from './stored.js';

const PREFIX = `${cachePrefix(manifest.base)}files:`;
const OWN = PREFIX + manifest.version;
const {origin} = worker.location;
// An entry of the cache whose worker answers, or was the last to do so.
const ACTIVE = `${origin}${manifest.base}?opsbinder-active`;

const keyOf = (file: string) =>
  `${origin}${manifest.base}${file.split('/').map(encodeURIComponent).join('/')}`;

/**
 * Fills the cache of this version. What it has, and what an earlier version has unchanged, is not fetched again.
 * What was done stays when it fails, for the next attempt; the earlier version's cache is not touched at all.
 *
 * @throws Error for a file that is not to be had as this build made it
 */
export async function fill(): Promise<void> {
  const own = await caches.open(OWN);
  const others = await openAll((name) => name !== OWN);
  await forAll(Object.entries(manifest.files), async ([file, [hash]]) => {
    const key = keyOf(file);
    const has = async (cache: Cache) => {
      const response = await cache.match(key);
      return response && storedHash(response) === hash ? response : undefined;
    };
    if (await has(own)) return;
    for (const cache of others) {
      const response = await has(cache);
      if (response) return own.put(key, response);
    }
    await own.put(key, await fetchFile(file, hash));
  });
}

async function fetchFile(file: string, hash: string): Promise<Response> {
  const url = `${origin}${manifest.base}${pathOf(file, manifest)}`;
  // A browser's own cache may hold what an earlier build had under this name, so that one attempt goes past it.
  for (const cache of ['no-cache', 'reload'] as const) {
    const response = await fetch(url, {cache: isImmutable(file) && cache === 'no-cache' ? 'default' : cache});
    if (response.status !== 200) throw new Error(`${url} answers ${response.status}`);
    const bytes = await response.arrayBuffer();
    if (await isOfThisBuild(file, bytes, manifest)) return storable(bytes, response, hash);
  }
  throw new Error(`${url} is not what this build made`);
}

/** Whether all files are there: a browser may have thrown some away. */
export async function isWhole(): Promise<boolean> {
  const keys = new Set((await (await caches.open(OWN)).keys()).map(({url}) => url));
  return Object.keys(manifest.files).every((file) => keys.has(keyOf(file)));
}

/**
 * Removes the caches of earlier versions. Of the one that answered until now stays what open pages of it may still
 * ask for: files whose names no other build has.
 */
export async function takeOver(): Promise<void> {
  for (const name of await namesOf((other) => other !== OWN)) {
    const cache = await caches.open(name);
    if (!(await cache.match(ACTIVE))) {
      await caches.delete(name);
      continue;
    }
    for (const {url} of await cache.keys()) if (!isImmutable(new URL(url).pathname)) await cache.delete(url);
  }
  await (await caches.open(OWN)).put(ACTIVE, new Response(''));
}

/** The file that is kept ready for an address; undefined where none is. */
export function fileFor(url: URL): string | undefined {
  const path = pathBelow(url.pathname, manifest);
  if (path === undefined) return undefined;
  return filesFor(path, manifest).find((file) => Object.hasOwn(manifest.files, file));
}

/** A file of this version from its cache. */
export async function readyFile(file: string): Promise<Response | undefined> {
  return (await caches.open(OWN)).match(keyOf(file));
}

/** A file whose name tells its content, from this version's cache or the one before. */
export async function immutableFile(url: URL): Promise<Response | undefined> {
  for (const cache of await openAll(() => true)) {
    const response = await cache.match(url.origin + url.pathname);
    if (response) return response;
  }
  return undefined;
}

async function namesOf(isWanted: (name: string) => boolean): Promise<string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(PREFIX) && isWanted(name));
}

async function openAll(isWanted: (name: string) => boolean): Promise<Cache[]> {
  return Promise.all((await namesOf(isWanted)).map((name) => caches.open(name)));
}
