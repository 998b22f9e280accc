import type {Manifest} from './manifest.js';

/**
 * The path of an address below the base, decoded; undefined for what the worker has no business with.
 *
 * @param pathname as in a URL, without query and hash
 */
export function pathBelow(
  pathname: string,
  {base, leaveAlone}: Pick<Manifest, 'base' | 'leaveAlone'>,
): string | undefined {
  const isOurs = (path: string, folder: string) => path.startsWith(folder) || `${path}/` === folder;
  if (!isOurs(pathname, base) || leaveAlone.some((folder) => isOurs(pathname, folder))) return undefined;
  try {
    return decodeURIComponent(pathname.slice(base.length));
  } catch {
    return undefined;
  }
}

/**
 * The files that a static host may serve for a path, the likeliest first: `/x`, `/x/`, `/x.html` and
 * `/x/index.html` are one page.
 *
 * @param path below the base, decoded
 */
export function filesFor(path: string, {pagesAreFolders}: Pick<Manifest, 'pagesAreFolders'>): string[] {
  if (path === '' || path === 'index.html') return ['index.html'];
  const folder = (name: string) => `${name}/index.html`;
  const both = (name: string) =>
    pagesAreFolders ? [folder(name), `${name}.html`] : [`${name}.html`, folder(name)];
  if (path.endsWith('/')) return [`${path}index.html`, `${path.slice(0, -1)}.html`];
  if (path.endsWith('/index.html')) return [path, `${path.slice(0, -'/index.html'.length)}.html`];
  if (path.endsWith('.html')) return [path, folder(path.slice(0, -'.html'.length))];
  return [path, ...both(path)];
}

/** The path below the base by which a file is fetched, so that no host has to lead from one form to another. */
export function pathOf(file: string, {pagesAreFolders}: Pick<Manifest, 'pagesAreFolders'>): string {
  if (file === 'index.html') return '';
  const path = file.endsWith('/index.html')
    ? file.slice(0, -'index.html'.length)
    : pagesAreFolders
      ? file
      : file.replace(/\.html$/, '');
  return path.split('/').map(encodeURIComponent).join('/');
}

/**
 * Where the address of an alert leads, as the site's own pages for alerts have it: in any case, with the query.
 *
 * @returns path with base, query and hash; undefined for what is no alert's address
 */
export function alertPage(
  {pathname, search}: Pick<URL, 'pathname' | 'search'>,
  site: Pick<Manifest, 'base' | 'leaveAlone' | 'alerts'>,
): string | undefined {
  const {folder, pages} = site.alerts ?? {folder: '', pages: {}};
  const path = pageName(pathBelow(pathname, site) ?? '');
  if (folder === '' || !path.toLowerCase().startsWith(folder.toLowerCase())) return undefined;
  const name = path.slice(folder.length).normalize('NFC').toLowerCase();
  const [page, hash] = (Object.hasOwn(pages, name) ? pages[name] : undefined)?.split('#', 2) ?? [];
  return page === undefined ? undefined : page + search + (hash === undefined ? '' : `#${hash}`);
}

/** One name for all forms of a page's path below the base. */
export function pageName(path: string): string {
  return path
    .replace(/(^|\/)index\.html$/, '$1')
    .replace(/\.html$/, '')
    .replace(/\/$/, '');
}

/**
 * Whether a file's name changes with its content, so that a copy of it is never out of date: what the bundler
 * writes, and Pagefind's parts of an index.
 */
export function isImmutable(path: string): boolean {
  const byBundler =
    /(^|\/)assets\/(js\/[^/]+\.[\da-f]{8,}\.js|css\/[^/]+\.[\da-f]{8,}\.css|(images|files|fonts|medias)\/[^/]+-[\da-f]{32}\.\w+)$/;
  return byBundler.test(path) || /_[\da-f]{7,}\.pf_\w+$/.test(path);
}

/** Whether a file is a page. */
export function isPage(file: string): boolean {
  return file.endsWith('.html');
}
