import type {Manifest} from './worker/manifest.js';
import {isPage} from './worker/paths.js';

const MB = 1_000_000;
const LARGEST = 5;

/** What is printed after the build. */
export function sizeLine(files: Manifest['files'], limit: number): string {
  const {count, bytes} = sum(Object.values(files));
  return `Offline: ${count} files, ${inMB(bytes)} kept ready (limit ${limit} MB).`;
}

/**
 * Stops a build whose offline copy is larger than the site wants browsers to fetch.
 *
 * @throws Error naming the largest files, what the kinds of files come to, and how to mend it
 */
export function checkLimit(files: Manifest['files'], limit: number): void {
  const {count, bytes} = sum(Object.values(files));
  if (bytes <= limit * MB) return;
  const largest = Object.entries(files)
    .sort(([, [, a]], [, [, b]]) => b - a)
    .slice(0, LARGEST)
    .map(([file, [, size]]) => `  ${file} (${inMB(size)})`);
  const kinds = new Map<string, Manifest['files'][string][]>();
  for (const [file, entry] of Object.entries(files)) {
    kinds.set(kindOf(file), [...(kinds.get(kindOf(file)) ?? []), entry]);
  }
  const parts = [...kinds]
    .map(([kind, entries]) => ({kind, ...sum(entries)}))
    .sort((a, b) => b.bytes - a.bytes)
    .map((part) => `${part.kind} ${inMB(part.bytes)} (${part.count})`);
  throw new Error(
    [
      `Opsbinder: the offline copy would be ${inMB(bytes)} in ${count} files, and the limit is ${limit} MB.`,
      `It holds: ${parts.join(', ')}.`,
      'The largest files:',
      ...largest,
      'Mend: keep fewer pages (option tiers, such as [0]), leave files out (option except), or allow more (option limit, in MB). These are options of offline in the preset, or of the plugin.',
    ].join('\n'),
  );
}

function sum(entries: readonly Manifest['files'][string][]): {count: number; bytes: number} {
  return {count: entries.length, bytes: entries.reduce((total, [, size]) => total + size, 0)};
}

function kindOf(file: string): string {
  if (isPage(file)) return 'pages';
  if (/\.(js|css)$/.test(file)) return 'scripts and styles';
  if (/\.pdf$/.test(file)) return 'PDFs';
  return /pagefind|\.pf_/.test(file) ? 'search' : 'pictures and other files';
}

function inMB(bytes: number): string {
  return bytes < MB / 100
    ? `${Math.ceil(bytes / 1000)} kB`
    : `${(bytes / MB).toFixed(bytes < MB ? 2 : 1)} MB`;
}
