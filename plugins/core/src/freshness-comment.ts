import {visit} from 'unist-util-visit';
import {splitFrontMatter} from './front-matter.js';
import {parseMarkdown} from './markdown.js';
import type {YamlEntry} from './yaml-tree.js';

// <!--* freshness: { owner: 'ana' reviewed: '2026-11-20' } *-->, as Google's documentation has it: the fields are
// parted by blanks or commas, and further lines may stand around them.
const COMMENT = /<!--\*?(?:(?!-->)[\s\S])*?\bfreshness:\s*\{((?:(?!-->)[^}])*)\}(?:(?!-->)[\s\S])*?-->/g;
const FIELD = /\b(owner|reviewed):\s*(?:'([^'\n]*)'|"([^"\n]*)"|([^\s,'"}]+))/g;

/** A stretch of a text. */
interface Range {
  start: number;
  end: number;
}

/** A field of a freshness comment, and where its value stands. */
interface Field extends Range {
  key: string;
  text: string;
}

/**
 * The facts of a page that stand in a comment of its Markdown; one that is shown as code is an example, and none.
 *
 * @param text the whole file
 * @returns the entries `owner` and `reviewed`, as front matter under `freshness` would hold them
 */
export function readFreshnessComment(text: string): YamlEntry[] {
  return fieldsOf(text).map(({key, text: value, start}) => {
    const line = 1 + (text.slice(0, start).match(/\n/g)?.length ?? 0);
    return {key, line, value: {kind: 'text', text: value, line}};
  });
}

/** A file whose freshness comment says that it was reviewed on another day; undefined where it has none. */
export function setFreshnessComment(text: string, reviewed: string): string | undefined {
  const field = fieldsOf(text).find(({key}) => key === 'reviewed');
  return field && text.slice(0, field.start) + reviewed + text.slice(field.end);
}

/** The body of a file without its freshness comments: what they say is no part of what the page says. */
export function bodyWithoutFreshnessComments(text: string): string {
  const {body} = splitFrontMatter(text);
  const offset = text.length - body.length;
  return commentsOf(text).reduceRight(
    (rest, {start, end}) => rest.slice(0, start - offset) + rest.slice(end - offset),
    body,
  );
}

function fieldsOf(text: string): Field[] {
  return commentsOf(text).flatMap((range) => {
    const comment = text.slice(range.start, range.end);
    const fields = new RegExp(COMMENT.source).exec(comment)?.[1] ?? '';
    const offset = range.start + comment.indexOf(fields, comment.indexOf('{') + 1);
    return [...fields.matchAll(FIELD)].map((field) => {
      const value = field[2] ?? field[3] ?? field[4] ?? '';
      const quote = field[4] === undefined ? 1 : 0;
      const end = offset + field.index + field[0].length - quote;
      return {key: field[1] ?? '', text: value, start: end - value.length, end};
    });
  });
}

function commentsOf(text: string): Range[] {
  const {body} = splitFrontMatter(text);
  // Few pages have one; the others need not be parsed for it.
  if (!/<!--[\s\S]*\bfreshness:/.test(body)) return [];
  const offset = text.length - body.length;
  const ranges: Range[] = [];
  visit(parseMarkdown(body), 'html', ({position}) => {
    const start = offset + (position?.start.offset ?? 0);
    const html = text.slice(start, offset + (position?.end.offset ?? 0));
    for (const match of html.matchAll(COMMENT)) {
      ranges.push({start: start + match.index, end: start + match.index + match[0].length});
    }
  });
  return ranges;
}
