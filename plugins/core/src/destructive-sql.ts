import type {DestructiveKind} from './destructive.js';

/** A destructive statement with the line of its text on which it begins, counted from 0. */
export interface SqlFinding {
  line: number;
  text: string;
  what: DestructiveKind;
}

const STATEMENTS: readonly (readonly [DestructiveKind, RegExp])[] = [
  ['drop', /^drop\s+(?!\.)[a-z]/i],
  ['drop', /^alter\s+table\s[\s\S]*\bdrop\s+(?:column|partition|constraint|foreign|primary|index)\b/i],
  ['truncate', /^truncate\b(?!\()/i],
  ['delete', /^(?:with\b[\s\S]*?\)\s*)?delete\s+(?:\w+\s+)?from\b/i],
  ['delete', /^(?:purge\s+(?:binary|master)\s+logs|reset\s+(?:master|slave|replica))\b/i],
  ['overwrite', /^update\s+(?:only\s+)?\S+(?:\s+(?:as\s+)?\w+)?\s+set\b(?![\s\S]*\bwhere\b)/i],
  ['terminate', /^(?:select|perform)\b[\s\S]*\bpg_terminate_backend\s*\(/i],
  ['drop', /^(?:select|perform)\b[\s\S]*\bpg_drop_replication_slot\s*\(/i],
  ['terminate', /^kill\s+(?:(?:connection|query)\s+)?[\d<]/i],
];

/** The statements of an SQL text that destroy. Comments, plans (`EXPLAIN`) and questions are none. */
export function destructiveStatements(sql: string): SqlFinding[] {
  return statements(sql).flatMap(({text, line}) => {
    const what = STATEMENTS.find(([, pattern]) => pattern.test(text))?.[0];
    return what ? [{line, text: text.replace(/\s+/g, ' '), what}] : [];
  });
}

function statements(sql: string): {text: string; line: number}[] {
  const found: {text: string; line: number}[] = [];
  // Of a comment or a prompt nothing stays but its lines.
  const bare = sql
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
    .replace(/(^|\s)--[^\n]*/g, '$1')
    .replace(/^[ \t]*(?:\w*[=-][#>]|\w+>|\[\w+\]>)[ \t]?/gm, '');
  let line = 0;
  for (const piece of bare.split(/;|\\[gG]\b/)) {
    const start = piece.length - piece.trimStart().length;
    const text = piece.trim();
    if (text !== '') found.push({text, line: line + piece.slice(0, start).split('\n').length - 1});
    line += piece.split('\n').length - 1;
  }
  return found;
}
