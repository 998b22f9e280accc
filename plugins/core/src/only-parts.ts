import type {Code, Nodes} from 'mdast';
import type {ContainerDirective} from 'mdast-util-directive';
import {audienceOfBlock} from './audience.js';

/** What makes it uncertain where a `:::only` begins or ends, or whom it is for. */
export type OnlyProblem = 'no-audience' | 'unclosed' | 'closed-early' | 'misread' | 'open-code';

/** A node of a tree that is for certain readers alone. */
export interface OnlyPart {
  /** For whom; empty where that is not to be known. */
  audience: string[];
  problem?: OnlyProblem;
  /** Whether all that follows on the page may belong to it. */
  goesOn: boolean;
}

/** Whether a text can hold a `:::only` at all: most pages do not, and need not be searched. */
export function mayHoldOnly(text: string): boolean {
  return /:\s*only/i.test(text);
}

// A line that its author surely meant for a `:::only`, whatever stands around it.
const LOOKALIKE = /^(?:[ \t>]|[-*+][ \t]|\d+[.)][ \t])*(:{2,}[ \t]*only\b)/im;

/**
 * Tells of each node of a page whether it is for certain readers alone; what is inside it is not looked at. Besides
 * blocks that are written well it finds, and gives to nobody:
 * - a block that names no audience;
 * - a line that Markdown does not read as a block, such as `::: only` or one inside HTML, with all that follows;
 * - on a page with fences that belong to nothing, code that shows a `:::only`, which may have been meant as a block;
 *   and code without an end, where a `:::only` comes later.
 *
 * A block whose end another block or a piece of code inside it may have taken goes on to the end of the page.
 *
 * @param page the whole tree, as long as nothing is taken out of it
 * @param source the text in which the positions of its nodes count
 */
export function onlyPartsOf(page: Nodes, source: string): (node: Nodes) => OnlyPart | undefined {
  const indented = new Set(indentedIn(page));
  const loose = looseFences(page, source);
  const lastLoose = loose.at(-1) ?? -1;
  return (node) => {
    if (node.type === 'containerDirective') {
      if (!isOnly(node)) return undefined;
      const mayGoOn = mayHaveLostItsEnd(node, source) || startOf(node) < lastLoose;
      return partOfBlock(node, source, {mayGoOn, isIndented: indented.has(node)});
    }
    if (holdsBlocks(node) || NOT_SHOWN.has(node.type)) return undefined;
    const written = textOf(node, source);
    if (isFencedCode(node, source)) {
      const suspect = isOpenCode(node, source) ? source.slice(startOf(node)) : written;
      const isUncertain = loose.length > 0 && LOOKALIKE.test(suspect);
      return isUncertain ? {audience: [], problem: 'open-code', goesOn: true} : undefined;
    }
    // Nobody sees a comment.
    if (node.type === 'html' && /^<!--[\s\S]*-->\s*$/.test(written)) return undefined;
    const goesOn = LOOKALIKE.test(written);
    return goesOn || some(node, isInlineOnly) ? {audience: [], problem: 'misread', goesOn} : undefined;
  };
}

/** What in the source made a node a part: `::: only` for a line that is none, `:::only` for a block. */
export function writtenOnly(node: Nodes, source: string): {text: string; line: number} {
  const line = node.position?.start.line ?? 1;
  if (node.type === 'containerDirective') return {text: `:::${node.name}`, line};
  const written = textOf(node, source);
  const match = LOOKALIKE.exec(written);
  const upTo = match ? match.index + match[0].length : 0;
  const lines = written.slice(0, upTo).match(/\r\n|\r|\n/g)?.length ?? 0;
  return {text: match?.[1]?.trim() ?? ':only', line: line + lines};
}

const BLOCK_HOLDERS = new Set<string>([
  'root',
  'blockquote',
  'list',
  'listItem',
  'containerDirective',
  'footnoteDefinition',
  'mdxJsxFlowElement',
]);
const NOT_SHOWN = new Set<string>(['yaml', 'toml', 'mdxjsEsm', 'mdxFlowExpression', 'definition']);

/** Whether a node's children are blocks, and not the words of one. */
export function holdsBlocks(node: Nodes): node is Extract<Nodes, {children: unknown[]}> {
  return BLOCK_HOLDERS.has(node.type);
}

function partOfBlock(
  node: ContainerDirective,
  source: string,
  {mayGoOn, isIndented}: {mayGoOn: boolean; isIndented: boolean},
): OnlyPart {
  const isNamed = node.name.toLowerCase() === 'only';
  const audience = isNamed ? audienceOfBlock(node) : [];
  if (!isNamed) return {audience, problem: 'misread', goesOn: mayGoOn};
  if (audience.length === 0) return {audience, problem: 'no-audience', goesOn: mayGoOn};
  if (mayGoOn) return {audience, problem: 'closed-early', goesOn: true};
  if (isClosed(node, source)) return {audience, goesOn: false};
  // A line that stands too far to the left has ended it, and the rest may stand there, too.
  return {audience, problem: 'unclosed', goesOn: isIndented};
}

// The blocks that end with an item or a quote.
function indentedIn(node: Nodes, isInside = false): Nodes[] {
  if (!holdsBlocks(node)) return [];
  const inside = isInside || node.type === 'listItem' || node.type === 'blockquote';
  return node.children.flatMap((child) => [...(inside ? [child] : []), ...indentedIn(child, inside)]);
}

/**
 * Whether the fence that was meant for a block inside has ended this one, or a block around it: the one inside is
 * still open then, and has no fewer colons. The same goes for colons in code, which end blocks in its midst.
 */
function mayHaveLostItsEnd(node: ContainerDirective, source: string): boolean {
  if (some(node, (inner) => isOpenCode(inner, source))) return true;
  const colons = isClosed(node, source) ? colonsOf(node, source) : 0;
  return lastDirectives(node).some(
    (inner) => inner !== node && !isClosed(inner, source) && colonsOf(inner, source) >= colons,
  );
}

// Where fences stand that belong to nothing: lines of colons that end no block, and the start of code without an end.
// A block before them may have ended at the fence of another.
function looseFences(node: Nodes, source: string): number[] {
  if (holdsBlocks(node)) return node.children.flatMap((child) => looseFences(child, source));
  if (NOT_SHOWN.has(node.type)) return [];
  if (isFencedCode(node, source)) return isOpenCode(node, source) ? [startOf(node)] : [];
  return /^[ \t>]*:{3,}[ \t]*$/m.test(textOf(node, source)) ? [startOf(node)] : [];
}

// A directive, the one that ends it, the one that ends that, and so on.
function lastDirectives(node: Nodes): ContainerDirective[] {
  const last = 'children' in node ? node.children.at(-1) : undefined;
  const further = last ? lastDirectives(last) : [];
  return node.type === 'containerDirective' ? [node, ...further] : further;
}

// A name such as `only-for` is none of ours; that it should be hidden from somebody is plain.
function isOnly(node: ContainerDirective): boolean {
  return /^only/i.test(node.name);
}

// `:only[words]` within a line.
function isInlineOnly(node: Nodes): boolean {
  return node.type === 'textDirective' && /^only$/i.test(node.name);
}

// Code in a fence shows what it says; code by four blanks is a block that slipped too far to the right.
function isFencedCode(node: Nodes, source: string): node is Code {
  return node.type === 'code' && /^(?:`{3}|~{3})/.test(textOf(node, source));
}

function isOpenCode(node: Nodes, source: string): boolean {
  if (!isFencedCode(node, source)) return false;
  const written = textOf(node, source);
  const fence = /^(?:`+|~+)/.exec(written)?.[0] ?? '';
  // What stands deeper in quotes than the code is part of it.
  const before = source.slice(0, startOf(node));
  const depth = quotesIn(before.slice(before.search(/[^\r\n]*$/)));
  const last = /[^\r\n]*$/.exec(written.trimEnd())?.[0] ?? '';
  const marks = /^[ \t>]*/.exec(last)?.[0] ?? '';
  return quotesIn(marks) > depth || !endsWithFence(written, fence.charAt(0), fence.length);
}

function quotesIn(marks: string): number {
  return marks.split('>').length - 1;
}

// The fence stands after all that is inside, which may end with a fence of its own.
function isClosed(node: ContainerDirective, source: string): boolean {
  const inside = node.children.at(-1)?.position?.end.offset ?? startOf(node);
  return endsWithFence(source.slice(inside, node.position?.end.offset), ':', colonsOf(node, source));
}

function endsWithFence(written: string, sign: string, least: number): boolean {
  const [, ...lines] = written.trimEnd().split(/\r\n|\r|\n/);
  const last = lines.at(-1)?.replace(/^[ \t>]+/, '') ?? '';
  return last.length >= least && last === sign.repeat(last.length);
}

function colonsOf(node: ContainerDirective, source: string): number {
  return /^:*/.exec(textOf(node, source))?.[0].length ?? 0;
}

function some(node: Nodes, matches: (node: Nodes) => boolean): boolean {
  return matches(node) || ('children' in node && node.children.some((child) => some(child, matches)));
}

function textOf(node: Nodes, source: string): string {
  return source.slice(startOf(node), node.position?.end.offset ?? 0);
}

function startOf({position}: Nodes): number {
  return position?.start.offset ?? 0;
}
