/** What a revision says. */
export interface Revision {
  /** Stands for the words. */
  digest: string;
  /** The day of the build, `YYYY-MM-DD`; undefined where it was left out. */
  on?: string;
}

/** A revision as it stands on paper and in addresses, such as `1b9f3c2a-20261120`. */
export function revisionOf(digest: string, on: string): string {
  return `${digest}-${on.replaceAll('-', '')}`;
}

/**
 * Reads a revision as it comes from an address: in any case, with or without its day.
 *
 * @returns undefined for what is none
 */
export function readRevision(text: string): Revision | undefined {
  const [, digest, year = '', month = '', day = ''] =
    /^([\da-f]{8})(?:-(\d{4})(\d\d)(\d\d))?$/i.exec(text.trim()) ?? [];
  if (digest === undefined) return undefined;
  if (year === '') return {digest: digest.toLowerCase()};
  const on = `${year}-${month}-${day}`;
  return isDay(on) ? {digest: digest.toLowerCase(), on} : undefined;
}

// 30 February is a day to JavaScript, but another one.
function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** What can be said of paper in somebody's hand: of what it says, and of whether that can be relied upon. */
export type PaperState = 'current' | 'expired' | 'superseded' | 'newer' | 'sameDay' | 'unreadable';

/**
 * Judges paper by what a page knows of the card. The page may be a copy from long ago, so paper can be newer than it.
 *
 * @param revision what the paper says
 * @param card what the page says: its own revision, the last day on which its reviews hold, whether they hold at all,
 *   and whether the page is a copy that the browser kept, of which nobody knows which build of its day it is
 * @param today the reader's day
 */
export function judgePaper(
  revision: string,
  card: {revision: string; validUntil?: string; holds: boolean; isCopy?: boolean},
  today: string,
): PaperState {
  const paper = readRevision(revision);
  const own = readRevision(card.revision);
  if (!paper || !own) return 'unreadable';
  if (paper.digest !== own.digest) {
    if (paper.on === undefined || own.on === undefined || paper.on < own.on) return 'superseded';
    if (paper.on > own.on) return 'newer';
    return card.isCopy ? 'sameDay' : 'superseded';
  }
  const isValid = card.holds && (card.validUntil === undefined || card.validUntil >= today);
  return isValid ? 'current' : 'expired';
}
