import {createHash} from 'node:crypto';
import type {Nodes} from 'mdast';
import {toString as textContent} from 'mdast-util-to-string';

/**
 * Names for the steps of a page by what they say, commands included: an edited step has another name, one that
 * only moved keeps its own.
 *
 * @param nodes the steps, in the order of the page
 * @returns a name for each; equal steps are told apart by their order
 */
export function stepIds(nodes: readonly Nodes[]): string[] {
  const seen = new Map<string, number>();
  return nodes.map((node) => {
    const text = textContent(node).replace(/\s+/gu, ' ').trim();
    const digest = createHash('sha256').update(text).digest('hex').slice(0, 10);
    const count = (seen.get(digest) ?? 0) + 1;
    seen.set(digest, count);
    return count === 1 ? digest : `${digest}-${count}`;
  });
}
