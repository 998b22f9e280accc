import type {YamlEntry} from './yaml-tree.js';

// <!--* freshness: { owner: 'ana' reviewed: '2026-11-20' } *-->, as Google's documentation has it: the fields are
// parted by blanks or commas, and further lines may stand around them.
const COMMENT = /<!--\*?(?:(?!-->)[\s\S])*?\bfreshness:\s*\{((?:(?!-->)[^}])*)\}(?:(?!-->)[\s\S])*?-->/g;
const FIELD = /\b(owner|reviewed):\s*(?:'([^'\n]*)'|"([^"\n]*)"|([^\s,'"}]+))/g;

/** A field of a freshness comment, with its place in the text it was found in. */
interface Field {
  key: string;
  text: string;
  start: number;
  end: number;
}

/**
 * The facts of a page that stand in a comment in its text.
 *
 * @param comment an HTML comment, or a text that may hold one
 * @param line the line of the file on which it begins
 * @returns the entries `owner` and `reviewed`, as front matter under `freshness` would hold them
 */
export function readFreshnessComment(comment: string, line: number): YamlEntry[] {
  return fieldsOf(comment).map(({key, text, start}) => {
    const at = line + (comment.slice(0, start).match(/\n/g)?.length ?? 0);
    return {key, line: at, value: {kind: 'text', text, line: at}};
  });
}

/** A text whose freshness comment says that it was reviewed on another day; undefined where it has none. */
export function setFreshnessComment(text: string, reviewed: string): string | undefined {
  const field = fieldsOf(text).find(({key}) => key === 'reviewed');
  return field && text.slice(0, field.start) + reviewed + text.slice(field.end);
}

/** A text without its freshness comments: what they say is no part of what the page says. */
export function withoutFreshnessComments(text: string): string {
  return text.replace(COMMENT, '');
}

function fieldsOf(text: string): Field[] {
  return [...text.matchAll(COMMENT)].flatMap((comment) => {
    const fields = comment[1] ?? '';
    const offset = comment.index + comment[0].indexOf(fields, comment[0].indexOf('{') + 1);
    return [...fields.matchAll(FIELD)].map((field) => {
      const value = field[2] ?? field[3] ?? field[4] ?? '';
      const quote = field[4] === undefined ? 1 : 0;
      const end = offset + field.index + field[0].length - quote;
      return {key: field[1] ?? '', text: value, start: end - value.length, end};
    });
  });
}
