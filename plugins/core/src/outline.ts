import type {Heading, Nodes, Paragraph, Parents, Root} from 'mdast';
import {isDirectiveLabel} from './directives.js';
import {headingWords} from './heading-ids.js';
import {plainText} from './markdown.js';
import {isReferenceHeading, readSectionName, type Section} from './sections.js';

/** Directives that are sections by their name. */
export const SECTION_DIRECTIVES: Readonly<Record<string, Section>> = {
  verify: 'verification',
  rollback: 'rollback',
  escalate: 'escalation',
};

/** Where on a page something stands. */
export interface Place {
  /** The section around it: the nearest heading, label or block that names one. */
  section?: Section;
  /** The words of the heading above it that is nearest; undefined before the first, and for the page's title. */
  heading?: string;
  /** Whether that heading, or a label below it, is what names the section, and not one further out. */
  isNamedHere: boolean;
  /** Whether the nearest heading stands over what one looks up or reads about. */
  isReference: boolean;
}

/** A heading or label that opens a part of a page. */
export interface PartOpening {
  sections: readonly [Section, ...Section[]];
  /** Whether it says nothing else: `Rollback`, and not `Roll back the database`. */
  isWhole: boolean;
}

/** What an outline's visitor is told of a node. */
export interface Visited {
  node: Nodes;
  /** The nodes around it, from the root on. */
  ancestors: readonly Parents[];
  /** Where it stands; of a heading or label, the place that it opens. */
  place: Place;
  /** The part that the node opens, for headings, bold labels and the blocks that are sections. */
  opens?: PartOpening;
}

/**
 * Walks through a page and knows at each node in which of its parts it stands. Parts are opened by headings, by
 * bold labels at the start of a paragraph, and by `:::verify`, `:::rollback` and `:::escalate`.
 *
 * A heading holds for what is below it, headings of deeper levels included, unless these name parts of their own.
 * A label holds until the next heading. What is opened in a block or in an item of a list ends with it.
 *
 * @param visit called for each node in page order; `false` leaves out what is inside it
 */
export function walkOutline(tree: Root, visit: (visited: Visited) => boolean | undefined): void {
  const title = pageTitle(tree);
  walkInside(tree, [], {headings: []}, {title, visit});
}

/**
 * The heading that is the page's title: a level-one heading before any other, where the page has no second one of
 * that level. It names the page and no part of it.
 */
export function pageTitle(tree: Root): Heading | undefined {
  const headings = tree.children.filter((node) => node.type === 'heading');
  const [first] = headings;
  return first?.depth === 1 && headings.filter(({depth}) => depth === 1).length === 1 ? first : undefined;
}

interface OpenHeading {
  depth: number;
  words?: string;
  section?: Section;
  isReference: boolean;
}

/** The headings that are open at some point, from the outermost on, and the label below the last. */
interface Open {
  headings: OpenHeading[];
  label?: Section;
}

interface Walk {
  title: Heading | undefined;
  visit: (visited: Visited) => boolean | undefined;
}

function walkInside(parent: Parents, around: readonly Parents[], open: Open, walk: Walk): void {
  const ancestors = [...around, parent];
  const parts = parent.children as Nodes[];
  parts.forEach((node) => {
    if (isDirectiveLabel(node)) return;
    let opens: PartOpening | undefined;
    let inside: Open = {...open, headings: [...open.headings]};
    const label = node.type === 'paragraph' ? readLabel(node, ancestors) : undefined;
    if (node.type === 'heading') {
      opens = openHeading(node, open, walk.title);
      inside = open;
    } else if (label) {
      opens = label.opens;
      inside.label = opens.sections[0];
      if (label.isOpenEnded) open.label = inside.label;
    } else if (node.type === 'containerDirective') {
      const section = SECTION_DIRECTIVES[node.name];
      if (section) {
        opens = {sections: [section], isWhole: true};
        inside = {headings: [{depth: 0, section, isReference: false}]};
      }
    }
    const enter = walk.visit({node, ancestors, place: placeIn(inside), ...(opens ? {opens} : {})});
    if (enter !== false && 'children' in node) walkInside(node, ancestors, inside, walk);
  });
}

function openHeading(node: Heading, open: Open, title: Heading | undefined): PartOpening | undefined {
  const words = headingWords(node);
  while ((open.headings.at(-1)?.depth ?? 0) >= node.depth) open.headings.pop();
  open.label = undefined;
  const around = placeIn(open).section;
  const named = readSectionName(words);
  // A title says what the page is; it may as well stand in front matter, and names no part.
  const isTitle = node === title;
  const opens = named && !isTitle && !isTaskWithin(named, around) ? named : undefined;
  open.headings.push({
    depth: node.depth,
    ...(isTitle ? {} : {words}),
    ...(opens ? {section: opens.sections[0]} : {}),
    isReference: !isTitle && isReferenceHeading(words),
  });
  return opens;
}

// Sections of which one reads; of the others one does what they say.
const ABOUT: ReadonlySet<Section> = new Set([
  'meaning',
  'impact',
  'symptoms',
  'severity',
  'prevention',
  'timeline',
  'root-cause',
]);

/** Whether one reads a section, and does not do what it says: its lists are no steps. */
export function isAbout(section: Section): boolean {
  return ABOUT.has(section);
}

// "Verify that the operator runs", below "Diagnosis", is a check and not the verification of a repair.
function isTaskWithin({sections, isWhole}: PartOpening, around: Section | undefined): boolean {
  if (isWhole || around === undefined) return false;
  return around === 'diagnosis' || around === 'prerequisites' || sections[0] === around;
}

function placeIn({headings, label}: Open): Place {
  const last = headings.at(-1);
  const section = label ?? headings.findLast((heading) => heading.section)?.section;
  return {
    ...(section ? {section} : {}),
    ...(last?.words === undefined ? {} : {heading: last.words}),
    isNamedHere: label !== undefined || last?.section !== undefined,
    isReference: last?.isReference ?? false,
  };
}

/**
 * A bold label: a paragraph that is only `**Diagnosis**`, or that begins with `**Diagnosis:**`. Its words must be the
 * name of a section and no more, so that neither `**Note:**` nor a sentence in bold is one.
 */
function readLabel(
  node: Paragraph,
  ancestors: readonly Parents[],
): {opens: PartOpening; isOpenEnded: boolean} | undefined {
  const [first, next] = node.children;
  if (first?.type !== 'strong') return undefined;
  const words = plainText(first);
  const isAlone = node.children.slice(1).every((child) => plainText(child).replace(/[\s:]/g, '') === '');
  // `**Impact:** x`, `**Impact**: x`, `**Impact** – x`.
  const hasColon = words.endsWith(':') || (next?.type === 'text' && /^\s*(?::|[–—-]\s)/.test(next.value));
  if (!isAlone && !hasColon) return undefined;
  const named = readSectionName(words);
  if (!named?.isWhole) return undefined;
  const inItem = ancestors.at(-1)?.type === 'listItem';
  // A step that is called "Verification" is a step.
  if (inItem && isOrdered(ancestors.at(-2))) return undefined;
  // "**Severity:** high" says all there is to say; after "**Impact:** one of these:" more follows.
  const isOpenEnded = isAlone || !isAbout(named.sections[0]) || plainText(node).endsWith(':');
  return {opens: named, isOpenEnded};
}

function isOrdered(list: Parents | undefined): boolean {
  return list?.type === 'list' && list.ordered === true;
}
