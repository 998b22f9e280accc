import type {ContainerDirective} from 'mdast-util-directive';
import {isDirectiveLabel} from './directives.js';

/**
 * The text that a `:::message` is there to send: its body as its author wrote it, without the indentation that the
 * block itself has. Of a body that is one fence of code, what is in the fence.
 *
 * @param source the text in which the node's positions count
 */
export function messageText(node: ContainerDirective, source: string): string {
  const blocks = node.children.filter((child) => !isDirectiveLabel(child));
  const [first] = blocks;
  if (blocks.length === 1 && first?.type === 'code') return first.value;
  const {start, end} = node.position ?? {};
  const [, ...lines] = source.slice(start?.offset ?? 0, end?.offset ?? 0).split(/\r\n|\r|\n/);
  if (/^[ \t>]*:{3,}[ \t]*$/.test(lines.at(-1) ?? '')) lines.pop();
  const outer = (start?.column ?? 1) - 1;
  const written = lines.map((line) => {
    const marks = (/^[ \t>]*/.exec(line)?.[0] ?? '').slice(0, outer);
    return line.slice(marks.length).trimEnd();
  });
  const indents = written.filter(Boolean).map((line) => (/^ */.exec(line)?.[0] ?? '').length);
  const indent = Math.min(...indents);
  return written
    .map((line) => line.slice(indent))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '');
}
