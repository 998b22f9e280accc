import type {Code, Nodes, Root} from 'mdast';
import {visit} from 'unist-util-visit';
import {isTyped} from './code-facts.js';
import {findDestructive} from './destructive.js';
import {readExpectedOutputs} from './expected-output.js';
import type {PageType} from './facts.js';
import {headingsByNode, type PageHeading} from './heading-ids.js';
import {type JumpLink, jumpLinks} from './jump-links.js';
import {type PageParts, readPageParts} from './page-parts.js';
import {readPlaceholders} from './placeholders.js';
import {SECTIONS, type Section} from './sections.js';
import {readCommands} from './shell-commands.js';
import {readSteps} from './steps.js';

/** What each type of page is expected to hold; the types left out are free in form. */
const EXPECTED: Readonly<Partial<Record<PageType, readonly Section[]>>> = {
  alert: ['meaning', 'impact', 'diagnosis', 'mitigation'],
  runbook: ['verification', 'rollback', 'escalation'],
  troubleshooting: ['symptoms', 'diagnosis', 'mitigation'],
  postmortem: ['impact', 'root-cause', 'timeline', 'prevention'],
};

/** What a page is made of, counted from its Markdown. Only `missing` depends on its front matter. */
export interface Anatomy {
  sections: Section[];
  /** Sections its type expects and it does not have; of several alerts on one page, those that one of them lacks. */
  missing: Section[];
  /** Items of ordered lists that are done one after the other, and `:::step` blocks; see readSteps. */
  steps: number;
  /** Commands in shell fences; a line continued with a backslash is one. */
  commands: number;
  /** Names of the blanks in its code, such as `namespace`, each once, in order of appearance. */
  placeholders: string[];
  /** Items of task lists. */
  tasks: number;
  /** Commands that destroy something; see findDestructive. */
  destructive: number;
  /** Outputs that it tells its reader to expect. */
  expectedOutputs: number;
  /** The languages of its fences as they are written, each once, in order of appearance. */
  languages: string[];
  /** The ways from its top to what is done on it. */
  jumps: JumpLink[];
  /** For a page that only says that its content went elsewhere: where to. */
  movedTo?: string;
}

/**
 * Recognises the parts of a page and counts what is on it.
 *
 * @param tree the page, by parseMarkdown, look-alikes of directives put back as text
 * @param type what front matter says the page is
 * @param headings its headings with their ids, by headingsByNode
 * @param known what is known already: its blanks, by pageBlanks, and patterns of commands that the site calls
 *   destructive beside those that are known
 */
export function readAnatomy(
  tree: Root,
  type: PageType | undefined,
  headings: ReadonlyMap<Nodes, PageHeading> = headingsByNode(tree),
  {blanks, destructive}: {blanks?: readonly {name: string}[]; destructive?: readonly RegExp[]} = {},
): Anatomy {
  const page = readPageParts(tree, headings);
  const steps = readSteps(tree);
  const fences: Code[] = [];
  visit(tree, 'code', (node) => void fences.push(node));
  const tasks = steps.filter(({kind}) => kind === 'task').length;
  return {
    sections: sectionsIn(page.parts),
    missing: missingSections(page, type),
    steps: steps.length - tasks,
    commands: fences.reduce((sum, fence) => sum + countCommands(fence), 0),
    placeholders: (blanks ?? readPlaceholders(tree)).map(({name}) => name),
    tasks,
    destructive: fences.flatMap(({value, lang}) => findDestructive(value, lang ?? undefined, destructive))
      .length,
    expectedOutputs: readExpectedOutputs(tree).length,
    languages: [...new Set(fences.flatMap(({lang}) => lang ?? []))],
    jumps: jumpLinks(page.parts),
    ...(page.movedTo === undefined ? {} : {movedTo: page.movedTo}),
  };
}

function sectionsIn(parts: PageParts['parts']): Section[] {
  const found = new Set(parts.map(({section}) => section));
  return SECTIONS.filter((section) => found.has(section));
}

function missingSections({parts, groups, movedTo}: PageParts, type: PageType | undefined): Section[] {
  // A page that sends its readers on has nothing of its own to miss.
  if (movedTo !== undefined) return [];
  const sets =
    type === 'alert' && groups.length > 1
      ? groups.map((group) => sectionsIn(parts.filter(({within}) => within === group)))
      : [sectionsIn(parts)];
  return ((type && EXPECTED[type]) ?? []).filter((section) => sets.some((set) => !set.includes(section)));
}

/** How many lines of a fence begin a command; a continued line is one, and what a here-document holds is none. */
export function countCommands({value, lang}: Code): number {
  if (!isTyped(value, lang ?? undefined)) return 0;
  return new Set(readCommands(value).map(({line}) => line)).size;
}
