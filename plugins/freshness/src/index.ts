import type {LoadContext, Plugin} from '@docusaurus/types';
import type {Handbook} from '@opsbinder/core';
import {handbookFiles, loadHandbook, writeOutput} from '@opsbinder/handbook';
import {writeCalendars} from './calendar.js';
import {addCommands} from './commands.js';
import {writeDocsHealth} from './docs-health-file.js';
import {writeMarkers} from './markers.js';
import type {PluginOptions} from './options.js';
import {addReviewPage} from './review-pages.js';

export {type Options, type PluginOptions, validateOptions} from './options.js';

/** Judges every page as of one day and writes `docs-health.json`. The badges' side is `…/remark`. */
export default function freshnessPlugin(context: LoadContext, options: PluginOptions): Plugin {
  let handbook: Handbook | undefined;
  return {
    name: '@opsbinder/docusaurus-plugin-freshness',
    getPathsToWatch: () => handbookFiles(context, options),
    extendCli: (cli) => addCommands(cli, context, options),
    async allContentLoaded({allContent, actions}) {
      handbook = await loadHandbook(context, options, allContent);
      await writeMarkers(handbook, options, {context, allContent});
      await addReviewPage(handbook, options, {context, allContent, actions});
    },
    async postBuild({outDir}) {
      if (!handbook) return;
      const known = handbook;
      await writeOutput(outDir, () => writeFiles(known, options, context, outDir));
    },
  };
}

async function writeFiles(
  handbook: Handbook,
  options: PluginOptions,
  {siteDir, baseUrl, siteConfig}: LoadContext,
  outDir: string,
): Promise<void> {
  if (options.docsHealth !== false) {
    await writeDocsHealth(handbook, {file: options.docsHealth, outDir, siteDir});
  }
  if (options.calendars) {
    await writeCalendars(handbook, {title: siteConfig.title, url: siteConfig.url, baseUrl}, outDir);
  }
}
