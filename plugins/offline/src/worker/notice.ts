import {type Manifest, MISSING_MARK, NOTICE_ID, type Words} from './manifest.js';
import {pathOf} from './paths.js';

/** What the line says. */
export interface Notice {
  /** The page comes from the copy that was built on this day; `null` when nobody knows which. */
  copy?: {built: string | null};
  /** The path, with base, of a page that was asked for and is not to be had. */
  missing?: string;
}

// Colours of Infima where the page has them. Selectors without weight, so that a site can say otherwise.
const STYLE = `
:where(#${NOTICE_ID}){padding:.4rem 1rem;font-size:.9rem;line-height:1.4;border-bottom:1px solid currentColor;
background:var(--ifm-color-warning-contrast-background,#fff8e6);color:var(--ifm-color-warning-contrast-foreground,#4d3800);
overflow-wrap:anywhere}
:where(#${NOTICE_ID} p,#${NOTICE_ID} ul){margin:0}
:where(#${NOTICE_ID} ul){columns:18rem;padding-left:1.2rem}
:where(#${NOTICE_ID} a){color:inherit;text-decoration:underline}
@media print{:where(#${NOTICE_ID}){padding:0;border:0;background:none;color:#000;font-size:8pt;line-height:1}
:where(#${NOTICE_ID} details,#${NOTICE_ID} a){display:none}}`.replace(/\n/g, '');

interface Facts extends Pick<Manifest, 'words' | 'lang' | 'pages' | 'base' | 'pagesAreFolders'> {
  /** Of the site: a path alone may begin with two slashes, and lead to another host. */
  origin: string;
  /** Whether the browser prints what a style sheet puts into a sheet's margin. */
  hasMarginBoxes?: boolean;
}

/** The line as HTML. */
export function noticeHtml({copy, missing}: Notice, facts: Facts): string {
  const {words, lang} = facts;
  const lines = [
    ...(missing === undefined ? [] : [`<p ${MISSING_MARK}>${missingHtml(missing, facts)}</p>`]),
    ...(copy ? [`<p>${escapeHtml(copyWords(copy.built, words, lang))}</p>`] : []),
  ];
  // In the margin it takes no room: a card that fills its sheet must not need a second one.
  const margin =
    copy && facts.hasMarginBoxes
      ? `@page{@top-left{content:${cssString(copyWords(copy.built, words, lang))};font:7pt sans-serif;color:#000}}@media print{#${NOTICE_ID}{display:none}}`
      : '';
  const list = missing === undefined ? '' : `<details ${MISSING_MARK}>${keptHtml(facts)}</details>`;
  return `<div id="${NOTICE_ID}" role="status" data-pagefind-ignore="all"><style>${STYLE}${margin}</style>${lines.join('')}${list}</div>`;
}

/** A page of its own, for where there is no other to lead to. */
export function standInPage(missing: string, facts: Facts): string {
  const {words, lang} = facts;
  return `<!doctype html><html lang="${escapeHtml(lang)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escapeHtml(words.title)}</title><style>body{font:1rem/1.5 system-ui,sans-serif;margin:2rem auto;max-width:40rem;padding:0 1rem}</style></head><body><main><h1>${escapeHtml(words.title)}</h1><p>${missingHtml(missing, facts)}</p><details open>${keptHtml(facts)}</details></main></body></html>`;
}

/** Puts the line onto a page, in front of all that scripts of the page look after. */
export function withNotice(html: string, notice: string): string {
  const head = html.indexOf('</head>') + 1;
  const body = /<body\b[^>]*>/i.exec(html.slice(head));
  const at = body
    ? head + body.index + body[0].length
    : head > 0
      ? head + '/head>'.length
      : endOfDoctype(html);
  return html.slice(0, at) + notice + html.slice(at);
}

function copyWords(built: string | null, words: Words, lang: string): string {
  if (built === null) return words.undated;
  return fill(words.built, {date: longDate(built, lang)});
}

function longDate(date: string, lang: string): string {
  try {
    // As dateLanguage of core has it; the worker imports nothing but its own.
    const tag = lang === 'en' ? 'en-GB' : lang;
    return new Intl.DateTimeFormat(tag, {dateStyle: 'long', timeZone: 'UTC'}).format(new Date(date));
  } catch {
    // A site may call its language what no browser knows: that must not cost the page.
    return date;
  }
}

function missingHtml(path: string, {words, origin}: Facts): string {
  const shown = path.length > 200 ? `${path.slice(0, 200)}…` : path;
  return `${escapeHtml(fill(words.missing, {path: shown}))} <a href="${escapeHtml(origin + path)}">${escapeHtml(words.retry)}</a>`;
}

function keptHtml({pages, words, base, ...facts}: Facts): string {
  const links = pages.map(
    ([file, title]) =>
      `<li><a href="${escapeHtml(base + pathOf(file, facts))}">${escapeHtml(title)}</a></li>`,
  );
  return `<summary>${escapeHtml(fill(words.kept, {count: String(pages.length)}))}</summary><ul>${links.join('')}</ul>`;
}

// Everything but letters, digits and blanks is escaped, so that no word can end the string or the element.
function cssString(text: string): string {
  return `"${text.replace(/[^\p{L}\p{N} ]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `)}"`;
}

function endOfDoctype(html: string): number {
  return /^\s*<!doctype[^>]*>/i.exec(html)?.[0].length ?? 0;
}

function fill(text: string, values: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}
