import type {CardSource} from './card-view.js';
import type {CivilDate} from './dates.js';

/** How many of the pages behind a card do not hold, each page under the first that is true of it. */
export interface CardDoubts {
  overdue: number;
  unreviewed: number;
  /** Reviewed, but something has taken the review back: an edit, an incident, a change in what the page is about. */
  takenBack: number;
  /** Not published: nobody has called it done. */
  unfinished: number;
}

/** What stands between a page and the card that relies on it; undefined when the card may rely on it. */
function doubtOf({freshness: {state, causes, on}, status}: CardSource): keyof CardDoubts | undefined {
  if (state === 'overdue') return 'overdue';
  // A page that is never to be reviewed again must have been once.
  if (state === 'unknown' || (state === 'exempt' && on === undefined)) return 'unreviewed';
  if (causes !== undefined) return 'takenBack';
  return status === 'published' ? undefined : 'unfinished';
}

/** Why a card cannot be relied upon; all zero when it can. */
export function cardDoubts(sources: readonly CardSource[]): CardDoubts {
  const doubts: CardDoubts = {overdue: 0, unreviewed: 0, takenBack: 0, unfinished: 0};
  for (const source of sources) {
    const doubt = doubtOf(source);
    if (doubt !== undefined) doubts[doubt] += 1;
  }
  return doubts;
}

/** Whether every page behind a card vouches for what it says. */
export function cardHolds(sources: readonly CardSource[]): boolean {
  return sources.every((source) => doubtOf(source) === undefined);
}

/**
 * The last day on which all reviews behind a card hold: that of the page that falls due first, even if it has passed.
 *
 * @returns undefined when no page falls due, and when one does not hold for another reason than its date
 */
export function cardValidUntil(sources: readonly CardSource[]): CivilDate | undefined {
  const vouches = (source: CardSource) => {
    const doubt = doubtOf(source);
    return doubt === undefined || (doubt === 'overdue' && source.freshness.causes === undefined);
  };
  if (!sources.every(vouches)) return undefined;
  return sources.flatMap(({freshness: {dueBy}}) => dueBy ?? []).sort()[0];
}
