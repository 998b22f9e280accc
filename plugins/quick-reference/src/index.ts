import logger from '@docusaurus/logger';
import type {LoadContext, Plugin} from '@docusaurus/types';
import {handbookFiles, loadHandbook, reportFindings, severityNow, shareFindings} from '@opsbinder/handbook';
import {addCardPages, isServing} from './card-pages.js';
import {gatherCards} from './gather-cards.js';
import type {PluginOptions} from './options.js';
import {type CardPapers, makePapers, type SheetCache} from './paper/make-papers.js';
import {writePapers} from './paper/write-papers.js';

export {type Options, type PluginOptions, validateOptions} from './options.js';

const NAME = '@opsbinder/docusaurus-plugin-quick-reference';

/** Quick-reference cards, assembled from the pages. The Markdown side (`:::card`) is `…/remark`. */
export default function quickReferencePlugin(context: LoadContext, options: PluginOptions): Plugin {
  const cache: SheetCache = new Map();
  let papers: CardPapers[] = [];
  return {
    name: NAME,
    getPathsToWatch: () => handbookFiles(context, options),
    async allContentLoaded({allContent, actions}) {
      const handbook = await loadHandbook(context, options, allContent);
      const cards = await gatherCards(handbook, options, context);
      const made = await makePapers(cards, {...options, onlyCheck: isServing()}, context, cache);
      papers = made.papers;
      if (made.reason !== undefined) warnOnce(made.reason);
      const findings = papers.flatMap((paper) => paper.findings);
      shareFindings(`${NAME} ${options.id}`, findings);
      reportFindings(findings, severityNow(options.onErrors));
      await addCardPages(papers, options, {context, allContent, actions});
    },
    async postBuild({outDir}) {
      await writePapers(papers, outDir);
    },
  };
}

let hasWarned = false;

// A site in several languages is built in one process: once is enough.
function warnOnce(reason: string): void {
  if (hasWarned) return;
  hasWarned = true;
  logger.warn(
    `Quick-reference cards get no PDFs, and nothing checks whether they fit one sheet: the optional package @myriaddreamin/typst-ts-node-compiler does not run here (${reason}). Install it with its optional dependencies (npm install --include=optional), or set pdf: false in the options of quick-reference.`,
  );
}
