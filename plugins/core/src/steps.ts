import type {List, ListItem, Nodes, Parents, Root} from 'mdast';
import type {ContainerDirective} from 'mdast-util-directive';
import {visit} from 'unist-util-visit';
import {isDirectiveLabel} from './directives.js';
import {plainText} from './markdown.js';
import {isAbout, type Place, walkOutline} from './outline.js';
import type {Section} from './sections.js';
import {isShell} from './shell-text.js';
import {namesTask, tellsToDo} from './task-words.js';

/** Something on a page that a reader does and ticks off. */
export interface Step {
  node: ListItem | ContainerDirective;
  /** Its first words, on one line: a step's label, or the first paragraph of an item. */
  text: string;
  /** An item of an ordered list, a `:::step` block, or an item of a task list. */
  kind: 'item' | 'directive' | 'task';
  /** The part of the page in which it stands; undefined where none is named. */
  section?: Section;
}

// What stands in these is shown, sent or chosen, and not done.
const NO_STEPS_INSIDE = new Set(['expect', 'message', 'decision']);

/**
 * The steps of a page, in page order:
 *
 * - `:::step` blocks; an ordered list inside one is a part of that step;
 * - items of task lists, wherever they stand, for each of them shows a box;
 * - items of ordered lists that stand in no other list, in sections where one does something, and elsewhere where
 *   the list reads like a procedure. Lists of links and lists about meaning, impact, cause or time are none.
 *
 * It reads what parseMarkdown gives, and the tree in a remark plugin before Docusaurus's own have changed it.
 * Front matter makes no difference.
 */
export function readSteps(tree: Root): Step[] {
  const steps: Step[] = [];
  let commands: boolean | undefined;
  const pageHasCommands = () => {
    commands ??= hasCommands(tree);
    return commands;
  };
  walkOutline(tree, ({node, ancestors, place}) => {
    if (node.type === 'containerDirective') {
      if (NO_STEPS_INSIDE.has(node.name)) return false;
      if (node.name === 'step') steps.push(stepOf(node, 'directive', labelText(node), place));
    } else if (node.type === 'listItem') {
      const list = ancestors.at(-1) as List;
      if (typeof node.checked === 'boolean') steps.push(stepOf(node, 'task', itemText(node), place));
      else if (isProcedure(list, ancestors, place, pageHasCommands)) {
        steps.push(stepOf(node, 'item', itemText(node), place));
      }
    }
    return undefined;
  });
  return steps;
}

function isProcedure(
  list: List,
  ancestors: readonly Parents[],
  place: Place,
  pageHasCommands: () => boolean,
): boolean {
  if (!list.ordered) return false;
  const around = ancestors.slice(0, -1);
  if (around.some((node) => node.type === 'listItem' || isStep(node))) return false;
  if (list.children.every(isOnlyLinks)) return false;
  const {section, heading} = place;
  if (section && !isAbout(section)) return true;
  // "Meaning" itself is never a procedure; what stands below it under a heading of its own may be one.
  if ((section && place.isNamedHere) || place.isReference) return false;
  const instructing = list.children.filter((item) => tellsToDo(itemText(item)) || hasCommands(item)).length;
  if (instructing * 2 >= list.children.length) return true;
  if (section) return false;
  const telling = list.children.filter((item) => TELLS_OF.test(itemText(item))).length;
  if (telling * 2 >= list.children.length) return false;
  return pageHasCommands() || (heading !== undefined && namesTask(heading));
}

// How sentences begin that say how things are.
const TELLS_OF =
  /^(?:the|an?|this|that|these|those|it|its|they|we|our|there|some|most|all|every|each|users?|https?:\/\/\S+)\b/i;

function isStep(node: Nodes): boolean {
  return node.type === 'containerDirective' && node.name === 'step';
}

// An address, or words that are a link, and nothing to do with it: "[Dashboard](…)", "Dashboard: https://…".
function isOnlyLinks(item: ListItem): boolean {
  let links = 0;
  let words = '';
  visit(item, (node: Nodes) => {
    if (node.type === 'link') {
      links += 1;
      return 'skip';
    }
    if (node.type === 'code' || node.type === 'inlineCode') words += `${node.value} `;
    if (node.type === 'text') words += node.value;
    return undefined;
  });
  return links > 0 && !/\p{L}.*\s.*\p{L}/u.test(words);
}

function hasCommands(tree: Nodes): boolean {
  let found = false;
  visit(tree, 'code', ({lang}) => {
    found ||= isShell(lang ?? undefined);
  });
  return found;
}

function stepOf(node: Step['node'], kind: Step['kind'], text: string, {section}: Place): Step {
  return {node, text, kind, ...(section ? {section} : {})};
}

function itemText(item: ListItem): string {
  const [first] = item.children;
  return first ? onOneLine(plainText(first)) : '';
}

function labelText(node: ContainerDirective): string {
  const first = node.children.find(isDirectiveLabel) ?? node.children[0];
  return first ? onOneLine(plainText(first)) : '';
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
