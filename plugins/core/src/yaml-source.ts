import {
  type CST,
  type Document,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  type ParsedNode,
  parseDocument,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type {ScalarStyle} from './yaml-write.js';

/** YAML as it was typed, every line with its end, and what the parser made of it. */
export interface Source {
  yaml: string;
  /** The line end for new lines. */
  eol: string;
  document: Document.Parsed;
  /** Undefined when the YAML holds no key at all. */
  root?: YAMLMap.Parsed;
}

/** One `key: value` of a map. */
export type Entry = Pair<ParsedNode, ParsedNode | null>;

/**
 * Parses front matter such that every value is text and knows where it stands.
 *
 * @throws an Error with the line of the file when the YAML does not parse or is not a map
 */
export function parseSource(yaml: string, eol: string): Source {
  const document = parseDocument(yaml, {schema: 'failsafe', keepSourceTokens: true, prettyErrors: false});
  const problem = document.errors[0];
  if (problem) {
    // The opening fence is line 1.
    const line = 1 + yaml.slice(0, problem.pos[0]).split('\n').length;
    throw new Error(`The front matter does not parse: ${problem.message.split('\n')[0]} (line ${line})`);
  }
  const root = document.contents;
  if (isMap(root)) return {yaml, eol, document, root};
  if (root?.srcToken) {
    throw new Error('The front matter does not parse: it is not a list of keys and values');
  }
  return {yaml, eol, document};
}

/** The entry of a map under a key. */
export function entryOf(map: YAMLMap.Parsed, key: string | undefined): Entry | undefined {
  return map.items.find((entry) => nameOf(entry) === key);
}

/** The key of an entry as text. */
export function nameOf({key}: Pair): string {
  return isScalar(key) ? String(key.value) : String(key);
}

/** The text that a value stands for, through an alias, too; undefined for a list and a map. */
export function textOf({document}: Source, node: ParsedNode | null): string | undefined {
  const meant = isAlias(node) ? node.resolve(document) : node;
  if (isScalar(meant)) return String(meant.value ?? '');
  return node === null ? '' : undefined;
}

/** The kind of quotes around a value; plain for a value without. */
export function styleOf(node: ParsedNode | null | undefined): ScalarStyle {
  if (!isScalar(node)) return 'plain';
  return node.type === 'QUOTE_DOUBLE' ? 'double' : node.type === 'QUOTE_SINGLE' ? 'single' : 'plain';
}

/** Whether a value has lines of its own: keys below each other, items with dashes, texts behind `|` or `>`. */
export function isBlock(node: ParsedNode | null): boolean {
  return isCollection(node) ? !node.flow : node?.srcToken?.type === 'block-scalar';
}

/** The colon of an entry; undefined for `{key}` and `? key`. */
export function colonOf({srcToken}: Entry): CST.SourceToken | undefined {
  return srcToken?.sep?.find((token) => token.type === 'map-value-ind');
}

/** The anchor (`&name`) and the tag (`!!str`) before the value of an entry. */
export function propsOf({srcToken}: Entry): CST.SourceToken[] {
  return srcToken?.sep?.filter(isProp) ?? [];
}

/** Whether a token is an anchor or a tag. */
export function isProp({type}: CST.SourceToken): boolean {
  return type === 'anchor' || type === 'tag';
}

/** Offset at which an entry begins. */
export function startOfEntry({key, srcToken}: Entry): number {
  const first = srcToken?.start.find((token) => token.type === 'explicit-key-ind' || isProp(token));
  return first?.offset ?? key.range[0];
}

/** Offset behind the last character of an entry; a comment is none of it. */
export function endOfEntry(source: Source, entry: Entry): number {
  if (entry.value?.srcToken) return endOfNode(source, entry.value);
  const mark = entry.srcToken?.sep?.findLast((token) => token.type === 'map-value-ind' || isProp(token));
  return mark ? endOfToken(mark) : entry.key.range[1];
}

function endOfNode(source: Source, node: ParsedNode): number {
  const last = isBlock(node) && isMap(node) ? node.items.at(-1) : undefined;
  if (last) return endOfEntry(source, last);
  if (isBlock(node) && isSeq(node)) return itemsOf(source, node).at(-1)?.end ?? node.range[1];
  // What is written with | or > counts line ends in; blank lines below it are its own only behind |+ or >+.
  const written = source.yaml.slice(node.range[0], node.range[1]);
  const keeps = isBlock(node) && /^.\d?\+/.test(written);
  return node.range[0] + (keeps ? written.replace(/\r?\n$/, '') : written.trimEnd()).length;
}

/** Where the items of a list with dashes stand: from the dash to the end, their comments left out. */
export function itemsOf(
  source: Source,
  list: YAMLSeq.Parsed,
): {node: ParsedNode; start: number; end: number}[] {
  const tokens = list.srcToken?.type === 'block-seq' ? list.srcToken.items : [];
  const dashes = tokens.flatMap(({start}) => start.find((token) => token.type === 'seq-item-ind') ?? []);
  return list.items.map((node, index) => {
    const dash = dashes[index]?.offset ?? list.range[0];
    return {node, start: dash, end: node.srcToken ? endOfNode(source, node) : dash + '-'.length};
  });
}

/** Offset behind a token. */
export function endOfToken({offset, source}: CST.SourceToken): number {
  return offset + source.length;
}

/** Offset behind the lines of an entry, with the comments below it that are indented deeper than its key. */
export function endOfLines(source: Source, entry: Entry): number {
  const {yaml} = source;
  const indent = columnOf(source, startOfEntry(entry)) + 1;
  const comments = new RegExp(`(?:(?:[ \\t]*\\r?\\n)* {${indent},}#[^\\n]*\\n)*`, 'y');
  comments.lastIndex = nextLine(yaml, endOfEntry(source, entry));
  comments.exec(yaml);
  return comments.lastIndex;
}

/** How many characters stand before an offset on its line. */
export function columnOf({yaml}: Source, offset: number): number {
  return offset - (yaml.slice(0, offset).lastIndexOf('\n') + 1);
}

/** Offset of the end of a line, before its line break. */
export function endOfLine(yaml: string, offset: number): number {
  const next = nextLine(yaml, offset);
  return offset + yaml.slice(offset, next).replace(/\r?\n$/, '').length;
}

/** Offset of the line that follows. */
export function nextLine(yaml: string, offset: number): number {
  const end = yaml.indexOf('\n', offset);
  return end === -1 ? yaml.length : end + 1;
}
