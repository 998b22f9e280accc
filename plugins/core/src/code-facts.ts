import type {BlankPlace} from './fill.js';
import {
  findMessageBlanks,
  findPlaceholders,
  type Placeholder,
  type PlaceholderContext,
  placeholderKey,
} from './placeholders.js';
import {type ShellPlace, shellPlaces} from './shell-place.js';
import {type CodeLine, isShell, looksTyped, readLines} from './shell-text.js';

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
  // What is copied is what a shell reads.
  const read = lines.map((line) => (runs ? line : {...line, printed: false, typedFrom: line.start}));
  const places = placesOf(blanks, code, language, {
    lines: read,
    inline: context.inline === true,
    page: context.page,
  });
  return read.flatMap(({start, end, printed, typedFrom}, line) => {
    const facts = {
      line,
      prompt: printed ? 0 : typedFrom - start,
      printed,
      blanks: blanks.flatMap((blank, index): LineBlank[] => {
        const known = places[index];
        if (!known || blank.start < start || blank.end > end) return [];
        return [
          {start: blank.start - start, end: blank.end - start, key: placeholderKey(blank.name), ...known},
        ];
      }),
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

// Shells that read quotes as others do. In fish a backslash masks an apostrophe.
function isKnownShell(language: string | undefined): boolean {
  return isShell(language) && !/^fish$/i.test(language ?? '');
}

/** Where each blank stands; in a fence that no shell reads, anything but plain text could act. */
function placesOf(
  blanks: readonly Placeholder[],
  code: string,
  language: string | undefined,
  {lines, inline, page}: {lines: readonly CodeLine[]; inline: boolean; page?: string},
): ShellPlace[] {
  const places = shellPlaces(code, lines, blanks, page);
  return places.map((known, index) => {
    const start = blanks[index]?.start ?? 0;
    const line = code.slice(code.lastIndexOf('\n', start - 1) + 1, start);
    const isCommand = inline || isKnownShell(language) || (isPlain(language) && looksTyped(line));
    if (isCommand) return known;
    return {place: 'strict', startsWord: known.startsWord && isRunElsewhere(language)};
  });
}

// Where a leading `-` or `/` would make an option, too.
function isRunElsewhere(language: string | undefined): boolean {
  return /^(?:fish|powershell|ps1|pwsh|cmd|bat|batch)$/i.test(language ?? '');
}
