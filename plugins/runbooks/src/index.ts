import type {LoadContext, Plugin} from '@docusaurus/types';
import type {Handbook} from '@opsbinder/core';
import {
  audienceOf,
  cacheByAudience,
  handbookFiles,
  keepForAudience,
  loadHandbook,
  shownCommit,
  writeOutput,
} from '@opsbinder/handbook';
import {writeAlertFiles} from './alert-files.js';
import {addAlertPages} from './alert-pages.js';
import {addCommands} from './commands.js';
import {addLaunchPad} from './launch-pad.js';
import type {PluginOptions} from './options.js';
import {addOwnerPages} from './owner-pages.js';
import {revisionTag} from './revision.js';
import {addTierPages} from './tier-pages.js';

export {type Options, type PluginOptions, validateOptions} from './options.js';

/** Tier pages, owner pages, the addresses of alerts and the on-call launch pad. The Markdown side is `…/remark`. */
export default function runbooksPlugin(context: LoadContext, options: PluginOptions): Plugin {
  let handbook: Handbook | undefined;
  let commit: string | null = null;
  const audience = audienceOf(options.audience);
  keepForAudience(context, audience);
  return {
    name: '@opsbinder/docusaurus-plugin-runbooks',
    getPathsToWatch: () => handbookFiles(context, options),
    configureWebpack: (config) => cacheByAudience(config, audience),
    extendCli: (cli) => addCommands(cli, context, options),
    async allContentLoaded({allContent, actions}) {
      handbook = await loadHandbook(context, options, allContent);
      commit = await shownCommit(context.siteDir, options.docsDir);
      const site = {context, allContent, actions};
      await addTierPages(handbook, options, site);
      await addOwnerPages(handbook, options, site);
      await addAlertPages(handbook, options, site);
      await addLaunchPad(handbook, options, site);
    },
    // After `allContentLoaded`.
    injectHtmlTags: () => ({headTags: revisionTag(commit)}),
    async postBuild({outDir}) {
      const {alerts} = options;
      if (!handbook || alerts === false) return;
      const known = handbook;
      await writeOutput(outDir, () => writeAlertFiles(known, alerts, {context, outDir}));
    },
  };
}
