import {audienceOfBlock, BLOCK_HEADING_IDS, isDirectiveLabel, linkOfChoice, ownerIdOf} from '@opsbinder/core';
import {componentNode, importPageRecord, withPageRecord} from '@opsbinder/handbook';
import type {Heading, Nodes, Paragraph, Parents, PhrasingContent, Root, RootContent} from 'mdast';
import type {ContainerDirective} from 'mdast-util-directive';
import {toString as textContent} from 'mdast-util-to-string';
import {SKIP, visit} from 'unist-util-visit';
import {messageNode, tickOf} from './instrument.js';
import {keepLines, notedText} from './messages.js';
import type {RunbookWords} from './runbook-markdown.js';

/** The names of the directives that this package renders, by kind. */
export const DIRECTIVES = {
  containerDirective: ['step', 'expect', 'verify', 'rollback', 'escalate', 'only', 'message', 'decision'],
  leafDirective: ['owner'],
  textDirective: ['owner'],
} as const;

type SectionName = keyof RunbookWords;

/**
 * Turns the {@link DIRECTIVES} into theme components. Steps are numbered through the page.
 */
export function transformDirectives(tree: Root, file: string | undefined, words: RunbookWords): void {
  let steps = 0;
  const named = new Set<string>();
  visit(tree, (node: Nodes, index, parent) => {
    if (!parent || index === undefined) return undefined;
    const replaceBy = (replacement: RootContent) => {
      (parent as Parents).children[index] = replacement as never;
      return index;
    };
    if (node.type === 'containerDirective') {
      if (node.name === 'step') {
        steps += 1;
        return replaceBy(stepNode(node, steps));
      }
      if (node.name === 'expect') {
        const {label, children} = takeLabel(node);
        const expected = componentNode('flow', 'OpsbinderExpect', {}, [
          ...labelParagraph(label),
          ...children,
        ]);
        const command = parent.children[index - 1];
        if (!isCommand(command)) return replaceBy(expected);
        const both = componentNode('flow', 'OpsbinderCommandAndExpect', {}, [command, expected]);
        (parent as Parents).children.splice(index - 1, 2, both as never);
        return index - 1;
      }
      if (node.name.toLowerCase() === 'only') {
        const {label, children} = takeLabel(node);
        // One without names is for nobody who is named, and a mistake.
        const audience = audienceOfBlock(node).join(', ') || undefined;
        return replaceBy(
          componentNode('flow', 'OpsbinderOnly', {audience}, [...labelParagraph(label), ...children]),
        );
      }
      if (node.name === 'message') return replaceBy(messageOf(tree, node));
      if (node.name === 'decision') return replaceBy(decisionNode(node));
      if (isSection(node.name)) {
        return replaceBy(sectionNode(node, node.name, words, parent.type === 'root'));
      }
    }
    if ((node.type === 'leafDirective' || node.type === 'textDirective') && node.name === 'owner') {
      const id = ownerIdOf(node);
      if (id === '') return undefined;
      const [kind, name] =
        node.type === 'leafDirective'
          ? (['flow', 'OpsbinderOwner'] as const)
          : (['text', 'OpsbinderOwnerLine'] as const);
      const first = named.has(id) ? undefined : true;
      named.add(id);
      replaceBy(withPageRecord(componentNode(kind, name, {id, first}), importPageRecord(tree, file)));
      return SKIP;
    }
    return undefined;
  });
}

function stepNode(node: ContainerDirective, number: number): RootContent {
  const {label, children} = takeLabel(node);
  const attributes = node.attributes ?? {};
  const tick = tickOf(node);
  const title = componentNode(
    'flow',
    'OpsbinderStepTitle',
    {},
    label.length > 0 ? [{type: 'paragraph', children: label}] : [],
  );
  return componentNode(
    'flow',
    'OpsbinderStep',
    {
      number: String(number),
      danger: 'danger' in attributes ? attributes.danger?.trim() || true : undefined,
      tick: tick?.id,
      role: attributes.role ?? undefined,
      minutes: attributes.minutes ?? undefined,
    },
    tick
      ? [
          componentNode('flow', 'OpsbinderTick', {...tick}),
          title,
          ...children,
          componentNode('flow', 'OpsbinderNote', {id: tick.id}),
        ]
      : [title, ...children],
  );
}

function messageOf(tree: Root, node: ContainerDirective): RootContent {
  const {label, children} = takeLabel(node);
  keepLines(children);
  const where = textContent({type: 'paragraph', children: label}).trim();
  const to = node.attributes?.to?.trim();
  return messageNode(tree, {where: where || undefined, to: to || undefined, text: notedText(node)}, children);
}

// Lists and links stay what they are, so that Docusaurus checks them, and a page without styles has a list of links.
function decisionNode(node: ContainerDirective): RootContent {
  const {label, children} = takeLabel(node);
  for (const list of children) {
    if (list.type !== 'list') continue;
    for (const item of list.children) {
      const link = linkOfChoice(item);
      if (!link) continue;
      addClass(item, 'opsbinder-choice');
      addClass(link, 'opsbinder-choice-link');
    }
  }
  const question = componentNode('flow', 'OpsbinderQuestion', {}, [{type: 'paragraph', children: label}]);
  return componentNode(
    'flow',
    'OpsbinderDecision',
    {titled: label.length > 0 || undefined},
    label.length > 0 ? [question, ...children] : children,
  );
}

function addClass(node: Nodes, name: string): void {
  const data = node.data as {hProperties?: object} | undefined;
  node.data = {...data, hProperties: {...data?.hProperties, className: [name]}} as typeof node.data;
}

// A fence, or what `markInstrument` has made of it.
function isCommand(node: Nodes | undefined): boolean {
  return node?.type === 'code' || (node as {name?: string} | undefined)?.name === 'OpsbinderCommand';
}

// At the top of a page the section has a real heading, which the table of contents lists; inside a step it is
// a part of that step.
function sectionNode(
  node: ContainerDirective,
  kind: SectionName,
  words: RunbookWords,
  atRoot: boolean,
): RootContent {
  const {label, children} = takeLabel(node);
  if (!atRoot) {
    return componentNode('flow', 'OpsbinderSection', {kind}, [...labelParagraph(label), ...children]);
  }
  const heading: Heading = {
    type: 'heading',
    depth: 2,
    children: label.length > 0 ? label : [{type: 'text', value: words[kind]}],
    ...(label.length > 0 ? {} : {data: {hProperties: {id: BLOCK_HEADING_IDS[kind]}}}),
  };
  return componentNode('flow', 'OpsbinderSection', {kind, titled: true}, [heading, ...children]);
}

function takeLabel(node: ContainerDirective): {
  label: PhrasingContent[];
  children: ContainerDirective['children'];
} {
  const first = node.children[0];
  const isLabel = first !== undefined && isDirectiveLabel(first);
  return isLabel
    ? {label: (first as Paragraph).children, children: node.children.slice(1)}
    : {label: [], children: node.children};
}

function labelParagraph(label: PhrasingContent[]): Paragraph[] {
  return label.length === 0 ? [] : [{type: 'paragraph', children: [{type: 'strong', children: label}]}];
}

function isSection(name: string): name is SectionName {
  return name === 'verify' || name === 'rollback' || name === 'escalate';
}
