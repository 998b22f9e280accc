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
 * @returns the source with blanks in place of what was taken out: whoever reads on in it finds neither that nor
 *   anything moved
 */
export function leaveOutForOthers(tree: Nodes, source: string, audience: Audience): string {
  if (audience === undefined || !mayHoldOnly(source)) return source;
  // Positions do not count the mark.
  const mark = source.startsWith('\uFEFF') ? '\uFEFF' : '';
  const text = source.slice(mark.length);
  let blanked = text;
  const search = (parent: Nodes) => {
    if (!holdsBlocks(parent)) return;
    // From the last to the first, so that the places of the others stay right.
    for (const part of findOnlyParts(parent.children, text).reverse()) {
      if (!isForOthers(part, audience)) continue;
      const taken: Nodes[] = parent.children.splice(part.from, part.to - part.from);
      for (const node of taken) blanked = withoutNode(blanked, node);
    }
    for (const child of parent.children) search(child);
  };
  search(tree);
  return mark + blanked;
}

/**
 * The text of a file as a build for an audience has it: what is for others is blank. Whatever is left stands where
 * it stood, so that what is said of a line is right for the file.
 *
 * @param text the whole file, or its body alone
 */
export function textForAudience(text: string, format: MarkdownFormat, audience: Audience): string {
  if (audience === undefined || !mayHoldOnly(text)) return text;
  const {body} = splitFrontMatter(text);
  const shown = leaveOutForOthers(parseMarkdown(body, format), body, audience);
  return text.slice(0, text.length - body.length) + shown;
}

function isForOthers({audience: named}: OnlyPart, audience: readonly string[]): boolean {
  return !named.some((name) => audience.includes(name));
}

function withoutNode(text: string, {position}: Nodes): string {
  const [start, end] = [position?.start.offset ?? 0, position?.end.offset ?? 0];
  const blank = text
    .slice(start, end)
    .split(/(\r\n|\r|\n)/)
    .map((line, index) => {
      if (index % 2 === 1) return line;
      // Of a line inside a quote its marks stay, or what follows would be another quote.
      const marks = index === 0 ? '' : (/^[ \t>]*/.exec(line)?.[0] ?? '');
      const kept = marks.slice(0, (position?.start.column ?? 1) - 1);
      return kept + ' '.repeat(line.length - kept.length);
    })
    .join('');
  return text.slice(0, start) + blank + text.slice(end);
}
