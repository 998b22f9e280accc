import {isMap, isSeq, type ParsedNode, type YAMLMap} from 'yaml';
import {splitFrontMatter} from './front-matter.js';
import {fillEmpty, insertEntry, removeEntry, replaceValue, type Splice} from './yaml-edit.js';
import {entryOf, nameOf, parseSource, type Source, textOf} from './yaml-source.js';
import {isList, isRecord, type YamlValue} from './yaml-write.js';

/** What a key shall hold: one value, a list, or a map. `undefined` or a map without keys takes it out. */
export type FrontMatterValue = string | readonly string[] | Readonly<Record<string, string>> | undefined;

/** One key of the front matter, and what it shall hold. */
export interface FrontMatterChange {
  /** The keys that lead to it: `['last_reviewed_on']`, `['freshness', 'reviewed']`. */
  path: readonly string[];
  value: FrontMatterValue;
  /**
   * Keys of the map into which a new key goes. It is put after the first of them that is there, and at the
   * end of the map when none is.
   */
  after?: readonly string[];
}

/**
 * Writes values into the front matter of a Markdown file and leaves every other line as it is, byte for byte:
 * comments, quotes, order of keys, line ends. A file without front matter is given one; a value that stands
 * there already changes nothing. A replaced value keeps its anchor (`&name`), so whatever refers to the
 * anchor takes the new value, too; a tag (`!!str`) goes with the value that it described.
 *
 * @param text the whole file
 * @param changes made one after the other; new keys that go to the same place keep this order
 * @returns the whole file
 * @throws an Error when the front matter does not parse or is not a map
 */
export function editFrontMatter(text: string, changes: readonly FrontMatterChange[]): string {
  const eol = /\r?\n/.exec(text)?.[0] ?? '\n';
  const {head, yaml, tail} = cutAtFences(text, eol);
  const added = new Set<string>();
  const edited = changes.reduce((current, change) => applyChange(current, change, eol, added), yaml);
  return edited === yaml ? text : head + edited + tail;
}

function cutAtFences(text: string, eol: string): {head: string; yaml: string; tail: string} {
  const {yaml, body} = splitFrontMatter(text);
  const bodyStart = text.length - body.length;
  if (yaml === undefined) {
    const blank = /^[ \t]*\r?\n/.test(body) ? '' : eol;
    return {head: `${text.slice(0, bodyStart)}---${eol}`, yaml: '', tail: `---${eol}${blank}${body}`};
  }
  const yamlStart = text.indexOf('\n') + 1;
  // One character back, lest a rule on the body's first line is taken for the fence.
  const yamlEnd = text.lastIndexOf('---', bodyStart - 1);
  return {
    head: text.slice(0, yamlStart),
    yaml: text.slice(yamlStart, yamlEnd),
    tail: text.slice(yamlEnd),
  };
}

// `added` holds the paths of the keys that this call has put in so far.
function applyChange(yaml: string, change: FrontMatterChange, eol: string, added: Set<string>): string {
  const {path, value, after = []} = change;
  const source = parseSource(yaml, eol);
  const {root} = source;
  const standing = root?.getIn(path, true);
  const isEmpty = value === undefined || (isRecord(value) && Object.keys(value).length === 0);

  if (!isEmpty && isRecord(value) && isMap(standing)) {
    const gone = standing.items.map(nameOf).filter((key) => !Object.hasOwn(value, key));
    return [
      ...Object.entries(value).map(([key, inner]) => ({path: [...path, key], value: inner})),
      ...gone.map((key) => ({path: [...path, key], value: undefined})),
    ].reduce((current, inner) => applyChange(current, inner, eol, added), yaml);
  }

  const splice = isEmpty ? root && takeOut(source, root, path) : put(source, path, value, after, added);
  return splice ? yaml.slice(0, splice.from) + splice.text + yaml.slice(splice.to) : yaml;
}

function put(
  source: Source,
  path: readonly string[],
  value: YamlValue,
  after: readonly string[],
  added: Set<string>,
): Splice | undefined {
  let map = source.root;
  let depth = 0;
  while (map && depth < path.length - 1) {
    const inner = entryOf(map, path[depth])?.value;
    if (!isMap(inner)) break;
    map = inner;
    depth += 1;
  }
  const [key = '', ...missing] = path.slice(depth);
  const nested = missing.reduceRight<YamlValue>((inner, name) => ({[name]: inner}), value);
  const entry = map && entryOf(map, key);
  if (map && entry) {
    return holds(source, entry.value, nested) ? undefined : replaceValue(source, map, entry, nested);
  }

  const parents = path.slice(0, depth);
  const isAdded = (name: string) => added.has(JSON.stringify([...parents, name]));
  const splice = map
    ? insertEntry(source, map, key, nested, indexOfPrevious(map, after, isAdded))
    : fillEmpty(source, key, nested);
  added.add(JSON.stringify([...parents, key]));
  return splice;
}

// Keys that went to the same place before this one stay before it.
function indexOfPrevious(
  map: YAMLMap.Parsed,
  after: readonly string[],
  isAdded: (key: string) => boolean,
): number {
  const names = map.items.map(nameOf);
  const anchor = after.find((key) => names.includes(key));
  const start = anchor === undefined ? names.length - 1 : names.indexOf(anchor);
  const next = names.findIndex((name, index) => index > start && !isAdded(name));
  return (next === -1 ? names.length : next) - 1;
}

function takeOut(source: Source, map: YAMLMap.Parsed, path: readonly string[]): Splice | undefined {
  const [key, ...rest] = path;
  const entry = entryOf(map, key);
  if (!entry) return undefined;
  // A key whose map is left without keys says nothing, so it goes as well.
  if (holdsOnly(entry.value, rest)) return removeEntry(source, map, entry);
  return isMap(entry.value) ? takeOut(source, entry.value, rest) : undefined;
}

function holdsOnly(node: ParsedNode | null, path: readonly string[]): boolean {
  const [key, ...rest] = path;
  if (key === undefined) return true;
  const only = isMap(node) && node.items.length === 1 ? entryOf(node, key) : undefined;
  return only !== undefined && holdsOnly(only.value, rest);
}

function holds(source: Source, node: ParsedNode | null, value: YamlValue): boolean {
  if (isRecord(value)) return false;
  if (!isList(value)) return textOf(source, node) === value;
  const items = isSeq(node) ? node.items.map((item) => textOf(source, item)) : undefined;
  return items?.length === value.length && value.every((text, index) => items[index] === text);
}
