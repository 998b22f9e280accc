import type {Html, Parents, Root, RootContent} from 'mdast';
import {type HtmlToken, htmlTokens, type TagToken} from './html-tokens.js';
import {readAsMarkdown} from './read-as-markdown.js';
import {type PlacedTag, realElements} from './real-elements.js';

/** A piece of HTML on a page; `line` is the paragraph, heading or cell around it, if it is inline. */
interface PlacedHtml {
  node: Html;
  parent: Parents;
  line: object | undefined;
  tokens: HtmlToken[];
}

/**
 * Shows as text what only looks like a tag. In CommonMark `<pod-name>` in prose is an HTML element that no
 * browser knows, so it would vanish from the page without a warning. The same goes for `<address>` or
 * `<time>` that nobody closes: real elements, but meant as blanks.
 */
export function showUnknownTags(tree: Root): void {
  // Blocks that were read anew may hold such tags inside their lines.
  while (showOnce(tree));
}

function showOnce(tree: Root): boolean {
  const pieces = htmlOf(tree, undefined);
  const real = realElements(pieces.flatMap(placedTags));
  let hasNewBlocks = false;
  for (const {node, parent, line, tokens} of pieces) {
    if (tokens.every((token) => !isOnlyText(token, real))) continue;
    const siblings = parent.children as RootContent[];
    const blocks = line ? undefined : newBlocks(tokens, real);
    if (line) {
      // The position says where the text stood, to those who put it back together.
      siblings[siblings.indexOf(node)] = {type: 'text', value: node.value, position: node.position};
    } else if (blocks) {
      siblings.splice(siblings.indexOf(node), 1, ...blocks);
      hasNewBlocks = true;
    } else {
      node.value = tokens
        .map((token) => (isOnlyText(token, real) ? escaped(token.text) : token.text))
        .join('');
    }
  }
  return hasNewBlocks;
}

function placedTags({tokens, line}: PlacedHtml): PlacedTag[] {
  return tokens.flatMap((tag, index) => {
    const next = tokens[index + 1];
    const isBeforeWords = next?.kind === 'text' && /^[^\S\n]*\S/.test(next.text);
    return tag.kind === 'tag' ? [{tag, line, isBeforeWords}] : [];
  });
}

/**
 * A block that begins with what is no element is no HTML at all but Markdown that CommonMark took for it; a
 * comment may stand before. Undefined for other blocks.
 */
function newBlocks(tokens: readonly HtmlToken[], real: ReadonlySet<TagToken>): RootContent[] | undefined {
  const first = tokens.findIndex(({kind, text}) => kind !== 'comment' && text.trim() !== '');
  const token = tokens[first];
  if (!token || !isOnlyText(token, real)) return undefined;
  const comments = tokens
    .slice(0, first)
    .map(({text}) => text)
    .join('')
    .trim();
  const blocks = readAsMarkdown(
    tokens.slice(first).map((other) => ({
      text: other.text,
      // Markdown knows better what other brackets are: `<https://wiki>` is a link.
      isVerbatim:
        other === token ||
        (isOnlyText(other, real) &&
          other.kind !== 'stray' &&
          !(other.kind === 'tag' && other.name.includes(':'))),
    })),
  );
  return comments === '' ? blocks : [{type: 'html', value: comments}, ...blocks];
}

function isOnlyText(token: HtmlToken, real: ReadonlySet<TagToken>): boolean {
  if (token.kind === 'tag') return !real.has(token);
  return token.kind === 'stray' || token.kind === 'declaration';
}

function escaped(text: string): string {
  return text.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const HOLDS_BLOCKS = new Set([
  'root',
  'blockquote',
  'list',
  'listItem',
  'containerDirective',
  'footnoteDefinition',
  'table',
  'tableRow',
]);

function htmlOf(parent: Parents, line: object | undefined): PlacedHtml[] {
  return parent.children.flatMap((node): PlacedHtml[] => {
    if (node.type === 'html') return [{node, parent, line, tokens: htmlTokens(node.value)}];
    if (!('children' in node)) return [];
    return htmlOf(node, HOLDS_BLOCKS.has(node.type) ? undefined : (line ?? node));
  });
}
