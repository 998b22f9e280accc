import type {CivilDate, Freshness, FreshnessState} from '@opsbinder/core';
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {worsen} from '../src/client/facts/worsen.js';

const built = (state: FreshnessState): Freshness => ({
  state,
  reasons: [],
  on: '2026-11-01' as CivilDate,
  dueSoonFrom: '2027-01-16' as CivilDate,
  dueBy: '2027-01-30' as CivilDate,
});

test.each<[FreshnessState, string, FreshnessState]>([
  ['fresh', '2026-11-20', 'fresh'],
  ['fresh', '2027-01-15', 'fresh'],
  ['fresh', '2027-01-16', 'due-soon'],
  ['fresh', '2027-01-30', 'due-soon'],
  ['fresh', '2027-01-31', 'overdue'],
  ['due-soon', '2027-01-31', 'overdue'],
  ['due-soon', '2026-01-01', 'due-soon'],
  ['overdue', '2026-01-01', 'overdue'],
  ['unknown', '2030-01-01', 'unknown'],
  ['exempt', '2030-01-01', 'exempt'],
])('a page built as %s and read on %s is %s', (state, today, expected) => {
  expect(worsen(built(state), today).state).toBe(expected);
});

test.each<[FreshnessState, Freshness['byDate'], string, FreshnessState, Freshness['byDate']]>([
  // Edited since its review, and then its date passes.
  ['due-soon', 'fresh', '2026-11-20', 'due-soon', 'fresh'],
  ['due-soon', 'fresh', '2027-01-16', 'due-soon', 'due-soon'],
  ['due-soon', 'fresh', '2027-01-31', 'overdue', 'overdue'],
  // Used in an incident: overdue all the time, and one day by its date, too.
  ['overdue', 'fresh', '2026-11-20', 'overdue', 'fresh'],
  ['overdue', 'fresh', '2027-01-31', 'overdue', 'overdue'],
  ['overdue', 'due-soon', '2020-01-01', 'overdue', 'due-soon'],
])(
  'a page built as %s, by its date %s, and read on %s is %s, by its date %s',
  (state, byDate, today, ...expected) => {
    const shown = worsen({...built(state), causes: [{kind: 'edited'}], ...(byDate && {byDate})}, today);
    expect([shown.state, shown.byDate]).toEqual(expected);
  },
);

test('no clock makes a page better than it was built', () => {
  const order: FreshnessState[] = ['exempt', 'fresh', 'due-soon', 'overdue', 'unknown'];
  const day = fc.date({min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true});
  fc.assert(
    fc.property(fc.constantFrom(...order), day, (state, today) => {
      const shown = worsen(built(state), today.toISOString().slice(0, 10)).state;
      expect(order.indexOf(shown)).toBeGreaterThanOrEqual(order.indexOf(state));
    }),
  );
});
