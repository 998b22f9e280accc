import fs from 'node:fs';
import path from 'node:path';

/**
 * Whether a folder holds a page that Docusaurus would show. Its docs plugin refuses to build without one, so
 * a binder whose folder is still empty has to do without that plugin, and its navbar without links to pages.
 *
 * @param folder absolute path; a folder that does not exist has no pages
 */
export function docsHavePages(folder: string): boolean {
  let entries: fs.Dirent[];
  try {
    entries = fs.readdirSync(folder, {withFileTypes: true});
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
  // By Docusaurus's defaults, names that begin with an underscore are partials.
  return entries.some((entry) => {
    if (entry.name.startsWith('_') || entry.name === 'node_modules') return false;
    const child = path.join(folder, entry.name);
    const isFolder = entry.isDirectory() || (entry.isSymbolicLink() && fs.statSync(child).isDirectory());
    return isFolder ? docsHavePages(child) : /\.mdx?$/.test(entry.name);
  });
}
