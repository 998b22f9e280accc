import logger from '@docusaurus/logger';
import type {LoadContext, Plugin} from '@docusaurus/types';
import {applyTrailingSlash} from '@docusaurus/utils-common';
import type {Handbook, SearchGlobalData, SearchPageData} from '@opsbinder/core';
import {addBinderPage, binderUrl, handbookFiles, loadHandbook, writeOutput} from '@opsbinder/handbook';
import {devSearch} from './dev/dev-search.js';
import {searchWays} from './help.js';
import {indexSite} from './index-site.js';
import type {PluginOptions} from './options.js';

export {type Options, type PluginOptions, validateOptions} from './options.js';

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
  const finalUrl = (path: string) =>
    applyTrailingSlash(binderUrl(context, path), {
      trailingSlash: context.siteConfig.trailingSlash,
      baseUrl: context.baseUrl,
    });
  let handbook: Handbook | undefined;
  return {
    name: '@opsbinder/docusaurus-plugin-search',
    getPathsToWatch: () => handbookFiles(context, options),
    configureWebpack: (_config, isServer) => (isServer ? {} : (inDevelopment?.serverConfig() ?? {})),
    async allContentLoaded({allContent, actions}) {
      handbook = await loadHandbook(context, options, allContent);
      inDevelopment?.contentLoaded(allContent, handbook);
      const {searchPage} = options;
      const data: SearchGlobalData = {
        bundlePath,
        ...(searchPage && {searchPath: finalUrl(searchPage)}),
      };
      actions.setGlobalData(data);
      if (!searchPage) return;
      const pageData: SearchPageData = {
        pages: searchWays(options.ways, finalUrl),
        asOf: handbook.asOf,
      };
      await addBinderPage(
        {path: searchPage, component: '@theme/SearchPage', name: 'search', data: pageData},
        {context, allContent, actions},
      );
    },
    async postBuild(props) {
      await writeOutput(props.outDir, () => indexSite(props, {handbook, options, folder: BUNDLE_FOLDER}));
    },
  };
}
