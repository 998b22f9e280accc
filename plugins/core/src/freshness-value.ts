import type {Freshness} from './freshness.js';

/**
 * A page's freshness as one value, for attributes and search filters: its state, the days on which that gets worse
 * and, where an edit made it what it is, `edited`. `due-soon 2026-11-24 2026-11-10` is due on the 24th and has been
 * due soon since the 10th.
 */
export function freshnessValue({state, byDate, dueBy, dueSoonFrom}: Freshness): string {
  // Overdue for another reason than its date: a day to come beside the word would belie it.
  if (state === 'overdue' && byDate && byDate !== 'overdue') return state;
  // Of the causes, an edit alone makes a page no worse than this, and the date still counts.
  const cause = state === 'due-soon' && byDate === 'fresh' ? 'edited' : undefined;
  return [state, dueBy, dueSoonFrom, cause].filter(Boolean).join(' ');
}
