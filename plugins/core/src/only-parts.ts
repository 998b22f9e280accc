import type {Nodes, RootContent} from 'mdast';
import type {ContainerDirective} from 'mdast-util-directive';
import {audienceOfBlock} from './audience.js';

/** What makes it uncertain where a `:::only` ends, or whom it is for. */
export type OnlyProblem = 'no-audience' | 'unclosed' | 'closed-early' | 'misread';

/** Neighbours in a tree that are for certain readers alone. */
export interface OnlyPart {
  /** The children of one parent: `from` is the first, `to` the one after the last. */
  from: number;
  to: number;
  /** For whom; empty where that is not to be known. */
  audience: string[];
  problem?: OnlyProblem;
  /** The block, or what stands in place of one. */
  node: Nodes;
}

/** Whether a text can hold a `:::only` at all: most pages do not, and need not be searched. */
export function mayHoldOnly(text: string): boolean {
  return /:\s*only/i.test(text);
}

// A line that its author surely meant for a `:::only`, whatever stands around it.
const LOOKALIKE = /^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*(:{2,}[ \t]*only\b)/im;
const FENCE = /^[ \t>]*:{3,}[ \t]*$/;

/**
 * The parts among the children of one node that are for certain readers alone, in order and apart from each other.
 * What is inside a child is not looked at.
 *
 * Besides blocks that are written well it finds, and gives to nobody:
 * - a block that names no audience;
 * - a line that Markdown does not read as a block, such as `::: only` or one inside HTML, with all that follows up
 *   to a line of colons or the end of the parent;
 * - what stands after a block whose end another block has taken, because it has no more colons than the one inside.
 *
 * @param source the text in which the positions of the nodes count
 */
export function findOnlyParts(children: readonly Nodes[], source: string): OnlyPart[] {
  const parts: OnlyPart[] = [];
  let index = 0;
  while (index < children.length) {
    const found = partAt(children, index, source);
    if (found) parts.push(found);
    index = Math.max(index + 1, found?.to ?? 0);
  }
  return parts;
}

/** What in the source made a node a part: `::: only` for a line that is none, `:::only` for a block. */
export function writtenOnly(node: Nodes, source: string): {text: string; line: number} {
  const line = node.position?.start.line ?? 1;
  if (node.type === 'containerDirective') return {text: `:::${node.name}`, line};
  const written = textOf(node, source);
  const match = LOOKALIKE.exec(written);
  const before = written.slice(0, match?.index ?? 0);
  return {text: match?.[1]?.trim() ?? ':only', line: line + (before.match(/\r\n|\r|\n/g)?.length ?? 0)};
}

function partAt(children: readonly Nodes[], index: number, source: string): OnlyPart | undefined {
  const node = children[index] as Nodes;
  if (node.type === 'containerDirective') {
    const taken = takenFence(node, source);
    if (taken) {
      const to = afterFences(children, index + 1, taken.missing, source);
      const audience = audienceOf(taken.block);
      // A block further in is found among the children of its own parent; what leaks out of it stands after this one.
      if (taken.block !== node) {
        return to > index + 1
          ? {from: index + 1, to, audience, problem: 'closed-early', node: taken.block}
          : undefined;
      }
      return {from: index, to, audience, problem: 'closed-early', node};
    }
    if (!isOnly(node)) return undefined;
    const audience = audienceOf(node);
    const problem: OnlyProblem | undefined = !isNamedOnly(node)
      ? 'misread'
      : audience.length === 0
        ? 'no-audience'
        : isClosed(node, source)
          ? undefined
          : 'unclosed';
    return {from: index, to: index + 1, audience, problem, node};
  }
  if (!isMisread(node, source)) return undefined;
  const isWhole = fencesIn(node, source) > 0 || !LOOKALIKE.test(textOf(node, source));
  const to = isWhole ? index + 1 : afterFences(children, index + 1, 1, source);
  return {from: index, to, audience: [], problem: 'misread', node};
}

function isOnly(node: Nodes): node is ContainerDirective {
  return node.type === 'containerDirective' && /^only/i.test(node.name);
}

function isNamedOnly(node: ContainerDirective): boolean {
  return node.name.toLowerCase() === 'only';
}

function audienceOf(node: ContainerDirective): string[] {
  return isNamedOnly(node) ? audienceOfBlock(node) : [];
}

/**
 * Where a closed block has taken the fence that was meant for one inside: the `:::only` that thereby ended too
 * early, and how many fences further on its author ended it. Outer and inner block have equally many colons then.
 */
function takenFence(
  node: ContainerDirective,
  source: string,
): {block: ContainerDirective; missing: number} | undefined {
  if (!isClosed(node, source)) return undefined;
  const chain = lastDirectives(node).filter(
    (inner, depth) =>
      depth === 0 || (!isClosed(inner, source) && colonsOf(inner, source) >= colonsOf(node, source)),
  );
  const at = chain.findIndex(isOnly);
  const block = chain[at];
  const missing = chain.length - 1 - at;
  return block && missing > 0 ? {block, missing} : undefined;
}

// A directive, the one that ends it, the one that ends that, and so on.
function lastDirectives(node: Nodes): ContainerDirective[] {
  const last = 'children' in node ? node.children.at(-1) : undefined;
  const further = last ? lastDirectives(last) : [];
  return node.type === 'containerDirective' ? [node, ...further] : further;
}

// The index after the child that holds the wanted fence; all children where there are not so many.
function afterFences(children: readonly Nodes[], from: number, missing: number, source: string): number {
  let open = missing;
  for (let index = from; index < children.length; index += 1) {
    open -= fencesIn(children[index] as Nodes, source);
    if (open <= 0) return index + 1;
  }
  return children.length;
}

// Lines of colons that end no block. A block whose end was taken lacks one more.
function fencesIn(node: Nodes, source: string): number {
  if (node.type === 'containerDirective') {
    if (!isClosed(node, source)) return 0;
    const open = lastDirectives(node).filter(
      (inner, depth) =>
        depth > 0 && !isClosed(inner, source) && colonsOf(inner, source) >= colonsOf(node, source),
    );
    return -open.length;
  }
  if (isCodeFence(node, source)) return 0;
  if (holdsBlocks(node)) {
    return node.children.reduce((sum, child) => sum + fencesIn(child, source), 0);
  }
  return textOf(node, source)
    .split(/\r\n|\r|\n/)
    .filter((line) => FENCE.test(line)).length;
}

function isMisread(node: Nodes, source: string): boolean {
  if (holdsBlocks(node) || isCodeFence(node, source) || NOT_SHOWN.has(node.type)) return false;
  const written = textOf(node, source);
  // Nobody sees a comment.
  if (node.type === 'html' && /^<!--[\s\S]*-->\s*$/.test(written)) return false;
  return LOOKALIKE.test(written) || holdsTextOnly(node);
}

// `:only[words]` within a line.
function holdsTextOnly(node: Nodes): boolean {
  if (node.type === 'textDirective' && /^only$/i.test(node.name)) return true;
  return 'children' in node && node.children.some((child: RootContent) => holdsTextOnly(child));
}

const NOT_SHOWN = new Set<string>(['yaml', 'toml', 'mdxjsEsm', 'mdxFlowExpression', 'definition']);
const BLOCK_HOLDERS = new Set<string>([
  'root',
  'blockquote',
  'list',
  'listItem',
  'containerDirective',
  'footnoteDefinition',
  'mdxJsxFlowElement',
]);

/** Whether a node's children are blocks, and not the words of one. */
export function holdsBlocks(node: Nodes): node is Extract<Nodes, {children: unknown[]}> {
  return BLOCK_HOLDERS.has(node.type);
}

// Code in a fence shows what it says; code by four blanks is a block that slipped too far to the right.
function isCodeFence(node: Nodes, source: string): boolean {
  return node.type === 'code' && /^(`{3}|~{3})/.test(textOf(node, source));
}

function isClosed(node: ContainerDirective, source: string): boolean {
  const [, ...lines] = textOf(node, source)
    .trimEnd()
    .split(/\r\n|\r|\n/);
  const colons = /^[ \t>]*(:{3,})[ \t]*$/.exec(lines.at(-1) ?? '')?.[1] ?? '';
  return colons.length >= colonsOf(node, source);
}

function colonsOf(node: ContainerDirective, source: string): number {
  return /^:*/.exec(textOf(node, source))?.[0].length ?? 0;
}

function textOf({position}: Nodes, source: string): string {
  return source.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);
}
