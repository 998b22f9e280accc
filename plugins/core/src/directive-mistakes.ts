import type {Root} from 'mdast';
import {visit} from 'unist-util-visit';
import type {Directive} from './directives.js';
import type {Finding} from './findings.js';

/** The attributes that each directive takes. */
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  step: ['danger', 'role', 'minutes'],
  expect: [],
  verify: [],
  rollback: [],
  escalate: [],
  only: ['audience'],
  card: ['section', 'card'],
  owner: ['id'],
};

/** A finding for each attribute of a directive that nobody reads: it was meant to say something. */
export function findDirectiveMistakes(tree: Root, place: {source: string; lineOffset: number}): Finding[] {
  const findings: Finding[] = [];
  visit(tree, (node) => {
    if (!isDirective(node)) return;
    const name = node.name.toLowerCase() === 'only' ? 'only' : node.name;
    const known = Object.hasOwn(ATTRIBUTES, name) ? ATTRIBUTES[name] : undefined;
    const unknown = Object.keys(node.attributes ?? {}).filter((attribute) => !known?.includes(attribute));
    if (!known || unknown.length === 0) return;
    findings.push({
      rule: 'directive-attribute-unknown',
      level: 'warning',
      source: place.source,
      line: (node.position?.start.line ?? 1) + place.lineOffset,
      message: `${name} has ${unknown.map((attribute) => `"${attribute}"`).join(', ')}, which says nothing there. Expected ${known.length > 0 ? known.join(', ') : 'no attribute'}`,
      hint: 'Correct the name, or take it away; put quotes around a value with blanks or commas.',
    });
  });
  return findings;
}

function isDirective(node: {type: string}): node is Directive {
  return node.type === 'containerDirective' || node.type === 'leafDirective' || node.type === 'textDirective';
}
