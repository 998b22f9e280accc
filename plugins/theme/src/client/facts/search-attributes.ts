import type {PageRecord} from '@opsbinder/core';

/** The parts of a page's header that are shown. */
interface Shown {
  runbook?: boolean | undefined;
  freshness?: boolean | undefined;
}

/**
 * What the index should know of a page, as attributes of its header: `type`, `tier` and `freshness`, the last with
 * its state, the days on which that gets worse and, where an edit made it what it is, `edited`. They are Pagefind
 * filters, because all words of its metadata can be searched for: each page would answer to its due date and to the
 * name of its state.
 */
export function searchAttributes(page: PageRecord, shown: Shown): Record<`data-${string}`, string> {
  const values = Object.entries({
    type: shown.runbook ? page.type : undefined,
    tier: shown.runbook ? page.tier?.id.toString() : undefined,
    freshness: shown.freshness ? freshnessValue(page) : undefined,
  }).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
  if (values.length === 0) return {};
  return {
    'data-pagefind-filter': values.map(([name]) => `${name}[data-${name}]`).join(', '),
    ...Object.fromEntries(values.map(([name, value]) => [`data-${name}`, value])),
  };
}

function freshnessValue({freshness: {state, byDate, dueBy, dueSoonFrom}}: PageRecord): string {
  // Overdue for another reason than its date: a day to come beside the word would belie it.
  if (state === 'overdue' && byDate && byDate !== 'overdue') return state;
  // Of the causes, an edit alone makes a page no worse than this, and the date still counts.
  const cause = state === 'due-soon' && byDate === 'fresh' ? 'edited' : undefined;
  return [state, dueBy, dueSoonFrom, cause].filter(Boolean).join(' ');
}
