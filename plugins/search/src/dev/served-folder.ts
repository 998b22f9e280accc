import {randomBytes} from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const NEWEST = 'newest.json';

// A browser may still show results of the index before, and fetch more of them.
const INDEXES_KEPT = 3;

/**
 * The folder that the development server serves as `pagefind/`. Each index has a folder of its own in there, and a
 * small file names the newest, so that a search never meets half an index.
 */
export interface ServedFolder {
  /** Writes files beside the indexes, such as settings that the search reads, by name. */
  writeFiles(files: Readonly<Record<string, string>>): void;
  /**
   * Makes room for an index, has it written, and names it the newest.
   *
   * @param write writes the index into the folder whose path it gets
   */
  add(write: (dir: string) => Promise<void>): Promise<void>;
  /** Tells browsers that wait for the first index why there is none. */
  fail(problem: string): void;
}

/**
 * Makes the folder anew: what an earlier server left may be of other pages, or for other readers.
 *
 * @param dir its absolute path
 * @param browserCode the module that browsers load as Pagefind's: `browser/newest-index`, compiled
 */
export function openServedFolder(dir: string, browserCode: string): ServedFolder {
  fs.rmSync(dir, {recursive: true, force: true});
  fs.mkdirSync(dir, {recursive: true});
  fs.copyFileSync(browserCode, path.join(dir, 'pagefind.js'));
  const kept: string[] = [];
  const name = (newest: {folder?: string; problem?: string}) =>
    replaceFile(path.join(dir, NEWEST), JSON.stringify(newest));
  name({});
  return {
    writeFiles(files) {
      for (const [file, text] of Object.entries(files)) replaceFile(path.join(dir, file), text);
    },
    async add(write) {
      // No browser may take it for one that an earlier server had.
      const folder = randomBytes(6).toString('hex');
      try {
        await write(path.join(dir, folder));
      } catch (error) {
        fs.rmSync(path.join(dir, folder), {recursive: true, force: true});
        throw error;
      }
      name({folder});
      kept.push(folder);
      for (const old of kept.splice(0, kept.length - INDEXES_KEPT)) {
        fs.rmSync(path.join(dir, old), {recursive: true, force: true});
      }
    },
    fail(problem) {
      if (kept.length === 0) name({problem});
    },
  };
}

// Whoever reads meanwhile gets the old file or the new one, and no half of either.
function replaceFile(file: string, text: string): void {
  fs.writeFileSync(`${file}.new`, text);
  fs.renameSync(`${file}.new`, file);
}
