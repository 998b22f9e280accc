import type {Freshness, FreshnessSummary, Marker} from '@opsbinder/core';
import {summarizeFreshness} from '@opsbinder/core/browser';
import {worsen} from '../facts/worsen.js';

/** Counts the states of pages as they are on a day, `YYYY-MM-DD`. */
export function summarizeOn(today: string, states: readonly Freshness[]): FreshnessSummary {
  return summarizeFreshness(states.map((built) => worsen(built, today).state));
}

/** A state as it was sent: see `Marker`. */
export function fromMarker([state, dueBy, dueSoonFrom]: Marker): Freshness {
  return {state, reasons: [], dueBy, dueSoonFrom};
}
