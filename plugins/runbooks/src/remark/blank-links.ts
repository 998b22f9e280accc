import type {Link, Parents, Root, RootContent} from 'mdast';
import {visit} from 'unist-util-visit';

const SCHEMES_WITH_HOST = 'https?|ftps?|sftp|ssh|git|file|slack|ldaps?|ircs?|wss?';
const SCHEMES_WITHOUT_HOST = 'mailto|tel|sms|sips?|xmpp|data';
const ADDRESS = new RegExp(`^(?:(?:${SCHEMES_WITH_HOST})://|(?:${SCHEMES_WITHOUT_HOST}):)`, 'i');
// The host has a dot, and is no IP address: `<root@10.0.0.1>` is no mailbox.
const MAILBOX = /^[^:@]+@[^@]+\.[a-z][a-z0-9-]*$/i;

/**
 * Shows blanks with a colon or an at sign as they were written. In CommonMark `<host:port>` and `<user@host>`
 * are links, to the scheme `host:` and to a mailbox, and lose their brackets.
 *
 * @param source the text in which the positions of the tree count
 */
export function showBlankLinks(tree: Root, source: string): void {
  visit(tree, 'link', (node: Link, index, parent) => {
    if (!parent || index === undefined) return;
    const written = source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
    if (!written.startsWith('<') || !written.endsWith('>')) return;
    const address = written.slice(1, -1);
    if (ADDRESS.test(address) || MAILBOX.test(address)) return;
    const text: RootContent = {type: 'text', value: written, position: node.position};
    (parent as Parents).children[index] = text as never;
  });
}
