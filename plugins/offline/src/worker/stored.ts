import {cachePrefix} from './manifest.js';
import {manifest} from './state.js';

/** Name of the cache of what was visited, which outlives versions. */
export const VISITED = `${cachePrefix(manifest.base)}visited`;

const HASH_HEADER = 'x-opsbinder-hash';

// They speak of the transfer, which is over, or would have a viewer ask for parts that nobody serves offline.
const OF_THE_TRANSFER = ['accept-ranges', 'content-encoding', 'content-length', 'set-cookie', 'vary'];

/**
 * A response to be stored, made anew: one that was led elsewhere may not answer a navigation.
 *
 * @param hash what the manifest has for this file; later versions of the worker know it by that
 */
export function storable(bytes: ArrayBuffer, {headers}: Response, hash = ''): Response {
  const kept = new Headers(headers);
  for (const name of OF_THE_TRANSFER) kept.delete(name);
  if (hash !== '') kept.set(HASH_HEADER, hash);
  return new Response(bytes, {status: 200, headers: kept});
}

/** The hash under which a response was stored. */
export function storedHash(response: Response): string | null {
  return response.headers.get(HASH_HEADER);
}

/** Calls `work` for all items, a few at a time; fails with the first that fails. */
export async function forAll<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const next = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({length: 6}, next));
}
