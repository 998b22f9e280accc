import {parse, serialize, defaultTreeAdapter as tree} from 'parse5';
import {
  attribute,
  childElement,
  classes,
  type Element,
  elementChildren,
  find,
  has,
  type Node,
  type Parent,
  pagefindFact,
  replaceChildren,
  setAttribute,
  squeeze,
  text,
  textNode,
} from './html.js';
import {LAST, nameWords, type PageFacts} from './page-facts.js';
import {decoded} from './routes.js';
import {weighSections} from './weights.js';

/** What has to be known about the whole site to read one of its pages. */
export interface SiteFacts {
  /** `title` of the site's configuration: Docusaurus appends it to the title of every page. */
  title: string;
  /** What stands between the two, `|` by default. */
  titleDelimiter: string;
  /** The whole site is kept from web search engines, so a page's `noindex` says nothing about that page. */
  noIndex: boolean;
  /** The docs versions by the `docusaurus_tag` of their pages; empty where there is only one. */
  versions: ReadonlyMap<string, DocsVersion>;
}

/** A docs version, as pages are told apart by it. */
export interface DocsVersion {
  /** Value of the filter `version`. */
  name: string;
  label: string;
  /** Whether readers are sent to it where they ask for none. */
  isServed: boolean;
}

/** What is known of one page besides its HTML. */
export interface KnownOfPage {
  /** Its address below the site's base. */
  route?: string | undefined;
  facts?: PageFacts | undefined;
  /** Ids of elements that are indexed in another way, such as API operations. */
  elementsToDrop?: ReadonlySet<string> | undefined;
}

/** One built page, as the index takes it, or the reason it stays out. */
export type BuiltPage = {html: string; title: string; words: number} | {leftOut: string};

// Furniture that stands inside `main`. Class names starting with `theme-` are Docusaurus's stable ones.
const CHROME_TAGS = new Set([
  'button',
  'footer',
  'nav',
  'noscript',
  'script',
  'select',
  'style',
  'svg',
  'template',
]);
const CHROME_CLASSES = new Set([
  'hash-link',
  'table-of-contents',
  'theme-doc-breadcrumbs',
  // A card repeats the title and description of a page that is indexed itself.
  'theme-doc-card-container',
  'theme-doc-toc-desktop',
  'theme-doc-toc-mobile',
  'theme-doc-version-badge',
  'theme-doc-version-banner',
]);

// Where the skip link leads: the main content of a page whose author wrote no `main` element.
const MAIN_WRAPPER_ID = '__docusaurus_skipToContent_fallback';

// Listings repeat what the pages they list say, and would answer every search in their stead.
const LISTING_CLASSES = ['docs-tags-list-page', 'docs-tags-doc-list-page'];

const SEPARATE = new Set(
  (
    'address article aside blockquote br caption dd details dialog div dl dt fieldset figcaption figure form ' +
    'h1 h2 h3 h4 h5 h6 header hr li main menu ol p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

// Markup within words and sentences. Any other element next to text, and any two elements side by side, may be
// set apart by styles alone.
const IN_TEXT = new Set(
  'a abbr b bdi bdo cite code del dfn em i ins kbd mark q rp rt ruby s samp small strong sub sup u var wbr'.split(
    ' ',
  ),
);

/**
 * Turns one built HTML file into what Pagefind should see of it: the main content with its headings, tables and
 * code, well-formed and without furniture, plus title and breadcrumb as metadata. Attributes starting with
 * `data-pagefind-` are passed on as they are.
 *
 * @param source the file as Docusaurus wrote it, optional end tags left out or not
 * @param known what else is known of the page: it becomes filters, and names that count like the title
 * @returns the HTML for Pagefind and the page's title, or why the page has no place in the index
 */
export function readBuiltPage(
  source: string,
  site: SiteFacts,
  {route, facts, elementsToDrop = new Set()}: KnownOfPage = {},
): BuiltPage {
  const document = parse(source);
  const page = childElement(document, 'html');
  const head = page && childElement(page, 'head');
  const body = page && childElement(page, 'body');
  if (!head || !body) return {leftOut: 'it is not an HTML document'};

  const metas = metaContents(head);
  const reason = reasonToLeaveOut(classes(page), metas, site);
  if (reason) return {leftOut: reason};

  const ownBody = find(body, (element) => has(element, 'data-pagefind-body'));
  const content = ownBody
    ? body
    : (find(body, (element) => element.tagName === 'main') ??
      find(body, (element) => attribute(element, 'id') === MAIN_WRAPPER_ID));
  if (!content) return {leftOut: 'it has no main content'};
  if (isHiddenFromSearch(content)) return {leftOut: 'it is marked data-pagefind-ignore'};
  if (find(content, (element) => classes(element).includes('theme-unlisted-banner'))) {
    return {leftOut: 'it is unlisted'};
  }

  const breadcrumb = readBreadcrumb(content);
  const ownTitle = find(page, (element) => namesTitle(attribute(element, 'data-pagefind-meta')));
  clean(content, elementsToDrop);
  if (text(content).trim() === '') return {leftOut: 'it has no text'};
  if (!ownBody) setAttribute(content, 'data-pagefind-body', '');
  weighSections(content);

  const heading = find(content, (element) => element.tagName === 'h1');
  const title = (heading && squeeze(text(heading))) || pageTitle(head, site);
  const version = site.versions.get(metas.get('docusaurus_tag') ?? '');
  const isLast = version?.isServed === false || facts?.filters.rank !== undefined;
  const language = attribute(page, 'lang');
  replaceChildren(head, [
    ...elementChildren(head).filter(carriesPagefindData),
    ...(ownTitle || title === '' ? [] : [pagefindFact('meta', 'title', title)]),
    ...namesOf(title, route, facts).map((names) => pagefindFact('meta', 'names', names)),
    ...(breadcrumb ? [pagefindFact('meta', 'breadcrumb', breadcrumb)] : []),
    ...filterElements({...facts?.filters, ...(isLast && {rank: [LAST]})}),
    ...(language ? [pagefindFact('filter', 'language', language)] : []),
    ...(version ? filterElements({version: [version.name], ...(!version.isServed && {served: ['no']})}) : []),
  ]);
  if (content !== body) replaceChildren(body, [content]);
  return {html: serialize(document), title, words: countWords(content)};
}

// The title itself is there already; of a name that is one word, what it ends with is not. What an address calls the
// page is a name, too: people have it in their history.
function namesOf(title: string, route: string | undefined, facts: PageFacts | undefined): string[] {
  const slug = decoded(/([^/]+)\/?$/.exec(route ?? '')?.[1] ?? '');
  const isOther = slug !== '' && squash(slug) !== squash(title);
  const names = [
    ...(facts?.names ?? []),
    ...(/\s/.test(title) ? [] : [title]),
    ...(isOther ? [slug] : []),
  ].flatMap(nameWords);
  const other = [...new Set(names)].filter((name) => name !== title);
  return other.length > 0 ? [other.join(' ')] : [];
}

function filterElements(filters: Record<string, readonly string[]>): Element[] {
  return Object.entries(filters).flatMap(([name, values]) =>
    values.map((value) => pagefindFact('filter', name, value)),
  );
}

function reasonToLeaveOut(
  pageClasses: readonly string[],
  metas: ReadonlyMap<string, string>,
  site: SiteFacts,
): string | undefined {
  if (!site.noIndex && /\bno(ne|index)\b/i.test(metas.get('robots') ?? '')) return 'it is marked noindex';
  const isListing =
    LISTING_CLASSES.some((name) => pageClasses.includes(name)) ||
    (pageClasses.includes('plugin-blog') && !pageClasses.includes('blog-post-page'));
  return isListing ? 'it only lists other pages' : undefined;
}

/** Removes what is not the page's own text and keeps words of neighbouring boxes apart. */
function clean(parent: Parent, elementsToDrop: ReadonlySet<string>, inCode = false): void {
  const kept: Node[] = [];
  for (const node of parent.childNodes) {
    if (tree.isCommentNode(node)) continue;
    if (!tree.isElementNode(node)) {
      kept.push(node);
      continue;
    }
    if (node.tagName === 'img') {
      // The picture's words are worth finding; its file name would only be noise in the metadata.
      kept.push(textNode(` ${attribute(node, 'alt') ?? ''} `));
      continue;
    }
    if (isChrome(node) || elementsToDrop.has(attribute(node, 'id') ?? '')) continue;
    clean(node, elementsToDrop, inCode || node.tagName === 'code');
    if (SEPARATE.has(node.tagName)) kept.push(textNode(' '), node, textNode(' '));
    else kept.push(node);
  }
  const apart = kept.flatMap((node, at) => (touch(kept[at - 1], node) ? [textNode(' '), node] : [node]));
  replaceChildren(parent, inCode ? kept : apart);
}

/** Whether two words that stand side by side would become one. */
function touch(before: Node | undefined, after: Node): boolean {
  if (!before) return false;
  const areOneText = tree.isTextNode(before) ? isInText(after) : tree.isTextNode(after) && isInText(before);
  // Not before a comma or behind a bracket: there, nobody would read two words as one.
  return !areOneText && /[\p{L}\p{N}).:!?%]$/u.test(text(before)) && /^[\p{L}\p{N}(#+@]/u.test(text(after));
}

function isInText(node: Node): boolean {
  return tree.isTextNode(node) || (tree.isElementNode(node) && IN_TEXT.has(node.tagName));
}

function isChrome(element: Element): boolean {
  return (
    CHROME_TAGS.has(element.tagName) ||
    classes(element).some((name) => CHROME_CLASSES.has(name)) ||
    attribute(element, 'aria-hidden') === 'true' ||
    isHidden(element) ||
    isHiddenFromSearch(element)
  );
}

// The panels of tabs are hidden only until their tab is chosen, and `until-found` is meant to be found.
function isHidden(element: Element): boolean {
  if (/(^|;)\s*(display\s*:\s*none|visibility\s*:\s*hidden)\b/i.test(attribute(element, 'style') ?? ''))
    return true;
  return (
    has(element, 'hidden') &&
    attribute(element, 'hidden') !== 'until-found' &&
    attribute(element, 'role') !== 'tabpanel'
  );
}

// Other values of the attribute keep the metadata inside and are Pagefind's to judge.
function isHiddenFromSearch(element: Element): boolean {
  return attribute(element, 'data-pagefind-ignore') === 'all';
}

/** The names of the categories a page stands in, without the link home and the page itself. */
function readBreadcrumb(content: Element): string {
  const trail = find(content, (element) => classes(element).includes('breadcrumbs'));
  if (!trail) return '';
  return elementChildren(trail)
    .filter((item) => !classes(item).includes('breadcrumbs__item--active'))
    .map((item) => squeeze(text(item)))
    .filter(Boolean)
    .join(' › ');
}

function pageTitle(head: Element, site: SiteFacts): string {
  const element = childElement(head, 'title');
  const title = element ? squeeze(text(element)) : '';
  const suffix = ` ${site.titleDelimiter} ${site.title}`;
  return title.endsWith(suffix) ? title.slice(0, -suffix.length) : title;
}

function metaContents(head: Element): Map<string, string> {
  return new Map(
    elementChildren(head)
      .filter((element) => element.tagName === 'meta')
      .map((element) => [attribute(element, 'name') ?? '', attribute(element, 'content') ?? '']),
  );
}

function namesTitle(meta: string | undefined): boolean {
  return /(^|,)\s*title\s*($|[:[,])/.test(meta ?? '');
}

function carriesPagefindData(element: Element): boolean {
  return element.attrs.some(({name}) => name.startsWith('data-pagefind-'));
}

function squash(name: string): string {
  return name.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}

// As Pagefind counts them, or nearly so.
function countWords(content: Parent): number {
  return indexedText(content).split(/\s+/).filter(Boolean).length;
}

function indexedText(node: Node | Parent): string {
  if ('value' in node) return node.value;
  if (!('childNodes' in node) || ('attrs' in node && has(node, 'data-pagefind-ignore'))) return '';
  return node.childNodes.map(indexedText).join('');
}
