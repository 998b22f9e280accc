import {
  headingsByNode,
  isDirectiveLabel,
  type MarkdownFormat,
  markdownProcessor,
  ownerIdOf,
  type PageHeading,
  parseMarkdown,
  restoreDirectives,
  splitFrontMatter,
} from '@opsbinder/core';
import type {Nodes, Parents, Root} from 'mdast';
import type {MdxJsxFlowElement, MdxJsxTextElement} from 'mdast-util-mdx-jsx';
import remarkMdx from 'remark-mdx';
import {visit} from 'unist-util-visit';
import {commentsLeftOut, escapeHtml, isElementName, isVoidElement, shownTag, shownTags} from './html-text.js';

/** A page as it is written, with what its file does not say. */
export interface PageSource {
  /** The file's text as Docusaurus hands it to its Markdown parser, front matter included. */
  text: string;
  format: MarkdownFormat;
  /** The page's title, for a page whose text has none. */
  title: string;
  /** Language tag of the page, such as `en`. */
  language: string;
  /** The names of the categories around it, from the outermost on. */
  categories: readonly string[];
  /** The `docusaurus_tag` of its docs version; blog posts and pages have none. */
  tag?: string;
  /** As the site's `markdown.anchors.maintainCase`. */
  keepCase: boolean;
}

/**
 * The HTML document of a page as far as a search index needs it, made from its Markdown: words in the order of the
 * built page, headings with the same ids, cells and lines of code. It looks to `readBuiltPage` as a built page would.
 *
 * What components make of themselves is not there. MDX that does not compile is read as CommonMark.
 */
export function pageHtml(source: PageSource): string {
  const {body} = splitFrontMatter(source.text);
  const tree = parse(body, source.format);
  restoreDirectives(tree, body, ({type, name}) => type !== 'containerDirective' && name !== 'owner');
  nameComments(tree);
  const headings = headingsByNode(tree, {keepCase: source.keepCase});
  const first = tree.children.find(({type}) => type === 'heading');
  // Docusaurus shows the title above a text that does not begin with one.
  const title =
    first?.type === 'heading' && first.depth === 1 ? '' : `<h1>${escapeHtml(source.title)}</h1>\n`;
  const tag = source.tag ? `<meta name="docusaurus_tag" content="${escapeHtml(source.tag)}">` : '';
  return (
    `<!doctype html><html lang="${escapeHtml(source.language)}"><head><meta charset="utf-8">` +
    `<title>${escapeHtml(source.title)}</title>${tag}</head><body><main>` +
    `${trail(source.categories)}${title}${inside(tree, headings)}</main></body></html>`
  );
}

function trail(categories: readonly string[]): string {
  if (categories.length === 0) return '';
  const items = categories.map((name) => `<li>${escapeHtml(name)}</li>`);
  return `<nav><ul class="breadcrumbs">${items.join('')}</ul></nav>`;
}

const mdxParser = markdownProcessor().use(remarkMdx).freeze();

function parse(body: string, format: MarkdownFormat): Root {
  if (format === 'md') return parseMarkdown(body);
  try {
    return mdxParser.parse(body);
  } catch {
    // The dev server shows where it does not compile; its words can be found all the same.
    return parseMarkdown(body, 'mdx');
  }
}

// In MDX the id of a heading may stand in a comment, which is an expression in this tree and text in that of core.
function nameComments(tree: Root): void {
  visit(tree, 'mdxTextExpression', (node, index, parent) => {
    if (parent?.type !== 'heading' || index === undefined || !/^\s*\/\*/.test(node.value)) return;
    parent.children[index] = {type: 'text', value: `{${node.value.trim()}}`};
  });
}

type Headings = ReadonlyMap<Nodes, PageHeading>;

const TAGS: Partial<Record<Nodes['type'], string>> = {
  blockquote: 'blockquote',
  delete: 'del',
  emphasis: 'em',
  footnoteDefinition: 'div',
  link: 'a',
  linkReference: 'a',
  listItem: 'li',
  paragraph: 'p',
  strong: 'strong',
  table: 'table',
  tableCell: 'td',
  tableRow: 'tr',
};

function inside(parent: Parents, headings: Headings): string {
  return parent.children.map((node) => html(node, parent, headings)).join('');
}

function html(node: Nodes, parent: Parents, headings: Headings): string {
  switch (node.type) {
    case 'heading':
      return headingHtml(node.depth, headings.get(node));
    case 'text':
      return escapeHtml(node.value);
    case 'code':
      return `<pre><code>${escapeHtml(node.value)}</code></pre>\n`;
    case 'inlineCode':
      return `<code>${escapeHtml(node.value)}</code>`;
    case 'html':
      return holdsText(parent) ? inlineTag(node, parent) : shownTags(commentsLeftOut(node.value));
    case 'image':
    case 'imageReference':
      return `<img alt="${escapeHtml(node.alt ?? '')}">`;
    case 'break':
      return '<br>';
    case 'list':
      return element(node.ordered ? 'ol' : 'ul', inside(node, headings));
    case 'containerDirective': {
      const heading = headings.get(node);
      const [first, ...rest] = node.children;
      // The label of a block with a heading is that heading.
      const children = heading && first && isDirectiveLabel(first) ? rest : node.children;
      const content = inside({...node, children} as Parents, headings);
      return element('div', `${heading ? headingHtml(heading.depth, heading) : ''}${content}`);
    }
    case 'leafDirective':
    case 'textDirective':
      return escapeHtml(ownerIdOf(node));
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return jsxHtml(node, headings);
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      return escapeHtml(/^\s*(["'`])([^$]*)\1\s*$/.exec(node.value)?.[2] ?? '');
    case 'definition':
    case 'footnoteReference':
    case 'mdxjsEsm':
    case 'thematicBreak':
    case 'yaml':
      return '';
    default: {
      const tag = TAGS[node.type];
      return tag ? element(tag, inside(node as Parents, headings)) : '';
    }
  }
}

// No markup is needed within: the index knows words.
function headingHtml(depth: number, heading: PageHeading | undefined): string {
  // Docusaurus takes the ids of level-one headings away.
  const id = heading && depth > 1 ? ` id="${escapeHtml(heading.id)}"` : '';
  return `<h${depth}${id}>${escapeHtml(heading?.text ?? '')}</h${depth}>\n`;
}

function element(tag: string, content: string): string {
  return `<${tag}>${content}</${tag}>${/^(?:a|del|em|strong)$/.test(tag) ? '' : '\n'}`;
}

const BLOCKS = new Set<Nodes['type']>([
  'blockquote',
  'containerDirective',
  'footnoteDefinition',
  'listItem',
  'root',
]);

function holdsText(parent: Parents): boolean {
  return !BLOCKS.has(parent.type);
}

/** A tag within a line: an element where its other end is there, too, else a word such as `<pod-name>`. */
function inlineTag({value}: {value: string}, line: Parents): string {
  if (value.startsWith('<!--')) return '';
  const others = line.children.flatMap((node) => (node.type === 'html' ? [node.value] : []));
  return shownTag(value, others);
}

// Attributes in which components take words that they show.
const SHOWN_ATTRIBUTES = new Set(['label', 'title', 'summary']);

function jsxHtml(node: MdxJsxFlowElement | MdxJsxTextElement, headings: Headings): string {
  const attributes = new Map(
    node.attributes.flatMap((attribute) =>
      attribute.type === 'mdxJsxAttribute' && typeof attribute.value === 'string'
        ? [[attribute.name, attribute.value] as const]
        : [],
    ),
  );
  const content = inside(node, headings);
  const {name} = node;
  if (name !== null && isElementName(name)) {
    const kept = ['id', 'alt'].flatMap((key) => {
      const value = attributes.get(key);
      return value === undefined ? [] : [` ${key}="${escapeHtml(value)}"`];
    });
    const start = `<${name}${kept.join('')}>`;
    return isVoidElement(name) ? start : `${start}${content}</${name}>`;
  }
  const words = [...attributes].flatMap(([key, value]) => (SHOWN_ATTRIBUTES.has(key) ? [value] : []));
  if (node.type === 'mdxJsxTextElement') return [...words.map(escapeHtml), content].join(' ');
  return element('div', `${words.map((word) => `<p>${escapeHtml(word)}</p>`).join('')}${content}`);
}
