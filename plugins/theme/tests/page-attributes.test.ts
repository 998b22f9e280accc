import type {PageRecord} from '@opsbinder/core';
import {expect, test} from 'vitest';
import {pageAttributes} from '../src/client/facts/page-attributes';

const PAGE = {
  asOf: '2026-11-20',
  type: 'runbook',
  status: 'published',
  tier: {id: 0, title: 'Before first deploy'},
  freshness: {
    state: 'due-soon',
    reasons: [],
    on: '2026-08-26',
    dueBy: '2026-11-24',
    dueSoonFrom: '2026-11-10',
  },
} as unknown as PageRecord;

test('the header tells what the header shows', () => {
  expect(pageAttributes(PAGE, {runbook: true, freshness: true})).toEqual({
    'data-type': 'runbook',
    'data-tier': '0',
    'data-freshness': 'due-soon 2026-11-24 2026-11-10',
  });
});

test('the header tells of no part that is not shown, and of nothing that is not known', () => {
  expect(pageAttributes(PAGE, {freshness: true})).toEqual({
    'data-freshness': 'due-soon 2026-11-24 2026-11-10',
  });
  const unknown = {...PAGE, type: undefined, tier: undefined} as unknown as PageRecord;
  expect(pageAttributes(unknown, {runbook: true})).toEqual({});
});

const judged = (freshness: object) =>
  pageAttributes({...PAGE, freshness: {...PAGE.freshness, ...freshness}} as PageRecord, {freshness: true})[
    'data-freshness'
  ];

test('a page that is overdue for another reason than its date has no day to come beside the word', () => {
  expect(judged({state: 'overdue'})).toBe('overdue 2026-11-24 2026-11-10');
  expect(judged({state: 'overdue', byDate: 'fresh'})).toBe('overdue');
});

test('a page that is due soon because it was edited says so, and keeps its days', () => {
  expect(judged({byDate: 'fresh'})).toBe('due-soon 2026-11-24 2026-11-10 edited');
  expect(judged({byDate: 'due-soon'})).toBe('due-soon 2026-11-24 2026-11-10');
});
