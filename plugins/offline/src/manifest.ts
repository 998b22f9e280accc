import {createHash} from 'node:crypto';
import type {PluginOptions} from './options.js';
import type {SiteFiles} from './site-files.js';
import type {Kept} from './what-to-keep.js';
import {HASH_DIGITS, type Manifest, type Words} from './worker/manifest.js';

/** What a manifest is made of beside the files. */
export interface ManifestFacts {
  lang: string;
  /** The day for which the build speaks. */
  built: string;
  alerts: Manifest['alerts'];
  words: Words;
}

/** Writes down what is kept of a site, each file with its content's digest. */
export async function makeManifest(
  kept: Kept,
  site: SiteFiles,
  {deadline}: Pick<PluginOptions, 'deadline'>,
  facts: ManifestFacts,
): Promise<Omit<Manifest, 'version'>> {
  const files: Manifest['files'] = {};
  for (const file of kept.files) {
    const bytes = await site.read(file);
    files[file] = [digest(bytes), bytes.byteLength];
  }
  const {base, leaveAlone, pagesAreFolders} = site.shape;
  const {home, pages, shell} = kept;
  return {base, leaveAlone, ...facts, deadline, pagesAreFolders, home, shell, files, pages};
}

/** The beginning of the SHA-256 of a file or a text, in hex. */
export function digest(content: Buffer | string): string {
  return createHash('sha256').update(content).digest('hex').slice(0, HASH_DIGITS);
}
