/**
 * What may be put in for a blank. `bare` stands between a shell's words and can be quoted; `double` and `single`
 * is all that stands between two quotes; `strict` is any other place: within a longer quoted text, a
 * here-document, what a second shell will read, or a language that is none of a shell's. `prose` is run by nobody.
 */
export type BlankPlace = 'bare' | 'double' | 'single' | 'strict' | 'prose';

/** Why a value is not put in at a place. */
export type FillRefusal = 'empty' | 'unseen' | 'option' | 'acts';

// Signs that neither end a word nor mean anything to a shell, in whatever quotes.
const PLAIN = /^[\p{L}\p{N}_@%+=:,./-]+$/u;

// Line ends and other controls, and what turns the reading direction or shows nothing: a reader who agrees to a
// value must have seen all of it.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

/** Whether a value has signs that cannot be seen; it is never put into a command. */
export function hasUnseen(value: string): boolean {
  return UNSEEN.test(value);
}

/** Whether a value has signs that a shell acts on, or begins like an option of a command. */
export function actsInShell(value: string): boolean {
  return value.startsWith('-') || !PLAIN.test(value);
}

/**
 * What is to stand in a command in place of a blank.
 *
 * @param value as it was given, never trusted
 * @param place where the blank stands
 * @param startsWord whether a word of the command begins there, so that a leading `-` would make it an option
 * @returns the text, quoted where that is needed, or why the blank stays
 */
export function fillText(
  value: string,
  place: BlankPlace,
  startsWord: boolean,
): {text: string} | {refusal: FillRefusal} {
  if (value === '') return {refusal: 'empty'};
  if (hasUnseen(value)) return {refusal: 'unseen'};
  if (place === 'prose') return {text: value};
  // Quotes do not help here: a command sees `'--all'` as --all.
  if (startsWord && value.startsWith('-')) return {refusal: 'option'};
  if (PLAIN.test(value) && (place !== 'strict' || !value.includes('--'))) return {text: value};
  const inner = value.replaceAll("'", String.raw`'\''`);
  switch (place) {
    case 'bare':
      return {text: `'${inner}'`};
    case 'single':
      return {text: inner};
    case 'double':
      // The quotes around the blank are closed and opened again: within them some signs cannot be masked at all.
      return {text: /["$`\\!]/.test(value) ? `"'${inner}'"` : value};
    case 'strict':
      return {refusal: 'acts'};
  }
}
