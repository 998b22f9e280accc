import type {Card, Finding} from '@opsbinder/core';

/**
 * Findings for characters that no font of a sheet has, each at the first entry that brings it.
 *
 * @param missing the characters, each once
 */
export function missingGlyphFindings(card: Card, missing: readonly string[]): Finding[] {
  return missing.map((character): Finding => {
    const {where, source, line} = placeOf(card, character);
    return {
      rule: 'card-glyph-missing',
      level: 'error',
      source,
      line,
      message: `${nameOf(character)} stands ${where} of the card "${card.title}", and no font of its sheet has it`,
      hint: 'Write it in other words, or name a font that has it in the option fonts of quick-reference.',
    };
  });
}

function placeOf(card: Card, character: string): {where: string; source: string; line: number} {
  const entries = card.sections.flatMap(({entries}) => entries);
  const found = entries.find(({from: _, permalink: __, ...words}) => has(words, character));
  if (found) return {where: `in "${found.label}"`, ...found.from};
  // Words of the head and titles of pages have no line of their own; the first entry of their page is near.
  const line = [...card.rightIf, ...card.emergency].find(({text}) => text.includes(character));
  const source = line?.source ?? card.sources.findIndex(({title}) => title.includes(character));
  const near = entries.find((entry) => entry.source === source);
  if (near) return {where: line ? 'in the head' : 'in the title of a source', ...near.from};
  const first = entries[0]?.from ?? {source: '', line: 1};
  return {where: card.title.includes(character) ? 'in the title' : 'among the words', ...first};
}

function has(words: unknown, character: string): boolean {
  if (typeof words === 'string') return words.includes(character);
  return (
    typeof words === 'object' && words !== null && Object.values(words).some((word) => has(word, character))
  );
}

/** A character with its number, and what it is as far as Unicode's rules tell without its list of names. */
function nameOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const number = code.toString(16).toUpperCase().padStart(4, '0');
  const kind = kindOf(character, number);
  return `The character "${character}" (U+${number}${kind && `, ${kind}`})`;
}

function kindOf(character: string, number: string): string {
  if (/\p{Unified_Ideograph}/u.test(character)) return `CJK UNIFIED IDEOGRAPH-${number}`;
  if (/\p{Cc}/u.test(character)) return 'a control character';
  if (/\p{Emoji_Presentation}|\p{Extended_Pictographic}/u.test(character)) return 'an emoji';
  const script = SCRIPTS.find((name) => new RegExp(`\\p{Script=${name}}`, 'u').test(character));
  return script === undefined ? '' : `a sign of the script ${script}`;
}

const SCRIPTS = [
  'Arabic',
  'Armenian',
  'Bengali',
  'Cyrillic',
  'Devanagari',
  'Ethiopic',
  'Georgian',
  'Greek',
  'Gujarati',
  'Gurmukhi',
  'Hangul',
  'Hebrew',
  'Hiragana',
  'Kannada',
  'Katakana',
  'Khmer',
  'Lao',
  'Latin',
  'Malayalam',
  'Myanmar',
  'Sinhala',
  'Tamil',
  'Telugu',
  'Thai',
  'Tibetan',
];
