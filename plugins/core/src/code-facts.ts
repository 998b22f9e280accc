import type {BlankPlace} from './fill.js';
import {
  findMessageBlanks,
  findPlaceholders,
  type Placeholder,
  type PlaceholderContext,
  placeholderKey,
} from './placeholders.js';
import {commandBefore, isShell, looksTyped, readLines} from './shell-text.js';

/** A blank in a line of code. */
export interface LineBlank {
  /** Columns in the line, from 0; the end is the first column behind it. */
  start: number;
  end: number;
  /** By which it is one with the page's other blanks of the name. */
  key: string;
  place: BlankPlace;
  /** Whether a word of a command begins with it. */
  startsWord: boolean;
}

/** What a line of code holds besides text. */
export interface CodeLineFacts {
  /** From 0. */
  line: number;
  /** Signs at its start that are no part of what is to be run: blanks before the prompt, and the prompt. */
  prompt: number;
  /** Whether a machine printed it, so that it is not to be run. */
  printed: boolean;
  blanks: LineBlank[];
}

/**
 * Reads a fence line by line: what is to be run and what is to be filled in.
 *
 * @param language as it is written; undefined where none is given, and for inline code
 * @returns the lines of which there is something to say, in order
 */
export function readCode(
  code: string,
  language: string | undefined,
  context: PlaceholderContext = {},
): CodeLineFacts[] {
  const lines = readLines(code);
  const blanks = findPlaceholders(code, language, context);
  const typed = isTyped(code, language) ? lines.filter(({printed}) => !printed) : [];
  // Where all of it was printed, the author shows it for its own sake.
  const runs = typed.some(({start, end}) => code.slice(start, end).trim() !== '');
  return lines.flatMap(({start, end, printed, typedFrom}, line) => {
    const facts = {
      line,
      prompt: runs && !printed ? typedFrom - start : 0,
      printed: runs && printed,
      blanks: blanks
        .filter((blank) => blank.start >= start && blank.end <= end)
        .map((blank) => asLineBlank(blank, start, code, language, context.inline === true)),
    };
    return facts.prompt > 0 || facts.printed || facts.blanks.length > 0 ? [facts] : [];
  });
}

/** Whether a fence holds what is typed at a prompt: by its language, or by the prompt itself. */
export function isTyped(code: string, language: string | undefined): boolean {
  if (isShell(language)) return true;
  const hasPrompt = readLines(code).some(({start, typedFrom}) => typedFrom > start);
  return hasPrompt && (isPlain(language) || /^(?:sql|mysql|psql|redis)$/i.test(language ?? ''));
}

const QUERIES = /^(?:sql|mysql|psql|promql|logql|redis|cql|powershell|ps1|pwsh|cmd|bat|batch)$/i;

/** Reads a text to send line by line: what is to be filled in. */
export function readMessage(text: string): CodeLineFacts[] {
  return text.split('\n').flatMap((value, line) => {
    const blanks = findMessageBlanks(value).map(
      ({name, start, end}): LineBlank => ({
        start,
        end,
        key: placeholderKey(name),
        place: 'prose',
        startsWord: false,
      }),
    );
    return blanks.length > 0 ? [{line, prompt: 0, printed: false, blanks}] : [];
  });
}

/**
 * Whether a fence holds what somebody is to run: a shell's commands, a query. One of which nothing is said does
 * if it begins with a word that people type at a prompt.
 */
export function isCommandFence(code: string, language: string | undefined): boolean {
  if (isTyped(code, language) || QUERIES.test(language ?? '')) return true;
  const first = code.split('\n').find((line) => line.trim() !== '' && !/^\s*#/.test(line));
  return isPlain(language) && first !== undefined && looksTyped(first);
}

/** Whether nothing is said of what a fence holds. */
function isPlain(language: string | undefined): boolean {
  return /^(?:|text|txt|none|plain|plaintext)$/i.test(language ?? '');
}

function asLineBlank(
  blank: Placeholder,
  lineStart: number,
  code: string,
  language: string | undefined,
  inline: boolean,
): LineBlank {
  return {
    start: blank.start - lineStart,
    end: blank.end - lineStart,
    key: placeholderKey(blank.name),
    ...placeOf(blank, code, language, inline),
  };
}

// What hands its arguments to a shell once more, which then acts on what the first one had quoted.
const SECOND_SHELL =
  /(?:^|[\s/])(?:ssh|eval|su|watch|trap|alias|parallel|at|screen|tmux|expect|rsh|pdsh|ansible)(?=\s)|\b(?:ba|z|k|da|a)?sh\s+(?:-\w+\s+)*-\w*c\b/;

function placeOf(
  {start, end}: Placeholder,
  code: string,
  language: string | undefined,
  inline: boolean,
): {place: BlankPlace; startsWord: boolean} {
  const strict = {place: 'strict', startsWord: false} as const;
  const line = code.slice(code.lastIndexOf('\n', start - 1) + 1, start);
  const isCommand = inline || isShell(language) || (isPlain(language) && looksTyped(line));
  if (!isCommand) return strict;
  const {segment, quote, heredoc} = commandBefore(code, start);
  const before = code.charAt(start - 1);
  const isWhole = quote !== undefined && before === quote && code.charAt(end) === quote;
  const outside = isWhole ? code.charAt(start - 2) : before;
  const startsWord = outside === '' || /[\s;|&(`{]/.test(outside);
  const isRead = heredoc || SECOND_SHELL.test(segment) || /[\\$]/.test(before);
  if (isRead || (quote !== undefined && !isWhole)) return {place: 'strict', startsWord};
  return {place: quote === '"' ? 'double' : quote === "'" ? 'single' : 'bare', startsWord};
}
