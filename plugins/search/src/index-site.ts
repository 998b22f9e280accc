import fs from 'node:fs/promises';
import path from 'node:path';
import logger from '@docusaurus/logger';
import type {Props} from '@docusaurus/types';
import {readOutputHTMLFile} from '@docusaurus/utils';
import {type Handbook, SEARCH_HELP_FILE, SEARCH_SETTINGS_FILE} from '@opsbinder/core';
import {binderUrl} from '@opsbinder/handbook';
import {findApiOperations, operationElements} from './api-operations.js';
import {type HelpInput, pageLookup, searchHelp} from './help.js';
import type {PluginOptions} from './options.js';
import {readBuiltPage} from './page.js';
import {FRESHNESS_PLUGIN, factsByPermalink, withoutSlash} from './page-facts.js';
import {indexableRoutes, withoutBaseUrl} from './routes.js';
import {searchSettings} from './settings.js';
import {readSiteFacts} from './site-facts.js';
import {siteRecords} from './site-records.js';
import {type IndexedPage, writeIndex} from './write-index.js';

/** What the index of a built site is made with. */
export interface IndexInput {
  handbook: Handbook | undefined;
  options: PluginOptions;
  /** Name of the index's folder in the built site. */
  folder: string;
}

/**
 * Indexes a built site: its pages, its API operations and its owners.
 *
 * @param props what Docusaurus tells `postBuild`
 * @throws Error when a page cannot be read or Pagefind fails; the cause says why
 */
export async function indexSite(props: Props, {handbook, options, folder}: IndexInput): Promise<void> {
  const {baseUrl, outDir, plugins, routesPaths, siteConfig} = props;
  const site = readSiteFacts(siteConfig, plugins);
  const withFreshness = plugins.some(({name}) => name === FRESHNESS_PLUGIN);
  const facts = handbook ? factsByPermalink(handbook, withFreshness) : new Map();
  const operations = findApiOperations(plugins);
  const operationsOn = operationElements(operations);
  const isPage = pageLookup(routesPaths);
  const urlOf = (way: string) => binderUrl(props, way);
  const titles = new Map<string, string>();

  async function* readPages(): AsyncGenerator<IndexedPage> {
    for (const route of indexableRoutes(routesPaths, baseUrl, options.ignorePatterns)) {
      const url = withoutBaseUrl(route, baseUrl);
      // A route with a slash at its end is a folder with an index.html even with `trailingSlash: false`.
      const trailingSlash = url.endsWith('/') ? undefined : siteConfig.trailingSlash;
      const file = await readOutputHTMLFile(url, outDir, trailingSlash);
      const page = readBuiltPage(file.toString(), site, {
        route: url,
        facts: facts.get(withoutSlash(route)),
        elementsToDrop: operationsOn.get(route),
      });
      if ('leftOut' in page) continue;
      titles.set(route, page.title);
      yield {url, html: page.html, words: page.words};
    }
  }

  const help: Omit<HelpInput, 'cards'> = {handbook, ways: options.ways, urlOf, isPage};
  const records = siteRecords({context: props, options, plugins, handbook, isPage});
  const outputPath = path.join(outDir, folder);
  try {
    await writeIndex(
      {
        pages: readPages(),
        records,
        includeCharacters: options.includeCharacters,
        excludeSelectors: options.excludeSelectors,
      },
      outputPath,
    );
    const writeJson = (name: string, content: object) =>
      fs.writeFile(path.join(outputPath, name), JSON.stringify(content));
    await writeJson(
      SEARCH_SETTINGS_FILE,
      searchSettings({options, site, handbook, pages: titles.size + records.length}),
    );
    await writeJson(SEARCH_HELP_FILE, searchHelp({...help, cards: cardsAmong(titles, options, urlOf)}));
  } catch (cause) {
    throw new Error('The search index could not be built. To build without it, remove the search plugin.', {
      cause,
    });
  }
  const indexed = titles.size;
  if (indexed + operations.length === 0) {
    logger.warn('The search index is empty: no built page has anything to index.');
  } else {
    const andOperations = operations.length > 0 ? ` and ${operations.length} API operations` : '';
    logger.info(`Search: ${indexed} pages${andOperations} indexed.`);
  }
}

/** The cards that have pages of their own, which stand below the page of all. */
function cardsAmong(
  titles: ReadonlyMap<string, string>,
  {ways}: PluginOptions,
  urlOf: HelpInput['urlOf'],
): HelpInput['cards'] {
  if (!ways.cards) return [];
  const below = urlOf(`${ways.cards}/`);
  return [...titles].flatMap(([url, title]) => (url.startsWith(below) ? [{title, url}] : []));
}
