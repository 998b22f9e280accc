import type {BlankPlace} from '@opsbinder/core';
import {type FillRefusal, fillText} from '@opsbinder/core/fill';
import {Children, isValidElement, type ReactNode} from 'react';

type ShortBlank = [start: number, end: number, key: string, place: BlankPlace, startsWord: 0 | 1];
type ShortLine = [line: number, prompt: number, blanks: ShortBlank[]];

/** A line of a command: what is not to be run of it, and its blanks. */
export interface LineFacts {
  /** Signs at its start that are no part of the command; -1 where none of the line is. */
  prompt: number;
  blanks: ShortBlank[];
}

/** The lines of which there is something to say. */
export interface CodeLines {
  at: ReadonlyMap<number, LineFacts>;
  /** By their text, since the theme tells a line by nothing else. */
  byText: ReadonlyMap<string, LineFacts>;
}

/** Reads what the transform of Markdown has written (`instrument.ts` of the runbooks plugin). */
export function readCodeLines(code: string, lines: string | undefined): CodeLines {
  const texts = code.split('\n');
  const facts = lines ? (JSON.parse(lines) as ShortLine[]) : [];
  const byText = new Map<string, LineFacts>();
  for (const [line, prompt, blanks] of facts) {
    const text = texts[line] ?? '';
    const same = byText.get(text)?.blanks ?? [];
    byText.set(text, {prompt, blanks: blanks.map((blank, index) => stricter(blank, same[index]))});
  }
  // A line that stands there twice, once where quotes do not help, shows and copies the same at both places.
  const at = facts.map(([line, prompt]): [number, LineFacts] => [
    line,
    {prompt, blanks: byText.get(texts[line] ?? '')?.blanks ?? []},
  ]);
  return {at: new Map(at), byText};
}

function stricter(blank: ShortBlank, same: ShortBlank | undefined): ShortBlank {
  const [start, end, key, place, startsWord] = blank;
  if (!same) return blank;
  return [start, end, key, same[3] === place ? place : 'strict', same[4] === 1 ? 1 : startsWord];
}

/** A stretch of a line: text, or a blank with what stands in its place. */
export interface Stretch {
  text: string;
  start: number;
  end: number;
  key?: string;
  /** Whether the blank is filled. */
  isFilled?: boolean;
  /** Why it is not, though there is a value. */
  refusal?: FillRefusal;
}

/** A line in stretches, with its blanks filled. */
export function stretches(
  text: string,
  facts: LineFacts | undefined,
  filled: Readonly<Record<string, string>>,
): Stretch[] {
  const parts: Stretch[] = [];
  let at = 0;
  const upTo = (end: number) => {
    if (end > at) parts.push({text: text.slice(at, end), start: at, end});
    at = end;
  };
  for (const [start, end, key, place, startsWord] of facts?.blanks ?? []) {
    upTo(start);
    const result = fillText(filled[key] ?? '', place, startsWord === 1);
    const written = text.slice(start, end);
    parts.push(
      'text' in result
        ? {text: result.text, start, end, key, isFilled: true}
        : {text: written, start, end, key, refusal: result.refusal},
    );
    at = end;
  }
  upTo(text.length);
  return parts;
}

/** Lines that are told to the highlighter alone. */
const HIGHLIGHT = /^\s*(?:#|\/\/|--|\/\*|<!--)\s*highlight-(?:next-line|start|end)\b/;

/** What to run of a command, and the blanks that are left in it, as written. */
export function runnable(
  code: string,
  lines: CodeLines,
  filled: Readonly<Record<string, string>>,
): {text: string; left: string[]} {
  const left = new Set<string>();
  const texts = code
    .replace(/\n$/, '')
    .split('\n')
    .flatMap((line, index) => {
      const facts = lines.at.get(index);
      if (facts?.prompt === -1 || HIGHLIGHT.test(line)) return [];
      const parts = stretches(line, facts, filled);
      for (const {key, isFilled, text} of parts) if (key && !isFilled) left.add(text);
      return parts
        .map(({text}) => text)
        .join('')
        .slice(facts?.prompt ?? 0);
    });
  return {text: texts.join('\n'), left: [...left]};
}

/** The text of what Markdown has made of a fence. */
export function textOf(node: ReactNode): string {
  if (typeof node === 'string' || typeof node === 'number') return String(node);
  return Children.toArray(node)
    .map((child) =>
      isValidElement<{children?: ReactNode}>(child)
        ? textOf(child.props.children)
        : typeof child === 'string'
          ? child
          : '',
    )
    .join('');
}
