import type {Nodes} from 'mdast';
import type {Audience} from './audience.js';
import {splitFrontMatter} from './front-matter.js';
import {type MarkdownFormat, parseMarkdown} from './markdown.js';
import {holdsBlocks, mayHoldOnly, type OnlyPart, onlyPartsOf} from './only-parts.js';

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
  const partOf = onlyPartsOf(tree, text);
  let blanked = text;
  // Tells whether the rest of the page is left out, too.
  const search = (parent: Nodes): boolean => {
    if (!holdsBlocks(parent)) return false;
    const {children} = parent as {children: Nodes[]};
    for (let index = 0; index < children.length; index += 1) {
      const child = children[index] as Nodes;
      const part = partOf(child);
      const isHidden = part !== undefined && isForOthers(part, audience);
      const endsHere = isHidden ? part.goesOn : search(child);
      const from = isHidden ? index : index + 1;
      const to = endsHere ? children.length : index + 1;
      for (const node of children.splice(from, to - from)) blanked = withoutNode(blanked, node);
      if (endsHere) return true;
      if (isHidden) index -= 1;
    }
    return false;
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
