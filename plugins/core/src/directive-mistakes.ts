import type {Nodes, Root} from 'mdast';
import type {ContainerDirective} from 'mdast-util-directive';
import {visit} from 'unist-util-visit';
import {type Directive, isDirectiveLabel, linkOfChoice} from './directives.js';
import type {Finding} from './findings.js';

/** The attributes that each directive takes. */
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  step: ['danger', 'role', 'minutes'],
  expect: [],
  verify: [],
  rollback: [],
  escalate: [],
  decision: [],
  message: ['to'],
  only: ['audience'],
  card: ['section', 'card'],
  owner: ['id'],
};

/**
 * A finding for each attribute of a directive that nobody reads (it was meant to say something), for each
 * `:::message` with nothing to send, and for each `:::decision` with nothing to decide.
 */
export function findDirectiveMistakes(tree: Root, place: {source: string; lineOffset: number}): Finding[] {
  const findings: Finding[] = [];
  visit(tree, (node) => {
    if (!isDirective(node)) return;
    const line = (node.position?.start.line ?? 1) + place.lineOffset;
    const find = (rule: string, message: string, hint: string) =>
      findings.push({rule, level: 'warning', source: place.source, line, message, hint});
    if (node.type === 'containerDirective' && node.name === 'message' && isEmpty(node)) {
      find(
        'message-empty',
        'A :::message without a text. Expected what is to be sent, between its fences',
        'Write the text on the lines below :::message[Where]{to="whom"}, and ::: below it.',
      );
    }
    if (node.type === 'containerDirective' && node.name === 'decision') {
      if (!node.children.some(isDirectiveLabel)) {
        find(
          'decision-without-question',
          'A :::decision without a question. Expected one in brackets, such as :::decision[What do you see?]',
          'Write the question in brackets behind the name.',
        );
      }
      if (!node.children.some(hasChoice)) {
        find(
          'decision-without-choices',
          'A :::decision without choices. Expected a list whose items are links',
          'Write each choice as an item with a link, such as - [It is slow](./slow.md).',
        );
      }
    }
    const name = node.name.toLowerCase() === 'only' ? 'only' : node.name;
    const known = Object.hasOwn(ATTRIBUTES, name) ? ATTRIBUTES[name] : undefined;
    const unknown = Object.keys(node.attributes ?? {}).filter((attribute) => !known?.includes(attribute));
    if (!known || unknown.length === 0) return;
    find(
      'directive-attribute-unknown',
      `${name} has ${unknown.map((attribute) => `"${attribute}"`).join(', ')}, which says nothing there. Expected ${known.length > 0 ? known.join(', ') : 'no attribute'}`,
      'Correct the name, or take it away; put quotes around a value with blanks or commas.',
    );
  });
  return findings;
}

function isEmpty({children}: ContainerDirective): boolean {
  return children.every(
    (child) => isDirectiveLabel(child) || (child.type === 'code' && child.value.trim() === ''),
  );
}

function hasChoice(node: Nodes): boolean {
  return node.type === 'list' && node.children.some((item) => linkOfChoice(item));
}

function isDirective(node: {type: string}): node is Directive {
  return node.type === 'containerDirective' || node.type === 'leafDirective' || node.type === 'textDirective';
}
