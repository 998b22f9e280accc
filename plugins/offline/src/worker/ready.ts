import {isOfThisBuild} from './judge.js';
import {cachePrefix, type Manifest} from './manifest.js';
import {filesFor, isImmutable, pathBelow, pathOf} from './paths.js';
import {ask, bytesOf} from './server.js';
import {manifest, worker} from './state.js';
import {forAll, storable, storedHash, VISITED} from './stored.js';

const PREFIX = `${cachePrefix(manifest.base)}files:`;
const OWN = PREFIX + manifest.version;
const {origin} = worker.location;
/** How long one file may take, in milliseconds. */
const PATIENCE = 60_000;
// Holds the versions that have answered, the latest first.
const STATE = `${cachePrefix(manifest.base)}state`;
const VERSIONS = `${origin}${manifest.base}?opsbinder-versions`;

const keyOf = (file: string) =>
  `${origin}${manifest.base}${file.split('/').map(encodeURIComponent).join('/')}`;

/**
 * Fills the cache of this version. What it has, and what an earlier version has unchanged, is not fetched again.
 * What was done stays when it fails, for the next attempt; the earlier version's cache is not touched at all.
 *
 * @throws Error for a file that is not to be had as this build made it
 */
export async function fill(): Promise<void> {
  try {
    await fetchMissing();
  } catch (error) {
    if ((error as Error).name !== 'QuotaExceededError') throw error;
    // What is needed in an emergency goes before what somebody has once looked at.
    await caches.delete(VISITED);
    await fetchMissing();
  }
}

async function fetchMissing(): Promise<void> {
  const own = await caches.open(OWN);
  const names = await namesOf((name) => name !== OWN);
  const others = await Promise.all(names.map((name) => caches.open(name)));
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

/** Fills the cache again where something else has emptied it: another app of the same host may clear all there are. */
export async function heal(): Promise<void> {
  const own = await caches.open(OWN);
  if ((await own.keys()).length >= Object.keys(manifest.files).length) return;
  await fill();
  const state = await caches.open(STATE);
  if (!(await state.match(VERSIONS))) await writeVersions(state, [manifest.version]);
}

/** The pages that people look for, as far as they are there. */
export async function pagesAtHand(): Promise<Manifest['pages']> {
  const has = await Promise.all(manifest.pages.map(([file]) => readyFile(file)));
  return manifest.pages.filter((_, at) => has[at]);
}

async function fetchFile(file: string, hash: string): Promise<Response> {
  const url = `${origin}${manifest.base}${pathOf(file, manifest)}`;
  // A browser's own cache may hold what an earlier build had under this name, so that one attempt goes past it.
  for (const cache of ['no-cache', 'reload'] as const) {
    const mode = isImmutable(file) && cache === 'no-cache' ? 'default' : cache;
    const response = await ask(url, {cache: mode}, PATIENCE);
    if (response?.status !== 200) throw new Error(`${url} answers ${response?.status ?? 'nothing'}`);
    const bytes = await bytesOf(response, PATIENCE);
    if (bytes && (await isOfThisBuild(file, bytes, manifest))) return storable(bytes, response, hash);
  }
  throw new Error(`${url} is not what this build made`);
}

/**
 * Removes what earlier versions have left, but for the one that answered until now: open pages of it may still ask
 * for scripts that no other build has. Pages wait while this is done, so it goes by whole caches.
 */
export async function takeOver(): Promise<void> {
  const state = await caches.open(STATE);
  const versions = ((await (await state.match(VERSIONS))?.json()) ?? []) as string[];
  const kept = [manifest.version, ...versions.filter((version) => version !== manifest.version)].slice(0, 2);
  const old = await namesOf((name) => !kept.includes(name.slice(PREFIX.length)));
  await Promise.all(old.map((name) => caches.delete(name)));
  await writeVersions(state, kept);
}

function writeVersions(state: Cache, versions: string[]): Promise<void> {
  return state.put(VERSIONS, new Response(JSON.stringify(versions)));
}

/** The file that is kept ready for an address; undefined where none is. */
export function fileFor(url: URL): string | undefined {
  const path = pathBelow(url.pathname, manifest);
  if (path === undefined) return undefined;
  return filesFor(path, manifest).find((file) => Object.hasOwn(manifest.files, file));
}

/** A file of this version from its cache, which is not made anew by asking: it may have been removed for good. */
export function readyFile(file: string): Promise<Response | undefined> {
  return caches.match(keyOf(file), {cacheName: OWN});
}

/** A file whose name tells its content, from this version's cache or else the one before. */
export async function immutableFile(url: URL): Promise<Response | undefined> {
  for (const cacheName of [OWN, ...(await namesOf((name) => name !== OWN))]) {
    const response = await caches.match(url.origin + url.pathname, {cacheName});
    if (response) return response;
  }
  return undefined;
}

async function namesOf(isWanted: (name: string) => boolean): Promise<string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(PREFIX) && isWanted(name));
}
