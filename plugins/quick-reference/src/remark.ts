import {cardAnchor, isDirectiveLabel} from '@opsbinder/core';
import {componentNode} from '@opsbinder/handbook';
import type {Parents, Root, RootContent} from 'mdast';
import type {ContainerDirective} from 'mdast-util-directive';
import {toString as textContent} from 'mdast-util-to-string';
import {visit} from 'unist-util-visit';

/**
 * Remark plugin, for `beforeDefaultRemarkPlugins` of a docs plugin: shows the content of `:::card` blocks in
 * their place on the page, marked as standing on a card, with an anchor for the card to link to.
 */
export function cardBlocks() {
  return (tree: Root): void => {
    visit(tree, 'containerDirective', (node: ContainerDirective, index, parent) => {
      if (node.name !== 'card' || !parent || index === undefined) return undefined;
      const [first, ...rest] = node.children;
      const hasLabel = first !== undefined && isDirectiveLabel(first);
      const label = hasLabel ? textContent(first).trim() : '';
      const replacement = componentNode(
        'flow',
        'OpsbinderCard',
        {id: cardAnchor(label), label},
        hasLabel ? rest : node.children,
      );
      (parent as Parents).children[index] = replacement as RootContent as never;
      return index;
    });
  };
}

export default cardBlocks;
