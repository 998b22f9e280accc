/** What can be written: a text, a list of texts, or a map of such values. */
export type YamlValue = string | readonly string[] | {readonly [key: string]: YamlValue};

/** How a text stands in YAML: as it is, or in one of the two kinds of quotes. */
export type ScalarStyle = 'plain' | 'single' | 'double';

const INDICATOR = /^(?:[-?:,[\]{}#&*!|>'"%@`]|\.\.\.)/;
const FLOW_INDICATOR = /[,[\]{}]/;
const CUT_SHORT = /^\s|\s$|:\s|:$|\s#/;
const UNPRINTABLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\uFEFF\uFFFE\uFFFF]/u;
// By YAML 1.1 as well as by 1.2: other tools read these files, too, and to the older ones 10:30 is a number.
const WORD = /^(?:~|null|true|false|yes|no|on|off|<<)$/i;
const NUMBER = /^(?:[-+]?(?:\d[\d_:]*(?:\.[\d_]*)?(?:e[-+]?\d+)?|\.\d[\d_]*(?:e[-+]?\d+)?|\.inf)|\.nan)$/i;
const NUMBER_WITH_BASE = /^[-+]?0[box][\da-f_]+$/i;

/** Whether a value is a list of texts. */
export function isList(value: YamlValue | undefined): value is readonly string[] {
  return Array.isArray(value);
}

/** Whether a value is a map. */
export function isRecord(value: YamlValue | undefined): value is {readonly [key: string]: YamlValue} {
  return typeof value === 'object' && !isList(value);
}

/**
 * Writes a text on one line, such that every YAML parser reads it back as that text. A date stays without
 * quotes.
 *
 * @param text any text
 * @param style the style to keep to where the text allows it
 * @param flow whether it stands inside `[…]` or `{…}`
 */
export function writeScalar(text: string, style: ScalarStyle = 'plain', flow = false): string {
  if (style === 'plain' && isPlain(text, flow)) return text;
  const asDouble = style === 'double' || (style === 'plain' && text.includes("'"));
  return asDouble || UNPRINTABLE.test(text) ? doubleQuoted(text) : `'${text.replaceAll("'", "''")}'`;
}

function isPlain(text: string, flow: boolean): boolean {
  const reserved = [INDICATOR, CUT_SHORT, UNPRINTABLE, WORD, NUMBER, NUMBER_WITH_BASE];
  if (flow) reserved.push(FLOW_INDICATOR);
  return text !== '' && !reserved.some((pattern) => pattern.test(text));
}

// A JSON string is a YAML one, but JSON leaves some characters bare that YAML does not allow.
function doubleQuoted(text: string): string {
  const bare = new RegExp(UNPRINTABLE, 'gu');
  return JSON.stringify(text).replace(
    bare,
    (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Writes a list on one line: `[ana, ben]`, every item in the style given. */
export function writeFlowList(items: readonly string[], style: ScalarStyle = 'plain'): string {
  return `[${items.map((item) => writeScalar(item, style, true)).join(', ')}]`;
}

/** Writes `key: value` on one line, as it stands inside `{…}`. */
export function writeFlowEntry(key: string, value: YamlValue): string {
  return `${writeScalar(key, 'plain', true)}: ${writeFlow(value)}`;
}

/** Writes a value on one line, as it stands inside `{…}`. */
export function writeFlow(value: YamlValue): string {
  if (isList(value)) return writeFlowList(value);
  if (!isRecord(value)) return writeScalar(value, 'plain', true);
  const entries = Object.entries(value).map(([key, inner]) => writeFlowEntry(key, inner));
  return `{${entries.join(', ')}}`;
}

/** Writes `key: value` on lines of its own: a map below its key, everything else beside it. */
export function writeEntry(key: string, value: YamlValue, indent: string, eol: string): string {
  const name = `${indent}${writeScalar(key)}:`;
  if (isRecord(value)) return `${name}${eol}${writeBlockMap(value, `${indent}  `, eol)}`;
  return `${name} ${isList(value) ? writeFlowList(value) : writeScalar(value)}`;
}

/** Writes a map, one key a line, without the end of the last line. */
export function writeBlockMap(map: {readonly [key: string]: YamlValue}, indent: string, eol: string): string {
  return Object.entries(map)
    .map(([key, value]) => writeEntry(key, value, indent, eol))
    .join(eol);
}
