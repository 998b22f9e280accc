import path from 'node:path';
import {setImmediate as breathe} from 'node:timers/promises';
import logger from '@docusaurus/logger';
import type {LoadContext} from '@docusaurus/types';
import {type Handbook, SEARCH_HELP_FILE, SEARCH_SETTINGS_FILE} from '@opsbinder/core';
import {type AllContent, binderUrl} from '@opsbinder/handbook';
import {searchHelp} from '../help.js';
import type {PluginOptions} from '../options.js';
import {readBuiltPage, type SiteFacts} from '../page.js';
import {FRESHNESS_PLUGIN, factsByPermalink, withoutSlash} from '../page-facts.js';
import {indexableRoutes, withoutBaseUrl} from '../routes.js';
import {searchSettings} from '../settings.js';
import {type PluginContent, readSiteFacts} from '../site-facts.js';
import {siteRecords} from '../site-records.js';
import {type IndexedPage, writeIndex} from '../write-index.js';
import {type Scheduled, schedule} from './scheduled.js';
import {openServedFolder, type ServedFolder} from './served-folder.js';

/** Search while a site is worked on: there is no built page, so the index is made from the Markdown. */
export interface DevSearch {
  /**
   * To be called with what the plugins have loaded, at the start and after each edit. It comes back at once; the index
   * comes later.
   */
  contentLoaded(allContent: AllContent, handbook: Handbook): void;
  /** What `configureWebpack` returns for the browser's bundle: the server that serves the index. */
  serverConfig(): object;
}

const QUIET_MS = 300;
// Compiled beside this file.
const BROWSER_CODE = path.join(__dirname, 'browser', 'newest-index.mjs');

// The server outlives the plugin: after a change of the site's configuration Docusaurus makes new plugins.
const servers = new Map<string, DevServer>();

/**
 * The search of a development server.
 *
 * @param bundlePath where browsers look for the index, with `baseUrl` and both slashes
 */
export function devSearch(context: LoadContext, options: PluginOptions, bundlePath: string): DevSearch {
  const dir = path.join(context.generatedFilesDir, 'opsbinder', 'search');
  const serverHere = () => {
    const server = servers.get(dir) ?? new DevServer(dir);
    servers.set(dir, server);
    return server;
  };
  return {
    contentLoaded: (allContent, handbook) => serverHere().show({context, options, allContent, handbook}),
    serverConfig: () => ({
      devServer: {static: [{directory: dir, publicPath: bundlePath, serveIndex: false, watch: false}]},
      plugins: [{apply: (compiler: Compiler) => serverHere().giveWayTo(compiler)}],
    }),
  };
}

/** What is used here of the bundler. */
interface Compiler {
  hooks: Record<'invalid' | 'done', {tap(name: string, listener: () => void): void}>;
}

interface Site {
  context: LoadContext;
  options: PluginOptions;
  allContent: AllContent;
  handbook: Handbook;
}

class DevServer {
  private site: Site | undefined;
  private readonly served: ServedFolder;
  private readonly indexing: Scheduled;
  /** HTML of pages by file, with what it was made from: an edit changes few of them. */
  private readonly known = new Map<string, {from: string; html: string}>();
  private hasTold = false;

  constructor(dir: string) {
    this.served = openServedFolder(dir, BROWSER_CODE);
    this.indexing = schedule(() => this.index(), {quietMs: QUIET_MS, onError: (error) => this.fail(error)});
  }

  show(site: Site): void {
    this.site = site;
    this.writeSettings(site);
    this.indexing.ask();
  }

  // A browser that waits for the first index has read them by then.
  private writeSettings({context, options, allContent, handbook}: Site): void {
    const site = readSiteFacts(context.siteConfig, loadedPlugins(allContent));
    const settings = searchSettings({options, site, handbook, pages: handbook.pages.length});
    const urlOf = (way: string) => binderUrl(context, way);
    const help = searchHelp({handbook, ways: options.ways, urlOf, isPage, cards: []});
    this.served.writeFiles({
      [SEARCH_SETTINGS_FILE]: JSON.stringify(settings),
      [SEARCH_HELP_FILE]: JSON.stringify(help),
    });
  }

  /** Pages that are waited for come before the search: while the bundler works, no index is begun. */
  giveWayTo({hooks}: Compiler): void {
    hooks.invalid.tap('opsbinder-search', () => this.indexing.hold());
    hooks.done.tap('opsbinder-search', () => this.indexing.release());
  }

  private async index(): Promise<void> {
    if (!this.site) return;
    const {context, options, allContent, handbook} = this.site;
    const plugins = loadedPlugins(allContent);
    const site = readSiteFacts(context.siteConfig, plugins);
    const pages = await this.readPages(this.site, site);
    const records = siteRecords({context, options, plugins, handbook, isPage});
    await this.served.add((folder) =>
      writeIndex(
        {
          pages,
          records,
          includeCharacters: options.includeCharacters,
          excludeSelectors: options.excludeSelectors,
        },
        folder,
      ),
    );
    if (!this.hasTold) logger.info(`Search: ${pages.length} pages indexed from their Markdown.`);
    this.hasTold = true;
  }

  private async readPages(
    {context, options, allContent, handbook}: Site,
    site: SiteFacts,
  ): Promise<IndexedPage[]> {
    // Loaded with the first index: no start of a server waits for a parser.
    const [{pageHtml}, {readSource, sourcePlaces}] = await Promise.all([
      import('./page-html.js'),
      import('./source-pages.js'),
    ]);
    const facts = factsByPermalink(handbook, FRESHNESS_PLUGIN in allContent);
    const places = new Map(sourcePlaces(allContent, context).map((place) => [place.permalink, place]));
    const pages: IndexedPage[] = [];
    for (const route of indexableRoutes([...places.keys()], context.baseUrl, options.ignorePatterns)) {
      const place = places.get(route);
      const source = place && (await readSource(place, context).catch(goneSince));
      if (!source) continue;
      const from = JSON.stringify(source);
      let html = this.known.get(place.file)?.html;
      if (html === undefined || this.known.get(place.file)?.from !== from) {
        html = pageHtml(source);
        this.known.set(place.file, {from, html});
      }
      const url = withoutBaseUrl(route, context.baseUrl);
      const page = readBuiltPage(html, site, {route: url, facts: facts.get(withoutSlash(route))});
      if (!('leftOut' in page)) pages.push({url, html: page.html, words: page.words});
      // The server has browsers to answer.
      await breathe();
    }
    return pages;
  }

  private fail(error: unknown): void {
    const problem = `The search index could not be made: ${error instanceof Error ? error.message : String(error)}`;
    logger.warn(problem);
    this.served.fail(problem);
  }
}

// Which pages other plugins have is not known here; in a build they are looked for.
const isPage = () => true;

// The next load does not know a file that was removed meanwhile.
function goneSince(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

// Of the plugins themselves nothing more is known here, and no more is needed.
function loadedPlugins(allContent: AllContent): PluginContent[] {
  return Object.entries(allContent).flatMap(([name, byId]) =>
    Object.entries(byId).flatMap(([id, content]) =>
      content === null || content === undefined ? [] : [{name, options: {id}, content}],
    ),
  );
}
