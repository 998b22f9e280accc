import type {Handbook} from '@opsbinder/core';
import {expect, test} from 'vitest';
import {gatherMarkers, type MarkableState} from '../src/markers';

const dates = {dueBy: '2026-12-01', dueSoonFrom: '2026-11-17'};
const PAGES = {
  pages: [
    {permalink: '/fresh', freshness: {state: 'fresh', ...dates}},
    {permalink: '/soon', freshness: {state: 'due-soon', ...dates}},
    {permalink: '/late', freshness: {state: 'overdue', ...dates}},
    {permalink: '/never', freshness: {state: 'unknown'}},
    {permalink: '/old-version', freshness: {state: 'exempt', exempt: 'frozen'}},
  ],
} as unknown as Pick<Handbook, 'pages'>;

const pagesFor = (...states: MarkableState[]) => gatherMarkers(PAGES, states).pages;

test('the browser gets the days on which a page gets worse, as far as they matter', () => {
  expect(pagesFor('overdue')).toEqual({
    '/fresh': ['fresh', '2026-12-01'],
    '/soon': ['due-soon', '2026-12-01'],
    '/late': ['overdue'],
  });
  expect(pagesFor('overdue', 'due-soon', 'unknown')).toEqual({
    '/fresh': ['fresh', '2026-12-01', '2026-11-17'],
    '/soon': ['due-soon', '2026-12-01'],
    '/late': ['overdue'],
    '/never': ['unknown'],
  });
});

test('pages that will never be marked are left out', () => {
  expect(pagesFor('unknown')).toEqual({'/never': ['unknown']});
});
