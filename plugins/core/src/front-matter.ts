import type {Finding} from './findings.js';
import {parseYamlTree, type YamlTree} from './yaml-tree.js';

/** A source file cut in two: what stands between the `---` lines, and the text. */
export interface SplitSource {
  /** The YAML without its fences; undefined when the file has no front matter. */
  yaml?: string;
  /** Line of the file on which the YAML begins. */
  yamlLine: number;
  body: string;
  /** Line of the file on which the body begins. */
  bodyLine: number;
}

/**
 * Cuts the front matter off a Markdown file. It must begin on the first line and be closed by a line of its
 * own: a lone `---` at the top is a rule across the page, and nothing of it may be taken for YAML.
 */
export function splitFrontMatter(text: string): SplitSource {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const match = /^---[ \t]*\r?\n(?:([\s\S]*?)\r?\n)??---[ \t]*(?:\r?\n|$)/.exec(source);
  if (!match) return {yamlLine: 1, body: source, bodyLine: 1};
  const bodyLine = 1 + (match[0].match(/\n/g)?.length ?? 0);
  return {yaml: match[1] ?? '', yamlLine: 2, body: source.slice(match[0].length), bodyLine};
}

/** The front matter of a file as a tree with the file's own line numbers. */
export function readFrontMatter(text: string, source: string): {tree?: YamlTree; findings: Finding[]} {
  const {yaml, yamlLine} = splitFrontMatter(text);
  if (yaml === undefined) return {findings: []};
  const {tree, findings} = parseYamlTree(yaml, source, yamlLine);
  if (tree && tree.kind !== 'map') {
    return {
      findings: [
        {
          rule: 'yaml-invalid',
          level: 'error',
          source,
          line: tree.line,
          message: 'The front matter is not a list of keys and values',
          hint: 'Write each fact as "key: value" on its own line, or take the --- lines away.',
        },
      ],
    };
  }
  return tree ? {tree, findings} : {findings};
}
