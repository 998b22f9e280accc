import {parseMarkdown} from '@opsbinder/core';
import {htmlTagNames} from 'html-tag-names';
import type {Html, Nodes, Parents, Root, RootContent} from 'mdast';
import {visit} from 'unist-util-visit';
import {restoreForeignDirectives} from './restore-directives.js';

const KNOWN = new Set<string>([
  ...htmlTagNames,
  ...[
    'svg',
    'path',
    'g',
    'circle',
    'rect',
    'line',
    'polyline',
    'polygon',
    'ellipse',
    'text',
    'tspan',
    'defs',
    'use',
    'symbol',
    'marker',
    'clippath',
    'mask',
    'pattern',
    'lineargradient',
    'radialgradient',
    'stop',
    'foreignobject',
    'desc',
    'math',
    'mi',
    'mn',
    'mo',
    'mrow',
    'mfrac',
    'msup',
    'msub',
    'msqrt',
  ],
]);

// Elements without an end tag; of these only the first three show anything without attributes.
const VOID = new Set([
  'br',
  'hr',
  'wbr',
  'area',
  'base',
  'col',
  'embed',
  'img',
  'input',
  'link',
  'meta',
  'param',
  'source',
  'track',
]);
const VOID_ALONE = new Set(['br', 'hr', 'wbr']);
// Elements whose end tag HTML lets people leave out.
const END_OPTIONAL = new Set([
  'p',
  'li',
  'dt',
  'dd',
  'tr',
  'td',
  'th',
  'thead',
  'tbody',
  'tfoot',
  'option',
  'colgroup',
  'html',
  'head',
  'body',
]);

const TAG = /<(\/?)([A-Za-z][A-Za-z0-9:._-]*)((?:\s[^<>]*)?)(\/?)>/g;

/**
 * Shows as text what only looks like a tag. In CommonMark `<pod-name>` in prose is an HTML element that no
 * browser knows, so it would vanish from the page without a warning. The same goes for `<address>` or
 * `<time>` that nobody closes: real elements, but meant as blanks.
 */
export function showUnknownTags(tree: Root): void {
  visit(tree, 'html', (node: Html, index, parent) => {
    if (!parent || index === undefined) return undefined;
    const siblings = (parent as Parents).children as RootContent[];
    if (INLINE_PARENTS.has(parent.type)) {
      if (!isElement(node.value, parent as Parents)) siblings[index] = {type: 'text', value: node.value};
      return undefined;
    }
    const blocks = blocksOf(node.value);
    if (!blocks) return undefined;
    siblings.splice(index, 1, ...blocks);
    // Blocks read anew may hold such tags inside their lines.
    return blocks[0]?.type === 'html' ? undefined : index;
  });
}

const INLINE_PARENTS = new Set([
  'paragraph',
  'heading',
  'emphasis',
  'strong',
  'delete',
  'link',
  'linkReference',
  'tableCell',
]);

function isElement(tag: string, parent: Parents): boolean {
  if (tag.startsWith('<!--')) return true;
  const [, slash, name = '', attributes = ''] = new RegExp(`^(?:${TAG.source})$`).exec(tag) ?? [];
  const element = name.toLowerCase();
  if (!KNOWN.has(element)) return false;
  if (VOID.has(element)) return VOID_ALONE.has(element) || attributes.trim() !== '';
  if (END_OPTIONAL.has(element) || attributes.includes('=')) return true;
  const others = (parent.children as Nodes[])
    .filter((child): child is Html => child.type === 'html')
    .map(({value}) => value.toLowerCase());
  return slash === '/'
    ? others.some((other) => other.startsWith(`<${element}`))
    : others.some((other) => other.startsWith(`</${element}`));
}

/**
 * A block of HTML in which some tags are no elements, as blocks that show them; undefined when all are. A
 * block that begins with such a tag is no HTML at all but Markdown that CommonMark took for it: it is read
 * again with that first bracket as text.
 */
function blocksOf(html: string): RootContent[] | undefined {
  if (html.startsWith('<!--')) return undefined;
  const isUnknown = (name: string) => !KNOWN.has(name.toLowerCase());
  const first = /^\s*<\/?([A-Za-z][A-Za-z0-9:._-]*)/.exec(html)?.[1];
  if (first === undefined || isUnknown(first)) {
    const source = html.replace('<', '&lt;');
    const tree = parseMarkdown(source);
    restoreForeignDirectives(tree, source);
    return tree.children;
  }
  const shown = html.replace(TAG, (tag, _slash, name: string) =>
    isUnknown(name) ? `&lt;${tag.slice(1, -1)}&gt;` : tag,
  );
  return shown === html ? undefined : [{type: 'html', value: shown}];
}
