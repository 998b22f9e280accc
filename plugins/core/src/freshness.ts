import {addDays, addInterval, type CivilDate, type Interval} from './dates.js';

/** What can be said of a review on a given day. */
export type FreshnessState = 'fresh' | 'due-soon' | 'overdue' | 'unknown' | 'exempt';

/** What dates alone can say of a review. */
export type DatedState = Extract<FreshnessState, 'fresh' | 'due-soon' | 'overdue'>;

/** The facts from which a state follows; the same for reviews and for tests. */
export interface ReviewFacts {
  /** The day a person attested the page; undefined when none did, or the date cannot be read. */
  on?: CivilDate;
  /** How long that holds. */
  holdsFor: Interval;
  /** A due date set outright; wins over `holdsFor`. */
  dueBy?: CivilDate;
  /** Why no review is asked for. */
  exempt?: Exemption;
  /** What happened since the review. */
  since?: readonly Cause[];
}

/**
 * What takes a review back, whatever its date says: an incident in which the page was used, a change in something
 * that the page describes, or an edit of the page itself. The first two make it overdue; an edit makes it due soon.
 */
export type Cause =
  | {kind: 'incident'; title: string; permalink: string; on: CivilDate}
  | {kind: 'source-changed'; path: string}
  | {kind: 'edited'};

/** Why a page is exempt: its author plans no review, it is deprecated, or it belongs to an old version. */
export type Exemption = 'never' | 'deprecated' | 'frozen';

const EXEMPTIONS: Readonly<Record<Exemption, string>> = {
  never: 'no review is planned',
  deprecated: 'the page is deprecated',
  frozen: 'the page belongs to an old version',
};

/** A state with the day it hangs on and the words that explain it. */
export interface Freshness {
  state: FreshnessState;
  /** In plain words, most important first; empty for `fresh`. */
  reasons: string[];
  /** What besides the dates made the state what it is; left out where nothing did. */
  causes?: Cause[];
  /** With causes: what the state would be by the dates alone. */
  byDate?: DatedState;
  on?: CivilDate;
  /** The last day on which the review holds. */
  dueBy?: CivilDate;
  /** The first day on which it counts as due soon. */
  dueSoonFrom?: CivilDate;
  /** Why, for an exempt page. */
  exempt?: Exemption;
}

/**
 * Judges a page on one day.
 *
 * The review holds through its due date: the page is overdue from the day after. It is due soon from
 * `dueSoonDays` before the due date. Without a date the state is unknown, whatever else is known. What happened
 * since the review can only make the state worse.
 *
 * @param facts what the page and its policies say
 * @param asOf the day for which to judge
 * @param dueSoonDays days of warning before the due date
 */
export function judgeFreshness(facts: ReviewFacts, asOf: CivilDate, dueSoonDays: number): Freshness {
  const {on, holdsFor} = facts;
  if (facts.exempt !== undefined) return exempted(facts.exempt, on);
  if (holdsFor === 'never' && facts.dueBy === undefined) return exempted('never', on);
  if (on === undefined) return {state: 'unknown', reasons: ['no review date']};
  const dueBy = facts.dueBy ?? addInterval(on, holdsFor);
  if (dueBy === undefined) return exempted('never', on);
  const dueSoonFrom = addDays(dueBy, -dueSoonDays);
  const causes = [...(facts.since ?? [])];
  const byDate: DatedState = asOf > dueBy ? 'overdue' : asOf >= dueSoonFrom ? 'due-soon' : 'fresh';
  const byCause: DatedState =
    causes.length === 0 ? 'fresh' : causes.every(({kind}) => kind === 'edited') ? 'due-soon' : 'overdue';
  return {
    state: DATED[Math.max(DATED.indexOf(byDate), DATED.indexOf(byCause))] ?? byDate,
    reasons: [
      ...(byDate === 'overdue' ? [`review was due on ${dueBy}`] : []),
      ...(byDate === 'due-soon' ? [`review is due by ${dueBy}`] : []),
      ...causes.map(causeText),
    ],
    ...(causes.length > 0 && {causes, byDate}),
    on,
    dueBy,
    dueSoonFrom,
  };
}

// From good to bad.
const DATED: readonly DatedState[] = ['fresh', 'due-soon', 'overdue'];

function causeText(cause: Cause): string {
  switch (cause.kind) {
    case 'incident':
      return `used in incident ${cause.title} on ${cause.on}`;
    case 'source-changed':
      return `${cause.path} changed`;
    case 'edited':
      return 'edited since review';
  }
}

function exempted(exempt: Exemption, on: CivilDate | undefined): Freshness {
  return {state: 'exempt', reasons: [EXEMPTIONS[exempt]], on, exempt};
}

/** The next day on which a state changes by itself; undefined when it never does. */
export function nextTransition({state, dueBy, dueSoonFrom}: Freshness): CivilDate | undefined {
  if (state === 'fresh') return dueSoonFrom;
  return state === 'due-soon' && dueBy !== undefined ? addDays(dueBy, 1) : undefined;
}
