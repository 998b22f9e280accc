import type {Freshness, FreshnessState, FreshnessSummary, Marker} from '@opsbinder/core';
import {worsen} from '../facts/worsen.js';

/** Counts the states of pages as they are on a day. The score is rounded as in `docs-health.json`. */
export function summarizeOn(today: string, states: readonly Freshness[]): FreshnessSummary {
  const now = states.map((built) => worsen(built, today).state);
  const count = (state: FreshnessState) => now.filter((other) => other === state).length;
  const [fresh, dueSoon, exempt] = [count('fresh'), count('due-soon'), count('exempt')];
  const judged = now.length - exempt;
  return {
    documents: now.length,
    fresh,
    dueSoon,
    overdue: count('overdue'),
    unknown: count('unknown'),
    exempt,
    score: judged === 0 ? 0 : Math.round(((fresh + dueSoon) / judged) * 10_000) / 10_000,
  };
}

/** A state as it was sent: see `Marker`. */
export function fromMarker([state, dueBy, dueSoonFrom]: Marker): Freshness {
  return {state, reasons: [], dueBy, dueSoonFrom};
}
