import {createHash} from 'node:crypto';
import type {PluginOptions} from './options.js';
import type {SiteFiles} from './site-files.js';
import type {Kept} from './what-to-keep.js';
import {withoutScripts} from './worker/judge.js';
import {HASH_DIGITS, type Manifest, type Words} from './worker/manifest.js';
import {isPage} from './worker/paths.js';

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
    files[file] = [digest(bytes), bytes.byteLength, ...ofPageAlone(file, bytes, kept.shell)];
  }
  const {base, leaveAlone, pagesAreFolders} = site.shape;
  const {home, pages, shell} = kept;
  return {base, leaveAlone, ...facts, deadline, pagesAreFolders, home, shell, files, pages};
}

// Pages that know nothing of the site's scripts, such as a card in a file of its own.
function ofPageAlone(file: string, bytes: Buffer, shell: readonly string[]): [] | [string] {
  if (!isPage(file)) return [];
  const html = bytes.toString();
  const namesShell = shell.length > 0 && shell.every((script) => html.includes(script));
  return namesShell ? [] : [digest(withoutScripts(html))];
}

/** The beginning of the SHA-256 of a file or a text, in hex. */
export function digest(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex').slice(0, HASH_DIGITS);
}
