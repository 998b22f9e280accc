import {BUILT_META, type Manifest} from './manifest.js';
import {isPage, pageName, pathBelow} from './paths.js';

/** The day for which a page was built, as it says itself. */
export function builtOf(html: string): string | null {
  const [meta = ''] = new RegExp(`<meta\\b[^>]*\\bname=["']?${BUILT_META}\\b[^>]*>`, 'i').exec(html) ?? [];
  return /\bcontent=["']?(\d{4}-\d{2}-\d{2})\b/i.exec(meta)?.[1] ?? null;
}

/** Whether a page names itself one of a site like this: not the login of a hotel, nor a host's own words. */
export function isOfASite(html: string): boolean {
  return builtOf(html) !== null && html.includes('__docusaurus');
}

/** Whether a page says that it is another than the one that was asked for, as where a host serves one page for all. */
export function isAnotherPage(
  html: string,
  file: string,
  site: Pick<Manifest, 'base' | 'leaveAlone'>,
): boolean {
  const [meta = ''] = /<meta\b[^>]*\bproperty=["']?og:url\b[^>]*>/i.exec(html) ?? [];
  const address = /\bcontent=["']?([^"'\s>]+)/i.exec(meta)?.[1];
  if (address === undefined || !URL.canParse(address)) return false;
  const path = pathBelow(new URL(address).pathname, site);
  return path === undefined || pageName(path) !== pageName(file);
}

/**
 * What tells the app of one build from that of another: the names of the scripts that know all others. The day does
 * not, as two builds may be of one day, and the version of the worker is made of pages that would have to name it.
 *
 * @param scripts addresses in any form
 * @returns an empty string where it cannot be told
 */
export function appOf(scripts: readonly string[]): string {
  const names = scripts.flatMap(
    (script) => /\/assets\/js\/((?:runtime~)?main\.[\da-f]+\.js)/.exec(script)?.[1] ?? [],
  );
  return [...new Set(names)].sort().join(' ');
}

/** Addresses of the scripts that a page names, as they stand in it. */
export function scriptsIn(html: string): string[] {
  return [...html.matchAll(/<script\b[^>]*?\bsrc=["']?([^"'\s>]+)/gi)].map(([, src = '']) => src);
}

/** Whether an answer of this type can be what a file is, judged by its name. */
export function fitsName(path: string, type: string | null): boolean {
  const says = (words: string) => type?.includes(words) ?? false;
  const [, ending] = /\.(\w+)$/.exec(path) ?? [];
  if (ending === undefined || isPage(path)) return true;
  if (ending === 'js' || ending === 'mjs') return says('javascript');
  return ending === 'css' ? says('text/css') : !says('text/html');
}
