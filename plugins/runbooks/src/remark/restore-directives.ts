import type {Nodes, Parents, Root, RootContent} from 'mdast';
import type {ContainerDirective, LeafDirective, TextDirective} from 'mdast-util-directive';
import {SKIP, visit} from 'unist-util-visit';
import {DIRECTIVES} from './directives.js';

type Directive = ContainerDirective | LeafDirective | TextDirective;

/**
 * Remark plugin, for the end of `remarkPlugins`: puts back, as it was written, whatever looks like a
 * directive but was claimed by nobody. `svc:web[0]` and `host:8080{a=1}` are text, and so is the fence line
 * of an unknown `:::block`, whose content stays.
 */
export function restoreUnclaimedDirectives() {
  return (tree: Root, file: {value: unknown}): void => {
    restore(tree, String(file.value), (directive) => directive.data === undefined);
  };
}

/**
 * Puts back the text directives in headings that are not ours, before Docusaurus reads the headings for the
 * table of contents: there a lost word would stay lost.
 */
export function restoreHeadingDirectives(tree: Root, source: string): void {
  visit(tree, 'heading', (heading) => {
    restoreForeignDirectives(heading, source);
    return SKIP;
  });
}

/** Puts back every directive that is not ours, in a tree whose positions count in `source`. */
export function restoreForeignDirectives(tree: Root | Parents, source: string): void {
  restore(tree, source, ({type, name}) => {
    const ours: readonly string[] = DIRECTIVES[type];
    return !ours.includes(name);
  });
}

function restore(tree: Root | Parents, source: string, isUnclaimed: (directive: Directive) => boolean): void {
  visit(tree, (node: Nodes, index, parent) => {
    if (!isDirective(node) || !parent || index === undefined || !isUnclaimed(node)) return undefined;
    const replacement =
      node.type === 'containerDirective' ? containerText(node, source) : inlineText(node, source);
    (parent as Parents).children.splice(index, 1, ...(replacement as never[]));
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
  const content = node.children.filter(
    (child) => !(child.data !== undefined && 'directiveLabel' in child.data),
  );
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
