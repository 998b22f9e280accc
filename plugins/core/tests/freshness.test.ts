import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {addDays, type CivilDate} from '../src/dates.js';
import {type Cause, type FreshnessState, judgeFreshness, nextTransition} from '../src/freshness.js';
import {summarizeFreshness} from '../src/freshness-summary.js';
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

  test('never improves as time passes, whatever happened and whatever sets its date', () => {
    const rank: Record<FreshnessState, number> = {exempt: 0, fresh: 0, 'due-soon': 1, overdue: 2, unknown: 3};
    const day = fc
      .date({min: new Date('2000-01-01'), max: new Date('2060-01-01'), noInvalidDate: true})
      .map((date) => date.toISOString().slice(0, 10) as CivilDate);
    const cause = fc.constantFrom<Cause[]>(
      [{kind: 'edited'}],
      [{kind: 'source-changed', path: 'a'}],
      [{kind: 'incident', title: 'I', permalink: '/i', on: '2026-01-01' as CivilDate}, {kind: 'edited'}],
    );
    fc.assert(
      fc.property(
        fc.record({
          on: fc.option(day, {nil: undefined}),
          holdsFor: fc.oneof(
            fc.constant('never' as const),
            fc.record({
              amount: fc.integer({min: 1, max: 100}),
              unit: fc.constantFrom('day' as const, 'week' as const, 'month' as const, 'year' as const),
            }),
          ),
          dueBy: fc.option(day, {nil: undefined}),
          exempt: fc.option(fc.constantFrom('deprecated' as const, 'frozen' as const), {nil: undefined}),
          since: fc.option(cause, {nil: undefined}),
        }),
        fc.integer({min: 0, max: 60}),
        day,
        fc.nat(20_000),
        (facts, soon, asOf, later) => {
          const now = judgeFreshness(facts, asOf, soon);
          const then = judgeFreshness(facts, addDays(asOf, later), soon);
          expect(rank[then.state]).toBeGreaterThanOrEqual(rank[now.state]);
          // Causes make worse, and never better.
          const without = judgeFreshness({...facts, since: []}, asOf, soon);
          expect(rank[now.state]).toBeGreaterThanOrEqual(rank[without.state]);
          // The day that is named for the next change is the day of it.
          const next = nextTransition(now);
          if (next !== undefined) {
            expect(judgeFreshness(facts, next, soon).state).not.toBe(now.state);
            expect(judgeFreshness(facts, addDays(next, -1), soon).state).toBe(now.state);
          }
        },
      ),
      {numRuns: 1000},
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
