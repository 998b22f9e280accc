import fs from 'node:fs/promises';
import path from 'node:path';
import {compareText} from '@opsbinder/core';

/** Says of a folder that it was written here, and which of its files were. */
export const MARKER = 'opsbinder-copy.json';
const SCHEMA = 'opsbinder/usb-copy/1';

// What systems leave on every stick they see.
const LITTER =
  /^(\.DS_Store|\._.*|\.Spotlight-V100|\.Trash.*|\.Trashes|\.fseventsd|Thumbs\.db|desktop\.ini|System Volume Information|\$RECYCLE\.BIN|\.directory)$/i;

/**
 * Makes sure that the copy may be written into a folder: that it is apart from the site, and that it holds nothing but
 * an earlier copy.
 *
 * @returns the files of the earlier copy, relative to the folder
 * @throws Error saying what stands in the way, and what to do
 */
export async function checkOutFolder(out: string, from: string): Promise<string[]> {
  const [real, source] = [await realPath(out), await realPath(from)];
  if (isWithin(real, source) || isWithin(source, real)) {
    throw new Error(
      `The copy cannot be written to ${out}: that folder and the built site in ${from} must not lie within each other. Name another one with --out.`,
    );
  }
  const found = await filesBelow(out);
  if (found === undefined) {
    throw new Error(`The copy cannot be written to ${out}: that is a file. Name a folder with --out.`);
  }
  if (found.length === 0) return [];
  const written = await readMarker(out);
  if (!written) {
    throw new Error(
      `${out} is not empty, and holds no copy that this command has written (${MARKER} is not there). Nothing was changed. Name an empty folder with --out.`,
    );
  }
  const known = new Set([...written, MARKER]);
  const strangers = found.filter((file) => !known.has(file));
  if (strangers.length > 0) {
    const names = strangers.slice(0, 3).join(', ') + (strangers.length > 3 ? ', …' : '');
    throw new Error(
      `${out} holds ${strangers.length} ${strangers.length === 1 ? 'file' : 'files'} that this command has not written: ${names}. Nothing was changed. Move them away, or name another folder with --out.`,
    );
  }
  return found.filter((file) => file !== MARKER);
}

/**
 * Writes a copy in place of an earlier one.
 *
 * @param earlier the files of that one, which {@link checkOutFolder} has found
 * @returns how many bytes it takes
 */
export async function writeCopy(
  out: string,
  files: ReadonlyMap<string, string | Buffer>,
  earlier: readonly string[],
): Promise<number> {
  await fs.mkdir(out, {recursive: true});
  const names = [...files.keys()].sort(compareText);
  // First of all, so that a copy that was broken off can be written anew. Until then both old and new are known.
  await writeMarker(out, [...new Set([...earlier, ...names])].sort(compareText));
  for (const file of earlier) if (!files.has(file)) await fs.rm(path.join(out, file), {force: true});
  await removeEmptyFolders(out, earlier);
  let size = 0;
  for (const name of names) {
    const content = files.get(name) ?? '';
    const target = path.join(out, name);
    await fs.mkdir(path.dirname(target), {recursive: true});
    // A link in its place is replaced, and not followed.
    await fs.rm(target, {force: true});
    await fs.writeFile(target, content);
    size += Buffer.byteLength(content);
  }
  return size + (await writeMarker(out, names));
}

async function writeMarker(out: string, files: readonly string[]): Promise<number> {
  const text = `${JSON.stringify({schema: SCHEMA, files}, null, 1)}\n`;
  await fs.writeFile(path.join(out, MARKER), text);
  return Buffer.byteLength(text);
}

async function readMarker(out: string): Promise<string[] | undefined> {
  try {
    const {schema, files} = JSON.parse(await fs.readFile(path.join(out, MARKER), 'utf8'));
    return schema === SCHEMA && Array.isArray(files) ? files : undefined;
  } catch {
    return undefined;
  }
}

async function removeEmptyFolders(out: string, earlier: readonly string[]): Promise<void> {
  const folders = new Set(earlier.flatMap(parentFolders));
  for (const folder of [...folders].sort((a, b) => b.length - a.length)) {
    // It fails for a folder that holds something, as it should.
    await fs.rmdir(path.join(out, folder)).catch(() => {});
  }
}

function parentFolders(file: string): string[] {
  const parts = file.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

/** All files below a folder, with `/`; none where there is no folder, undefined where it is a file. */
export async function filesBelow(folder: string): Promise<string[] | undefined> {
  const stat = await fs.stat(folder).catch(() => undefined);
  if (!stat) return [];
  if (!stat.isDirectory()) return undefined;
  const found: string[] = [];
  const read = async (below: string): Promise<void> => {
    for (const entry of await fs.readdir(path.join(folder, below), {withFileTypes: true})) {
      if (LITTER.test(entry.name)) continue;
      const name = path.posix.join(below, entry.name);
      // A link is looked at as a file, and never followed out of the folder.
      if (entry.isDirectory()) await read(name);
      else found.push(name);
    }
  };
  await read('');
  return found.sort(compareText);
}

function isWithin(folder: string, other: string): boolean {
  const way = path.relative(other, folder);
  return way === '' || (way.split(path.sep)[0] !== '..' && !path.isAbsolute(way));
}

// Of a folder that is not there yet, what is there of its path counts.
async function realPath(folder: string): Promise<string> {
  try {
    return await fs.realpath(folder);
  } catch {
    const parent = path.dirname(folder);
    return parent === folder ? folder : path.join(await realPath(parent), path.basename(folder));
  }
}
