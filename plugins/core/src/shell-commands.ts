import {readLines} from './shell-text.js';

/** One command of a shell's code: a part of a pipeline, of a list joined by `&&`, of a loop. */
export interface ShellCommand {
  /** Line of the code on which it begins, counted from 0. */
  line: number;
  /** As it is written, continued lines joined by a blank. */
  text: string;
  /** Program and arguments, without quotes, assignments and the words of the shell's own grammar. */
  words: string[];
  /** The text that stands below it and is fed to it (`<<EOF`). */
  input?: {text: string; line: number};
}

const GRAMMAR = new Set(['if', 'then', 'else', 'elif', 'do', 'while', 'until', '!', '{', 'time']);

/**
 * Takes a shell's code to pieces. What a machine printed, comments and prompts are left out. It is no shell: of a
 * construct it does not know it makes words, and it never fails.
 *
 * @param code the text of a fence
 * @param rootPrompt whether `# ` at the start of a line is a prompt and no comment
 */
export function readCommands(code: string, rootPrompt = false): ShellCommand[] {
  const {text, inputs} = typedText(code, rootPrompt);
  const commands: ShellCommand[] = [];
  let line = 0;
  let current: Draft | undefined;
  const end = () => {
    if (current) finish(current, commands);
    current = undefined;
  };
  for (let i = 0; i < text.length; i += 1) {
    const sign = text.charAt(i);
    if (sign === '\n') {
      end();
      const input = inputs.get(line);
      const last = commands.findLast((command) => command.line === line);
      if (input && last) last.input = input;
      line += 1;
      continue;
    }
    if (/[ \t\r]/.test(sign)) {
      if (current) endWord(current, sign);
      continue;
    }
    if (sign === '\\' && /^\\[ \t\r]*\n/.test(text.slice(i, i + 200))) {
      if (current) endWord(current, ' ');
      i = text.indexOf('\n', i);
      line += 1;
      continue;
    }
    if (sign === '#' && !current?.word) {
      const newline = text.indexOf('\n', i);
      i = (newline < 0 ? text.length : newline) - 1;
      continue;
    }
    if (/[|;&`()]/.test(sign)) {
      end();
      continue;
    }
    current ??= {line, text: '', words: [], word: undefined};
    if (sign === '$' && text.charAt(i + 1) === '(') {
      end();
      i += 1;
      continue;
    }
    if (sign === '\\') {
      i += 1;
      add(current, text.charAt(i), sign + text.charAt(i));
    } else if (sign === '"' || (sign === "'" && !/[A-Za-z]$/.test(current.word ?? ''))) {
      const close = closingQuote(text, i);
      const inner = text.slice(i + 1, close < 0 ? i + 1 : close);
      add(current, close < 0 ? sign : inner, text.slice(i, close < 0 ? i + 1 : close + 1));
      line += inner.split('\n').length - 1;
      if (close > 0) i = close;
    } else add(current, sign, sign);
  }
  end();
  return commands;
}

interface Draft {
  line: number;
  text: string;
  words: string[];
  word: string | undefined;
}

function add(draft: Draft, value: string, written: string): void {
  draft.word = (draft.word ?? '') + value;
  draft.text += written;
}

function endWord(draft: Draft, sign: string): void {
  if (draft.word !== undefined) draft.words.push(draft.word);
  draft.word = undefined;
  draft.text += sign;
}

function finish(draft: Draft, commands: ShellCommand[]): void {
  endWord(draft, '');
  let start = 0;
  while (GRAMMAR.has(draft.words[start] ?? '') || /^\w+\+?=/.test(draft.words[start] ?? '')) start += 1;
  const words = draft.words.slice(start);
  if (words.length > 0) {
    commands.push({line: draft.line, text: draft.text.replace(/\s+/g, ' ').trim(), words});
  }
}

function closingQuote(text: string, open: number): number {
  const quote = text.charAt(open);
  for (let i = open + 1; i < text.length; i += 1) {
    if (text.charAt(i) === '\\' && quote === '"') i += 1;
    else if (text.charAt(i) === quote) return i;
  }
  return -1;
}

/** The code without prompts and printed lines, as many lines as before; texts fed to commands apart. */
function typedText(
  code: string,
  rootPrompt: boolean,
): {text: string; inputs: Map<number, {text: string; line: number}>} {
  const inputs = new Map<number, {text: string; line: number}>();
  let feeding: {at: number; until: string; lines: string[]} | undefined;
  const lines = readLines(code).map(({start, end, printed, typedFrom}, index) => {
    const line = code.slice(start, end);
    if (feeding) {
      if (line.trim() === feeding.until) feeding = undefined;
      else {
        feeding.lines.push(line);
        inputs.set(feeding.at, {text: feeding.lines.join('\n'), line: feeding.at + 1});
      }
      return '';
    }
    if (printed) return '';
    const behindPrompt = code.slice(typedFrom, end);
    const typed = rootPrompt ? behindPrompt.replace(/^\s*# (?=\S)/, '') : behindPrompt;
    const word = /(?<!<)<<-?\s*(["']?)(\w+)\1/.exec(typed)?.[2];
    if (word !== undefined) feeding = {at: index, until: word, lines: []};
    return typed;
  });
  return {text: lines.join('\n'), inputs};
}
