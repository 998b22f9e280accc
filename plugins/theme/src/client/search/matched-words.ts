import type {PagefindPage} from './pagefind';

// Languages without spaces between words have this mark in their place, in what Pagefind keeps for itself.
const WORD_MARK = '\u200B';

/**
 * The words of a page at which it matches, as they stand there.
 *
 * @param locations numbers of words, counted from 0
 */
export function matchedWords(
  {content, raw_content: raw = content}: Pick<PagefindPage, 'content' | 'raw_content'>,
  locations: readonly number[],
): string[] {
  const words = raw.includes(WORD_MARK) ? raw.split(WORD_MARK) : content.split(/[^\S\uFEFF]+/);
  return locations.flatMap((location) => words[location]?.trim() || []);
}
