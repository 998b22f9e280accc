/**
 * The language in which dates are written where a site speaks another. Plain English puts the day first: 11/12 is read
 * differently on both sides of an ocean.
 *
 * @param language a language tag, such as `en`, `en-US` or `de`
 */
export function dateLanguage(language: string): string {
  return language === 'en' ? 'en-GB' : language;
}
