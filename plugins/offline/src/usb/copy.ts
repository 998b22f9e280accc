import fs from 'node:fs/promises';
import path from 'node:path';
import {classicScript} from './browser-scripts.js';
import {type BuiltPage, listedPage, nameOfRedirect, readPage, redirectOf} from './built-page.js';
import {copyPage, type Edition, INDEX_SCRIPT, PAGE_SCRIPT, STYLES} from './copy-page.js';
import {findClass} from './html.js';
import {INDEX_DATA, INDEX_PAGE, type ListedPage, listOfPages, searchData} from './index-page.js';
import type {LostLink} from './links.js';
import {changeHref} from './links.js';
import {filesBelow} from './out-folder.js';
import {readSiteFiles, resolveLink, rewriteCss, type SiteFiles} from './site-files.js';
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
  shell?: string;
  shellFile?: string;
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
  const read = (file: string) => fs.readFile(path.join(from, file));
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
  const names = namesByFile(redirected, site);
  const asOf = await readAsOf(found, read);

  const copy: SiteCopy = {files: new Map(), pages: 0, home: 'index.html', asOf, lost: [], strangers: []};
  const editions = new Map<string, Group>();
  const editionOf = (locale: string, folder: string): Group => {
    const known = editions.get(folder);
    if (known) return known;
    const {language, words} =
      locales.get(locale) ?? (locales.get(defaultLocale) as {language: string; words: Words});
    const made: Group = {edition: {folder, language, words, asOf}, listed: []};
    editions.set(folder, made);
    return made;
  };
  for (const [file, source] of sources) {
    const page = readPage(source, file, site);
    const place = site.places.get(file) ?? file;
    if (!page) continue;
    const locale = page.locale ?? localeByFolder(file, locales) ?? defaultLocale;
    const folder = locale !== defaultLocale && file.startsWith(`${locale}/`) ? `${locale}/` : '';
    const group = editionOf(locale, folder);
    const listed = listedPage(page, site, names.get(file) ?? []);
    if (listed) group.listed.push(listed);
    const mayBeShell = findClass(page.body, 'navbar') && findClass(page.body, 'main-wrapper');
    // The home page has the least about it; where there is none, any other does.
    if (mayBeShell && (group.shell === undefined || file === `${folder}index.html`)) {
      Object.assign(group, {shell: source, shellFile: file});
    }
    const {html, lost, strangers} = copyPage(page, {file: place, site, edition: group.edition});
    copy.files.set(place, html);
    copy.pages += 1;
    copy.lost.push(...lost);
    copy.strangers.push(...strangers);
  }

  for (const {
    edition,
    listed,
    shell = EMPTY_PAGE,
    shellFile = `${edition.folder}index.html`,
  } of editions.values()) {
    const file = edition.folder + INDEX_PAGE;
    const page = readPage(shell, shellFile, site);
    if (!page) continue;
    const html = listOfPages(listed, file, edition.words);
    const {title} = edition.words;
    copy.files.set(file, copyPage(page, {file, site, edition, content: {title, html}}).html);
    copy.files.set(edition.folder + INDEX_DATA, searchData(listed, file, edition.words));
  }
  if (!copy.files.has(copy.home)) copy.home = INDEX_PAGE;

  for (const [file, place] of site.places) {
    if (file.endsWith('.html')) continue;
    const content = await read(file);
    copy.files.set(
      place,
      file.endsWith('.css') ? copyStyles(content.toString(), {file, place, site, copy}) : content,
    );
  }
  copy.files.set(STYLES, await fs.readFile(path.join(__dirname, 'copy.css'), 'utf8'));
  copy.files.set(PAGE_SCRIPT, await classicScript(['page']));
  copy.files.set(INDEX_SCRIPT, await classicScript(['find', 'index-page']));
  return copy;
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

function localeByFolder(file: string, locales: ReadonlyMap<string, unknown>): string | undefined {
  const [folder = ''] = file.split('/');
  return locales.has(folder) ? folder : undefined;
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
