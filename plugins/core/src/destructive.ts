import {shellWithin, sqlWithin} from './command-words.js';
import {kindOfCommand} from './destructive-programs.js';
import {destructiveStatements} from './destructive-sql.js';
import {readCommands, type ShellCommand} from './shell-commands.js';
import {isShell, readLines} from './shell-text.js';

/** What a command does that cannot be taken back, or not without harm. */
export const DESTRUCTIVE_KINDS = [
  /** Removes objects, files, records. */
  'delete',
  /** Drops a database, a table, a topic. */
  'drop',
  /** Empties a table, a cache, a file. */
  'truncate',
  /** Writes over a disk, a state or every row. */
  'overwrite',
  /** Leaves no copy running. */
  'scale-to-zero',
  /** Moves everything off a node. */
  'drain',
  /** Ends instances, processes or connections without their consent. */
  'terminate',
  /** Overrides a protection. */
  'force',
  /** Takes a machine down. */
  'reboot',
  /** What a site's own list names. */
  'listed',
] as const;
export type DestructiveKind = (typeof DESTRUCTIVE_KINDS)[number];

/** A command that destroys, and where in the code it stands. */
export interface DestructiveCommand {
  /** Line of the code on which it begins, counted from 0. */
  line: number;
  /** The command on one line, without its prompt. */
  command: string;
  what: DestructiveKind;
}

const SQL = /^(?:sql|psql|pgsql|postgres(?:ql)?|plpgsql|mysql|mariadb|tsql|plsql|cql|sqlite)$/;
const MONGO = /^(?:js|javascript|mongo|mongodb|mongosh)$/;
const UNKNOWN = /^(?:|none|plain|cmd|powershell|ps1?|pwsh|redis)$/;
const HAS_ROOT_PROMPT = /^(?:console|shell-session|shellsession|terminal)$/;

/**
 * Finds the commands in a piece of code that destroy something. A restart, a stop or a roll-back does not; what a
 * machine printed, comments, searches (`grep delete`), questions (`auth can-i delete`) and dry runs do not either.
 *
 * @param code the text of a fence
 * @param language of the fence, as it is written; undefined where none is given
 * @param extra patterns of a site's own, each tested against one command
 */
export function findDestructive(
  code: string,
  language: string | undefined,
  extra: readonly RegExp[] = [],
): DestructiveCommand[] {
  const name = (language ?? '').toLowerCase();
  if (SQL.test(name)) return inSql(code, extra);
  if (MONGO.test(name)) return inMongo(code);
  if (!isShell(name) && !UNKNOWN.test(name)) return [];
  const lines = readLines(code);
  const prompts = lines.some(({start, typedFrom}) => typedFrom > start);
  const commands = readCommands(code, !prompts && HAS_ROOT_PROMPT.test(name));
  const isTyped = isShell(name) || prompts;
  const found = commands.flatMap((command) => inCommand(command, isTyped, extra));
  // At the prompt of a database, and in a fence of which nobody said what it holds, statements stand by themselves.
  const statements = lines
    .flatMap(({start, end, printed}, line) => (printed ? [] : [{text: code.slice(start, end), line}]))
    .filter(({text}) => (isTyped ? SQL_PROMPT.test(text) : SQL_LINE.test(text)))
    .flatMap(({text, line}) => destructiveStatements(text).map((statement) => ({...statement, line})));
  return unique([...found, ...statements.map(({line, text, what}) => ({line, command: text, what}))]);
}

const SQL_PROMPT = /^\s*(?:\w+=[#>]|mysql>|MariaDB \[\w*\]>)/i;
const SQL_LINE =
  /^\s*(?:DROP (?:TABLE|DATABASE|SCHEMA|INDEX|USER|ROLE)|DELETE FROM|TRUNCATE TABLE|UPDATE \S+ SET) /;

function inCommand(
  {line, text, words, input}: ShellCommand,
  isTyped: boolean,
  extra: readonly RegExp[],
): DestructiveCommand[] {
  const what = kindOfCommand(words, text, isTyped);
  const listed = extra.some((pattern) => matches(pattern, text));
  if (what) return [{line, command: text, what}];
  if (listed) return [{line, command: text, what: 'listed'}];
  // A command within a command, or a text that one is fed, is told as the command around it.
  const inner =
    shellWithin(words)?.flatMap((code) => readCommands(code).flatMap((one) => inCommand(one, true, extra))) ??
    sqlWithin(words)?.flatMap(destructiveStatements);
  const [first] = inner ?? [];
  if (first) return [{line, command: text, what: first.what}];
  if (!input) return [];
  const fed = /^(?:ba|z|k)?sh$|^ssh$/.test(words[0] ?? '')
    ? readCommands(input.text).flatMap((one) => inCommand(one, true, extra))
    : sqlWithin(words)
      ? destructiveStatements(input.text).map((one) => ({...one, command: one.text}))
      : [];
  return fed.map((one) => ({line: input.line + one.line, command: one.command, what: one.what}));
}

function inSql(code: string, extra: readonly RegExp[]): DestructiveCommand[] {
  const found = destructiveStatements(code).map(({line, text, what}) => ({line, command: text, what}));
  const listed = code.split('\n').flatMap((text, line): DestructiveCommand[] => {
    const isListed = !text.trim().startsWith('--') && extra.some((pattern) => matches(pattern, text));
    return isListed ? [{line, command: text.trim(), what: 'listed'}] : [];
  });
  return unique([...found, ...listed]);
}

const MONGO_CALL = /\.(drop|dropDatabase|dropIndexes|deleteMany|deleteOne|remove|findOneAndDelete)\s*\(/;

function inMongo(code: string): DestructiveCommand[] {
  return code.split('\n').flatMap((text, line): DestructiveCommand[] => {
    const call = /^\s*(?:\/\/|\*)/.test(text) || !/\bdb\b/.test(text) ? null : MONGO_CALL.exec(text);
    if (!call) return [];
    return [{line, command: text.trim(), what: call[1]?.startsWith('drop') ? 'drop' : 'delete'}];
  });
}

function matches(pattern: RegExp, text: string): boolean {
  // A pattern with `g` or `y` remembers where it was.
  return new RegExp(pattern.source, pattern.flags.replace(/[gy]/g, '')).test(text);
}

function unique(found: readonly DestructiveCommand[]): DestructiveCommand[] {
  const seen = new Set<string>();
  return found
    .filter(({line, command}) => {
      const key = `${line} ${command.replace(/;$/, '')}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    })
    .sort((a, b) => a.line - b.line);
}
