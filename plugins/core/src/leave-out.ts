import type {Nodes} from 'mdast';
import type {Audience} from './audience.js';
import {splitFrontMatter} from './front-matter.js';
import {type MarkdownFormat, parseMarkdown} from './markdown.js';
import {findOnlyParts, holdsBlocks, mayHoldOnly, type OnlyPart} from './only-parts.js';

/**
 * Takes out of a tree whatever is for others than the build's audience. Where it is not certain whom something is
 * for, because a `:::only` is not written as it must be, it counts as for nobody.
 *
 * @param tree what to search; it is changed
 * @param source the text in which the tree's positions count
 */
export function leaveOutForOthers(tree: Nodes, source: string, audience: Audience): void {
  if (audience === undefined || !mayHoldOnly(source)) return;
  const text = source.replace(/^\uFEFF/, '');
  const search = (parent: Nodes) => {
    if (!holdsBlocks(parent)) return;
    // From the last to the first, so that the places of the others stay right.
    for (const part of findOnlyParts(parent.children, text).reverse()) {
      if (isForOthers(part, audience)) parent.children.splice(part.from, part.to - part.from);
    }
    for (const child of parent.children) search(child);
  };
  search(tree);
}

/**
 * The text of a file as a build for an audience has it: what is for others is blank. The lines that are left stand
 * where they stood, so that whatever is said of a line is right for the file.
 *
 * @param text the whole file, or its body alone
 */
export function textForAudience(text: string, format: MarkdownFormat, audience: Audience): string {
  if (audience === undefined || !mayHoldOnly(text)) return text;
  const {body} = splitFrontMatter(text);
  const hidden: Nodes[] = [];
  const search = (parent: Nodes) => {
    if (!holdsBlocks(parent)) return;
    const forOthers = findOnlyParts(parent.children, body).filter((part) => isForOthers(part, audience));
    parent.children.forEach((child, index) => {
      if (forOthers.some(({from, to}) => index >= from && index < to)) hidden.push(child);
      else search(child);
    });
  };
  search(parseMarkdown(body, format));
  let blanked = body;
  for (const node of hidden.reverse()) {
    const {start, end} = node.position ?? {};
    if (start?.offset === undefined || end?.offset === undefined) continue;
    const written = blanked.slice(start.offset, end.offset);
    blanked = blanked.slice(0, start.offset) + blankLines(written, start.column) + blanked.slice(end.offset);
  }
  return text.slice(0, text.length - body.length) + blanked;
}

function isForOthers({audience: named}: OnlyPart, audience: readonly string[]): boolean {
  return !named.some((name) => audience.includes(name));
}

// Of a line inside a quote its marks stay, or what follows would be another quote.
function blankLines(written: string, startColumn: number): string {
  return written
    .split(/(\r\n|\r|\n)/)
    .map((piece, index) => {
      if (index % 2 === 1) return piece;
      return index === 0 ? '' : (/^[ \t>]*/.exec(piece)?.[0] ?? '').slice(0, startColumn - 1);
    })
    .join('');
}
