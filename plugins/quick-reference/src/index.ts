import type {LoadContext, Plugin} from '@docusaurus/types';
import {handbookFiles, loadHandbook} from '@opsbinder/handbook';
import {addCardPages} from './card-pages.js';
import {gatherCards} from './gather-cards.js';
import type {PluginOptions} from './options.js';

export {type Options, type PluginOptions, validateOptions} from './options.js';

/** Quick-reference cards, assembled from the pages. The Markdown side (`:::card`) is `…/remark`. */
export default function quickReferencePlugin(context: LoadContext, options: PluginOptions): Plugin {
  return {
    name: '@opsbinder/docusaurus-plugin-quick-reference',
    getPathsToWatch: () => handbookFiles(context, options),
    async allContentLoaded({allContent, actions}) {
      const handbook = await loadHandbook(context, options, allContent);
      const cards = await gatherCards(handbook, options, context);
      await addCardPages(cards, options, {context, allContent, actions}, false);
    },
  };
}
