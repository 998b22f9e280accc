import type {Freshness, ReviewItem} from '@opsbinder/core';
import {compareText} from '@opsbinder/core/browser';
import {addDays, mondayOf} from '../facts/days.js';
import {worsen} from '../facts/worsen.js';

/** Pages of one owner; those without an owner have none. */
export interface OwnerGroup {
  owner?: {id: string; name: string};
  pages: ReviewItem[];
}

/** What is to be reviewed, in the order in which somebody should turn to it. */
export interface ReviewGroups {
  overdue: OwnerGroup[];
  months: {month: string; owners: OwnerGroup[]}[];
  /** Pages without a review date. */
  undated: OwnerGroup[];
}

/** How many reviews fall due in a week. */
export interface WeekLoad {
  /** The Monday it begins on. */
  monday: string;
  count: number;
}

const WEEKS = 12;

/** Sorts pages by when they are due, as of a day. */
export function groupReviews(pages: readonly ReviewItem[], today: string): ReviewGroups {
  const judged = pages.map((page) => ({page, freshness: worsen(page.freshness, today)}));
  const inState = (test: (freshness: Freshness) => boolean) =>
    judged.filter(({freshness}) => test(freshness)).map(({page}) => page);
  const ahead = inState(({state}) => state === 'fresh' || state === 'due-soon');
  const monthOf = ({freshness}: ReviewItem) => waitsFor(freshness, today).slice(0, 7);
  const months = [...new Set(ahead.map(monthOf))].sort();
  return {
    overdue: byOwner(inState(({state}) => state === 'overdue')),
    months: months.map((month) => ({
      month,
      owners: byOwner(ahead.filter((page) => monthOf(page) === month)),
    })),
    undated: byOwner(inState(({state}) => state === 'unknown')),
  };
}

/** How many reviews fall due in this week and in each of those that follow, and how many after them. */
export function weekLoad(
  pages: readonly ReviewItem[],
  today: string,
): {overdue: number; weeks: WeekLoad[]; later: number} {
  const judged = pages.map(({freshness}) => worsen(freshness, today));
  const due = judged.flatMap((freshness) =>
    freshness.state === 'fresh' || freshness.state === 'due-soon' ? mondayOf(waitsFor(freshness, today)) : [],
  );
  const first = mondayOf(today);
  const weeks = Array.from({length: WEEKS}, (_, index) => {
    const monday = addDays(first, index * 7);
    return {monday, count: due.filter((other) => other === monday).length};
  });
  return {
    overdue: judged.filter(({state}) => state === 'overdue').length,
    weeks,
    later: due.filter((monday) => monday >= addDays(first, WEEKS * 7)).length,
  };
}

// The day on which somebody should look at a page: its due date, or at once where something other than its date
// made it due.
function waitsFor({state, byDate, dueBy}: Freshness, today: string): string {
  return state === 'due-soon' && byDate === 'fresh' ? today : (dueBy ?? today);
}

// Those with the earliest date first, and what nobody answers for at the end.
function byOwner(pages: readonly ReviewItem[]): OwnerGroup[] {
  const sorted = [...pages].sort((a, b) => compareText(a.freshness.dueBy ?? '', b.freshness.dueBy ?? ''));
  const groups = new Map<string, OwnerGroup>();
  for (const page of sorted) {
    const {owner} = page;
    const key = owner?.id || (owner?.name ?? '');
    const group = groups.get(key) ?? {...(owner && {owner: {id: owner.id, name: owner.name}}), pages: []};
    group.pages.push(page);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => Number(!a.owner) - Number(!b.owner));
}
