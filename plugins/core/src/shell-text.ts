import type {Root} from 'mdast';
import {visit} from 'unist-util-visit';

const SHELLS = new Set([
  'bash',
  'sh',
  'shell',
  'zsh',
  'fish',
  'console',
  'shell-session',
  'shellsession',
  'terminal',
  'ksh',
]);

/** Whether a fence of this language holds what one types into a shell. */
export function isShell(language: string | undefined): boolean {
  return SHELLS.has((language ?? '').toLowerCase());
}

/**
 * A prompt before a command: `$ `, `❯ `, `[ana@web ~]$ `, `root@web:/# `, `sh-5.1# `, `mysql> `. A bare `# ` may as
 * well begin a comment, and so may one behind a word (`exit # leave`).
 */
const PROMPT =
  /^\s*(?:[$❯%] |\[[^\]\n]+\]\s?[$#] ?|(?:\S*[@~:]\S*|(?:ba)?sh-[\d.]+|root)[$#❯%] ?|\/\S* [$#] (?=\.\/|[a-z])|(?:\w+=[#>]|mysql>|redis>|[\d.]+:\d+>) )(?=\S)/u;

// What people type at a prompt, by its first word, for the line whose prompt was forgotten.
const COMMANDS =
  /^(?:sudo |time |watch )*(?:oc|kubectl|helm|docker|podman|crictl|systemctl|journalctl|ssh|scp|curl|wget|aws|gcloud|az|psql|mysql|redis-cli|git|make|terraform|ansible\S*|echo|cat|cd|ls|grep|tail|export|chroot|kill|ps|ip|ping|dig|nslookup|openssl|vault|etcdctl|ceph|rbd|rm|cp|mv|mkdir|chmod|chown|sed|awk|jq|python3?|npm|npx|for|while|if)(?=[\s;]|$)/;

// Lines that a machine has written: events, klog, times at the start, JSON or logfmt records.
const PRINTED: readonly RegExp[] = [
  /^\s*(?:Warning|Normal)\s{2,}\S/,
  /^\s*[IWEF]\d{4} \d\d:\d\d:/,
  /^\s*[[(]?\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d/,
  /^\s*(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* +\d?\d .*\d\d:\d\d/,
  /^\s*\{"(?:level|ts|time|timestamp|msg|message|component|severity)":/,
  /^\s*(?:time|ts|level)=\S+ .*\b\w+=/,
];

/** A heading of a printed table: words in capitals, set apart by more than one blank. */
const TABLE_HEADING =
  /^\s*[A-Z][A-Z0-9()%/_-]*(?: [A-Z0-9()%/_-]+)?(?:\s{2,}[A-Z][A-Z0-9()%/_-]*(?: [A-Z0-9()%/_-]+)*)+\s*$/;

/** A line of code, and whether it is what a machine prints instead of what a person types. */
export interface CodeLine {
  start: number;
  end: number;
  printed: boolean;
  /** Where what is typed begins: behind the prompt, if the line has one. */
  typedFrom: number;
}

/** The length of the prompt that a line begins with, blanks before it included; 0 for a line without. */
function promptLength(line: string): number {
  const prompt = PROMPT.exec(line)?.[0] ?? '';
  if (prompt !== '') return prompt.length;
  // A bare `> ` may as well empty a file; before what people type it is a prompt.
  const arrow = /^\s*> /.exec(line)?.[0] ?? '';
  return arrow !== '' && COMMANDS.test(line.slice(arrow.length)) ? arrow.length : 0;
}

// What prints nothing, so that the line below it is typed, too: `cd /opt`.
const SILENT = /^\s*(?:cd|export|source|\.|alias|unset|umask)\s[^|;&]*$/;

// What leads to a shell in which one is root, and is asked with `# `.
const OPENS_SHELL =
  /^\s*(?:sudo\s+)?(?:(?:oc|kubectl)\s.*\b(?:debug|rsh)\b|(?:oc|kubectl|docker|podman)\s.*\b(?:exec|run)\b.*\s-\w*i?t|ssh\s|su\b|(?:-i|-s|su)\b|chroot\s)/;

function rootPromptLength(line: string): number {
  const prompt = /^\s*# /.exec(line)?.[0] ?? '';
  return prompt !== '' && COMMANDS.test(line.slice(prompt.length)) ? prompt.length : 0;
}

/**
 * Tells apart, line by line, what is typed and what is printed. In a fence with prompts, what stands behind none,
 * and is neither a comment nor the rest of a command, is printed; in any fence, log lines, tables and the help of
 * a program are.
 */
export function readLines(code: string): CodeLine[] {
  const lines = code.split('\n');
  const prompts = lines.some((line) => promptLength(line) > 0);
  let at = 0;
  let rest: CommandRest = {};
  let typed = !prompts;
  let table = false;
  let usage = false;
  let silent = false;
  let rooted = false;
  return lines.map((line) => {
    const start = at;
    at += line.length + 1;
    const end = start + line.length;
    const prompt = promptLength(line) || (rooted ? rootPromptLength(line) : 0);
    const prompted = prompt > 0;
    const continued = typed && (rest.quote || rest.heredoc || rest.backslash || (goesOn(rest) && !prompted));
    if (prompted || line.trim() === '') table = false;
    if (prompted) usage = false;
    if (TABLE_HEADING.test(line)) table = true;
    if (/^\s*usage:/i.test(line)) usage = true;
    if (prompts && !continued) {
      typed =
        prompted ||
        /^\s*(?:#|\/\/|> )/.test(line) ||
        COMMANDS.test(line.trim()) ||
        (silent && line.trim() !== '');
    }
    // Behind an open quote or a backslash a shell asks on with `> `.
    const asked = prompts && continued ? (/^> ?/.exec(line)?.[0].length ?? 0) : 0;
    const skip = continued ? asked : prompt;
    const command = line.slice(skip);
    silent = prompted && !continued && SILENT.test(command);
    rooted ||= typed && OPENS_SHELL.test(command);
    rest = restAfter(command, continued ? rest : {});
    const printed = !typed || table || usage || PRINTED.some((pattern) => pattern.test(line));
    return {start, end, printed: printed && !(continued && rest.heredoc), typedFrom: start + skip};
  });
}

/** What a line leaves open for the next. */
interface CommandRest {
  quote?: string;
  heredoc?: string;
  backslash?: boolean;
  /** Whether it ends with `|`, `&&` or `||`. */
  operator?: boolean;
  /** How many loops, conditions, functions and parentheses are open. */
  depth?: number;
}

function goesOn({operator, depth = 0}: CommandRest): boolean {
  return operator === true || depth > 0;
}

const OPENS =
  /(?:^|[;&|({]|\b(?:do|then|else)\s)\s*(?:for|while|until|if|case|select)(?=\s)|(?:^|\s)\{\s*$|\(/g;
const CLOSES = /(?:^|[;&])\s*(?:done|fi|esac|\})(?=[\s;|&)<>]|$)|\)/g;

function depthAfter(line: string, before = 0): number {
  const bare = line.replace(/\\.|'[^']*'|"[^"]*"/g, '_').replace(/(?:^|\s)#.*$/, '');
  const count = (pattern: RegExp) => bare.match(pattern)?.length ?? 0;
  return Math.max(0, before + count(OPENS) - count(CLOSES));
}

function restAfter(line: string, before: CommandRest): CommandRest {
  if (before.heredoc !== undefined) {
    return {depth: before.depth, ...(line.trim() === before.heredoc ? {} : {heredoc: before.heredoc})};
  }
  if (before.quote === undefined && /^\s*#/.test(line)) {
    return goesOn(before) ? {operator: before.operator, depth: before.depth} : {};
  }
  const {quote} = readSegment(line, before.quote);
  const heredoc = /(?<!<)<<-?\s*(["']?)(\w+)\1/.exec(line)?.[2];
  return {
    quote,
    ...(quote ? {} : {heredoc}),
    backslash: /\\\s*$/.test(line),
    operator: quote === undefined && /(?:\||&&)\s*(?:#.*)?$/.test(line),
    depth: quote === undefined && before.quote === undefined ? depthAfter(line, before.depth) : before.depth,
  };
}

/** Whether a line begins with a prompt, or with a word that people type at one. */
export function looksTyped(line: string): boolean {
  return promptLength(line) > 0 || COMMANDS.test(line.trim());
}

/**
 * Reads a command up to some point: the quote that is open there, and the part of the pipeline that the point
 * stands in.
 *
 * @param text the command before that point
 * @param open the quote that is open at its start
 */
export function readSegment(text: string, open?: string): {quote?: string; segment: string} {
  let quote = open;
  let start = 0;
  for (let i = 0; i < text.length; i += 1) {
    const sign = text.charAt(i);
    if (sign === '\\' && quote !== "'") i += 1;
    else if (quote !== undefined) quote = sign === quote ? undefined : quote;
    else if (sign === '"') quote = sign;
    // An apostrophe within a word is no quote: "don't".
    else if (sign === "'" && !/[A-Za-z]/.test(text.charAt(i - 1))) quote = sign;
    else if (/[|;&(`\n]/.test(sign)) start = i + 1;
  }
  return {quote, segment: text.slice(start).replace(PROMPT, '').trimStart()};
}

const ASSIGNMENTS: readonly RegExp[] = [
  // At the place of a command, behind other assignments too; behind a comment's sign, for what is to be taken out.
  /(?:^|[;&|({`]|\b(?:do|then|else|export|local|readonly|declare|typeset)\s)\s*(?:[$❯%#>]\s+)*(?:(?:-\w+|\w+=\S*)\s+)*(\w+)\+?=/gm,
  /\bfor\s+(\w+)\s+in\b/g,
  /\b(?:export|local|readonly|declare|typeset)\s+(?:-\w+\s+)*(\w+)[ \t]*(?=$|[;&])/gm,
  /\bprintf\s+-v\s+(\w+)/g,
  /\b(?:mapfile|readarray)\s+(?:-\w+\s+)*(\w+)/g,
  /\bgetopts\s+\S+\s+(\w+)/g,
  /\$\{(\w+):?=/g,
];
const READ =
  /(?:^|[;&|({]|\b(?:do|then|while|until)\s)\s*(?:[$❯%] )?(?:IFS=\S*\s+)?read\s+((?:-\w+\s+(?:["'][^"'\n]*["']\s+|\d+\s+)?)*)((?:\w+[ \t]*)+)/gm;

/** The names of variables that a text sets, by `NAME=`, `export`, `read` or `for … in`. */
export function namesSetIn(code: string): string[] {
  return [
    ...ASSIGNMENTS.flatMap((pattern) => [...code.matchAll(pattern)].map(([, name = '']) => name)),
    ...[...code.matchAll(READ)].flatMap(([, , names = '']) => names.trim().split(/\s+/)),
  ];
}

// In these, `name=` at the start of a line sets no variable of a shell.
const NO_SHELL = new Set(['promql', 'sql', 'json', 'yaml', 'yml', 'xml', 'html', 'log', 'ini', 'toml']);

/** The names of variables that are set anywhere in the code of a page. */
export function namesSetOnPage(tree: Root): Set<string> {
  const names = new Set<string>();
  visit(tree, (node) => {
    if (node.type === 'code' && NO_SHELL.has((node.lang ?? '').toLowerCase())) return;
    if (node.type !== 'code' && node.type !== 'inlineCode') return;
    for (const name of namesSetIn(node.value)) names.add(name);
  });
  return names;
}
