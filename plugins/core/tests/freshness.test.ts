import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {addDays, type CivilDate} from '../src/dates.js';
import {type FreshnessState, judgeFreshness, summarizeFreshness} from '../src/freshness.js';
import {handbookOf, page} from './support.js';

const stateOf = (frontMatter: string, asOf = '2026-11-20', handbook?: string) =>
  handbookOf({p: page(frontMatter)}, {asOf, handbook}).pages[0]?.freshness;

describe('the state of a page', () => {
  test.each<[string, string, FreshnessState, string | undefined]>([
    ['last_reviewed_on: 2026-11-01', '2026-11-20', 'fresh', '2027-01-30'],
    ['last_reviewed_on: 2026-11-01', '2027-01-15', 'fresh', '2027-01-30'],
    ['last_reviewed_on: 2026-11-01', '2027-01-16', 'due-soon', '2027-01-30'],
    ['last_reviewed_on: 2026-11-01', '2027-01-30', 'due-soon', '2027-01-30'],
    ['last_reviewed_on: 2026-11-01', '2027-01-31', 'overdue', '2027-01-30'],
    ['last_reviewed_on: "2026-01-31"\nreview_in: 1 month', '2026-02-28', 'due-soon', '2026-02-28'],
    ['last_reviewed_on: "2026-01-31"\nreview_in: 1 month', '2026-03-01', 'overdue', '2026-02-28'],
    ['last_reviewed_on: 2026-01-01\nreview_by: 2026-12-31', '2026-11-20', 'fresh', '2026-12-31'],
    ['last_reviewed_on: 2020-01-01\nreview_in: never', '2026-11-20', 'exempt', undefined],
    ['last_reviewed_on: 2020-01-01\nstatus: deprecated', '2026-11-20', 'exempt', undefined],
    ['title: No date', '2026-11-20', 'unknown', undefined],
    ['last_reviewed_on:', '2026-11-20', 'unknown', undefined],
    ['last_reviewed_on: null', '2026-11-20', 'unknown', undefined],
    ['last_reviewed_on: 2026-2-5', '2026-11-20', 'unknown', undefined],
    ['last_reviewed_on: 2026-02-30', '2026-11-20', 'unknown', undefined],
    ['last_reviewed_on: 2026-11-21', '2026-11-20', 'fresh', '2027-02-19'],
    ['last_reviewed_on: 2026-11-22', '2026-11-20', 'unknown', undefined],
    ['last_reviewed: 2026-11-01', '2026-11-20', 'fresh', '2027-01-30'],
    ['freshness:\n  reviewed: 2026-11-01\n  owner: me', '2026-11-20', 'fresh', '2027-01-30'],
  ])('with %j as of %s is %s', (frontMatter, asOf, state, dueBy) => {
    const freshness = stateOf(frontMatter, asOf);
    expect(freshness?.state).toBe(state);
    expect(freshness?.dueBy).toBe(dueBy);
  });

  test('takes its cadence from the page, then the first matching policy, then the default', () => {
    const handbook =
      'policies:\n  - {match: "p*", review_in: 1 month}\n  - {match: "**", review_in: 1 year}\n';
    expect(stateOf('last_reviewed_on: 2026-11-01\nreview_in: 2 weeks', undefined, handbook)?.dueBy).toBe(
      '2026-11-15',
    );
    expect(stateOf('last_reviewed_on: 2026-11-01', undefined, handbook)?.dueBy).toBe('2026-12-01');
    expect(stateOf('last_reviewed_on: 2026-11-01')?.dueBy).toBe('2027-01-30');
  });

  test('never improves as time passes', () => {
    const rank: Record<FreshnessState, number> = {exempt: 0, fresh: 0, 'due-soon': 1, overdue: 2, unknown: 3};
    const day = fc
      .date({min: new Date('2000-01-01'), max: new Date('2060-01-01'), noInvalidDate: true})
      .map((date) => date.toISOString().slice(0, 10) as CivilDate);
    fc.assert(
      fc.property(
        day,
        fc.integer({min: 1, max: 800}),
        fc.integer({min: 0, max: 60}),
        day,
        fc.nat(2000),
        (on, amount, soon, asOf, later) => {
          const facts = {on, holdsFor: {amount, unit: 'day' as const}};
          const now = judgeFreshness(facts, asOf, soon).state;
          const then = judgeFreshness(facts, addDays(asOf, later), soon).state;
          expect(rank[then]).toBeGreaterThanOrEqual(rank[now]);
        },
      ),
    );
  });
});

test('the score counts unknown and overdue pages against the handbook, and leaves exempt ones out', () => {
  const summary = summarizeFreshness(['fresh', 'due-soon', 'overdue', 'unknown', 'exempt']);
  expect(summary).toEqual({
    documents: 5,
    fresh: 1,
    dueSoon: 1,
    overdue: 1,
    unknown: 1,
    exempt: 1,
    score: 0.5,
  });
  expect(summarizeFreshness([]).score).toBe(0);
});
