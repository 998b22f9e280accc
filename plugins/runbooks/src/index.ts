import type {LoadContext, Plugin} from '@docusaurus/types';
import {handbookFiles, loadHandbook} from '@opsbinder/handbook';
import {addLaunchPad} from './launch-pad.js';
import type {PluginOptions} from './options.js';
import {addOwnerPages} from './owner-pages.js';
import {addTierPages} from './tier-pages.js';

export {type Options, type PluginOptions, validateOptions} from './options.js';

/** Tier pages, owner pages and the on-call launch pad. The Markdown side is `…/remark`. */
export default function runbooksPlugin(context: LoadContext, options: PluginOptions): Plugin {
  return {
    name: '@opsbinder/docusaurus-plugin-runbooks',
    getPathsToWatch: () => handbookFiles(context, options),
    async allContentLoaded({allContent, actions}) {
      const handbook = await loadHandbook(context, options, allContent);
      const site = {context, allContent, actions};
      await addTierPages(handbook, options, site);
      await addOwnerPages(handbook, options, site);
      await addLaunchPad(handbook, options, site);
    },
  };
}
