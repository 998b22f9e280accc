import type {FreshnessState} from './freshness.js';

/** How many pages are in which state, and the share that can be trusted. */
export interface FreshnessSummary {
  documents: number;
  fresh: number;
  dueSoon: number;
  overdue: number;
  unknown: number;
  exempt: number;
  /** Fresh and due-soon ÷ all that are not exempt, 0 to 1, four decimals; 0 when there are none. */
  score: number;
}

/**
 * Counts states. Unknown and overdue pages both count against the score.
 *
 * @param states one for each page; none give a score of 0
 */
export function summarizeFreshness(states: readonly FreshnessState[]): FreshnessSummary {
  const count = (state: FreshnessState) => states.filter((other) => other === state).length;
  const [fresh, dueSoon, exempt] = [count('fresh'), count('due-soon'), count('exempt')];
  const judged = states.length - exempt;
  return {
    documents: states.length,
    fresh,
    dueSoon,
    overdue: count('overdue'),
    unknown: count('unknown'),
    exempt,
    score: judged === 0 ? 0 : Math.round(((fresh + dueSoon) / judged) * 10_000) / 10_000,
  };
}
