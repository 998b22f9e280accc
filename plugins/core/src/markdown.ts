import type {Nodes, PhrasingContent, Root} from 'mdast';
import {toString as textContent} from 'mdast-util-to-string';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import {type Processor, unified} from 'unified';
import {ownerIdOf} from './directives.js';

/** The grammar of a file: CommonMark, or Markdown with JSX. */
export type MarkdownFormat = 'md' | 'mdx';

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkDirective).freeze();
const mdxParser = unified().use(remarkParse).use(remarkGfm).use(remarkDirective).use(withoutHtml).freeze();

/**
 * Parses the text of a page (without front matter) by the grammar that Docusaurus renders it with.
 *
 * @param format `mdx` for the blocks of an MDX page: tags are words there, and no indentation makes code
 */
export function parseMarkdown(body: string, format: MarkdownFormat = 'md'): Root {
  return (format === 'mdx' ? mdxParser : parser).parse(body);
}

/**
 * The grammar of CommonMark pages, as a processor of its own that more can be added to: whoever parses whole MDX, JSX
 * included, adds that.
 */
export function markdownProcessor(): Processor<Root> {
  return parser();
}

// What MDX takes away from CommonMark. What it adds stands within paragraphs then, which are no use to anybody, but
// the blocks between tags are those that Docusaurus sees.
function withoutHtml(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [
    ...(data.micromarkExtensions ?? []),
    {disable: {null: ['autolink', 'codeIndented', 'htmlFlow', 'htmlText']}},
  ];
}

/** A run of text on one line: what a card shows, and what any printer can set. */
export interface RichText {
  text: string;
  style?: 'code' | 'strong' | 'emphasis';
  href?: string;
  /** The owner whom the text names, for `:owner[id]`; the text is the id. */
  owner?: string;
}

/** Inline Markdown as runs of text. Line breaks become spaces; images are their alternative text. */
export function richText(
  nodes: readonly PhrasingContent[],
  inherited: Omit<RichText, 'text'> = {},
): RichText[] {
  return nodes.flatMap((node): RichText[] => {
    switch (node.type) {
      case 'text':
        return [{...inherited, text: node.value.replace(/\s*\n\s*/g, ' ')}];
      case 'inlineCode':
        return [{...inherited, text: node.value, style: 'code'}];
      case 'strong':
        return richText(node.children, {...inherited, style: 'strong'});
      case 'emphasis':
        return richText(node.children, {...inherited, style: 'emphasis'});
      case 'link':
        return richText(node.children, {...inherited, href: node.url});
      case 'break':
        return [{...inherited, text: ' '}];
      case 'html':
        if (/^<!--/.test(node.value)) return [];
        return [{...inherited, text: /^<br\b/i.test(node.value) ? ' ' : node.value}];
      case 'textDirective':
        return node.name === 'owner'
          ? [{...inherited, text: ownerIdOf(node), owner: ownerIdOf(node)}]
          : richText(node.children, inherited);
      case 'image':
        return node.alt ? [{...inherited, text: node.alt}] : [];
      default:
        return 'children' in node
          ? richText(node.children as PhrasingContent[], inherited)
          : [{...inherited, text: plainText(node)}];
    }
  });
}

/** The words of a node without its markup. */
export function plainText(node: Nodes): string {
  return textContent(node).trim();
}
