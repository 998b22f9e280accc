import type {FreshnessState} from '@opsbinder/core';
import {worsen} from '../facts/worsen';
import {readFreshness} from './result';
import {type Chosen, FILTERS, type FilterName, type Unknown} from './search-state';

/** Pages by filter and value, as the index counts them. */
export type Counts = Record<string, Record<string, number>>;

/** What the review of a page has come to by a day, from what the index holds of it; never better than built. */
export function stateOn(today: string, raw: string): FreshnessState | undefined {
  const built = readFreshness(raw);
  return built && worsen(built, today).state;
}

/** The counts as a reader sees them: of freshness, which the index holds with its days, by the state on this day. */
export function countsOn(today: string, counts: Counts): Counts {
  const byState: Record<string, number> = {};
  for (const [raw, count] of Object.entries(counts.freshness ?? {})) {
    const state = stateOn(today, raw);
    if (state) byState[state] = (byState[state] ?? 0) + count;
  }
  return {...counts, freshness: byState};
}

/** Parts what is chosen into values that some page has and others, of which no page can be found. */
export function splitChosen(chosen: Chosen, whole: Counts): {known: Chosen; unknown: Unknown[]} {
  const known: Chosen = {};
  const unknown: Unknown[] = [];
  for (const key of FILTERS) {
    const isKnown = (value: string) => Object.hasOwn(whole[key] ?? {}, value);
    const values = chosen[key] ?? [];
    if (values.some(isKnown)) known[key] = values.filter(isKnown);
    unknown.push(...values.filter((value) => !isKnown(value)).map((value) => ({key, value})));
  }
  return {known, unknown};
}

/**
 * What the index is asked for.
 *
 * @param chosen known values only
 * @param raw the values of the whole index, uncounted by day
 */
export function rawFilters(chosen: Chosen, raw: Counts, today: string): Record<string, string[]> {
  const {freshness, ...others} = chosen;
  if (!freshness) return others;
  const values = Object.keys(raw.freshness ?? {}).filter((value) =>
    freshness.includes(stateOn(today, value) ?? ''),
  );
  return {...others, freshness: values};
}

/** A value that can be chosen, and how many of the pages found have it. */
export interface FilterValue {
  value: string;
  count: number;
  isChosen: boolean;
}

export interface FilterGroup {
  name: FilterName;
  values: FilterValue[];
}

/** In this order where it says more than how often they occur. */
const STATES: readonly string[] = ['overdue', 'unknown', 'due-soon', 'fresh', 'exempt'];

/**
 * The filters worth showing: those by which the index can be parted, and those with a chosen value.
 *
 * @param whole all values by the whole index
 * @param counts by what was found; undefined before there is an answer
 * @param order values in an order of their own, such as severities
 */
export function filterGroups(
  whole: Counts,
  counts: Counts | undefined,
  chosen: Chosen,
  order: Partial<Record<FilterName, readonly string[]>> = {},
): FilterGroup[] {
  return FILTERS.flatMap((name) => {
    const all = Object.entries(whole[name] ?? {});
    const isChosen = (value: string) => chosen[name]?.includes(value) ?? false;
    // This site's own pages are of no other binder: one other parts them.
    const least = name === 'binder' ? 1 : 2;
    if (all.length < least && !all.some(([value]) => isChosen(value))) return [];
    const rank = rankBy(name === 'freshness' ? STATES : order[name]);
    const values = all
      .sort(([a, aCount], [b, bCount]) =>
        name === 'tier' ? Number(a) - Number(b) : rank(a) - rank(b) || bCount - aCount || (a < b ? -1 : 1),
      )
      .map(([value, total]) => ({
        value,
        count: counts ? (counts[name]?.[value] ?? 0) : total,
        isChosen: isChosen(value),
      }));
    return [{name, values}];
  });
}

function rankBy(order: readonly string[] = []): (value: string) => number {
  return (value) => (order.includes(value) ? order.indexOf(value) : order.length);
}
