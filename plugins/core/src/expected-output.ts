import type {Code, Nodes, Parents, Root} from 'mdast';
import {visit} from 'unist-util-visit';
import {plainText} from './markdown.js';
import {isShell, readLines} from './shell-text.js';

/** What a page says that a command prints or shows. */
export interface ExpectedOutput {
  /** The fence or the `:::expect` block. */
  node: Nodes;
  /** `block`: `:::expect`; `fence`: a fence that is announced as output; `printed`: lines below commands in one fence. */
  kind: 'block' | 'fence' | 'printed';
}

// How a text announces output: "Expected output:", "It should print", "The result looks like this:".
const ANNOUNCED =
  /\b(?:expect(?:ed)?|(?:example|sample|typical) (?:output|result|response)|outputs?|should (?:see|show|print|return|look|be|say|contain)|(?:returns?|prints?|shows?|results? in|looks like|responds? with|produces?)(?: \w+){0,4}:)/i;
const OUTPUT = /^(?:|text|txt|plain|plaintext|output|log|logs|json|yaml|none)$/;

/** The outputs that a page tells its reader to expect, in page order. */
export function readExpectedOutputs(tree: Root): ExpectedOutput[] {
  const found: ExpectedOutput[] = [];
  visit(tree, (node: Nodes, index, parent) => {
    if (node.type === 'containerDirective' && node.name === 'expect') {
      found.push({node, kind: 'block'});
      return 'skip';
    }
    if (node.type !== 'code') return undefined;
    if (isAnnounced(node, index, parent)) found.push({node, kind: 'fence'});
    else if (holdsOutput(node)) found.push({node, kind: 'printed'});
    return undefined;
  });
  return found;
}

function isAnnounced(node: Code, index: number | undefined, parent: Parents | undefined): boolean {
  if (!OUTPUT.test((node.lang ?? '').toLowerCase())) return false;
  const before = parent?.children[(index ?? 0) - 1];
  return (before?.type === 'paragraph' || before?.type === 'heading') && ANNOUNCED.test(plainText(before));
}

function holdsOutput({lang, value}: Code): boolean {
  if (lang && !isShell(lang)) return false;
  const lines = readLines(value).map(({start, end, printed}) => ({text: value.slice(start, end), printed}));
  // Lines alone, with no command above them, may be anything.
  return (
    lines.some(({text, printed}) => printed && text.trim() !== '') &&
    lines.some(({text, printed}) => !printed && text.trim() !== '')
  );
}
