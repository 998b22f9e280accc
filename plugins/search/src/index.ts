import path from 'node:path';
import logger from '@docusaurus/logger';
import type {LoadContext, Plugin, Props} from '@docusaurus/types';
import {readOutputHTMLFile} from '@docusaurus/utils';
import {writeOutput} from '@opsbinder/handbook';
import {findApiOperations, operationElements, operationRecord} from './api-operations.js';
import {devSearch} from './dev/dev-search.js';
import type {PluginOptions} from './options.js';
import {readBuiltPage} from './page.js';
import {indexableRoutes, withoutBaseUrl} from './routes.js';
import {readSiteFacts} from './site-facts.js';
import {type IndexedPage, writeIndex} from './write-index.js';

export {type Options, type PluginOptions, validateOptions} from './options.js';

/** What the search box in the browser knows from the start; it is on every page, so it is next to nothing. */
export interface SearchGlobalData {
  /** Path of the folder with Pagefind's files, with `baseUrl` and both slashes. */
  bundlePath: string;
  /** The option of that name: what is typed is read as the index was. */
  includeCharacters: string;
}

const BUNDLE_FOLDER = 'pagefind';

/**
 * Full-text search with Pagefind: after the build, indexes the pages that were built and writes the index into
 * `pagefind/` next to them. Nothing of it is in the site's own bundles.
 *
 * @returns the plugin; `null` with the hash router, which builds no pages that could be indexed
 */
export default function searchPlugin(context: LoadContext, options: PluginOptions): Plugin | null {
  if (context.siteConfig.future.experimental_router === 'hash') {
    logger.warn('Search is off: with the hash router there are no built pages to index.');
    return null;
  }
  const bundlePath = `${context.baseUrl}${BUNDLE_FOLDER}/`;
  const inDevelopment =
    process.env.NODE_ENV === 'development' ? devSearch(context, options, bundlePath) : undefined;
  return {
    name: '@opsbinder/docusaurus-plugin-search',
    allContentLoaded: async ({allContent}) => inDevelopment?.contentLoaded(allContent),
    configureWebpack: (_config, isServer) => (isServer ? {} : (inDevelopment?.serverConfig() ?? {})),
    contentLoaded({actions}) {
      const data: SearchGlobalData = {
        bundlePath,
        includeCharacters: options.includeCharacters,
      };
      actions.setGlobalData(data);
    },
    async postBuild(props) {
      await writeOutput(props.outDir, () => indexSite(props, options));
    },
  };
}

async function indexSite(props: Props, options: PluginOptions): Promise<void> {
  const {baseUrl, outDir, plugins, routesPaths, siteConfig, i18n} = props;
  const language = i18n.localeConfigs[i18n.currentLocale]?.htmlLang ?? i18n.currentLocale;
  const site = readSiteFacts(siteConfig, plugins);
  const operations = findApiOperations(plugins);
  const operationsOn = operationElements(operations);
  let indexed = 0;

  async function* readPages(): AsyncGenerator<IndexedPage> {
    for (const route of indexableRoutes(routesPaths, baseUrl, options.ignorePatterns)) {
      const url = withoutBaseUrl(route, baseUrl);
      // A route with a slash at its end is a folder with an index.html even with `trailingSlash: false`.
      const trailingSlash = url.endsWith('/') ? undefined : siteConfig.trailingSlash;
      const file = await readOutputHTMLFile(url, outDir, trailingSlash);
      const page = readBuiltPage(file.toString(), site, operationsOn.get(route));
      if ('leftOut' in page) continue;
      indexed += 1;
      yield {url, html: page.html};
    }
  }

  try {
    await writeIndex(
      {
        pages: readPages(),
        records: operations.map((operation) => operationRecord(operation, baseUrl, language)),
        includeCharacters: options.includeCharacters,
        excludeSelectors: options.excludeSelectors,
      },
      path.join(outDir, BUNDLE_FOLDER),
    );
  } catch (cause) {
    throw new Error('The search index could not be built. To build without it, remove the search plugin.', {
      cause,
    });
  }
  if (indexed + operations.length === 0) {
    logger.warn('The search index is empty: no built page has anything to index.');
  } else {
    const andOperations = operations.length > 0 ? ` and ${operations.length} API operations` : '';
    logger.info(`Search: ${indexed} pages${andOperations} indexed.`);
  }
}
