import {createHash} from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import {gunzipSync, gzipSync} from 'node:zlib';

/** Indexes of fewer pages stay as they are: a browser keeps what has not changed from one build to the next. */
export const COMPACT_FROM = 500;

interface Entry {
  languages: Record<string, {hash: string; page_count: number}>;
}

/** Kinds of files that the list of an index names, and where they are. */
const LISTED = [
  {folder: 'fragment', extension: '.pf_fragment'},
  {folder: 'index', extension: '.pf_index'},
] as const;

/**
 * Makes the list of pages smaller, which every browser fetches before its first search and which grows with every
 * page. Pagefind names the file of each page after what is in it, so the list is mostly noise: seven bytes a page.
 * Here the files of an index are numbered behind one fingerprint of them all, which leaves two or three. They get new
 * names with each build in which anything changes, so only large indexes are treated so.
 *
 * @param dir folder with an index as Pagefind writes it
 * @returns names of the languages whose index was made smaller; an index of another make is left as it is
 */
export async function compactIndex(dir: string): Promise<string[]> {
  const entryFile = path.join(dir, 'pagefind-entry.json');
  const entry = JSON.parse(await fs.readFile(entryFile, 'utf8')) as Entry;
  const done: string[] = [];
  for (const [language, index] of Object.entries(entry.languages)) {
    if (index.page_count < COMPACT_FROM) continue;
    const hash = await compactLanguage(dir, language, index.hash);
    if (!hash) continue;
    index.hash = hash;
    done.push(language);
  }
  if (done.length > 0) await fs.writeFile(entryFile, JSON.stringify(entry));
  return done;
}

async function compactLanguage(dir: string, language: string, hash: string): Promise<string | undefined> {
  const metaFile = path.join(dir, `pagefind.${hash}.pf_meta`);
  const list = gunzipSync(await fs.readFile(metaFile));
  const digest = createHash('sha256').update(list).digest('hex').slice(0, 10);
  const renamed: {from: string; to: string}[] = [];
  let compact: Buffer = list;
  for (const {folder, extension} of LISTED) {
    const names = (await fs.readdir(path.join(dir, folder)))
      .filter((file) => file.startsWith(`${language}_`) && file.endsWith(extension))
      .map((file) => file.slice(0, -extension.length));
    const numbered = numberNames(compact, names, `${language}_${digest}`);
    if (!numbered) return undefined;
    compact = numbered.list;
    for (const [name, numberedName] of numbered.names) {
      const fileOf = (base: string) => path.join(dir, folder, base + extension);
      renamed.push({from: fileOf(name), to: fileOf(numberedName)});
    }
  }
  const newHash = `${language}_${digest}`;
  await Promise.all(renamed.map(({from, to}) => fs.rename(from, to)));
  await fs.writeFile(path.join(dir, `pagefind.${newHash}.pf_meta`), gzipSync(compact, {level: 9}));
  await fs.rm(metaFile);
  return newHash;
}

// In CBOR, in which Pagefind writes the list, a short text is its length on top of this, then its bytes.
const SHORT_TEXT = 0x60;
const LONGEST_SHORT_TEXT = 23;

/**
 * Puts numbered names in place of those in a list, in the order in which they stand there.
 *
 * @returns undefined where a name does not stand there exactly once, as one text: then it is another kind of list
 */
function numberNames(
  list: Buffer,
  names: readonly string[],
  prefix: string,
): {list: Buffer; names: ReadonlyMap<string, string>} | undefined {
  const places = names.map((name) => ({name, at: list.indexOf(textOf(name), 0)}));
  const isListed = places.every(({name, at}) => at >= 0 && list.indexOf(textOf(name), at + 1) === -1);
  if (!isListed) return undefined;
  places.sort((a, b) => a.at - b.at);
  const digits = places.length.toString(16).length;
  const numbered = new Map<string, string>();
  const pieces: Buffer[] = [];
  let reached = 0;
  for (const [number, {name, at}] of places.entries()) {
    const to = prefix + number.toString(16).padStart(digits, '0');
    if (to.length > LONGEST_SHORT_TEXT) return undefined;
    numbered.set(name, to);
    pieces.push(list.subarray(reached, at), textOf(to));
    reached = at + textOf(name).length;
  }
  pieces.push(list.subarray(reached));
  return {list: Buffer.concat(pieces), names: numbered};
}

function textOf(name: string): Buffer {
  return Buffer.concat([Buffer.from([SHORT_TEXT + name.length]), Buffer.from(name, 'latin1')]);
}
