import {parse} from 'parse5';
import {
  attribute,
  classes,
  closest,
  type Document,
  descendants,
  type Element,
  find,
  findClass,
  findTag,
  has,
  hasClass,
  lineOf,
  textOf,
} from './html.js';
import type {ListedPage} from './index-page.js';
import {readSections} from './page-text.js';
import {resolveLink, type SiteFiles} from './site-files.js';

/** A page as it was built. */
export interface BuiltPage {
  /** Its file in the built site. */
  file: string;
  document: Document;
  head: Element;
  body: Element;
  /** Its address in the site. */
  url: URL;
  /** The language that it says it is in, as a name of the site's. */
  locale: string | undefined;
}

/** Reads a built page. What stands in `noscript` is read as what it is: the copy has no other scripts. */
export function readPage(source: string, file: string, site: SiteFiles): BuiltPage | undefined {
  const document = parse(source, {scriptingEnabled: false});
  const head = findTag(document, 'head');
  const body = findTag(document, 'body');
  if (!head || !body) return undefined;
  const locale = descendants(head).find((element) => attribute(element, 'name') === 'docusaurus_locale');
  return {
    file,
    document,
    head,
    body,
    url: addressOf(head, file, site),
    locale: locale && attribute(locale, 'content'),
  };
}

/** Whether a page is nothing without the site's scripts: the search. */
export function needsScript({body}: BuiltPage): boolean {
  const main = findTag(body, 'main');
  return main !== undefined && has(main, 'data-needs-script');
}

/** Where a page sends its readers at once; undefined for one that is to be read. */
export function redirectOf({document}: BuiltPage): string | undefined {
  const refresh = find(
    document,
    (element) => element.tagName === 'meta' && /^refresh$/i.test(attribute(element, 'http-equiv') ?? ''),
  );
  return /^\s*[\d.]+\s*[;,]\s*url\s*=\s*["']?(.*?)["']?\s*$/i.exec(
    (refresh && attribute(refresh, 'content')) ?? '',
  )?.[1];
}

// With `trailingSlash` unset one file answers to two addresses, and links that are relative count from the one that
// the page calls its own.
function addressOf(head: Element, file: string, site: SiteFiles): URL {
  const own = new URL(
    file
      .replace(/(^|\/)index\.html$/, '$1')
      .split('/')
      .map(encodeURIComponent)
      .join('/'),
    site.root,
  );
  const canonical = descendants(head).find((element) => attribute(element, 'rel') === 'canonical');
  const href = canonical && attribute(canonical, 'href');
  const target = href === undefined ? undefined : resolveLink({...site, redirects: new Map()}, href, own);
  return href !== undefined && target?.kind === 'file' && target.file === file ? new URL(href, own) : own;
}

/**
 * What the list of all pages says of a page. Read it before the page is changed.
 *
 * @returns undefined for a page that is not to be listed
 */
export function listedPage(
  {document, head, body, url, file}: BuiltPage,
  site: SiteFiles,
  names: readonly string[],
): ListedPage | undefined {
  if (findClass(body, 'theme-unlisted-banner')) return undefined;
  const main = findTag(body, 'main');
  const title = (main && findTag(main, 'h1')) ?? findTag(head, 'title');
  const facts = find(body, (element) => has(element, 'data-tier') || has(element, 'data-freshness'));
  const badge = facts && badgeOf(facts);
  const state = badge && findTag(badge, 'strong');
  const isDocument = classes(findTag(document, 'html') ?? body).includes('plugin-docs');
  return {
    file: site.places.get(file) ?? file,
    title: title ? lineOf(title) : file,
    categories: isDocument ? categoriesOf(body) : undefined,
    position: positionInSidebar(body, file, url, site),
    tier: facts && attribute(facts, 'data-tier'),
    state: state && lineOf(state),
    names,
    sections: main ? readSections(main) : [],
    isListing: !main || has(main, 'data-pagefind-ignore'),
  };
}

/** The badge with a page's review state in its header. */
export function badgeOf(header: Element): Element | undefined {
  return find(header, (element) => classes(element).some((name) => /^badge_/.test(name)));
}

function categoriesOf(body: Element): string[] {
  const trail = findClass(body, 'breadcrumbs');
  return trail
    ? descendants(trail)
        .filter((item) => hasClass(item, 'breadcrumbs__item') && !hasClass(item, 'breadcrumbs__item--active'))
        .map(lineOf)
        .filter(Boolean)
    : [];
}

function positionInSidebar(body: Element, file: string, url: URL, site: SiteFiles): number {
  const menu = findClass(body, 'theme-doc-sidebar-menu');
  const links = menu ? descendants(menu).filter((link) => hasClass(link, 'menu__link')) : [];
  return (
    links.findIndex((link) => {
      const target = resolveLink(site, attribute(link, 'href') ?? '#', url);
      const isCategory =
        closest(link, (element) => hasClass(element, 'menu__list-item-collapsible')) !== undefined;
      return !isCategory && target.kind === 'file' && target.file === file;
    }) + 1
  );
}

/** The name that an address with nothing but a redirect stands for. */
export function nameOfRedirect({body, head}: BuiltPage): string {
  const link = findTag(body, 'a');
  const title = findTag(head, 'title');
  return link ? lineOf(link) : title ? textOf(title).trim() : '';
}
