import fs from 'node:fs/promises';
import path from 'node:path';
import {docsHealth, type Handbook} from '@opsbinder/core';
import {commitOf, sharedFindings} from '@opsbinder/handbook';

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
