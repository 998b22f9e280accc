import fs from 'node:fs/promises';
import path from 'node:path';
import {serialize} from 'parse5';
import {classicScript} from './browser-scripts.js';
import {type BuiltPage, listedPage, nameOfRedirect, needsScript, readPage, redirectOf} from './built-page.js';
import {copyPage, type Edition, INDEX_SCRIPT, PAGE_SCRIPT, STYLES} from './copy-page.js';
import {attribute, find, findClass} from './html.js';
import {INDEX_DATA, INDEX_PAGE, type ListedPage, listOfPages, searchData} from './index-page.js';

import {changeHref, type LostLink, rewriteLinks} from './links.js';
import {filesBelow} from './out-folder.js';
import {readSiteFiles, relativeLink, resolveLink, rewriteCss, type SiteFiles} from './site-files.js';
import type {Words} from './words.js';

/** The site that is to be copied. */
export interface CopiedSite {
  /** The folder with the built site. */
  from: string;
  url: string;
  /** With both slashes. */
  baseUrl: string;
  defaultLocale: string;
  /** What pages of a language are marked with, and what the copy says in it. */
  locales: ReadonlyMap<string, {language: string; words: Words}>;
}

/** A copy that is not written yet. */
export interface SiteCopy {
  /** What stands in each file. */
  files: Map<string, string | Buffer>;
  pages: number;
  /** The page to open first. */
  home: string;
  asOf: string | undefined;
  lost: LostLink[];
  strangers: string[];
}

/** The pages of one language, and one of them to take the frame from. */
interface Group {
  edition: Edition;
  listed: ListedPage[];
  shell?: {source: string; file: string};
}

/**
 * Makes a copy of a built site that opens from a folder.
 *
 * @throws Error when there is no built site
 */
export async function copySite({from, url, baseUrl, defaultLocale, locales}: CopiedSite): Promise<SiteCopy> {
  const found = (await filesBelow(from)) ?? [];
  if (!found.some((file) => file.endsWith('.html'))) {
    throw new Error(
      `There is no built site in ${from}. Run "docusaurus build" first, or name its folder with --from.`,
    );
  }
  const site = readSiteFiles(found, url, baseUrl);
  const read: Read = (file) => fs.readFile(path.join(from, file));
  const {sources, names} = await readSources(site, read);
  const asOf = await readAsOf(found, read);

  const copy: SiteCopy = {files: new Map(), pages: 0, home: 'index.html', asOf, lost: [], strangers: []};
  const groups = new Map<string, Group>();
  for (const [file, source] of sources) {
    const page = readPage(source, file, site);
    const place = site.places.get(file) ?? file;
    if (!page) continue;
    copy.pages += 1;
    if (!isOfApp(page)) {
      copy.files.set(place, copyStranger(page, source, {file: place, site, copy}));
      continue;
    }
    const locale = page.locale ?? defaultLocale;
    const folder = locale !== defaultLocale && file.startsWith(`${locale}/`) ? `${locale}/` : '';
    const spoken = locales.get(locale) ?? locales.get(defaultLocale);
    if (!spoken) throw new Error(`The language ${locale} of ${file} is none of the site's.`);
    const group = groups.get(folder) ?? {edition: {folder, ...spoken, asOf}, listed: []};
    groups.set(folder, group);
    if (needsScript(page)) {
      copy.files.set(place, wayToIndex(place, group.edition));
      continue;
    }
    const listed = listedPage(page, site, names.get(file) ?? []);
    if (listed) group.listed.push(listed);
    const mayBeShell = findClass(page.body, 'navbar') && findClass(page.body, 'main-wrapper');
    // The home page has the least about it; where there is none, any other does.
    if (mayBeShell && (!group.shell || file === `${folder}index.html`)) group.shell = {source, file};
    const {html, lost, strangers} = copyPage(page, {file: place, site, edition: group.edition});
    copy.files.set(place, html);
    copy.lost.push(...lost);
    copy.strangers.push(...strangers);
  }
  for (const group of groups.values()) addIndexPage(copy, group, site);
  if (!copy.files.has(copy.home)) copy.home = INDEX_PAGE;
  await addOtherFiles(copy, site, read);
  return copy;
}

type Read = (file: string) => Promise<Buffer>;

/** The pages that are to be read, and the names under which others lead on to them. */
async function readSources(
  site: SiteFiles,
  read: Read,
): Promise<{sources: Map<string, string>; names: Map<string, string[]>}> {
  const sources = new Map<string, string>();
  const redirected: BuiltPage[] = [];
  for (const file of site.places.keys()) {
    if (!file.endsWith('.html')) continue;
    const source = (await read(file)).toString();
    const page = /http-equiv/i.test(source) ? readPage(source, file, site) : undefined;
    const onward = page && redirectOf(page);
    if (page && onward !== undefined) {
      // Counted from the address of the page that sends on.
      site.redirects.set(file, new URL(onward, page.url).href);
      redirected.push(page);
    } else sources.set(file, source);
  }
  return {sources, names: namesByFile(redirected, site)};
}

function isOfApp({body}: BuiltPage): boolean {
  return find(body, (element) => attribute(element, 'id') === '__docusaurus') !== undefined;
}

/**
 * A page that is no part of the app, such as a card in one file, stays as it is but for links that would not hold.
 * An address in full is meant: it leads from wherever the file is taken to.
 */
function copyStranger(
  {document, url}: BuiltPage,
  source: string,
  {file, site, copy}: {file: string; site: SiteFiles; copy: SiteCopy},
): string {
  const before = serialize(document);
  copy.lost.push(...rewriteLinks(document, {file, url, keepsFull: true}, site));
  const after = serialize(document);
  return after === before ? source : after;
}

/** In place of the site's search, the way to the one that a copy has. */
function wayToIndex(file: string, {folder, words}: Edition): string {
  const href = relativeLink(file, folder + INDEX_PAGE);
  return `<!doctype html><html><head><meta charset="utf-8"><title>${words.title}</title><meta http-equiv="refresh" content="0;url=${href}"></head><body><a href="${href}">${words.title}</a></body></html>`;
}

function addIndexPage(copy: SiteCopy, {edition, listed, shell}: Group, site: SiteFiles): void {
  const {folder, words} = edition;
  const file = folder + INDEX_PAGE;
  const page = readPage(shell?.source ?? EMPTY_PAGE, shell?.file ?? `${folder}index.html`, site);
  if (!page) return;
  const content = {title: words.title, html: listOfPages(listed, file, words)};
  copy.files.set(file, copyPage(page, {file, site, edition, content}).html);
  copy.files.set(folder + INDEX_DATA, searchData(listed, file, words));
}

async function addOtherFiles(copy: SiteCopy, site: SiteFiles, read: Read): Promise<void> {
  for (const [file, place] of site.places) {
    if (file.endsWith('.html')) continue;
    const content = await read(file);
    const isStyles = file.endsWith('.css');
    copy.files.set(place, isStyles ? copyStyles(content.toString(), {file, place, site, copy}) : content);
  }
  copy.files.set(STYLES, await fs.readFile(path.join(__dirname, 'copy.css'), 'utf8'));
  copy.files.set(PAGE_SCRIPT, await classicScript(['page']));
  copy.files.set(INDEX_SCRIPT, await classicScript(['find', 'index-page']));
}

const EMPTY_PAGE =
  '<!doctype html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"></head><body></body></html>';

function copyStyles(
  css: string,
  {file, place, site, copy}: {file: string; place: string; site: SiteFiles; copy: SiteCopy},
): string {
  const url = new URL(file.split('/').map(encodeURIComponent).join('/'), site.root);
  return rewriteCss(css, (href) => {
    const changed = changeHref(href, {file: place, url}, site);
    if (changed === undefined) copy.lost.push({file: place, href});
    return changed;
  });
}

/** The names under which pages are known besides their titles: those of the addresses that lead on to them. */
function namesByFile(redirected: readonly BuiltPage[], site: SiteFiles): Map<string, string[]> {
  const names = new Map<string, string[]>();
  for (const page of redirected) {
    const target = resolveLink(site, page.url.href, page.url);
    const name = nameOfRedirect(page);
    if (target.kind !== 'file' || name === '') continue;
    const known = names.get(target.file) ?? [];
    if (!known.includes(name)) names.set(target.file, [...known, name]);
  }
  return names;
}

const HEALTH_SCHEMA = /^\{\s*"schema": "opsbinder\/docs-health\/1"/;

/**
 * The day for which the site was built. The command's own day would make the copy look fresher than it is, and so
 * might the files' dates.
 */
async function readAsOf(
  files: readonly string[],
  read: (file: string) => Promise<Buffer>,
): Promise<string | undefined> {
  const days: string[] = [];
  for (const file of files) {
    if (!file.endsWith('.json') || file.includes('pagefind/')) continue;
    const text = (await read(file)).toString();
    if (!HEALTH_SCHEMA.test(text)) continue;
    const {asOf} = JSON.parse(text) as {asOf?: unknown};
    if (typeof asOf === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(asOf)) days.push(asOf);
  }
  // Languages may have been built one by one: the oldest is true of all.
  return days.sort()[0];
}
