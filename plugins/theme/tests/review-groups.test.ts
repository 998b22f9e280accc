import type {CivilDate, Freshness, ReviewItem} from '@opsbinder/core';
import {describe, expect, test} from 'vitest';
import {addDays, daysBetween, mondayOf} from '../src/client/facts/days.js';
import {groupReviews, weekLoad} from '../src/client/pages/review-groups.js';

const TODAY = '2026-11-20';

function page(title: string, state: Freshness['state'], dueBy?: string, owner?: string): ReviewItem {
  return {
    id: title,
    title,
    permalink: `/${title}`,
    status: 'published',
    ...(owner && {owner: {id: owner, name: owner}}),
    freshness: {
      state,
      reasons: [],
      ...(dueBy && {dueBy: dueBy as CivilDate, dueSoonFrom: addDays(dueBy, -14) as CivilDate}),
    },
  };
}

const PAGES = [
  page('a', 'fresh', '2027-02-01', 'sre'),
  page('b', 'due-soon', '2026-11-30', 'dba'),
  page('c', 'overdue', '2026-10-01', 'sre'),
  page('d', 'overdue', '2026-09-01'),
  page('e', 'unknown', undefined, 'sre'),
  page('f', 'due-soon', '2026-11-22', 'sre'),
  page('g', 'fresh', '2027-02-28'),
];

function shown(pages: ReviewItem[], today: string) {
  const titles = (groups: ReturnType<typeof groupReviews>['overdue']) =>
    groups.map(
      ({owner, pages: own}) => `${owner?.name ?? 'nobody'}: ${own.map(({title}) => title).join(' ')}`,
    );
  const {overdue, months, undated} = groupReviews(pages, today);
  return {
    overdue: titles(overdue),
    months: months.map(({month, owners}) => [month, ...titles(owners)]),
    undated: titles(undated),
  };
}

describe('the list of reviews', () => {
  test('begins with what is overdue, goes on by month and owner, and ends with what has no date', () => {
    expect(shown(PAGES, TODAY)).toEqual({
      overdue: ['sre: c', 'nobody: d'],
      months: [
        ['2026-11', 'sre: f', 'dba: b'],
        ['2027-02', 'sre: a', 'nobody: g'],
      ],
      undated: ['sre: e'],
    });
  });

  test('moves pages to what is overdue as days pass', () => {
    expect(shown(PAGES, '2027-02-10')).toEqual({
      overdue: ['sre: c f a', 'dba: b', 'nobody: d'],
      months: [['2027-02', 'nobody: g']],
      undated: ['sre: e'],
    });
  });

  test('has pages that were edited since their review in this month, whatever their date', () => {
    const edited = page('h', 'due-soon', '2027-11-01', 'sre');
    edited.freshness.byDate = 'fresh';
    expect(shown([edited], TODAY).months).toEqual([['2026-11', 'sre: h']]);
    expect(weekLoad([edited], TODAY).weeks[0]?.count).toBe(1);
  });

  test('keeps owners of the same name apart', () => {
    const [a, b] = [page('a', 'overdue', '2026-10-01', 'x'), page('b', 'overdue', '2026-10-02', 'y')];
    for (const {owner} of [a, b]) if (owner) owner.name = 'Team';
    expect(shown([a, b], TODAY).overdue).toEqual(['Team: a', 'Team: b']);
  });

  test('of no pages is empty', () => {
    expect(shown([], TODAY)).toEqual({overdue: [], months: [], undated: []});
  });
});

describe('the load', () => {
  test('counts each page once: overdue, in its week, or later', () => {
    const {overdue, weeks, later} = weekLoad(PAGES, TODAY);
    expect(overdue).toBe(2);
    expect(weeks).toHaveLength(12);
    expect(weeks.filter(({count}) => count > 0)).toEqual([
      {monday: '2026-11-16', count: 1},
      {monday: '2026-11-30', count: 1},
      {monday: '2027-02-01', count: 1},
    ]);
    expect(later).toBe(1);
  });

  test('begins with this week', () => {
    expect(weekLoad([], '2026-11-22').weeks[0]?.monday).toBe('2026-11-16');
    expect(weekLoad([], '2026-11-23').weeks[0]?.monday).toBe('2026-11-23');
  });
});

test.each([
  ['2026-11-16', '2026-11-16'],
  ['2026-11-22', '2026-11-16'],
  ['2027-01-01', '2026-12-28'],
  ['2024-02-29', '2024-02-26'],
])('the week of %s begins on %s', (day, monday) => expect(mondayOf(day)).toBe(monday));

test('days are counted across a change of clocks', () => {
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  expect(daysBetween('2026-11-20', '2026-11-08')).toBe(-12);
  expect(addDays('2026-10-24', 2)).toBe('2026-10-26');
});
