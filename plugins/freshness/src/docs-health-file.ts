import {execFile} from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import {promisify} from 'node:util';
import {docsHealth, type Handbook} from '@opsbinder/core';
import {sharedFindings} from '@opsbinder/handbook';

/** Writes what is known of every page into the built site. */
export async function writeDocsHealth(
  handbook: Handbook,
  {file, outDir, siteDir}: {file: string; outDir: string; siteDir: string},
): Promise<void> {
  const target = path.join(outDir, file);
  await fs.mkdir(path.dirname(target), {recursive: true});
  const health = docsHealth(handbook, await commitOf(siteDir), sharedFindings());
  await fs.writeFile(target, `${JSON.stringify(health, null, 2)}\n`);
}

/** The commit that is checked out; null outside a git checkout or without git, which is no mistake. */
async function commitOf(siteDir: string): Promise<string | null> {
  try {
    const {stdout} = await promisify(execFile)('git', ['rev-parse', 'HEAD'], {cwd: siteDir});
    return stdout.trim();
  } catch {
    return null;
  }
}
