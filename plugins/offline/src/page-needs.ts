import {type DefaultTreeAdapterTypes, parse, defaultTreeAdapter as tree} from 'parse5';

type Element = DefaultTreeAdapterTypes.Element;
type Parent = DefaultTreeAdapterTypes.ParentNode;

/** What a built page asks for, and what it says of itself. */
export interface PageNeeds {
  title: string;
  /** Addresses as they stand in the page. */
  addresses: string[];
  /** Those of its scripts. */
  scripts: string[];
}

const LOADED_LINKS = /\b(stylesheet|icon|apple-touch-icon|mask-icon|manifest|modulepreload|preload)\b/;
// By tag, the attributes whose address a browser fetches to show the page.
const LOADED: Record<string, string[]> = {
  script: ['src'],
  img: ['src'],
  source: ['src'],
  video: ['src', 'poster'],
  audio: ['src'],
  track: ['src'],
  embed: ['src'],
  iframe: ['src'],
  input: ['src'],
  object: ['data'],
  image: ['href'],
  use: ['href'],
};
// Where Docusaurus puts files that a page's Markdown links to: they are as much a part of it as its pictures.
const ATTACHED = /\/assets\/files\//;

/** Reads a built page. */
export function readPageNeeds(html: string): PageNeeds {
  const needs: PageNeeds = {title: '', addresses: [], scripts: []};
  let heading = '';
  for (const element of elementsBelow(parse(html))) {
    needs.addresses.push(...addressesOf(element));
    const {tagName} = element;
    const src = attribute(element, 'src');
    if (tagName === 'script' && src) needs.scripts.push(src);
    if (tagName === 'title' && needs.title === '') needs.title = squeeze(textOf(element));
    if (tagName === 'h1' && heading === '') heading = squeeze(textOf(element));
  }
  return {...needs, title: heading || needs.title};
}

/** Addresses in a style sheet: pictures, fonts, further sheets. */
export function readStyleNeeds(css: string): string[] {
  const urls = css.matchAll(/url\(\s*(?:"([^"]*)"|'([^']*)'|([^)'"\s]+))\s*\)/g);
  const imports = css.matchAll(/@import\s+(?:"([^"]*)"|'([^']*)')/g);
  return [...urls, ...imports].map(([, a, b, c]) => a ?? b ?? c ?? '');
}

function addressesOf(element: Element): string[] {
  const {tagName} = element;
  const found = (LOADED[tagName] ?? []).map((name) => attribute(element, name) ?? '');
  const href = attribute(element, 'href') ?? '';
  if (tagName === 'link' && LOADED_LINKS.test(attribute(element, 'rel') ?? '')) found.push(href);
  if (tagName === 'a' && ATTACHED.test(href)) found.push(href);
  if (tagName === 'style') found.push(...readStyleNeeds(textOf(element)));
  for (const name of ['srcset', 'imagesrcset']) {
    for (const candidate of attribute(element, name)?.split(/,\s/) ?? []) {
      found.push(candidate.trim().split(/\s/)[0] ?? '');
    }
  }
  found.push(...readStyleNeeds(attribute(element, 'style') ?? ''));
  return found.filter((address) => address !== '' && !address.startsWith('data:'));
}

function* elementsBelow(parent: Parent): Generator<Element> {
  for (const node of parent.childNodes) {
    if (!tree.isElementNode(node)) continue;
    yield node;
    yield* elementsBelow(node);
  }
}

function textOf(parent: Parent): string {
  return parent.childNodes
    .map((node) => (tree.isTextNode(node) ? node.value : 'childNodes' in node ? textOf(node) : ''))
    .join('');
}

function squeeze(text: string): string {
  // Docusaurus hides a zero-width space behind a heading.
  return text
    .replace(/\u200b/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function attribute({attrs}: Element, name: string): string | undefined {
  return attrs.find((attr) => attr.name === name)?.value;
}
