import GithubSlugger from 'github-slugger';
import type {Heading, Nodes, Root} from 'mdast';
import type {ContainerDirective} from 'mdast-util-directive';
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

// The headings that these blocks get at the top of a page when they carry no label.
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
export function readHeadings(
  tree: Root,
  {lineOffset = 0, keepCase = false}: {lineOffset?: number; keepCase?: boolean} = {},
): PageHeading[] {
  const slugger = new GithubSlugger();
  const headings: PageHeading[] = [];
  const add = (depth: number, {text, id}: {text: string; id?: string}, node: Nodes) =>
    headings.push({
      text: text.trim(),
      depth,
      // An author's id is none that others are numbered after.
      id: id ?? slugger.slug(text, keepCase),
      line: (node.position?.start.line ?? 1) + lineOffset,
    });
  visit(tree, (node: Nodes, _index, parent) => {
    if (node.type === 'heading') add(node.depth, wordsAndId(node), node);
    else if (
      node.type === 'containerDirective' &&
      parent?.type === 'root' &&
      Object.hasOwn(BLOCK_HEADINGS, node.name)
    ) {
      add(2, {text: blockHeading(node)}, node);
    }
  });
  return headings;
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

function blockHeading({name, children}: ContainerDirective): string {
  const label = children.find(isDirectiveLabel);
  return label ? plainText(label) : (BLOCK_HEADINGS[name] ?? '');
}
