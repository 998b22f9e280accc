import path from 'node:path';
import type {LoadContext, Plugin} from '@docusaurus/types';
import {markWords, writeNoMarkers} from './markers.js';

// The modules that `@theme/Runbook` is made of.
const FOLLOW =
  /[\\/](?:client[\\/]follow|theme[\\/]Runbook)[\\/](?!code-parts\.)|[\\/]core[\\/]lib[\\/]fill\.js$/;

/** The theme: every React component of Opsbinder, under the names Docusaurus themes use (`@theme/…`). */
export default function opsbinderTheme(context: LoadContext): Plugin {
  let isCleared = false;
  return {
    name: '@opsbinder/docusaurus-theme',
    getThemePath: () => path.resolve(__dirname, 'theme'),
    getTypeScriptThemePath: () => path.resolve(__dirname, '..', 'src', 'theme'),
    getClientModules: () =>
      ['print.js', 'search/recent-pages.js'].map((file) => path.resolve(__dirname, 'client', file)),
    // One file for all pages that can be followed, and for no other. By itself Docusaurus would put it into each of
    // their scripts, or, where they are every second page, into that of all.
    configureWebpack: (_config, isServer) =>
      isServer
        ? {}
        : {
            optimization: {
              splitChunks: {
                cacheGroups: {
                  opsbinderRunbook: {
                    name: 'runbook',
                    test: FOLLOW,
                    chunks: 'async',
                    enforce: true,
                    priority: 45,
                  },
                },
              },
            },
          },
    // `docusaurus write-translations` looks for words in these files and in the theme path.
    getPathsToWatch: () => [path.resolve(__dirname, 'client', '**', '*.js')],
    // Before `allContentLoaded` of any plugin. A site that loads anew has a new instance of this plugin; where
    // this one alone is loaded again, what stands in the file is of today.
    async loadContent() {
      if (!isCleared) await writeNoMarkers(context);
      isCleared = true;
    },
    // After `allContentLoaded`: by now it is known what is marked.
    injectHtmlTags: () => ({headTags: markWords(context)}),
  };
}
