// The words of a page's source and of the page as it is built. It shares no code with the packages: it reads plain
// Markdown, knows the directives by name alone, and takes the built page from its HTML.
import {htmlTagNames} from 'html-tag-names';
import {parse} from 'parse5';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import {unified} from 'unified';

const parser = unified().use(remarkParse).use(remarkGfm).freeze();
const TAGS = new Set(htmlTagNames);

// What these are called, and what stands in their braces, is markup. Of any other `:::name` every word is text.
const DIRECTIVES =
  'step|expect|verify|rollback|escalate|card|message|decision|only|owner|note|tip|info|warning|danger|caution|important|secondary|success';
const FENCE_LINE = new RegExp(
  `^([ \\t>]*):{2,}(?:${DIRECTIVES})(?![\\w-])(?:\\[([^\\n]*?)\\])?(?:\\{[^\\n]*\\})?[ \\t]*([^\\n]*)$`,
  'gm',
);
const OWNER = /:owner\[[^\]\n]*\](?:\{[^}\n]*\})?/g;

/** The words of a text: runs of letters and digits. */
function wordsOf(text) {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * Every word of a page's Markdown that is prose or code. Front matter, comments, addresses of links, ids of headings
 * and the tags of real elements are neither.
 *
 * @param {string} markdown text of the file
 * @returns {string[]} the words in order
 */
export function sourceWords(markdown) {
  const body = markdown.replace(/^\uFEFF?---[ \t]*\r?\n(?:[\s\S]*?\r?\n)?---[ \t]*(?:\r?\n|$)/, '');
  const words = [];
  read(parser.parse(outsideCode(body)), words);
  return words;
}

// Lines of directives become their labels, except in fences.
function outsideCode(body) {
  return body
    .split(/(^[ \t>]*(?:`{3,}|~{3,})[\s\S]*?^[ \t>]*(?:`{3,}|~{3,})[ \t]*$)/m)
    .map((piece, index) =>
      index % 2 === 1
        ? piece
        : piece
            .replace(
              FENCE_LINE,
              (_line, indent, label = '', rest = '') => `${indent}\n${indent}${label} ${rest}\n${indent}`,
            )
            .replace(OWNER, ''),
    )
    .join('');
}

function read(node, words) {
  switch (node.type) {
    case 'text':
      // An emoji by its name is shown as one.
      words.push(...wordsOf(node.value.replace(/(?<![\p{L}\p{N}]):[\w+-]+:(?![\p{L}\p{N}])/gu, ' ')));
      return;
    case 'inlineCode':
    case 'code':
      words.push(...wordsOf(node.value));
      return;
    case 'html':
      words.push(...wordsOf(withoutRealTags(node.value)));
      return;
    case 'image':
      words.push(...wordsOf(node.alt ?? ''));
      return;
    case 'heading': {
      const last = node.children.at(-1);
      if (last?.type === 'text') last.value = last.value.replace(/\s*\{#[^}]*\}$/, '');
      break;
    }
    case 'definition':
      return;
  }
  for (const child of node.children ?? []) read(child, words);
}

function withoutRealTags(html) {
  return html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, ' ')
    .replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, ' ')
    .replace(/<\/?([A-Za-z][A-Za-z0-9-]*)(?:\s(?:"[^"]*"|'[^']*'|[^<>"'])*)?\/?>/g, (tag, name) =>
      TAGS.has(name.toLowerCase()) ? ' ' : tag,
    );
}

/**
 * Every word of a page's own text as it is built, without what the site adds: the page's header, and what stands
 * after its text.
 *
 * @param {string} html of the built page
 * @returns {string[]} the words in order; empty where there is no page's text
 */
export function builtWords(html) {
  const words = [];
  const visit = (node, within) => {
    const attributes = Object.fromEntries((node.attrs ?? []).map(({name, value}) => [name, value]));
    if ('data-pagefind-ignore' in attributes || /\b(?:hash-link|buttonGroup)/.test(attributes.class ?? ''))
      return;
    const inside = within || /\btheme-doc-markdown\b/.test(attributes.class ?? '');
    if (inside && node.tagName === 'img') words.push(...wordsOf(attributes.alt ?? ''));
    if (inside && (node.tagName === 'code' || node.tagName === 'textarea')) {
      words.push(...wordsOf(textOf(node)));
      return;
    }
    if (inside && node.nodeName === '#text') words.push(...wordsOf(node.value));
    for (const child of node.childNodes ?? []) visit(child, inside);
  };
  visit(parse(html), false);
  return words;
}

// Highlighting cuts words of code to pieces.
function textOf(node) {
  if (node.nodeName === '#text') return node.value;
  if (node.tagName === 'br') return '\n';
  return (node.childNodes ?? []).map(textOf).join('');
}

/**
 * The words of the source that the built page has fewer of.
 *
 * @param {readonly string[]} source
 * @param {readonly string[]} built
 * @returns {string[]} each as often as it is missing
 */
export function lostWords(source, built) {
  const left = new Map();
  for (const word of built) left.set(word, (left.get(word) ?? 0) + 1);
  return source.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count <= 0;
  });
}
