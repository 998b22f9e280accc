import {htmlTagNames} from 'html-tag-names';
import type {TagToken} from './html-tokens.js';

/** A tag and where it stands. */
export interface PlacedTag {
  tag: TagToken;
  /** The paragraph, heading or cell around an inline tag; undefined for a tag in a block of HTML. */
  line: object | undefined;
  /** Whether words come next, and not another tag, the next line or the end. */
  isBeforeWords: boolean;
}

const KNOWN = new Set<string>(htmlTagNames);

// Elements without an end tag. Only the first three show anything without attributes.
const VOID_ALONE = new Set(['br', 'hr', 'wbr']);
const VOID = new Set([
  ...VOID_ALONE,
  'area',
  'base',
  'col',
  'embed',
  'img',
  'input',
  'link',
  'meta',
  'param',
  'source',
  'track',
]);

// Elements that people open and never close, in the middle of a line, too.
const END_OPTIONAL = new Set(['p', 'li', 'dt', 'dd']);

// Elements that hold a block together: one without its end tag is a slip. People use few of these names as
// blanks, and a box that was forgotten open loses no words.
const STRUCTURE = new Set([
  'div',
  'details',
  'blockquote',
  'figure',
  'figcaption',
  'pre',
  'center',
  'article',
  'aside',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
]);

// Elements that mean something only in others. There they may stay open; elsewhere `<option>`, `<summary>` and
// `<table>` are words that a writer means as blanks.
const HOSTS = new Map<string, readonly string[]>([
  ...['caption', 'colgroup', 'col', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th'].map(
    (name) => [name, ['table']] as const,
  ),
  ...['option', 'optgroup'].map((name) => [name, ['select', 'datalist']] as const),
  ['li', ['ul', 'ol', 'menu']],
  ['dt', ['dl']],
  ['dd', ['dl']],
  ['summary', ['details']],
  ['rt', ['ruby']],
  ['rp', ['ruby']],
]);

// What stands inside these has names of its own: SVG alone has dozens.
const FOREIGN = new Set(['svg', 'math']);

/**
 * Which tags of a page are elements. The others only look like tags: nobody knows their names, or they are
 * `<address>` or `<time>` that nobody closes.
 *
 * @param tags all tags of the page, in the order of the page
 */
export function realElements(tags: readonly PlacedTag[]): Set<TagToken> {
  const paired = new Set<TagToken>();
  const hosts = new Map<TagToken, PlacedTag>();
  const foreign = new Set<TagToken>();
  const open = new Map<string, number[]>();
  const lastOpen = (name: string, line: object | undefined) =>
    open.get(name)?.findLast((index) => reaches(tags[index]?.line, line));

  tags.forEach(({tag, line}, index) => {
    const host = HOSTS.get(tag.name)
      ?.map((name) => lastOpen(name, line))
      .find((found) => found !== undefined);
    const hostTag = host === undefined ? undefined : tags[host];
    if (hostTag) hosts.set(tag, hostTag);
    if (!tag.isClosing) {
      const others = open.get(tag.name);
      if (others) others.push(index);
      else open.set(tag.name, [index]);
      return;
    }
    const start = lastOpen(tag.name, line);
    const startTag = start === undefined ? undefined : tags[start]?.tag;
    if (start === undefined || !startTag) return;
    paired.add(tag).add(startTag);
    const others = open.get(tag.name);
    others?.splice(others.lastIndexOf(start), 1);
    if (FOREIGN.has(tag.name)) {
      for (const inner of tags.slice(start + 1, index)) foreign.add(inner.tag);
    }
  });

  // In `<table> has no <tr>` both are words, although the one might hold the other.
  const holds = ({tag, line, isBeforeWords}: PlacedTag) =>
    paired.has(tag) || tag.attributes.includes('=') || (line === undefined && !isBeforeWords);
  const housed = new Set([...hosts].flatMap(([tag, host]) => (holds(host) ? [tag, host.tag] : [])));

  const isReal = ({tag, line}: PlacedTag): boolean => {
    if (foreign.has(tag)) return true;
    const {name, isClosing} = tag;
    if (!KNOWN.has(name)) return false;
    if (paired.has(tag) && !(VOID.has(name) && !isClosing)) return true;
    if (VOID_ALONE.has(name) || END_OPTIONAL.has(name)) return true;
    if (!isClosing && tag.attributes.includes('=')) return true;
    return housed.has(tag) || (line === undefined && STRUCTURE.has(name));
  };
  return new Set(tags.filter(isReal).map(({tag}) => tag));
}

// What is opened in one line is not closed in another line, while a block may end anywhere.
function reaches(from: object | undefined, to: object | undefined): boolean {
  return from === undefined || to === undefined || from === to;
}
