import type {Nodes, Root} from 'mdast';
import {visit} from 'unist-util-visit';
import type {Finding} from './findings.js';

/** Markup of another tool, which a page of this site shows as it is written. */
interface Dialect {
  /** What it is, as the finding says it. */
  name: string;
  pattern: RegExp;
  mend: string;
  /** Whether MDX has a meaning of its own for it. */
  isMdx?: boolean;
}

// How long a tag may be is bounded, so that a page full of beginnings takes no time. A line of its own is meant from its first sign on; the others stand anywhere.
const DIALECTS: readonly Dialect[] = [
  {
    name: 'an ERB tag',
    pattern: /<%[\s\S]{0,1000}?%>/g,
    mend: 'Write the text that it stands for; a shared text is best linked to.',
  },
  {
    name: 'an admonition of MkDocs',
    pattern: /^[ \t>]*(?:!!!|\?\?\?\+?)[ \t]+[\w-]+.*$/gm,
    mend: 'Write :::note before the text and ::: after it, and take the indentation of the text away.',
  },
  {
    name: 'a tab or snippet of MkDocs',
    pattern: /^[ \t]*(?:===\+?[ \t]+"[^"\n]*"|-{1,2}8<-{1,2}.*)$/gm,
    mend: 'Write the label as a heading, and the text that is to stand there.',
  },
  {
    name: 'an attribute list of kramdown',
    pattern: /\{:(?::\w[^}\n]*|\s*(?:[.#][\w-]|toc\b|[\w-]+=)[^}\n]*)\}/g,
    mend: 'Take it out. For the id of a heading write {#id} behind it, for a coloured box :::note.',
    isMdx: true,
  },
  {
    name: 'a shortcode of Hugo',
    pattern: /\{\{[<%][\s\S]{0,1000}?[>%]\}\}/g,
    mend: 'Write in Markdown what it shows: :::note for a box, ![words](image.png) for a figure, [words](page.md) for a ref.',
  },
  {
    name: 'a tag of Liquid or Jinja',
    pattern: /(?<!\{)\{%-?\s*\w[\s\S]{0,1000}?%\}/g,
    mend: 'Write the text that it stands for. What is to be shown as it is goes between backticks.',
  },
  {
    name: 'a variable of a template',
    pattern: /\{\{-?\s*[$.\w][^{}<%\n]*\}\}/g,
    mend: 'Write its value. A blank for the reader goes between backticks, as `<namespace>`.',
    isMdx: true,
  },
  {
    name: 'an alert of GitHub',
    pattern: /^[ \t]*>[ \t]*\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]/gim,
    mend: 'Write :::note, :::tip, :::info, :::warning or :::danger before the text, and ::: after it.',
  },
];

const LINES_NAMED = 5;

/**
 * Finds markup of other tools on a page: one finding for each tool, at the first place, with the number of places. The
 * page shows such markup as it is written. In code, and in comments, it is what it is.
 *
 * @param tree the page, by parseMarkdown
 * @param body the text that it was parsed from
 * @param place where the text stands: its file, and the lines of that file before it
 */
export function findForeignMarkup(
  tree: Root,
  body: string,
  {source, lineOffset}: {source: string; lineOffset: number},
): Finding[] {
  const prose = withoutCode(tree, body);
  const isMdx = source.endsWith('.mdx');
  return DIALECTS.filter((dialect) => !(isMdx && dialect.isMdx)).flatMap(
    ({name, pattern, mend}): Finding[] => {
      const found = [...prose.matchAll(pattern)];
      const [first] = found;
      if (!first) return [];
      const lines = [
        ...new Set(found.map(({index, 0: text}) => lineAt(prose, index + leading(text)) + lineOffset)),
      ];
      return [
        {
          rule: 'foreign-markup',
          level: 'warning',
          source,
          line: lines[0] ?? 1,
          message: `"${shortened(first[0])}" is ${name}, which the page shows as it is written${others(found.length, lines)}. Expected Markdown`,
          hint: mend,
        },
      ];
    },
  );
}

function others(count: number, lines: readonly number[]): string {
  if (count === 1) return '';
  const named = lines.slice(0, LINES_NAMED).join(', ');
  return `; ${count} times, on ${lines.length === 1 ? 'line' : 'lines'} ${named}${lines.length > LINES_NAMED ? ' and further down' : ''}`;
}

function shortened(text: string): string {
  const words = text.trim().replace(/\s+/g, ' ');
  return words.length > 60 ? `${words.slice(0, 59)}…` : words;
}

function leading(text: string): number {
  return text.length - text.trimStart().length;
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}

// The text with blanks for code and comments, so that every line stays where it is.
function withoutCode(tree: Root, body: string): string {
  let prose = body;
  const blank = (start: number, end: number) => {
    prose = prose.slice(0, start) + prose.slice(start, end).replace(/[^\n]/g, ' ') + prose.slice(end);
  };
  visit(tree, (node: Nodes) => {
    const start = node.position?.start.offset;
    const end = node.position?.end.offset;
    if (start === undefined || end === undefined) return;
    if (node.type === 'code' || node.type === 'inlineCode') blank(start, end);
    if (node.type !== 'html') return;
    for (const comment of node.value.matchAll(/<!--[\s\S]*?(?:-->|$)/g)) {
      blank(start + comment.index, Math.min(end, start + comment.index + comment[0].length));
    }
  });
  return prose;
}
