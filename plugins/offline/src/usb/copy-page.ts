import {serialize} from 'parse5';
import {type BuiltPage, badgeOf} from './built-page.js';
import {
  append,
  attribute,
  classes,
  closest,
  createElement,
  descendants,
  type Element,
  elementChildren,
  find,
  findClass,
  findTag,
  fromHtml,
  has,
  remove,
  setAttribute,
  textOf,
} from './html.js';
import {INDEX_DATA, INDEX_PAGE} from './index-page.js';
import {type LostLink, rewriteLinks} from './links.js';
import {relativeLink, type SiteFiles} from './site-files.js';
import {copyLine, stillPage} from './still-page.js';
import {dateWords, fillWords, type Words} from './words.js';

export const STYLES = 'opsbinder-copy.css';
export const PAGE_SCRIPT = 'opsbinder-copy.js';
export const INDEX_SCRIPT = 'opsbinder-copy-index.js';

/** What the pages of one language have in common. */
export interface Edition {
  /** Its folder in the copy, with the slash at its end; empty for the copy itself. */
  folder: string;
  /** For dates, as `lang` has it. */
  language: string;
  words: Words;
  /** The day for which the site was built. */
  asOf: string | undefined;
}

/** A page of the copy, and what is wrong with it. */
export interface CopiedPage {
  html: string;
  lost: LostLink[];
  /** Styles and scripts that it took from other hosts, and does without. */
  strangers: string[];
}

/**
 * Makes the copy's page from a built one, which it changes.
 *
 * @param file where the page stands in the copy
 * @param content what is to stand there instead of the page's own content, with links as they hold in the copy
 */
export function copyPage(
  page: BuiltPage,
  {file, site, edition, content}: {file: string; site: SiteFiles; edition: Edition; content?: Content},
): CopiedPage {
  const {document, head, body, url} = page;
  const {words} = edition;
  const indexLink = relativeLink(file, edition.folder + INDEX_PAGE);
  const strangers = cleanHead(head, site);
  if (content) emptyMain(page);
  const lost = rewriteLinks(document, {file, url}, site);
  markParts(body);
  stillPage(body, {indexLink, allPages: words.allPages});
  if (content) fillMain(page, content);
  for (const [name, tag] of [
    [STYLES, 'link'],
    [PAGE_SCRIPT, 'script'],
  ] as const) {
    const href = relativeLink(file, name);
    append(head, createElement(tag, tag === 'link' ? {rel: 'stylesheet', href} : {defer: '', src: href}));
  }
  if (content) {
    for (const name of [edition.folder + INDEX_DATA, INDEX_SCRIPT]) {
      append(head, createElement('script', {defer: '', src: relativeLink(file, name)}));
    }
  }
  const line = lineFor(edition, findClass(body, 'navbar') ? undefined : indexLink);
  placeLine(body, line);
  const validity = find(body, (element) => hasModuleClass(element, 'validity'));
  if (validity && closest(validity, (element) => hasModuleClass(element, 'card'))) {
    append(validity, createElement('span', {class: 'opsbinder-copy-note'}, [` ${words.note}`]));
    setAttribute(line, 'class', 'opsbinder-copy opsbinder-copy-with-card');
  }
  return {html: serialize(document), lost, strangers};
}

interface Content {
  title: string;
  html: string;
}

const KEPT_LINKS = /^(stylesheet|icon|shortcut icon|apple-touch-icon|mask-icon)$/i;

/** Leaves what shows the page, and nothing for the app, for hosts and for web search engines. */
function cleanHead(head: Element, site: SiteFiles): string[] {
  const strangers: string[] = [];
  for (const element of descendants(head)) {
    const {tagName} = element;
    const isForOthers = /^(og|twitter|article):/.test(
      attribute(element, 'property') ?? attribute(element, 'name') ?? '',
    );
    if (tagName === 'base' || (tagName === 'meta' && isForOthers)) remove(element);
    if (tagName === 'script') {
      if (!textOf(element).includes('setAttribute("data-theme"')) remove(element);
    }
    if (tagName !== 'link') continue;
    const href = attribute(element, 'href') ?? '';
    // A host that does not answer would keep the page from being shown.
    const isStranger = /^(https?:)?\/\//i.test(href) && new URL(href, site.root).host !== site.root.host;
    const isKept = KEPT_LINKS.test(attribute(element, 'rel') ?? '');
    if (isKept && isStranger) strangers.push(href);
    if (!isKept || isStranger) remove(element);
    // Browsers read no style sheet from a file under the rules for other hosts.
    setAttribute(element, 'crossorigin', undefined);
    setAttribute(element, 'integrity', undefined);
  }
  for (const element of descendants(head)) setAttribute(element, 'data-rh', undefined);
  return strangers;
}

// A state in a list that may be another one by now. Cards say themselves of which day they are.
function mayGetWorse(element: Element): boolean {
  const state = attribute(element, 'data-state');
  return (
    (state === 'fresh' || state === 'due-soon') && !closest(element, (box) => hasModuleClass(box, 'card'))
  );
}

// What the script of the copy has to find, under names that do not change from build to build.
function markParts(body: Element): void {
  const header = find(body, (element) => has(element, 'data-freshness'));
  const badge = header && badgeOf(header);
  if (badge) setAttribute(badge, 'data-copy-badge', '');
  for (const element of descendants(body)) {
    if (isOnLightGround(element)) setAttribute(element, 'data-copy-light', '');
    if (hasModuleClass(element, 'printed')) setAttribute(element, 'data-copy-printed', '');
    if (mayGetWorse(element)) setAttribute(element, 'data-copy-state', '');
    // `in 12 days`: the only words there that stand in a bare box.
    const isDistance = element.tagName === 'span' && element.attrs.length === 0 && isTextOnly(element);
    if (isDistance && closest(element, (box) => hasModuleClass(box, 'testing'))) {
      setAttribute(element, 'data-copy-distance', '');
    }
  }
}

// Code has its colours inline, as they are by day; the app would put others in their place.
function isOnLightGround(element: Element): boolean {
  if (element.tagName !== 'pre') return false;
  const colour = /background(?:-color)?:\s*#([0-9a-f]{3}|[0-9a-f]{6})\b/i.exec(
    attribute(element, 'style') ?? '',
  )?.[1];
  if (colour === undefined) return false;
  const digits = colour.length === 3 ? colour.replace(/./g, '$&$&') : colour;
  const parts = [0, 2, 4].map((at) => Number.parseInt(digits.slice(at, at + 2), 16));
  return Math.min(...parts) > 200;
}

// Classes of the theme's own style sheets end in a digest.
function hasModuleClass(element: Element, name: string): boolean {
  return classes(element).some((other) => other.startsWith(`${name}_`));
}

function isTextOnly(element: Element): boolean {
  return elementChildren(element).length === 0;
}

const MAIN_WRAPPER_ID = '__docusaurus_skipToContent_fallback';

function mainOf(body: Element): Element {
  return (
    find(body, (element) => attribute(element, 'id') === MAIN_WRAPPER_ID) ?? findTag(body, 'main') ?? body
  );
}

function emptyMain({body, document}: BuiltPage): void {
  for (const node of [...mainOf(body).childNodes]) remove(node);
  const page = findTag(document, 'html');
  if (page) setAttribute(page, 'class', undefined);
  for (const link of descendants(body)) {
    if (attribute(link, 'aria-current') === undefined) continue;
    setAttribute(link, 'aria-current', undefined);
    setAttribute(
      link,
      'class',
      classes(link)
        .filter((name) => !/--active$/.test(name))
        .join(' '),
    );
  }
}

function fillMain({head, body}: BuiltPage, {title, html}: Content): void {
  const name = findTag(head, 'title');
  if (name) remove(name);
  append(head, createElement('title', {}, [title]));
  for (const element of descendants(head)) {
    if (attribute(element, 'name') === 'description') remove(element);
  }
  const box = mainOf(body);
  const main = {class: 'container margin-vert--lg opsbinder-copy-index'};
  if (box.tagName === 'main') append(box, ...fromHtml(html));
  else append(box, createElement('main', main, fromHtml(html)));
}

function lineFor({asOf, language, words}: Edition, indexLink: string | undefined): Element {
  const text = asOf
    ? fillWords(words.copy, {date: `<time datetime="${asOf}">${dateWords(asOf, language)}</time>`})
    : words.copyUndated;
  const link = indexLink === undefined ? '' : ` <a href="${indexLink}">${words.allPages}</a>`;
  const {about, age, due, overdue, copyCode, copied, copiedBlanks, notCopied} = words;
  return copyLine(text + link, {
    'aria-label': about,
    ...(asOf && {'data-as-of': asOf}),
    'data-age': age,
    'data-due': due,
    'data-overdue': overdue,
    'data-copy-code': copyCode,
    'data-copied': copied,
    'data-copied-blanks': copiedBlanks,
    'data-not-copied': notCopied,
  });
}

/** Below the bar at the top; on paper, where there is no bar, first of all. */
function placeLine(body: Element, line: Element): void {
  const wrapper = find(body, (element) => attribute(element, 'id') === MAIN_WRAPPER_ID);
  const parent = wrapper?.parentNode ?? body;
  const at = wrapper ? parent.childNodes.indexOf(wrapper) : 0;
  const others = parent.childNodes.slice(at);
  for (const node of others) remove(node);
  append(parent, line, ...others);
}
