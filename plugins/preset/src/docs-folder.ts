import fs from 'node:fs';
import path from 'node:path';
import {DefaultNumberPrefixParser} from '@docusaurus/plugin-content-docs/lib/numberPrefix.js';

/**
 * Whether a folder holds a page that Docusaurus would show. Its docs plugin refuses to build without one, so
 * a binder whose folder is still empty has to do without that plugin, and its navbar without links to pages.
 *
 * @param folder absolute path; a folder that does not exist has no pages
 */
export function docsHavePages(folder: string): boolean {
  return !pagesBelow(folder).next().done;
}

/**
 * Whether two pages of a folder would get one id, because Docusaurus takes `1-` and `2-` off their names. Its
 * docs plugin refuses to build then, over files that only want to be in order.
 *
 * @param folder absolute path
 */
export function numberPrefixesCollide(folder: string): boolean {
  const seen = new Set<string>();
  for (const file of pagesBelow(folder)) {
    const parts = path
      .relative(folder, file)
      .replace(/\.mdx?$/, '')
      .split(path.sep);
    const id = parts.map((part) => DefaultNumberPrefixParser(part).filename).join('/');
    if (seen.has(id)) return true;
    seen.add(id);
  }
  return false;
}

// By Docusaurus's defaults, names that begin with an underscore are partials, and those with a dot are hidden.
function* pagesBelow(folder: string): Generator<string> {
  for (const entry of readFolder(folder)) {
    if (/^[._]/.test(entry.name) || entry.name === 'node_modules') continue;
    const child = path.join(folder, entry.name);
    const isFolder =
      entry.isDirectory() ||
      (entry.isSymbolicLink() && fs.statSync(child, {throwIfNoEntry: false})?.isDirectory());
    if (isFolder) yield* pagesBelow(child);
    else if (/\.mdx?$/.test(entry.name)) yield child;
  }
}

function readFolder(folder: string): fs.Dirent[] {
  try {
    return fs.readdirSync(folder, {withFileTypes: true});
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
