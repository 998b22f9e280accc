import type {Freshness, FreshnessState} from '@opsbinder/core';

const RANK: Record<FreshnessState, number> = {exempt: 0, fresh: 1, 'due-soon': 2, overdue: 3, unknown: 4};

/**
 * What a built state has become by a later day. A page that was fresh when the site was built may be overdue
 * when it is read; the other way round nothing is believed, since a reader's clock may be wrong.
 *
 * @param built the state at build time
 * @param today the reader's day, `YYYY-MM-DD`
 * @returns the same object when nothing is worse
 */
export function worsen(built: Freshness, today: string): Freshness {
  const {state, byDate, dueBy, dueSoonFrom} = built;
  if (dueBy === undefined || state === 'unknown' || state === 'exempt') return built;
  const now =
    today > dueBy ? 'overdue' : dueSoonFrom !== undefined && today >= dueSoonFrom ? 'due-soon' : 'fresh';
  const isWorse = (than: FreshnessState) => RANK[now] > RANK[than];
  if (!isWorse(byDate ?? state)) return built;
  return {...built, state: isWorse(state) ? now : state, ...(byDate && {byDate: now})};
}
