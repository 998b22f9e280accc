import type {PagefindPage} from './pagefind';
import {roughStem} from './query';

/**
 * Whether a page that was found by a word really has it, in this form or another of the same stem. In place of a word
 * that no page has, Pagefind takes the longest word in the index that it begins with: `archive` finds every `a`.
 */
export function mentions(page: PagefindPage, word: string): boolean {
  // Only of scripts with spaces between words can it be told which word stands where.
  if (!/^[\p{Script=Latin}\p{N}\p{P}\p{S}\p{M}]+$/u.test(word)) return true;
  const words = page.content.split(/\s+/);
  const matched = page.locations.map((location) => words[location] ?? '');
  const stem = roughStem(bare(word));
  return [...matched, ...Object.values(page.meta)].some((text) => bare(text).includes(stem));
}

function bare(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\p{M}\p{P}\p{S}]/gu, '')
    .toLowerCase();
}
