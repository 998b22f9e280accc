import fs from 'node:fs/promises';
import path from 'node:path';
import {Globby, posixPath} from '@docusaurus/utils';
import {
  fileHash,
  filesHash,
  readFrontMatter,
  splitFrontMatter,
  textsOf,
  valueAt,
  type WatchedHash,
} from '@opsbinder/core';
import {buildStore} from './store.js';

/** A page that may watch something. */
interface Watcher {
  /** Its file, relative to the site. */
  source: string;
  text: string;
}

/**
 * Lets an API description be watched as `openapi:<id>`.
 *
 * @param id the id of the plugin that shows it
 * @param read gives the whole description as text, with all that it refers to
 */
export function offerApiDescription(id: string, read: () => Promise<string>): void {
  buildStore().apiDescriptions.set(id, read);
}

/**
 * Reads whatever the pages watch, each thing once.
 *
 * @param siteDir the folder from which paths are read that do not begin with `./` or `../`; those are relative to
 *   their page's file
 * @returns a function that tells the fingerprint of what a page watches
 */
export async function readWatched(siteDir: string, pages: readonly Watcher[]): Promise<WatchedHash> {
  const hashes = new Map<string, Promise<string | undefined>>();
  const folderOf = ({source}: {source: string}, name: string) =>
    /^\.\.?\//.test(name) ? path.dirname(path.resolve(siteDir, source)) : siteDir;
  const placeOf = (page: {source: string}, name: string) => JSON.stringify([folderOf(page, name), name]);
  for (const page of pages) {
    for (const name of watchesOf(page)) {
      const place = placeOf(page, name);
      if (!hashes.has(place)) hashes.set(place, hashOf(name, folderOf(page, name)));
    }
  }
  const settled = new Map(
    await Promise.all([...hashes].map(async ([place, hash]) => [place, await hash] as const)),
  );
  return (page, name) => settled.get(placeOf(page, name));
}

const API_PREFIX = 'openapi:';

function watchesOf({source, text}: Watcher): string[] {
  // Few pages watch anything; the others need not be read twice.
  if (!splitFrontMatter(text).yaml?.includes('watches')) return [];
  const {tree} = readFrontMatter(text, source);
  return textsOf(valueAt(tree, 'watches')).map((item) => item.text);
}

async function hashOf(name: string, folder: string): Promise<string | undefined> {
  try {
    return name.startsWith(API_PREFIX)
      ? await hashOfApi(name.slice(API_PREFIX.length))
      : await hashOfFiles(name, folder);
  } catch {
    // A name that no disk can hold, a file that may not be read: for the page it is not there.
    return undefined;
  }
}

async function hashOfApi(id: string): Promise<string | undefined> {
  // One that cannot be read is reported by the plugin that shows it.
  const description = await buildStore().apiDescriptions.get(id)?.();
  return description === undefined ? undefined : fileHash('openapi.json', Buffer.from(description));
}

async function hashOfFiles(name: string, folder: string): Promise<string | undefined> {
  const place = path.resolve(folder, name);
  const stat = await fs.stat(place).catch(() => undefined);
  if (stat?.isFile()) return fileHash(place, await fs.readFile(place));
  const [cwd, pattern] = stat?.isDirectory() ? [place, '**'] : [folder, name];
  const files = await Globby(pattern, {cwd, dot: true, ignore: GENERATED});
  if (files.length === 0) return undefined;
  return filesHash(
    await Promise.all(
      files.map(async (file) => ({
        name: posixPath(file),
        hash: fileHash(file, await fs.readFile(path.resolve(cwd, file))),
      })),
    ),
  );
}

// What a build or an installation writes anew is nobody's change.
const GENERATED = ['**/node_modules/**', '**/.git/**', '**/.docusaurus/**', '**/build/**'];
