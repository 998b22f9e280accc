import type {Nodes, Root} from 'mdast';
import {visitParents} from 'unist-util-visit-parents';
import {
  type Candidate,
  findAngles,
  findMustaches,
  findSquares,
  findVariables,
  findWords,
  type PlaceholderKind,
} from './placeholder-forms.js';
import {namesSetOnPage, readLines} from './shell-text.js';

export type {PlaceholderKind} from './placeholder-forms.js';

/** A blank in code: a place where the reader must put a value before the command can run. */
export interface Placeholder {
  /** What is to be filled in: `pod-name` for `<pod-name>`, `POD` for `YOUR_POD`, `token` for the XXX in `--token XXX`. */
  name: string;
  /** Exactly as it stands in the code, signs and all. */
  written: string;
  /** Where it stands in the code: `code.slice(start, end)` is what is written. */
  start: number;
  end: number;
  kind: PlaceholderKind;
}

/** What must be known of the page to find the blanks in a piece of its code. */
export interface PlaceholderContext {
  /** Names of variables that the page itself sets: no blanks, whatever front matter says. */
  set?: ReadonlySet<string>;
  /** Names that front matter lists under `placeholders`; only such a `$NAME` is a blank. */
  listed?: Iterable<string>;
  /** Whether the code stands within a line of text. */
  inline?: boolean;
  /** All code of the page: what is set here may be read there. */
  page?: string;
}

/**
 * Finds the blanks in a piece of code, in order; they never overlap. What looks like one and is syntax, a pattern,
 * a template's own code, or what a machine printed, is left out.
 *
 * @param code the text of a fence or of inline code
 * @param language of the fence, as it is written; undefined where none is given, and for inline code
 */
export function findPlaceholders(
  code: string,
  language: string | undefined,
  context: PlaceholderContext = {},
): Placeholder[] {
  const name = (language ?? '').toLowerCase();
  if (OUTPUT.test(name)) return [];
  const inline = context.inline === true;
  const within = {code, language: name, inline};
  const listed = new Set([...(context.listed ?? [])].map(placeholderKey));
  const variables = findVariables(within).filter(
    ({inner}) => listed.has(placeholderKey(inner)) && !context.set?.has(inner),
  );
  const candidates = [
    ...findAngles(within),
    ...findMustaches(within),
    ...findSquares(within),
    ...findWords(within),
    ...variables,
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  if (candidates.length === 0) return [];
  const printed = inline ? [] : readLines(code).filter((line) => line.printed);
  let end = 0;
  return candidates.flatMap((found) => {
    if (found.start < end || printed.some((line) => found.start >= line.start && found.start < line.end))
      return [];
    end = found.end;
    return [asPlaceholder(found)];
  });
}

/**
 * Finds the blanks in a text to send: those that nobody takes for prose, `<name>`, `{{name}}` and `YOUR_NAME`.
 *
 * @param text a stretch of it
 */
export function findMessageBlanks(text: string): Placeholder[] {
  return findPlaceholders(text, undefined, {inline: true}).filter(({kind}) => kind !== 'square');
}

const OUTPUT = /^(?:log|logs|output|diff|mermaid|dot|regex|csv)$/;

function asPlaceholder({inner, kind, written, start, end}: Candidate): Placeholder {
  return {name: nameOf(inner), written, start, end, kind};
}

function nameOf(inner: string): string {
  const name = inner.trim().replace(/^["']([^"']*)["']$/, '$1');
  const own = /^your[-_ ]+(.+)$/i.exec(name)?.[1];
  return own?.replace(/(?<=.)[-_ ]here$/i, '') ?? name;
}

/** The form under which two names are one blank: without regard to case, `-`, `_`, white space or a leading "your". */
export function placeholderKey(name: string): string {
  return nameOf(name)
    .toLowerCase()
    .replace(/[-_\s]+/g, '');
}

const SECRET =
  /pass(?:word|wd|phrase|code)|secret|token|api-?key|private-?key|access-?key|credential|signing-?key|encryption-?key|(?:^|-)(?:pwd|pin|otp|psk)(?:-|$)/;

// A secret's name and the object that holds it are no secrets.
const NO_SECRET = /(?:^|-)(?:name|names|namespace|id|path|file|ref|type|version|url|arn|count)$/;

/** Whether a blank is to be kept secret, by its name: a password, a token, a private key. */
export function isSecretName(name: string): boolean {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-');
  return SECRET.test(words) && !NO_SECRET.test(words);
}

/** A blank of a page, however often and in whatever form it stands there. */
export interface PagePlaceholder {
  /** Its name as it is first written. */
  name: string;
  key: string;
  /** The forms in which it stands on the page, in order of appearance. */
  written: string[];
  /** How often it stands on the page. */
  count: number;
  /** Whether it stands in a block of code, and not in the text alone. */
  inBlock: boolean;
}

/**
 * Reads the blanks of a page, in its code and in its texts to send, each once, in order of appearance.
 *
 * @param tree the page, by parseMarkdown
 * @param context `listed`: the names that its front matter lists under `placeholders`
 */
export function readPlaceholders(
  tree: Root,
  context: Pick<PlaceholderContext, 'listed'> = {},
): PagePlaceholder[] {
  const listed = [...(context.listed ?? [])];
  // Only a listed variable may be a blank, so for most pages nobody asks.
  const set = listed.length > 0 ? namesSetOnPage(tree) : undefined;
  const found = new Map<string, PagePlaceholder>();
  visitParents(tree, (node, ancestors) => {
    const inBlock = node.type === 'code';
    let blanks: Placeholder[];
    if (node.type === 'code' || node.type === 'inlineCode') {
      const language = node.type === 'code' ? (node.lang ?? undefined) : undefined;
      blanks = findPlaceholders(node.value, language, {...context, set, inline: !inBlock});
    } else if ((node.type === 'text' || node.type === 'html') && ancestors.some(isMessage)) {
      blanks = findMessageBlanks(node.value);
    } else return;
    for (const {name, written} of blanks) {
      const key = placeholderKey(name);
      const known = found.get(key) ?? {name, key, written: [], count: 0, inBlock: false};
      if (!known.written.includes(written)) known.written.push(written);
      found.set(key, {...known, count: known.count + 1, inBlock: known.inBlock || inBlock});
    }
  });
  return [...found.values()];
}

function isMessage(node: Nodes): boolean {
  return node.type === 'containerDirective' && node.name === 'message';
}
