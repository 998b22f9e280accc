import type {Parents, Root, RootContent, Text} from 'mdast';
import {visit} from 'unist-util-visit';

// `:lock:` that touches a letter or digit, as in `redis:lock:17`.
const GLUED = /(?<=[\p{L}\p{N}]):[\w+-]+:|:[\w+-]+:(?=[\p{L}\p{N}])/u;

/**
 * Keeps words with colons in them. Docusaurus turns `:lock:` into a padlock wherever it stands, so
 * `redis:lock:17` would lose a word. An emoji by name stands by itself; what touches another word is text. Such
 * text becomes a node of a type of its own, which is rendered as text and which nobody transforms.
 */
export function keepColonWords(tree: Root): void {
  visit(tree, 'text', (node: Text, index, parent) => {
    if (!parent || index === undefined || !GLUED.test(node.value)) return;
    (parent as Parents).children[index] = {...node, type: 'verbatim'} as unknown as RootContent as never;
  });
}
