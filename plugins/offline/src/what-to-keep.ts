import {createMatcher} from '@docusaurus/utils';
import {compareText, type Handbook} from '@opsbinder/core';
import type {ChunkGroups} from './chunk-groups.js';
import type {PluginOptions} from './options.js';
import {readPageNeeds, readStyleNeeds} from './page-needs.js';
import type {RouteChunks} from './route-chunks.js';
import {searchFiles} from './search-files.js';
import type {SiteFiles} from './site-files.js';
import {isPage} from './worker/paths.js';

/** A built site with all that is known of how its parts hang together. */
export interface KeptSite {
  files: SiteFiles;
  handbook: Pick<Handbook, 'pages'>;
  /** Every route of the site, with its base. */
  routes: readonly string[];
  routeChunks: RouteChunks;
  chunkGroups: ChunkGroups;
}

/** What is kept ready of a site. */
export interface Kept {
  /** Files below the site's base, in order. */
  files: string[];
  /** The page to lead to when another is not to be had. */
  home: string | null;
  /** The pages that people look for, with their titles, in order. */
  pages: [file: string, title: string][];
  /** Scripts that all pages have, as they name them. */
  shell: string[];
}

type Choice = Pick<
  PluginOptions,
  'tiers' | 'also' | 'except' | 'launchPad' | 'quickReferenceRoute' | 'searchFolder' | 'searchPage'
>;

// Files of a built site that hosts read themselves, or answer with another status.
const NOT_SERVED = /^404\.html$|^CNAME$|(^|\/)(\.|_(redirects|headers)$)/;

/** Chooses what is kept ready: the pages asked for, and all that they need to be what they are with a server. */
export async function whatToKeep(site: KeptSite, options: Choice): Promise<Kept> {
  const {files} = site;
  const {base} = files.shape;
  const isExcluded = below(options.except);
  const byFile = routesByFile(site);
  const kept = new Set<string>();
  const keep = (file: string | undefined) => {
    if (file !== undefined && !NOT_SERVED.test(file) && !isExcluded(file, byFile.get(file))) kept.add(file);
  };

  const [home] = [options.launchPad || '/', '/'].flatMap((route) => files.at(base + route.slice(1)) ?? []);
  keep(home);
  keep(files.at(base));
  const wanted = wantedPages(site.handbook, options.tiers);
  for (const {permalink} of wanted) keep(files.at(permalink));
  const cards = options.quickReferenceRoute === false ? [] : files.below(options.quickReferenceRoute);
  for (const file of cards) keep(file);
  const isAlso = below(options.also);
  for (const file of files.all) if (isAlso(file, byFile.get(file))) keep(file);
  if (options.searchFolder !== false) {
    for (const file of await searchFiles(files, options.searchFolder)) keep(file);
    if (options.searchPage !== false) keep(files.at(base + options.searchPage.slice(1)));
  }

  const pages = [...kept].filter(isPage).sort(compareText);
  const needs = await Promise.all(
    pages.map(async (file) => ({file, ...readPageNeeds((await files.read(file)).toString())})),
  );
  for (const {file, addresses} of needs) for (const address of addresses) keep(files.at(address, file));
  for (const file of neededChunks(site, pages, byFile)) keep(files.at(base + file));
  await keepWhatStylesNeed(kept, files, keep);

  const listed = new Set(wanted.filter((page) => page.listed).map(({permalink}) => files.at(permalink)));
  const isListed = (file: string) => file === home || listed.has(file) || cards.includes(file);
  return {
    files: [...kept].sort(compareText),
    home: home !== undefined && kept.has(home) ? home : null,
    pages: needs.filter(({file}) => isListed(file) && byFile.has(file)).map(({file, title}) => [file, title]),
    shell: commonScripts(needs.filter(({file}) => byFile.has(file))),
  };
}

// Only what readers are served: the pages of a version that is worked on, or kept as it was, are another binder.
function wantedPages({pages}: KeptSite['handbook'], tiers: readonly number[]): Handbook['pages'] {
  return pages.filter(
    ({edition, facts}) => edition === 'last' && facts.tier !== undefined && tiers.includes(facts.tier),
  );
}

/** Matches files by globs over what stands below the base: the file's own path, or its route. */
function below(globs: readonly string[]): (file: string, route?: string) => boolean {
  if (globs.length === 0) return () => false;
  const matches = createMatcher([...globs]);
  return (file, route) => matches(`/${file}`) || (route !== undefined && matches(route));
}

function routesByFile({files, routes}: KeptSite): Map<string, string> {
  const {base} = files.shape;
  const found = new Map<string, string>();
  for (const route of routes) {
    const file = files.at(encodeURI(decodeURI(route)));
    if (file !== undefined) found.set(file, `/${route.slice(base.length)}`);
  }
  return found;
}

/** The scripts and styles that pages ask for once they run, and those they load to go to each other. */
function neededChunks(
  {files, routes, routeChunks, chunkGroups}: KeptSite,
  pages: readonly string[],
  byFile: ReadonlyMap<string, string>,
): Set<string> {
  const {base} = files.shape;
  const routesBelow = new Map(routes.map((route) => [`/${route.slice(base.length)}`, route]));
  const names = pages
    .flatMap((file) => routesBelow.get(byFile.get(file) ?? '') ?? [])
    .flatMap((route) => routeChunks.of(route));
  return chunkGroups.filesOf(['main', ...names], routeChunks.all);
}

// Sheets may import sheets.
async function keepWhatStylesNeed(
  kept: ReadonlySet<string>,
  files: SiteFiles,
  keep: (file: string | undefined) => void,
): Promise<void> {
  // A set that grows while it is walked is walked to its end.
  for (const file of kept) {
    if (!file.endsWith('.css')) continue;
    for (const address of readStyleNeeds((await files.read(file)).toString())) keep(files.at(address, file));
  }
}

function commonScripts(pages: readonly {scripts: string[]}[]): string[] {
  const [first, ...others] = pages;
  return (first?.scripts ?? []).filter((script) => others.every(({scripts}) => scripts.includes(script)));
}
