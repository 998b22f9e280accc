import {messageText} from '@opsbinder/core';
import type {Nodes, Parents, Root, RootContent} from 'mdast';
import type {ContainerDirective} from 'mdast-util-directive';
import {visit} from 'unist-util-visit';

type Message = ContainerDirective & {data?: {opsbinderText?: string}};

/**
 * Notes in each `:::message` the text that is to be sent, while the positions of its parts still count in the source.
 *
 * @param source the text in which the tree's positions count
 */
export function keepMessageTexts(tree: Root | Parents, source: string): void {
  visit(tree, 'containerDirective', (node: Message) => {
    if (node.name === 'message') node.data = {...node.data, opsbinderText: messageText(node, source)};
  });
}

/** What {@link keepMessageTexts} noted. */
export function notedText(node: ContainerDirective): string {
  return (node as Message).data?.opsbinderText ?? '';
}

/** Shows the lines of a message as they are written: elsewhere Markdown joins them, and it would not read as it is sent. */
export function keepLines(blocks: readonly RootContent[]): void {
  const root: Root = {type: 'root', children: [...blocks]};
  visit(root, (node: Nodes, index, parent) => {
    // Text with colons in it has a type of its own by now.
    if (!('value' in node) || !['text', 'verbatim'].includes(node.type as string)) return undefined;
    if (!parent || index === undefined || !node.value.includes('\n')) return undefined;
    const lines = node.value.split(/[ \t]*\n[ \t]*/).map((value) => ({...node, value}) as RootContent);
    const broken = lines.flatMap((line, at): RootContent[] => (at > 0 ? [{type: 'break'}, line] : [line]));
    (parent as Parents).children.splice(index, 1, ...(broken as never[]));
    return index + broken.length;
  });
}
