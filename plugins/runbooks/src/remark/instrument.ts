import {
  type CodeLineFacts,
  findDestructive,
  findMessageBlanks,
  isCommandFence,
  namesSetOnPage,
  readCode,
  readMessage,
  readSteps,
  type Step,
  stepIds,
} from '@opsbinder/core';
import {componentNode, importComponent, importPageRecord, withPageRecord} from '@opsbinder/handbook';
import type {Code, InlineCode, ListItem, Nodes, Paragraph, Parents, Root, RootContent, Text} from 'mdast';
import type {ContainerDirective} from 'mdast-util-directive';
import {visit} from 'unist-util-visit';
import {SKIP, visitParents} from 'unist-util-visit-parents';

const MODULE = '@theme/Runbook';

/** What must be known of a page besides its text. */
export interface InstrumentContext {
  file: string | undefined;
  frontMatter: unknown;
  /** What else destroys, besides what is known to. */
  destructive?: readonly RegExp[];
}

/** The steps of a page, by name and first words; with 1 where its author has ticked it. */
export type StepList = [id: string, name: string, wasDone?: 1][];

/**
 * Makes a page one that can be followed: marks its steps so that they can be ticked, and its code so that blanks
 * can be filled and commands be copied as they are to be run. Before directives are transformed.
 *
 * @returns its steps; undefined for a page without steps, commands and blanks, which stays as it is
 */
export function markInstrument(tree: Root, context: InstrumentContext): StepList | undefined {
  // Ticks and values belong to a page; a partial has none.
  if (!importPageRecord(tree, context.file)) return undefined;
  const steps = markSteps(tree, readSteps(tree));
  const hasCode = markCode(tree, context);
  const hasMessages = markMessages(tree);
  return steps.length > 0 || hasCode || hasMessages ? steps : undefined;
}

/** Puts the blanks to fill below a page's header, and the run of its steps at its end. */
export function placeInstrument(tree: Root, file: string | undefined, steps: StepList): void {
  const page = importPageRecord(tree, file);
  const list = JSON.stringify(steps);
  for (const name of ['OpsbinderFollow', 'OpsbinderRun']) importComponent(tree, MODULE, name);
  const follow = componentNode('flow', 'OpsbinderFollow', {steps: list});
  tree.children.splice(tree.children.findIndex(isHeader) + 1, 0, withPageRecord(follow, page));
  tree.children.push(withPageRecord(componentNode('flow', 'OpsbinderRun'), page));
}

/** Puts a button that prints the page into its header; nothing into what is no page. */
export function placePrintButton(tree: Root): void {
  const header = tree.children.find(isHeader) as Parents | undefined;
  if (!header) return;
  importComponent(tree, MODULE, 'OpsbinderPrintButton');
  header.children.push(componentNode('flow', 'OpsbinderPrintButton') as never);
}

function isHeader(node: RootContent): boolean {
  return (node as {name?: string}).name === 'OpsbinderPageHeader';
}

// What a step is called in lists and timelines: its first words are enough.
const STEP_NAME = 120;

function markSteps(tree: Root, steps: readonly Step[]): StepList {
  const ids = stepIds(steps.map(({node}) => node));
  const list = steps.map(({node, text}, index): StepList[number] => {
    const step: StepList[number] = [ids[index] ?? '', shorten(text)];
    if (node.type === 'listItem' && node.checked === true) step.push(1);
    return step;
  });
  for (const [index, {node, text}] of steps.entries()) {
    const attributes = {id: ids[index], name: shorten(text)};
    if (node.type === 'listItem') markItem(node, attributes);
    else node.data = {...node.data, opsbinderTick: attributes} as ContainerDirective['data'];
  }
  if (steps.length > 0)
    for (const name of ['OpsbinderTick', 'OpsbinderNote']) importComponent(tree, MODULE, name);
  return list;
}

function shorten(text: string): string {
  // A colon leads to the command below, which is not named along.
  const line = text
    .replace(/\s+/gu, ' ')
    .replace(/[\s:]+$/u, '')
    .trim();
  return line.length <= STEP_NAME ? line : `${line.slice(0, STEP_NAME - 1).trimEnd()}…`;
}

function markItem(item: ListItem, attributes: {id?: string; name: string}): void {
  const done = item.checked === true ? true : undefined;
  const isTask = item.checked !== null && item.checked !== undefined;
  // The box of a task is drawn by us, where it can be ticked.
  item.checked = null;
  item.data = {
    ...item.data,
    hProperties: {
      ...item.data?.hProperties,
      'data-step': attributes.id,
      ...(isTask && {className: 'task-list-item'}),
    },
  } as ListItem['data'];
  const first = item.children[0];
  if (first?.type === 'paragraph') {
    first.children.unshift(
      componentNode('text', 'OpsbinderTick', {...attributes, done}) as Paragraph['children'][number],
    );
  } else {
    item.children.unshift(componentNode('flow', 'OpsbinderTick', {...attributes, done}) as never);
  }
  item.children.push(componentNode('flow', 'OpsbinderNote', {id: attributes.id}) as never);
}

/** What {@link markSteps} has left on a `:::step`. */
export function tickOf(node: ContainerDirective): {id: string; name: string} | undefined {
  return (node.data as {opsbinderTick?: {id: string; name: string}} | undefined)?.opsbinderTick;
}

// Wraps commands, and whatever has blanks, with what there is to know of its lines.
function markCode(tree: Root, {frontMatter, destructive}: InstrumentContext): boolean {
  const listed = listedNames(frontMatter);
  const set = listed.length > 0 ? namesSetOnPage(tree) : undefined;
  const page = codeOf(tree);
  let found = false;
  visitParents(tree, (node: Nodes, ancestors) => {
    const parent = ancestors.at(-1) as Parents | undefined;
    // A heading's words are its anchor and stand in the table of contents.
    if (node.type === 'heading') return SKIP;
    if ((node.type !== 'code' && node.type !== 'inlineCode') || !parent) return undefined;
    const language = node.type === 'code' ? (node.lang ?? undefined) : undefined;
    const lines = readCode(node.value, language, {
      listed,
      set,
      page,
      inline: node.type === 'inlineCode',
    });
    const replacement =
      node.type === 'code'
        ? commandNode(node, lines, {
            destroys: findDestructive(node.value, language, destructive).map(({what}) => what),
            confirms: ancestors.some(isDangerousStep),
            sent: ancestors.some(isMessage),
          })
        : inlineNode(node, lines);
    if (!replacement) return undefined;
    found = true;
    importComponent(tree, MODULE, node.type === 'code' ? 'OpsbinderCommand' : 'OpsbinderInlineCode');
    parent.children.splice((parent.children as Nodes[]).indexOf(node), 1, replacement as never);
    return SKIP;
  });
  return found;
}

function codeOf(tree: Root): string {
  const texts: string[] = [];
  visit(tree, 'code', ({value}) => {
    texts.push(value);
  });
  return texts.join('\n');
}

// Sets the blanks of texts to send apart from their words.
function markMessages(tree: Root): boolean {
  let found = false;
  visit(tree, 'containerDirective', (message: ContainerDirective) => {
    if (!isMessage(message)) return;
    found = true;
    visit(message, 'text', (node: Text, index, parent) => {
      const blanks = findMessageBlanks(node.value);
      if (blanks.length === 0 || !parent || index === undefined) return undefined;
      importComponent(tree, MODULE, 'OpsbinderMessageText');
      const lines = JSON.stringify(readMessage(node.value).map(shortForm));
      const marked = componentNode('text', 'OpsbinderMessageText', {lines}, [node]);
      (parent as Parents).children.splice(index, 1, marked as never);
      return index + 1;
    });
  });
  return found;
}

/** What `:::message` is rendered with; its script comes with the pages that have one. */
export function messageNode(
  tree: Root,
  attributes: {where?: string; to?: string; text: string},
  children: unknown[],
): RootContent {
  importComponent(tree, MODULE, 'OpsbinderMessage');
  const lines = readMessage(attributes.text).map(shortForm);
  return componentNode(
    'flow',
    'OpsbinderMessage',
    {...attributes, lines: lines.length > 0 ? JSON.stringify(lines) : undefined},
    children,
  );
}

function listedNames(frontMatter: unknown): string[] {
  const placeholders = (frontMatter as {placeholders?: unknown} | undefined)?.placeholders;
  if (Array.isArray(placeholders)) return placeholders.map(String);
  if (typeof placeholders === 'string') return [placeholders];
  return placeholders && typeof placeholders === 'object' ? Object.keys(placeholders) : [];
}

function isDangerousStep(node: Nodes): boolean {
  return node.type === 'containerDirective' && node.name === 'step' && 'danger' in (node.attributes ?? {});
}

function isMessage(node: Nodes): boolean {
  return node.type === 'containerDirective' && node.name === 'message';
}

function commandNode(
  node: Code,
  lines: readonly CodeLineFacts[],
  {destroys, confirms, sent}: {destroys: string[]; confirms: boolean; sent: boolean},
): RootContent | undefined {
  const isCommand = isCommandFence(node.value, node.lang ?? undefined);
  if (!isCommand && lines.length === 0) return undefined;
  return componentNode(
    'flow',
    'OpsbinderCommand',
    {
      lines: lines.length > 0 ? JSON.stringify(lines.map(shortForm)) : undefined,
      runs: isCommand ? true : undefined,
      destroys: isCommand && destroys.length > 0 ? [...new Set(destroys)].join(' ') : undefined,
      confirms: isCommand && confirms ? true : undefined,
      sent: sent ? true : undefined,
    },
    [node],
  );
}

function inlineNode(node: InlineCode, lines: readonly CodeLineFacts[]): RootContent | undefined {
  if (!lines.some(({blanks}) => blanks.length > 0)) return undefined;
  return componentNode('text', 'OpsbinderInlineCode', {lines: JSON.stringify(lines.map(shortForm))}, [node]);
}

// Line, prompt (-1 for what is printed), blanks: it stands in the page's script once for every line.
function shortForm({line, prompt, printed, blanks}: CodeLineFacts) {
  return [
    line,
    printed ? -1 : prompt,
    blanks.map(({start, end, key, place, startsWord}) => [start, end, key, place, startsWord ? 1 : 0]),
  ];
}
