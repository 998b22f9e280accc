import path from 'node:path';
import {compareText} from '@opsbinder/core';

/** Where a site's files stand in its copy, and which address leads to which of them. */
export interface SiteFiles {
  /** Path in the copy for each path in the built site that is taken along. Both with `/`, relative to their folder. */
  readonly places: ReadonlyMap<string, string>;
  /** Whether the built site has such a file, taken along or not. */
  readonly all: ReadonlySet<string>;
  /** The site's address, with the slash at its end. */
  readonly root: URL;
  /** Where a file sends its readers on, as the file says it; such a file is not taken along. */
  readonly redirects: Map<string, string>;
}

/** What a link leads to. */
export type Target =
  | {kind: 'file'; file: string; query: string; hash: string}
  /** Outside the site; `href` is an address that holds wherever the copy is. */
  | {kind: 'outside'; href: string}
  | {kind: 'nothing'};

// What the app needs and what hosts and web search engines read. None of it does anything in a folder.
const LEFT_OUT = [
  /^404\.html$/,
  /(^|\/)404\.html$/,
  /(^|\/)assets\/js\//,
  /(^|\/)pagefind\//,
  /(^|\/)sw\.js$/,
  /(^|\/)(sitemap\.xml|opensearch\.xml|robots\.txt|manifest\.json|manifest\.webmanifest)$/,
  /\.(map|htaccess)$/,
  /(^|\/)(rss|atom)\.(xml|xsl|css)$/,
  /(^|\/)feed\.json$/,
  /(^|\/)\./,
  /^(CNAME|_headers|_redirects)$/,
];

const OWN_NAMES = [
  'index-of-pages.html',
  'index-of-pages.js',
  'opsbinder-copy.css',
  'opsbinder-copy.js',
  'opsbinder-copy-index.js',
  'opsbinder-copy.json',
];

// Addresses that act instead of leading anywhere.
const ACTIVE = /^(?:javascript|vbscript):$/;

/** Sorts out which of a built site's files belong into the copy, and under which names. */
export function readSiteFiles(files: readonly string[], url: string, baseUrl: string): SiteFiles {
  const places = new Map<string, string>();
  // What the copy itself brings along; a page of the site's own of such a name gets another.
  const taken = new Set<string>(OWN_NAMES.map(foldCase));
  for (const file of [...files].sort(compareText)) {
    if (LEFT_OUT.some((pattern) => pattern.test(file))) continue;
    const place = freePlace(safePath(file), taken);
    taken.add(foldCase(place));
    places.set(file, place);
  }
  return {places, all: new Set(files), root: new URL(baseUrl, url), redirects: new Map()};
}

/**
 * A path that every file system of a stick can hold: FAT refuses some characters and names of devices, and Windows
 * a dot or a space at a name's end.
 */
export function safePath(file: string): string {
  return file
    .normalize('NFC')
    .split('/')
    .map((name) =>
      name
        // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what FAT refuses
        .replace(/[<>:"\\|?*\u0000-\u001f]/g, '_')
        .replace(/[. ]$/, '_')
        .replace(/^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i, '$1_'),
    )
    .join('/');
}

// On FAT, as on most Macs, Page.html and page.html are one file.
function freePlace(place: string, taken: ReadonlySet<string>): string {
  const {dir, name, ext} = path.posix.parse(place);
  for (let count = 2, free = place; ; count += 1) {
    if (!taken.has(foldCase(free))) return free;
    free = path.posix.join(dir, `${name}-${count}${ext}`);
  }
}

function foldCase(place: string): string {
  return place.toUpperCase().toLowerCase();
}

/**
 * Finds the file behind a link.
 *
 * @param href as the page writes it
 * @param page the address of the page, against which it counts
 */
export function resolveLink(site: SiteFiles, href: string, page: URL): Target {
  let [url, via]: [URL | undefined, URL] = [parseUrl(href, page), page];
  for (let hops = 0; url && hops < 10; hops += 1) {
    if (ACTIVE.test(url.protocol)) return {kind: 'nothing'};
    if (!isOfHost(site, url))
      return {kind: 'outside', href: url.protocol === 'file:' ? href : outside(href, url)};
    const file = fileAt(site, url.pathname);
    const onward: string | undefined = file === undefined ? undefined : site.redirects.get(file);
    if (onward !== undefined) {
      const {search, hash}: URL = url;
      via = url;
      url = parseUrl(onward, via);
      if (url && isOfHost(site, url)) {
        url.search ||= search;
        // The heading that a link names wins over the one that it would be sent to.
        url.hash = hash || url.hash;
      }
      continue;
    }
    if (file !== undefined && site.places.has(file)) {
      return {kind: 'file', file, query: url.search, hash: url.hash};
    }
    // Something else on the same host. A path alone may be no more than a mistake.
    const isNamedInFull = /^\s*(https?:)?\/\//i.test(href);
    const isElsewhere = !url.pathname.startsWith(site.root.pathname) || (isNamedInFull && file === undefined);
    return isElsewhere ? {kind: 'outside', href: url.href} : {kind: 'nothing'};
  }
  return url ? {kind: 'nothing'} : {kind: 'outside', href};
}

function outside(href: string, url: URL): string {
  // `//host/…` would be looked for in the folder's own file system.
  return href.trim().startsWith('//') ? url.href : href;
}

function parseUrl(href: string, base: URL): URL | undefined {
  try {
    return new URL(href, base);
  } catch {
    return undefined;
  }
}

function isOfHost({root}: SiteFiles, url: URL): boolean {
  return /^https?:$/.test(url.protocol) && url.host === root.host;
}

/** The file that a host would answer with, taken along or not. */
function fileAt({root, all}: SiteFiles, pathname: string): string | undefined {
  const base = root.pathname;
  if (`${pathname}/` === base) return all.has('index.html') ? 'index.html' : undefined;
  if (!pathname.startsWith(base)) return undefined;
  const name = decodePath(pathname.slice(base.length));
  if (name === undefined) return undefined;
  const bare = name.replace(/\/+$/, '');
  // Docusaurus puts a slash behind the names of files, too, where all addresses are to have one.
  const candidates = bare === '' ? ['index.html'] : [name, `${bare}/index.html`, `${bare}.html`, bare];
  return candidates.find((file) => all.has(file));
}

function decodePath(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
}

/** The address from one file of the copy to another: relative, and naming a file, as a folder has no index. */
export function relativeLink(from: string, to: string, {query = '', hash = ''} = {}): string {
  if (from === to && hash !== '' && query === '') return hash;
  const way = path.posix.relative(path.posix.dirname(from), to);
  return way.split('/').map(encodeURIComponent).join('/') + query + hash;
}

/** Puts other addresses into a style sheet; what `change` gives nothing for is left empty. */
export function rewriteCss(css: string, change: (href: string) => string | undefined): string {
  const quote = (href: string) =>
    `"${(change(href) ?? 'data:,').replace(/["\\\n]/g, (c) => encodeURIComponent(c))}"`;
  return withoutScripting(css)
    .replace(
      /url\(\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|((?:[^"'()\s\\]|\\.)*))\s*\)/gi,
      (whole, double?: string, single?: string, plain?: string) => {
        const href = double ?? single ?? plain ?? '';
        return /^(data:|#|$)/i.test(href) ? whole : `url(${quote(unescapeCss(href))})`;
      },
    )
    .replace(
      /(@import\s+)(?:"([^"]*)"|'([^']*)')/gi,
      (_whole, start: string, double?: string, single?: string) => {
        return start + quote(double ?? single ?? '');
      },
    )
    .replace(/\/\*# sourceMappingURL=.*?\*\//g, '');
}

/**
 * Lets those styles hold that are meant for readers without scripts: the app is not there, whatever the browser can
 * do.
 */
function withoutScripting(css: string): string {
  return css
    .replace(/\(\s*scripting\s*:\s*none\s*\)/gi, '(min-width:0)')
    .replace(/\(\s*scripting\s*(:\s*enabled\s*)?\)/gi, '(max-width:0)');
}

function unescapeCss(text: string): string {
  return text.replace(/\\(?:([0-9a-f]{1,6})\s?|(.))/gi, (_whole, code?: string, char?: string) =>
    code ? String.fromCodePoint(Number.parseInt(code, 16)) : (char ?? ''),
  );
}

/** Puts other addresses into a `srcset`, and leaves out entries that lead to nothing. */
export function rewriteSrcset(srcset: string, change: (href: string) => string | undefined): string {
  return [...srcset.matchAll(/\s*([^\s,]\S*[^\s,]|[^\s,])(\s+[^,]+)?\s*(?:,|$)/g)]
    .flatMap(([, href = '', size = '']) => {
      const changed = change(href);
      return changed === undefined ? [] : [changed.replaceAll(',', '%2C') + size.trimEnd()];
    })
    .join(', ');
}
