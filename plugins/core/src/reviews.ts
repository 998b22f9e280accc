import {compareText} from './compare-text.js';
import type {Freshness, FreshnessState} from './freshness.js';
import type {Marker} from './views.js';

// What needs somebody most first.
const ORDER: readonly FreshnessState[] = ['overdue', 'due-soon', 'fresh', 'unknown', 'exempt'];

/** Orders pages by how soon somebody has to look at them; those without a date after all that have one. */
export function compareReviews(
  a: {freshness: Freshness; title: string},
  b: {freshness: Freshness; title: string},
): number {
  return (
    ORDER.indexOf(a.freshness.state) - ORDER.indexOf(b.freshness.state) ||
    compareText(a.freshness.dueBy ?? '', b.freshness.dueBy ?? '') ||
    compareText(a.title, b.title)
  );
}

/** A state with the days on which it gets worse, small enough to send many. */
export function markerOf({state, dueBy, dueSoonFrom}: Freshness): Marker {
  if (state === 'fresh') return [state, dueBy, dueSoonFrom];
  return state === 'due-soon' ? [state, dueBy] : [state];
}

/**
 * The calendar of reviews, as a file below the built site.
 *
 * @param slug whose calendar, as `listOwners` names them; left out, that of all
 */
export function calendarFile(slug?: string): string {
  return slug === undefined ? 'reviews.ics' : `reviews/${slug}.ics`;
}
