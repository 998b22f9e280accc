import type {Link, LinkReference, Nodes, Parents, Root, RootContent} from 'mdast';
import type {ContainerDirective, LeafDirective, TextDirective} from 'mdast-util-directive';
import {toString as textContent} from 'mdast-util-to-string';
import {visit} from 'unist-util-visit';

/** A directive of any kind. */
export type Directive = ContainerDirective | LeafDirective | TextDirective;

/** Whether a child of a directive is the label in its brackets. */
export function isDirectiveLabel(node: Nodes): boolean {
  return node.type === 'paragraph' && node.data !== undefined && 'directiveLabel' in node.data;
}

/**
 * The link that a choice of a `:::decision` follows: the first of its own words. Undefined for an item without one,
 * which is a remark.
 */
export function linkOfChoice(node: Nodes): Link | LinkReference | undefined {
  if (node.type === 'link' || node.type === 'linkReference') return node;
  if (!('children' in node) || node.type === 'list') return undefined;
  for (const child of node.children) {
    const link = linkOfChoice(child);
    if (link) return link;
  }
  return undefined;
}

/** The owner that `:owner[id]` or `::owner{id=""}` names; empty for one that names none. */
export function ownerIdOf(node: LeafDirective | TextDirective): string {
  return (node.attributes?.id ?? textContent(node)).trim();
}

/**
 * Puts directives back as they were written: `svc:web[0]` and `host:port{a=1}` are text that happens to look
 * like one. Of an unknown block the fence lines become text, and what stands inside stays.
 *
 * @param tree what to search; it is changed
 * @param source the text in which the tree's positions count
 * @param isUnclaimed which directives to put back
 */
export function restoreDirectives(
  tree: Root | Parents,
  source: string,
  isUnclaimed: (directive: Directive) => boolean,
): void {
  visit(tree, (node: Nodes, index, parent) => {
    if (!isDirective(node) || !parent || index === undefined || !isUnclaimed(node)) return undefined;
    const written =
      node.type === 'containerDirective' ? containerText(node, source) : inlineText(node, source);
    (parent as Parents).children.splice(index, 1, ...(written as never[]));
    // What stood inside is visited in its new place.
    return index;
  });
}

// The marks around a directive's label, with the label between them.
function inlineText(node: LeafDirective | TextDirective, source: string): RootContent[] {
  const {start, end} = offsets(node);
  const [first, last] = [node.children[0], node.children.at(-1)];
  const parts: RootContent[] =
    first && last
      ? [
          {type: 'text', value: source.slice(start, offsets(first).start)},
          ...node.children,
          {type: 'text', value: source.slice(offsets(last).end, end)},
        ]
      : [{type: 'text', value: source.slice(start, end)}];
  return node.type === 'textDirective' ? parts : [{type: 'paragraph', children: parts as never}];
}

function containerText(node: ContainerDirective, source: string): RootContent[] {
  const {start, end} = offsets(node);
  const lines = source.slice(start, end).split(/\r?\n/);
  const content = node.children.filter((child) => !isDirectiveLabel(child));
  const closing = lines.length > 1 ? (lines.at(-1)?.trim() ?? '') : '';
  const line = (value: string): RootContent => ({type: 'paragraph', children: [{type: 'text', value}]});
  return [line(lines[0] ?? ''), ...content, ...(/^:{3,}$/.test(closing) ? [line(closing)] : [])];
}

function isDirective(node: Nodes): node is Directive {
  return node.type === 'containerDirective' || node.type === 'leafDirective' || node.type === 'textDirective';
}

function offsets(node: Nodes): {start: number; end: number} {
  return {start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0};
}
