import type {Words} from './words-to-mark';

/** Where a match begins and ends in a text, in UTF-16 units. */
export type Match = readonly [start: number, end: number];

/** A word found more often than this says nothing of where to look, unless it is the only one. */
const TOO_OFTEN = 40;

// Asked for along with others, these would only cover what was meant.
const SMALL_WORDS = new Set(
  'a an and are as at be but by can for from has have if in is it no not of on or that the this to was with you'.split(
    ' ',
  ),
);

const LETTER = '[\\p{L}\\p{N}]';
// Scripts that put no spaces between words.
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

/**
 * Finds words in a text, however they are written there: upper or lower case, with or without accents. A word of
 * letters is also found where a longer one begins with it, one with digits or punctuation in it only as a whole.
 * Punctuation around words does not count. Where the text has a quoted phrase as such, its words are found in no other
 * place.
 *
 * @returns the places in order; of those that overlap only the first
 */
export function matchWords(text: string, {typed, forms, phrase}: Words): Match[] {
  const folded = fold(text);
  const phrases = phrase === undefined ? [] : placesOfPhrase(folded, phrase);
  if (phrases.length > 0) return phrases;
  const byWord = toMark(typed, forms).map((word) => [...folded.matchAll(pattern(word))].map(placeOf));
  const isOnly = byWord.length === 1;
  const all = byWord.filter((places) => isOnly || places.length <= TOO_OFTEN).flat();
  all.sort(([a, aEnd], [b, bEnd]) => a - b || bEnd - aEnd);
  let reached = 0;
  return all.filter(([start, end]) => {
    if (start < reached) return false;
    reached = end;
    return true;
  });
}

/** The places of words side by side, whatever punctuation or line end is between them. */
function placesOfPhrase(folded: string, phrase: string): Match[] {
  const words = fold(phrase)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  if (words.length === 0) return [];
  const between = '[^\\p{L}\\p{N}]+';
  const whole = new RegExp(`(?<!${LETTER})${words.join(between)}(?!${LETTER})`, 'gu');
  return [...folded.matchAll(whole)].map(placeOf);
}

function toMark(typed: readonly string[], forms: readonly string[]): string[] {
  const asked = bare(typed);
  const askedFor = asked.map(pattern);
  // What was typed is found in the longer word, and that alone is meant. A word of a letter or two has no other forms.
  const [short, long] = [asked.filter(isShort), asked.filter((word) => !isShort(word))];
  const isOfShort = (form: string) =>
    short.some((word) => form.startsWith(word)) && !long.some((word) => form.startsWith(word.slice(0, 3)));
  const others = bare(forms).filter(
    (form) =>
      (asked.length === 0 || long.length > 0) &&
      !isOfShort(form) &&
      !askedFor.some((word) => form.match(word)),
  );
  const all = [...new Set([...asked, ...others])];
  const telling = all.filter((word) => !SMALL_WORDS.has(word));
  return telling.length > 0 ? telling : all;
}

function isShort(word: string): boolean {
  return word.length <= 2 && !UNSPACED.test(word);
}

function bare(words: readonly string[]): string[] {
  return words.map((word) => fold(word).replace(/^[\p{P}\p{S}]+|[\p{P}\p{S}]+$/gu, '')).filter(Boolean);
}

function pattern(word: string): RegExp {
  const literal = word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  const before = UNSPACED.test(word[0] ?? '') ? '' : `(?<!${LETTER})`;
  const isPlain = /^\p{L}{4,}$/u.test(word);
  const after = UNSPACED.test(word.at(-1) ?? '') ? '' : isPlain ? `${LETTER}*` : `(?!${LETTER})`;
  return new RegExp(before + literal + after, 'gu');
}

function placeOf(match: RegExpExecArray): Match {
  return [match.index, match.index + match[0].length];
}

/** Without case and accents, each character where it was. */
function fold(text: string): string {
  return Array.from(text, (character) => {
    const plain = character.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    return plain.length === character.length ? plain : character;
  }).join('');
}
