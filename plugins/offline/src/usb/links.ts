import {
  attribute,
  createElement,
  descendants,
  type Element,
  has,
  type Parent,
  remove,
  rename,
  replace,
  setAttribute,
  textOf,
} from './html.js';
import {relativeLink, resolveLink, rewriteCss, rewriteSrcset, type SiteFiles} from './site-files.js';

/** Where a page stands, and what is wrong with its links. */
export interface PagePlace {
  /** Its file in the copy. */
  file: string;
  /** Its address in the site, against which its links count. */
  url: URL;
  /** Leave addresses in full as they are. */
  keepsFull?: boolean;
}

/** A link that leads to nothing in the copy. */
export interface LostLink {
  file: string;
  href: string;
}

const SOURCES = new Set(['audio', 'embed', 'iframe', 'img', 'input', 'source', 'track', 'video']);

/**
 * Makes every address of a page one that holds in a folder: relative, and naming a file. What leads to nothing
 * becomes words, and a picture what it says.
 *
 * @returns the links that led to nothing
 */
export function rewriteLinks(page: Parent, place: PagePlace, site: SiteFiles): LostLink[] {
  const lost: LostLink[] = [];
  const change = (href: string) => {
    const changed = changeHref(href, place, site);
    if (changed === undefined) lost.push({file: place.file, href});
    return changed;
  };
  for (const element of descendants(page)) {
    const {tagName} = element;
    if (tagName === 'a' || tagName === 'area') changeLink(element, change);
    else if (tagName === 'link') changeOrRemove(element, 'href', change);
    else if (tagName === 'style') changeStyleElement(element, change);
    else if (tagName === 'form') setAttribute(element, 'action', undefined);
    else if (SOURCES.has(tagName)) changeSource(element, change);
    else if (tagName === 'object') changeOrRemove(element, 'data', change);
    else if (tagName === 'image' || tagName === 'use') changeSvgLink(element, change);
    const style = attribute(element, 'style');
    if (style && /url\(|scripting/i.test(style)) setAttribute(element, 'style', rewriteCss(style, change));
  }
  return lost;
}

/** An address as it holds in the copy; undefined where it leads to nothing. */
export function changeHref(
  href: string,
  {file, url, keepsFull}: PagePlace,
  site: SiteFiles,
): string | undefined {
  if (/^\s*#/.test(href)) return href.trim();
  if (keepsFull && /^\s*https?:/i.test(href)) return href;
  const target = resolveLink(site, href, url);
  if (target.kind === 'nothing') return undefined;
  if (target.kind === 'outside') return target.href;
  return relativeLink(file, site.places.get(target.file) ?? target.file, target);
}

type Change = (href: string) => string | undefined;

function changeLink(link: Element, change: Change): void {
  const href = attribute(link, 'href');
  if (href === undefined) return;
  const changed = change(href);
  if (changed === undefined) {
    rename(link, 'span', ['class', 'id', 'title', 'lang', 'dir']);
    return;
  }
  setAttribute(link, 'href', changed);
  if (/^[a-z][\w+.-]*:/i.test(changed)) return;
  // The site's address in full opens in a window of its own; here it is a page like any other.
  setAttribute(link, 'target', undefined);
  setAttribute(link, 'rel', undefined);
}

function changeOrRemove(element: Element, name: string, change: Change): void {
  const href = attribute(element, name);
  if (href === undefined) return;
  const changed = change(href);
  if (changed === undefined) remove(element);
  else setAttribute(element, name, changed);
}

function changeStyleElement(element: Element, change: Change): void {
  const [text] = element.childNodes;
  if (text && 'value' in text) text.value = rewriteCss(textOf(element), change);
}

function changeSource(element: Element, change: Change): void {
  const poster = attribute(element, 'poster');
  if (poster !== undefined) setAttribute(element, 'poster', change(poster));
  const srcset = attribute(element, 'srcset');
  if (srcset !== undefined) setAttribute(element, 'srcset', rewriteSrcset(srcset, change) || undefined);
  const src = attribute(element, 'src');
  if (src === undefined) return;
  const changed = change(src);
  setAttribute(element, 'src', changed);
  if (changed === undefined && element.tagName === 'img') {
    const words = attribute(element, 'alt') ?? '';
    if (!has(element, 'srcset')) replace(element, words ? [createElement('span', {}, [words])] : []);
  }
}

function changeSvgLink(element: Element, change: Change): void {
  for (const attr of element.attrs) {
    if (attr.name === 'href') attr.value = change(attr.value) ?? '';
  }
}
