import type {Nodes, Root} from 'mdast';
import {visit} from 'unist-util-visit';

/**
 * Makes addresses decodable. A lone `%` in a link (`100%.md`) is no escape, and Docusaurus, which decodes
 * every address, would refuse the whole page over it.
 */
export function escapeLonePercents(tree: Root): void {
  visit(tree, (node: Nodes) => {
    if (node.type !== 'link' && node.type !== 'image' && node.type !== 'definition') return;
    if (!isDecodable(node.url)) node.url = node.url.replace(/%(?![0-9a-f]{2})/gi, '%25');
    // An escape of half a character is left: then no percent sign can be meant as one.
    if (!isDecodable(node.url)) node.url = node.url.replaceAll('%', '%25');
  });
}

function isDecodable(url: string): boolean {
  try {
    decodeURIComponent(url);
    return true;
  } catch {
    return false;
  }
}
