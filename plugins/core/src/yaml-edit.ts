import {type CST, isScalar, isSeq, type ParsedNode, type YAMLMap, type YAMLSeq} from 'yaml';
import {
  colonOf,
  columnOf,
  type Entry,
  endOfEntry,
  endOfLine,
  endOfLines,
  endOfToken,
  isBlock,
  isProp,
  itemsOf,
  nameOf,
  nextLine,
  propsOf,
  type Source,
  startOfEntry,
  styleOf,
  textOf,
} from './yaml-source.js';
import {
  isList,
  isRecord,
  writeBlockMap,
  writeEntry,
  writeFlow,
  writeFlowEntry,
  writeFlowList,
  writeScalar,
  type YamlValue,
} from './yaml-write.js';

/** A piece of the YAML, and the text to stand in its place. */
export interface Splice {
  from: number;
  to: number;
  text: string;
}

/** Puts a first key into YAML that holds none, below the comments that stand there. */
export function fillEmpty({yaml, eol, document}: Source, key: string, value: YamlValue): Splice {
  const comments = yaml.slice(0, document.range[1]).trimEnd();
  const at = comments === '' ? 0 : nextLine(yaml, comments.length);
  return {from: at, to: at, text: writeEntry(key, value, '', eol) + eol};
}

/** Puts a new key into a map, after the entry of that index; as the only one when there is no such entry. */
export function insertEntry(
  source: Source,
  map: YAMLMap.Parsed,
  key: string,
  value: YamlValue,
  previousIndex: number,
): Splice {
  const previous = map.items[previousIndex];
  if (!previous) {
    const at = map.range[0] + '{'.length;
    return {from: at, to: at, text: writeFlowEntry(key, value)};
  }
  if (map.flow) {
    const at = endOfEntry(source, previous);
    return {from: at, to: at, text: `, ${writeFlowEntry(key, value)}`};
  }
  const at = endOfLines(source, previous);
  const indent = ' '.repeat(columnOf(source, startOfEntry(previous)));
  return {from: at, to: at, text: writeEntry(key, value, indent, source.eol) + source.eol};
}

/** Takes an entry away. The comment lines above it stay. */
export function removeEntry(source: Source, map: YAMLMap.Parsed, entry: Entry): Splice {
  const {yaml} = source;
  const start = startOfEntry(entry);
  if (!map.flow) {
    return {from: start - columnOf(source, start), to: endOfLines(source, entry), text: ''};
  }
  const index = map.items.indexOf(entry);
  const previous = map.items[index - 1];
  const comma = map.items[index + 1]?.srcToken?.start.find((token) => token.type === 'comma');
  if (comma) {
    const behind = yaml.slice(endOfToken(comma));
    // The white space before a comment is what makes it one.
    return behind.trimStart().startsWith('#')
      ? {from: yaml.slice(0, start).trimEnd().length, to: endOfToken(comma), text: ''}
      : {from: start, to: yaml.length - behind.trimStart().length, text: ''};
  }
  if (previous) return {from: endOfEntry(source, previous), to: endOfEntry(source, entry), text: ''};
  return {from: map.range[0] + '{'.length, to: map.range[1] - '}'.length, text: ''};
}

/** Puts a value in the place of the one that an entry holds, in the style of that one. */
export function replaceValue(source: Source, map: YAMLMap.Parsed, entry: Entry, value: YamlValue): Splice {
  const {value: node} = entry;
  const colon = colonOf(entry);
  if (!colon) return replaceEntry(source, map, entry, value);
  if (isSeq(node) && isBlock(node) && isList(value) && value.length > 0) {
    return replaceItems(source, node, value);
  }
  const isInline = node?.srcToken !== undefined && !isBlock(node) && !isRecord(value);
  return map.flow || isInline
    ? replaceInPlace(source, entry, colon, writeLike(node, value, map.flow))
    : replaceLines(source, entry, colon, value);
}

function writeLike(node: ParsedNode | null, value: YamlValue, flow = false): string {
  if (isRecord(value)) return writeFlow(value);
  if (!isList(value)) return writeScalar(value, styleOf(node), flow);
  return writeFlowList(value, isSeq(node) ? styleOf(node.items[0]) : 'plain');
}

// `{key}` and `? key`: there is no place for a value yet.
function replaceEntry(source: Source, map: YAMLMap.Parsed, entry: Entry, value: YamlValue): Splice {
  const start = startOfEntry(entry);
  const to = endOfEntry(source, entry);
  if (map.flow) return {from: start, to, text: writeFlowEntry(nameOf(entry), value)};
  const column = columnOf(source, start);
  return {from: start - column, to, text: writeEntry(nameOf(entry), value, ' '.repeat(column), source.eol)};
}

// An item that stays keeps its lines, and with them its quotes and comments.
function replaceItems(source: Source, list: YAMLSeq.Parsed, texts: readonly string[]): Splice {
  const {yaml, eol} = source;
  const items = itemsOf(source, list);
  const from = items[0]?.start ?? list.range[0];
  const newLine = eol + ' '.repeat(columnOf(source, from));
  let to = from;
  const standing = items.map(({node, end}, index) => {
    const start = to;
    to = endOfLine(yaml, end);
    return {text: textOf(source, node), lines: (index === 0 ? newLine : '') + yaml.slice(start, to)};
  });
  const lines = texts.map((text) => {
    const index = standing.findIndex((item) => item.text === text);
    const [kept] = index === -1 ? [] : standing.splice(index, 1);
    return kept?.lines ?? `${newLine}- ${writeScalar(text, styleOf(items[0]?.node))}`;
  });
  return {from, to, text: lines.join('').trimStart()};
}

function replaceInPlace(source: Source, entry: Entry, colon: CST.SourceToken, written: string): Splice {
  const {value: node} = entry;
  const to = endOfEntry(source, entry);
  const from = propsOf(entry)[0]?.offset ?? (node?.srcToken ? node.range[0] : to);
  const space = from === endOfToken(colon) ? ' ' : '';
  return {from, to, text: space + [...anchorOf(entry), written].join(' ')};
}

function replaceLines(source: Source, entry: Entry, colon: CST.SourceToken, value: YamlValue): Splice {
  const {yaml, eol} = source;
  const {value: node} = entry;
  const from = endOfToken(colon);
  const end = endOfEntry(source, entry);
  const beside = isRecord(value) ? anchorOf(entry) : [...anchorOf(entry), writeLike(node, value)];
  const indent = ' '.repeat(columnOf(source, startOfEntry(entry)) + 2);
  const below = isRecord(value) ? eol + writeBlockMap(value, indent, eol) : '';
  const comments = commentsOf(source, entry, colon, end);
  const text = beside.map((part) => ` ${part}`).join('') + comments + below;
  return {from, to: endOfLine(yaml, end), text};
}

// The comments between a key and the end of its old value; those inside a list or a map go with it.
function commentsOf({yaml}: Source, entry: Entry, colon: CST.SourceToken, end: number): string {
  const {value: node} = entry;
  const start = node?.srcToken ? node.range[0] : end;
  const tokens = entry.srcToken?.sep ?? [];
  const before = tokens
    .filter((token) => token.offset > colon.offset && token.offset < start && !isProp(token))
    .map((token) => token.source)
    .join('');
  const restOfLine = (offset: number) => yaml.slice(offset, endOfLine(yaml, offset));
  // Behind | and > the comment stands on the first line, elsewhere on the last.
  const ofBlock = isScalar(node) ? restOfLine(start).replace(/^\S+/, '') : '';
  const after = isBlock(node) ? ofBlock : restOfLine(end);
  return before.trimEnd() + after.trimEnd();
}

// A changed value keeps its anchor, for other values may refer to it.
function anchorOf(entry: Entry): string[] {
  return propsOf(entry).flatMap(({type, source}) => (type === 'anchor' ? [source] : []));
}
