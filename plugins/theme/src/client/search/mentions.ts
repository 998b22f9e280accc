import type {PagefindHit} from './pagefind';
import {roughStem} from './query';

/**
 * Whether a page that was found by a word really has it, in this form or another of the same stem. In place of a word
 * that no page has, Pagefind takes the longest word in the index that it begins with: `archive` finds every `a`.
 */
export async function mentions(hit: PagefindHit, word: string): Promise<boolean> {
  // Only of scripts with spaces between words can it be told which word stands where.
  if (!/^[\p{Script=Latin}\p{N}\p{P}\p{S}\p{M}]+$/u.test(word)) return true;
  const {content, meta} = await hit.data();
  const words = content.split(/\s+/);
  // Not those of the page: it is one object for all searches that are under way.
  const matched = hit.words.map((location) => words[location] ?? '');
  const stem = roughStem(bare(word));
  return [...matched, ...Object.values(meta)].some((text) => bare(text).includes(stem));
}

function bare(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\p{M}\p{P}\p{S}]/gu, '')
    .toLowerCase();
}
