import {isShell, readSegment} from './shell-text.js';

/** How a blank is written. */
export type PlaceholderKind = 'angle' | 'mustache' | 'square' | 'word' | 'variable';

/** A place in code that may be a blank. */
export interface Candidate {
  kind: PlaceholderKind;
  /** What stands between the signs, as it is written. */
  inner: string;
  written: string;
  start: number;
  end: number;
}

/** The code that a candidate stands in. */
export interface Surroundings {
  code: string;
  /** In lower case; empty where none is given. */
  language: string;
  inline: boolean;
}

const MARKUP = new Set(['xml', 'html', 'svg', 'jsx', 'tsx', 'vue', 'mdx', 'erb', 'svelte', 'astro']);

const TYPED_LANGUAGES =
  /^(?:java|c|cc|cpp|c\+\+|cxx|h|hpp|cs|csharp|c#|ts|typescript|go|golang|rust|rs|kotlin|kt|swift|scala|dart)$/;

const TEMPLATE_LANGUAGES =
  /^(?:jinja2?|j2|django|twig|liquid|just|justfile|handlebars|hbs|mustache|go-template|gotmpl|gotemplate|helm|tpl|ejs|vue|html|xml|svelte)$/;

// What kubectl and its like print where there is no value, and what people write where they left something out.
const PRINTED_WORDS =
  /^(?:none|unknown|nil|null|pending|invalid|unset|empty|undefined|no value|not set|n\/a|eof|invalid reflect\.value|autoselect|set to the key .*|snip(?:ped)?|redacted|omitted|masked|truncated|hidden|(?:output|lines?) (?:omitted|truncated|snipped)|unknown type|no response|binary data|\d+ bytes)$/i;

// Elements that no author means as a blank, and those that are one in `psql -t <table>`, but not alone in a text.
const ELEMENTS =
  /^(?:!doctype|html|div|span|p|br|hr|ul|ol|thead|tbody|tr|td|th|script|img|h[1-6]|iframe|svg)$/i;
const INLINE_ELEMENTS =
  /^(?:a|b|i|u|s|em|strong|li|pre|code|kbd|sub|sup|head|body|title|link|meta|style|table|details|summary|form|input|button|section|main)$/i;

/** Blanks in angle brackets: `<pod-name>`. */
export function findAngles(within: Surroundings): Candidate[] {
  const {code, language} = within;
  if (MARKUP.has(language)) return [];
  return [...code.matchAll(/<([^<>\n]+)>/g)]
    .map((match) => candidate('angle', match))
    .filter((found) => isAngleBlank(found, within));
}

function isAngleBlank({inner, start, end}: Candidate, {code, language, inline}: Surroundings): boolean {
  const before = code.slice(0, start);
  const after = code.charAt(end);
  // A blank within the brackets, at an edge, is what redirections and comparisons have.
  if (!/^["']?[\p{L}\p{N}]/u.test(inner) || !/[\p{L}\p{N}"')….*?]$/u.test(inner) || !/\p{L}/u.test(inner))
    return false;
  if (/[;{}$`\\[\]]|&&|\|\|/.test(inner) || PRINTED_WORDS.test(inner)) return false;
  if (/(?:<|\(\?P?|\\[kg]?|#include\s*)$/.test(before)) return false;
  if (/:\/\/|^mailto:|^[^\s@]+@[^\s@]+\.\w+$/.test(inner)) return false;
  // Attributes of an element, and what Python and Ruby print of an object.
  if (
    /[\s"']\S*=["']|^\S+\s+\S+=/.test(inner) ||
    /^(?:class|function|module|bound method|object|frozen) /.test(inner)
  ) {
    return false;
  }
  if (/ at 0x[0-9a-f]+/i.test(inner) || /^0x/i.test(inner)) return false;
  if (/^[\w.-]+\(.*\)$/.test(inner)) return false;
  const name = inner.split(/\s/)[0] ?? '';
  if (ELEMENTS.test(inner) || (inline && code.trim() === `<${inner}>` && INLINE_ELEMENTS.test(inner)))
    return false;
  if (!/\s/.test(inner) && code.includes(`</${name}>`)) return false;
  if (isGeneric(before, inner, language)) return false;
  if (/^(?:sql|promql|logql)$/.test(language) && /\s(?:and|or|unless)\s/i.test(inner)) return false;
  // `sort <in>out` reads one file and writes another.
  return !(isShell(language) && /\s$/.test(before) && /[A-Za-z0-9]/.test(after) && !/[-_ ]/.test(inner));
}

// `List<String>` and `vector<int>`, but neither `gds-<env>` nor `member<n>`.
function isGeneric(before: string, inner: string, language: string): boolean {
  const word = /[A-Za-z_][\w:]*$/.exec(before)?.[0];
  if (word === undefined) return false;
  if (TYPED_LANGUAGES.test(language) || language === 'sql') return true;
  if (isShell(language) || language === 'yaml') return false;
  return (
    /^(?:[A-Z]\w*[a-z]\w*|std::\w+|vector|list|map|set|array|optional|unordered_\w+|(?:unique|shared)_ptr|ARRAY|STRUCT|MAP)$/.test(
      word,
    ) &&
    /^(?:[A-Z]\w*|int|long|char|bool|float|double|string|std::\w+|u?int\d+(?:_t)?|[iuf]\d+)(?:\s*,\s*\S+)*$/.test(
      inner,
    )
  );
}

const TEMPLATE_WORDS =
  /^(?:end|else|if|unless|range|with|block|define|template|include|continue|break|nil|for|raw|endraw|endif|endfor|elif|set|macro|import|extends|each|printf?|println|json|toYaml|toJson|tpl|required|default|quote|index|len|not|eq|ne|and|or|this|upper|lower|split|join|item)\b/;

// What only a template has: statements, fields, filters, trimmed blanks, variables of its own.
const TEMPLATE = /\{%|\{\{-|-\}\}|\{\{\s*(?:[.$#/^>]|[\w.]+\s*\||(?:range|if|with|end|include|define|for)\b)/;

/** Blanks in double braces: `{{ pod }}`. */
export function findMustaches({code, language}: Surroundings): Candidate[] {
  if (TEMPLATE_LANGUAGES.test(language)) return [];
  const isTemplate = !isShell(language) && TEMPLATE.test(code);
  return [
    ...code.matchAll(/(?<![{$])\{\{[ \t]*(\p{L}[\p{L}\p{N}_-]*(?: [\p{L}\p{N}_-]+)*)[ \t]*\}\}(?!\})/gu),
  ]
    .map((match) => candidate('mustache', match))
    .filter(({inner, start}) => {
      const line = code.slice(code.lastIndexOf('\n', start - 1) + 1, start);
      return !isTemplate && !TEMPLATE_WORDS.test(inner) && !/template|--format|--pretty|-f ['"]/.test(line);
    });
}

// Words in square brackets that say what may stand there, or how bad a line of a log is.
const SYNOPSIS =
  /^(?:flags?|options?|opts?|args?|arguments?|global options|command options|subcommand|y|n|yes|no|ok|done|info|warn(?:ing)?|error|err|debug|trace|fatal|notice|critical|alert|emerg|failed|passed|sudo|snip|\.\.\.)$/i;

const SHORT_NAMES = /^(?:ip|id|db|ns|vm|az|os)$/i;

// Their arguments are patterns or paths into data, in which square brackets have a meaning.
const PATTERN_COMMANDS =
  /^(?:sudo\s+)?(?:(?:e|f|z|pcre)?grep|rg|ag|ack|sed|g?awk|perl|python3?|ruby|node|jq|yq|tr|find|fd|test|expr|case|if|elif|while|until|for|ls|rm|cp|mv|cut|promtool|logcli)\b/;

/** Blanks in square brackets: `[pod]`. Only where commands are typed, since elsewhere they are mostly syntax. */
export function findSquares(within: Surroundings): Candidate[] {
  const {language} = within;
  if (language !== '' && !isShell(language) && !/^(?:te?xt|plaintext|http)$/.test(language)) return [];
  return [...within.code.matchAll(/(?<!\[)\[(\p{L}[\p{L}\p{N}_-]*(?: [\p{L}\p{N}_-]+)*)\](?![[({*+?])/gu)]
    .map((match) => candidate('square', match))
    .filter((found) => isSquareBlank(found, within));
}

function isSquareBlank({inner, written, start, end}: Candidate, {code, inline}: Surroundings): boolean {
  if (inline && code.trim() === written) return false;
  const line = code.slice(code.lastIndexOf('\n', start - 1) + 1, start);
  if (SYNOPSIS.test(inner) || isChoiceOfLetters(inner, line)) return false;
  // At the start of a line it is the name of a section or of a thread, and no command begins with a blank.
  if (/^\s*(?:[$#>❯%]\s+)?$/.test(line)) return false;
  // Right behind a word it picks an item; behind `-p` it is a value, and behind another blank it goes on.
  if (!/(?:[\s/=:@"',-]|\s-\w|\]\.)$/.test(line)) return false;
  const {quote, segment} = readSegment(code.slice(startOfCommand(code, start), start));
  if (/(?:["']|\\n)$/.test(line) && /^(?:echo|printf|logger)\b/.test(segment)) return false;
  // Within braces or calls it is a list.
  if (/[{(][^})]*$/.test(quote === undefined ? segment : segment.slice(segment.lastIndexOf(quote))))
    return false;
  if (/^\s*[\w.]+\s=\s$/.test(line)) return false;
  if (/^(?:YOUR|PATH)[_ -]|^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(inner)) return true;
  // What is written in ordinary letters may be a pattern, a word of a text, or a list of YAML.
  if (PATTERN_COMMANDS.test(segment)) return false;
  if (quote !== undefined && !isWholeOf(quote, code, start, end) && !/[=/:]$/.test(line)) return false;
  return !/^\s*[-\w."']+:\s(?:.*[:=,])?\s*$/.test(line);
}

// `[Yy]`, `[abc]`, `[a-z]`; but `-d [xy]` is the value of an option.
function isChoiceOfLetters(inner: string, line: string): boolean {
  if (/^(?:\w-\w)+$/.test(inner) || inner.length < 2) return true;
  if (/\s-\S+[ =]$/.test(line)) return false;
  return (inner.length === 2 && !SHORT_NAMES.test(inner)) || isRun(inner);
}

function isWholeOf(quote: string, code: string, start: number, end: number): boolean {
  return code.charAt(start - 1) === quote && code.charAt(end) === quote;
}

function isRun(letters: string): boolean {
  return [...letters].every((letter, i) => i === 0 || letter.charCodeAt(0) === letters.charCodeAt(i - 1) + 1);
}

/** Where the command begins that a place stands in: a line that ends with a backslash goes on in the next. */
function startOfCommand(code: string, place: number): number {
  let start = code.lastIndexOf('\n', place - 1) + 1;
  while (start > 1 && /\\\s*$/.test(code.slice(code.lastIndexOf('\n', start - 2) + 1, start - 1))) {
    start = code.lastIndexOf('\n', start - 2) + 1;
  }
  return start;
}

const WORDS =
  /(?<![\w$<[{.])(?<!\$\{)((?:YOUR[_-][A-Z0-9]+(?:[_-][A-Z0-9]+)*|(?<!-)your[_-][a-z0-9]+(?:[_-][a-z0-9]+)*)|X{3,})(?![\w=]|\+=)/g;

/** Blanks by their words alone: `YOUR_POD`, `your-pod`, `XXX`. Where one is the name of a variable, it is none. */
export function findWords({code}: Surroundings): Candidate[] {
  return [...code.matchAll(WORDS)].flatMap((match) => {
    const found = candidate('word', match);
    if (!found.inner.startsWith('X')) return [found];
    const line = code.slice(code.lastIndexOf('\n', found.start - 1) + 1, found.start);
    // A mark that programmers leave, and the letters that mktemp fills itself.
    if (/(?:#|\/\/|--|\*)\s*$/.test(line) || code.charAt(found.end) === ':' || /\bmktemp\b/.test(line))
      return [];
    return [{...found, inner: nameBefore(line)}];
  });
}

// XXX says nothing of what is meant, and one page means many things by it: `--token XXX`, `i-XXX`, `PASSWORD=XXX`.
function nameBefore(line: string): string {
  const named = /(?:^|[\s"'{,;?&])(?:--?)?([A-Za-z][\w.-]*)["']?\s*(?:=|: ?|(?<=--[\w.-]+) )["']?$/.exec(
    line,
  )?.[1];
  return named ?? `${/[A-Za-z0-9-]*$/.exec(line)?.[0] ?? ''}XXX`;
}

/** Blanks that are variables of the shell: `$POD`, `${POD}`, `${POD:-api-7}`. */
export function findVariables({code}: Surroundings): Candidate[] {
  return [...code.matchAll(/(?<![\\$])\$(?:([A-Za-z_]\w*)|\{([A-Za-z_][\w-]*)(?::?[-?][^{}\n]*)?\})/g)]
    .map((match) => candidate('variable', match))
    .filter(({start}) => {
      const {quote, segment} = readSegment(code.slice(startOfCommand(code, start), start));
      // Between apostrophes, `$p` and `$NF` are words of these programs' own languages.
      return quote !== "'" || !PATTERN_COMMANDS.test(segment);
    });
}

function candidate(kind: PlaceholderKind, match: RegExpExecArray): Candidate {
  const [written, ...groups] = match;
  const inner = groups.find((group) => group !== undefined) ?? '';
  return {kind, inner, written, start: match.index, end: match.index + written.length};
}
