import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from 'yaml';
import type {Finding} from './findings.js';

/**
 * YAML as its author typed it: every scalar is text, so `2026-02-30`, `1.10` and `null` arrive unchanged,
 * and every value knows its line. What a text means is for its reader to say.
 */
export type YamlTree =
  | {kind: 'text'; text: string; line: number}
  | {kind: 'list'; items: YamlTree[]; line: number}
  | {kind: 'map'; entries: YamlEntry[]; line: number};

/** One `key: value` of a YAML map. */
export interface YamlEntry {
  key: string;
  line: number;
  value: YamlTree;
}

// Ten lines of aliases within aliases can stand for millions of values.
const MOST_REPEATED = 100_000;

/**
 * Parses YAML into a tree.
 *
 * @param text the YAML
 * @param source the file it stands in, for findings
 * @param firstLine the line of that file on which `text` begins
 * @returns the tree (undefined for an empty text), and a finding with file and line when it does not parse
 */
export function parseYamlTree(
  text: string,
  source: string,
  firstLine = 1,
): {tree?: YamlTree; findings: Finding[]} {
  const lines = new LineCounter();
  const document = parseDocument(text, {schema: 'failsafe', lineCounter: lines, prettyErrors: false});
  const lineAt = (offset: number) => Math.max(1, lines.linePos(offset).line) + firstLine - 1;
  const problem = document.errors[0];
  if (problem) {
    return {
      findings: [
        {
          rule: 'yaml-invalid',
          level: 'error',
          source,
          line: lineAt(problem.code === 'MISSING_CHAR' ? openedAt(document, problem.pos[0]) : problem.pos[0]),
          message: `The YAML does not parse: ${problem.message.split('\n')[0]}`,
          hint: 'Indent with spaces, put quotes around a value that holds ": " or starts with one of @ ` % [ { & * ! | >, and write each key once.',
        },
      ],
    };
  }

  const findings: Finding[] = [];
  const resolving = new Set<Node>();
  let aliases = 0;
  let repeated = 0;
  const convert = (node: Node | null | undefined, line: number): YamlTree => {
    const own = node?.range ? lineAt(node.range[0]) : line;
    if (aliases > 0) repeated += 1;
    if (repeated > MOST_REPEATED) {
      if (repeated === MOST_REPEATED + 1) {
        findings.push({
          rule: 'yaml-invalid',
          level: 'error',
          source,
          line: own,
          message: `The YAML repeats more than ${MOST_REPEATED} values by way of *name`,
          hint: 'Write values out where they are needed, in place of *name inside *name.',
        });
      }
      return {kind: 'text', text: '', line: own};
    }
    if (isAlias(node)) {
      const target = node.resolve(document) as Node | undefined;
      if (target && !resolving.has(target)) {
        aliases += 1;
        const tree = convert(target, own);
        aliases -= 1;
        return tree;
      }
      findings.push({
        rule: 'yaml-invalid',
        level: 'error',
        source,
        line: own,
        message: target
          ? `The YAML does not parse: *${node.source} stands inside what it means`
          : `The YAML does not parse: there is no &${node.source} before *${node.source}`,
        hint: `Put quotes around a value that begins with *, or name what it means with &${node.source} above it.`,
      });
      return {kind: 'text', text: '', line: own};
    }
    if (node) resolving.add(node);
    const tree = convertNode(node, own);
    if (node) resolving.delete(node);
    return tree;
  };
  const convertNode = (node: Node | null | undefined, own: number): YamlTree => {
    if (isMap(node)) {
      const entries = node.items.map((pair) => {
        const key = pair.key as Node;
        const keyLine = key?.range ? lineAt(key.range[0]) : own;
        const name = isScalar(key) ? String(key.value) : String(key);
        return {key: name, line: keyLine, value: convert(pair.value as Node | null, keyLine)};
      });
      return {kind: 'map', entries, line: own};
    }
    if (isSeq(node)) {
      return {kind: 'list', items: node.items.map((item) => convert(item as Node, own)), line: own};
    }
    return {kind: 'text', text: isScalar(node) ? String(node.value ?? '') : '', line: own};
  };
  return document.contents ? {tree: convert(document.contents, firstLine), findings} : {findings};
}

// A quote that is never closed is noticed at the end of the text; its mend is where it was opened.
function openedAt(document: Document, noticedAt: number): number {
  let start = noticedAt;
  visit(document, {
    Scalar(_, node) {
      if (node.range && node.range[0] <= noticedAt) start = node.range[0];
    },
  });
  return start;
}

/** The value under a key of a map; undefined when the tree is no map or has no such key. */
export function valueAt(tree: YamlTree | undefined, key: string): YamlTree | undefined {
  return tree?.kind === 'map' ? tree.entries.find((entry) => entry.key === key)?.value : undefined;
}

/** The text of a scalar without the white space around it; undefined for anything else and for none. */
export function textOf(tree: YamlTree | undefined): string | undefined {
  if (tree?.kind !== 'text') return undefined;
  const text = tree.text.trim();
  return isNothing(text) ? undefined : text;
}

/** Whether a scalar's text is one of YAML's ways to say "no value". */
export function isNothing(text: string): boolean {
  return text === '' || text === '~' || /^null$/i.test(text);
}

/** A text or a list of texts as a list; what is neither is left out. */
export function textsOf(tree: YamlTree | undefined): {text: string; line: number}[] {
  const items = tree?.kind === 'list' ? tree.items : tree ? [tree] : [];
  return items.flatMap((item) => {
    const text = textOf(item);
    return text === undefined ? [] : [{text, line: item.line}];
  });
}

/** A tree in a few words, for messages: the text itself, `a list` or `a map`. */
export function describeTree(tree: YamlTree): string {
  return tree.kind === 'text' ? `"${tree.text}"` : tree.kind === 'list' ? 'a list' : 'a map';
}
