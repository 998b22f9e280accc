/**
 * A text as a string of a style sheet. Everything but letters, digits and blanks is escaped, so that no text can end
 * the string, the rule or the element around it.
 */
export function cssString(text: string): string {
  return `"${text.replace(/[^\p{L}\p{N} ]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `)}"`;
}
