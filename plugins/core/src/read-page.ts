import {readAnatomy} from './anatomy.js';
import {readCardBlocks} from './card-blocks.js';
import {findStrayCommands} from './card-commands.js';
import {readQuickReference} from './card-front-matter.js';
import type {CardEntry} from './cards.js';
import {findForeignMarkup} from './dialects.js';
import {findDirectiveMistakes} from './directive-mistakes.js';
import {restoreDirectives} from './directives.js';
import {readFacts} from './facts.js';
import type {Finding} from './findings.js';
import {readFreshnessComment} from './freshness-comment.js';
import {readFrontMatter, splitFrontMatter} from './front-matter.js';
import type {HandbookInput, HandbookPage, SourceDocument} from './handbook.js';
import {type HandbookSettings, policyFor} from './handbook-file.js';
import {headingsByNode} from './heading-ids.js';
import {textForAudience} from './leave-out.js';
import {parseMarkdown} from './markdown.js';
import {markdownFormatOf} from './markdown-format.js';
import {findOnlyMistakes} from './only-mistakes.js';
import {findUnknownContacts, readMentionedOwners} from './owner-mentions.js';
import type {Owners} from './owners.js';
import {pageBlanks} from './page-blanks.js';

/** A page that is read and not yet judged: what happened to it may stand on other pages. */
export type DraftPage = SourceDocument &
  Pick<HandbookPage, 'isWhole' | 'facts' | 'anatomy' | 'blanks' | 'headings' | 'mentionedOwners'> & {
    entries: CardEntry[];
    findings: Finding[];
  };

/**
 * Reads a page: what it says of itself, what it is made of, and what is wrong in it. It never throws over content.
 *
 * @param owners undefined where no file describes them, so that they are taken at their word
 */
export function readPage(
  document: SourceDocument,
  input: HandbookInput,
  settings: HandbookSettings,
  owners: Owners | undefined,
): DraftPage {
  const {source} = document;
  const format = markdownFormatOf(source, document.text, input.markdownFormat);
  // The document keeps its whole text: whether a page was edited since its review is the same for every audience.
  const text = textForAudience(document.text, format, input.audience);
  const frontMatter = readFrontMatter(text, source);
  const {body, bodyLine} = splitFrontMatter(text);
  const tree = parseMarkdown(body);
  const place = {source, lineOffset: bodyLine - 1};
  const written = splitFrontMatter(document.text).body;
  const {facts, findings} = readFacts(frontMatter.tree, {
    source,
    asOf: input.asOf,
    settings,
    owners,
    ownersSource: input.ownersFile.source,
    handbookSource: input.handbookFile.source,
    policy: policyFor(settings.policies, document.path),
    comment: readFreshnessComment(text),
  });
  const foreignMarkup = findForeignMarkup(tree, body, place);
  restoreDirectives(tree, body, ({type, name}) => type !== 'containerDirective' && name !== 'owner');
  const blanks = pageBlanks(frontMatter.tree, {source, tree});
  const mentioned = readMentionedOwners(tree, place, owners, input.ownersFile.source);
  const fromFrontMatter = readQuickReference(facts.quickReference, place);
  const fromBlocks = readCardBlocks(tree, place);
  const entries = [...fromFrontMatter.entries, ...fromBlocks.entries];
  const headings = headingsByNode(tree, {
    lineOffset: place.lineOffset,
    keepCase: input.headingIdsKeepCase,
  });
  return {
    ...document,
    isWhole: text === document.text,
    facts,
    entries,
    anatomy: readAnatomy(tree, facts.type, headings, {
      blanks: blanks.blanks,
      destructive: input.destructive,
    }),
    blanks: blanks.blanks,
    headings: [...headings.values()],
    mentionedOwners: mentioned.ids,
    findings: [
      ...frontMatter.findings,
      ...findings,
      ...blanks.findings,
      ...findOnlyMistakes(written, format, place),
      ...findDirectiveMistakes(tree, place),
      ...mentioned.findings,
      ...fromFrontMatter.findings,
      ...findStrayCommands(fromFrontMatter.entries, tree),
      ...fromBlocks.findings,
      ...findUnknownContacts(entries, owners, input.ownersFile.source),
      ...foreignMarkup,
    ],
  };
}
