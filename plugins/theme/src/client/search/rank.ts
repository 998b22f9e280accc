import type {PagefindHit, PagefindPage} from './pagefind';
import {squash} from './query';

// Of how many pages is read what they are called. They are fetched to be shown anyway.
const READ = 10;

/** A page, and how surely it is the one that is meant. */
interface Read {
  hit: PagefindHit;
  sureness: number;
}

/**
 * Puts those pages first, among the first few, that are called what was typed, answer an alert of that name, have a
 * heading of these words or hold them letter by letter. The rest keeps its order, and so do pages of which none is
 * surer than the other.
 */
export async function rankByMeaning(hits: readonly PagefindHit[], typed: string): Promise<PagefindHit[]> {
  const wanted = squash(typed);
  if (wanted === '' || hits.length < 2) return [...hits];
  const read = await Promise.all(
    hits.slice(0, READ).map(async (hit): Promise<Read> => {
      const page = await hit.data().catch(() => undefined);
      return {hit, sureness: page ? sureness(page, wanted, typed) : 0};
    }),
  );
  read.sort((a, b) => b.sureness - a.sureness);
  return [...read.map(({hit}) => hit), ...hits.slice(READ)];
}

function sureness(page: PagefindPage, wanted: string, typed: string): number {
  const titles = [page.meta.title ?? '', ...(page.meta.names ?? '').split(' ')].map(squash);
  const headings = (page.anchors ?? []).map(({text}) => squash(text));
  if (titles.includes(wanted)) return 5;
  if (headings.includes(wanted)) return 4;
  // One or two letters are in every title.
  if (wanted.length > 3 && titles.some((title) => title.includes(wanted))) return 3;
  if (wanted.length > 3 && headings.some((heading) => heading.includes(wanted))) return 2;
  return flat(page.content).includes(flat(typed)) ? 1 : 0;
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}
