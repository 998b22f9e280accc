import {leaveOutForOthers} from '@opsbinder/core';
import {
  addToPageHeader,
  audienceOf,
  componentNode,
  destructivePatterns,
  importPageRecord,
  withPageRecord,
} from '@opsbinder/handbook';
import type {Root} from 'mdast';
import {escapeLonePercents} from './addresses.js';
import {markAddresses} from './addresses-on-paper.js';
import {showBlankLinks} from './blank-links.js';
import {keepColonWords} from './colon-words.js';
import {transformDirectives} from './directives.js';
import {markInstrument, placeInstrument, placePrintButton} from './instrument.js';
import {giveLabelsIds} from './label-ids.js';
import {keepMessageTexts} from './messages.js';
import {restoreHeadingDirectives} from './restore-directives.js';
import {dropBrokenStyles} from './styles.js';
import {showUnknownTags} from './unknown-tags.js';

/** The headings that `:::verify`, `:::rollback` and `:::escalate` get when they carry no label. */
export interface RunbookWords {
  verify: string;
  rollback: string;
  escalate: string;
}

export const DEFAULT_WORDS: RunbookWords = {verify: 'Verify', rollback: 'Roll back', escalate: 'Escalate'};

interface VFile {
  path?: string;
  value: unknown;
  /** What Docusaurus hands to its remark plugins. */
  data?: {frontMatter?: unknown};
}

/** What the plugin of the same site is told, too, but for the words. */
export interface RunbookMarkdownOptions {
  words?: Partial<RunbookWords>;
  audience?: string | string[];
  destructive?: string[];
  /** Where the quick-reference plugin has its cards, for pages to lead there; `false` or left out without it. */
  quickReferenceRoute?: string | false;
}

/**
 * Remark plugin, for `beforeDefaultRemarkPlugins`: shows unknown tags as text, turns the runbook directives
 * into theme components, leaves out what is for other readers, and puts the runbook's facts into the page header.
 * It looks at nothing but the page itself, so that a cached page is never wrong; the plugin makes the bundler's
 * cache one per audience.
 *
 * @param options `audience` and `destructive`: as the plugin's options of these names; `words`: headings of
 *   sections without a label
 */
export function runbookMarkdown(options: RunbookMarkdownOptions = {}) {
  const destructive = destructivePatterns(options.destructive);
  const words = {...DEFAULT_WORDS, ...options.words};
  const audience = audienceOf(options.audience);
  return (tree: Root, file: VFile): void => {
    // First of all: nothing else may take words out of what is for others.
    const source = leaveOutForOthers(tree, String(file.value), audience);
    keepMessageTexts(tree, source);
    // In MDX a tag is JSX and its author's own business.
    if (!file.path?.endsWith('.mdx')) {
      showBlankLinks(tree, source);
      showUnknownTags(tree);
      // After that, because a style in what is no tag is text.
      dropBrokenStyles(tree);
    }
    escapeLonePercents(tree);
    restoreHeadingDirectives(tree, source);
    keepColonWords(tree);
    // Before the blocks among the sections become components.
    giveLabelsIds(tree);
    markAddresses(tree);
    const steps = markInstrument(tree, {file: file.path, frontMatter: file.data?.frontMatter, destructive});
    transformDirectives(tree, file.path, words);
    addToPageHeader(tree, file.path, 'runbook');
    if (steps) placeInstrument(tree, file.path, steps);
    if (steps || isForPaper(file.data?.frontMatter)) placePrintButton(tree);
    const page = importPageRecord(tree, file.path);
    if (page)
      tree.children.push(
        withPageRecord(
          componentNode('flow', 'OpsbinderPageUses', {cards: options.quickReferenceRoute || undefined}),
          page,
        ),
      );
  };
}

// Pages that are carried to where the work is, even where there is nothing on them to tick or copy.
const FOR_PAPER = new Set<unknown>(['runbook', 'alert', 'troubleshooting', 'checklist']);

function isForPaper(frontMatter: unknown): boolean {
  return FOR_PAPER.has((frontMatter as {type?: unknown} | undefined)?.type);
}
