import type {PagefindHit, PagefindPage} from './pagefind';
import {namesIn, quoted} from './paste';
import {squash} from './query';

// A heading or a line that is longer is nobody's, in letters.
const LONGEST = 300;
// Of how many pages is read what they are called. They are fetched to be shown anyway.
export const READ = 10;

/** A page, and how surely it is the one that is meant. */
interface Read {
  hit: PagefindHit;
  /** It could not be fetched. */
  isLost: boolean;
  sureness: number;
}

/**
 * Puts those pages first, among the first few, that are called what was typed, or quoted or named in it, answer an alert of that name, have a
 * heading of these words or hold them letter by letter. The rest keeps its order, and so do pages of which none is
 * surer than the other.
 *
 * @param leavesOutLost takes away, of these few, pages that cannot be fetched: those of another site that went down
 */
export async function rankByMeaning(
  hits: readonly PagefindHit[],
  typed: string,
  {leavesOutLost = false} = {},
): Promise<PagefindHit[]> {
  const wanted = [typed.slice(0, LONGEST), ...quoted(typed), ...namesIn(typed)].filter(
    (text) => squash(text) !== '',
  );
  if (wanted.length === 0 || hits.length < 2) return [...hits];
  const read = await Promise.all(
    hits.slice(0, READ).map(async (hit): Promise<Read> => {
      const page = await hit.data().catch(() => undefined);
      const isLost = page === undefined;
      return {
        hit,
        isLost,
        sureness: page ? Math.max(...wanted.map((text) => sureness(page, text))) : SURE.no,
      };
    }),
  );
  read.sort((a, b) => b.sureness - a.sureness);
  // Where none can be had, that is to be told, and not that there are none.
  const isAnswer = ({isLost}: Read) => !leavesOutLost || !isLost || read.every((other) => other.isLost);
  return [...read.filter(isAnswer).map(({hit}) => hit), ...hits.slice(READ)];
}

/** Those of the pages found by a name that are called so. */
export async function calledSo(hits: readonly PagefindHit[], name: string): Promise<PagefindHit[]> {
  const wanted = squash(name);
  const read = await Promise.all(
    hits.slice(0, READ / 2).map(async (hit) => {
      const page = await hit.data().catch(() => undefined);
      return page && sureness(page, wanted) === SURE.isCalled ? [hit] : [];
    }),
  );
  return read.flat();
}

function sureness(page: PagefindPage, text: string): number {
  const wanted = squash(text);
  const titles = titlesOf(page);
  const headings = (page.anchors ?? []).map((anchor) => squash(anchor.text));
  // One or two letters are in every title.
  const isTelling = wanted.length > 3;
  // The end of another name is what a search that begins in its middle finds, but nobody calls the page so.
  const isCalled = (name: string, at: number) =>
    name === wanted && (at === 0 || !titles.some((other) => isTail(name, other)));
  if (titles.some(isCalled)) return SURE.isCalled;
  if (headings.includes(wanted)) return SURE.hasHeading;
  if (isTelling && titles[0]?.startsWith(wanted)) return SURE.titleBegins;
  if (isTelling && titles.some((title) => title.includes(wanted))) return SURE.titleHas;
  if (isTelling && headings.some((heading) => heading.includes(wanted))) return SURE.headingHas;
  return holds(page.content, text);
}

/** What a page is called: its title, then its other names, each also from the middle. */
function titlesOf({meta: {title = '', names = ''}}: PagefindPage): string[] {
  return [title, ...names.split(' ')].map(squash).filter(Boolean);
}

function isTail(title: string, other: string): boolean {
  return other.length > title.length && other.endsWith(title);
}

const SURE = {
  isCalled: 7,
  hasHeading: 6,
  titleBegins: 5,
  titleHas: 4,
  headingHas: 3,
  hasWhole: 2,
  hasBegun: 1,
  no: 0,
};

/** Whether a text holds another letter by letter, and whether its last word is whole there. */
function holds(content: string, typed: string): number {
  const text = flat(content);
  const wanted = flat(typed);
  const at = text.indexOf(wanted);
  if (at === -1) return SURE.no;
  const isWord = (letter: string | undefined) => letter !== undefined && /[\p{L}\p{N}_]/u.test(letter);
  for (let start = at; start !== -1; start = text.indexOf(wanted, start + 1)) {
    if (!isWord(text[start - 1]) && !isWord(text[start + wanted.length])) return SURE.hasWhole;
  }
  return SURE.hasBegun;
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}
