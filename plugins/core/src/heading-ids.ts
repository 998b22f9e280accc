import GithubSlugger from 'github-slugger';
import type {Heading, Nodes, Root} from 'mdast';
import {toString as textContent} from 'mdast-util-to-string';
import {visit} from 'unist-util-visit';
import {isDirectiveLabel} from './directives.js';
import {plainText} from './markdown.js';

/** A heading of a page with the id under which an address finds it. */
export interface PageHeading {
  /** Its words, without markup and without an id of its author's. */
  text: string;
  depth: number;
  id: string;
  /** Line of the page's file. */
  line: number;
}

// Elements that may stand inside a heading; any other tag is shown as text, and so counts for the id.
const INLINE_TAG =
  /^<\/?(?:a|abbr|b|bdi|bdo|br|cite|code|data|del|dfn|em|i|img|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|u|var|wbr)\b[^>]*>$/i;

/**
 * The ids of the headings that these blocks get at the top of a page when they carry no label. The words are those of
 * the site's language and the ids are not, so that a link to one is good in every language.
 */
export const BLOCK_HEADING_IDS: Readonly<Record<string, string>> = {
  verify: 'verify',
  rollback: 'roll-back',
  escalate: 'escalate',
};

const BLOCK_HEADINGS: Readonly<Record<string, string>> = {
  verify: 'Verify',
  rollback: 'Roll back',
  escalate: 'Escalate',
};

/**
 * The headings of a page with the ids that Docusaurus gives them: an id of the author's (`{#id}`, `<!-- #id -->`,
 * in MDX also a comment in braces), else a slug of the words, numbered from the second of the same words on.
 *
 * @param tree the page, look-alikes of directives put back as text
 * @param lineOffset lines of the file before the tree's first
 * @param keepCase as the site's `markdown.anchors.maintainCase`
 */
export function readHeadings(tree: Root, options: HeadingOptions = {}): PageHeading[] {
  return [...headingsByNode(tree, options).values()];
}

/** What the ids and lines of headings depend on beside the page itself; see readHeadings. */
export interface HeadingOptions {
  lineOffset?: number;
  keepCase?: boolean;
}

/** The same headings by the nodes that they are: headings, and the blocks that get one. */
export function headingsByNode(
  tree: Root,
  {lineOffset = 0, keepCase = false}: HeadingOptions = {},
): Map<Nodes, PageHeading> {
  const slugger = new GithubSlugger();
  const headings = new Map<Nodes, PageHeading>();
  const add = (depth: number, text: string, id: string, node: Nodes) =>
    headings.set(node, {text: text.trim(), depth, id, line: (node.position?.start.line ?? 1) + lineOffset});
  visit(tree, (node: Nodes, _index, parent) => {
    if (node.type === 'heading') {
      const {text, id} = wordsAndId(node);
      // An author's id is none that others are numbered after.
      add(node.depth, text, id ?? slugger.slug(text, keepCase), node);
    } else if (
      node.type === 'containerDirective' &&
      parent?.type === 'root' &&
      Object.hasOwn(BLOCK_HEADINGS, node.name)
    ) {
      const label = node.children.find(isDirectiveLabel);
      const id = label
        ? slugger.slug(plainText(label), keepCase)
        : slugger.slug(BLOCK_HEADING_IDS[node.name] ?? '', true);
      add(2, label ? plainText(label) : (BLOCK_HEADINGS[node.name] ?? ''), id, node);
    }
  });
  return headings;
}

/** The words of a heading, without markup and without an id of its author's. */
export function headingWords(heading: Heading): string {
  return wordsAndId(heading).text.trim();
}

function wordsAndId(heading: Heading): {text: string; id?: string} {
  const last = heading.children.at(-1);
  const comment = last?.type === 'html' && /^<!--\s*#(\S+?)(?:\s[\s\S]*)?-->$/.exec(last.value.trim());
  const shown = heading.children.filter(
    (node) => node.type !== 'html' || !(node.value.startsWith('<!--') || INLINE_TAG.test(node.value)),
  );
  // Not trimmed: a blank before a comment becomes a dash at the end of the id.
  const text = textContent({...heading, children: shown.length > 0 ? shown : heading.children});
  if (comment) return {text, id: comment[1]};
  const written = /\s*(?:\{#((?:.(?!\{#|\}))*.)\}|\{\/\*\s*#(\S+)\s*\*\/\})$/.exec(text);
  const id = (written?.[1] ?? written?.[2])?.trim();
  return written && id ? {text: text.slice(0, written.index), id} : {text};
}
