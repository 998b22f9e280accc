import {expect, test} from 'vitest';
import {pageRecord} from '../src/index.js';
import {handbookOf, page} from './support.js';

/** Where a page is used, as its record says it. */
function usesOf(id: string, pages: Record<string, string>) {
  const handbook = handbookOf(pages);
  const found = handbook.pages.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`no page ${id}`);
  const {alerts = [], incidents = [], related = []} = pageRecord(handbook, found).uses ?? {};
  return {
    alerts,
    incidents: incidents.map(({title, on}) => `${title} ${on}`),
    related: related.map(({title}) => title),
  };
}

test('a page says which alerts lead to it, and which incidents it was used in', () => {
  const pages = {
    p: page('alerts: [HighLatency, ErrorBurst]'),
    a: page('type: postmortem\nincident_date: 2026-11-03\nrunbooks: [p]'),
    b: page('type: postmortem\nincident_date: 2026-11-05\nrunbooks: [p]'),
  };
  expect(usesOf('p', pages)).toEqual({
    alerts: ['ErrorBurst', 'HighLatency'],
    incidents: ['b 2026-11-05', 'a 2026-11-03'],
    related: [],
  });
});

test('pages are related in both directions, each once, and none to itself', () => {
  const pages = {
    p: page('related: [q, p, q.md]'),
    q: page('related: [p]'),
    r: page('related: [p]'),
    s: '# Alone\n',
  };
  expect(usesOf('p', pages).related).toEqual(['q', 'r']);
  expect(usesOf('r', pages).related).toEqual(['p']);
  expect(handbookOf(pages).uses.has('docs/s.md')).toBe(false);
});

test('what is put away does not come up on other pages', () => {
  const pages = {p: page('title: p'), old: page('status: deprecated\nrelated: [p]')};
  expect(usesOf('p', pages).related).toEqual([]);
  expect(usesOf('old', pages).related).toEqual(['p']);
});
