import {describe, expect, test} from 'vitest';
import type {PagefindPage} from '../src/client/search/pagefind';
import {readExcerpt, toPageResult} from '../src/client/search/result';

function section(title: string, score: number, anchor = true): PagefindPage['sub_results'][number] {
  return {
    title,
    url: anchor ? `/disk#${title}` : '/disk',
    excerpt: `${title}. text of ${title}`,
    weighted_locations: [{balanced_score: score}],
    ...(anchor ? {anchor: {id: title}} : {}),
  };
}

function page(part: Partial<PagefindPage>): PagefindPage {
  return {
    url: '/disk',
    content: '',
    locations: [],
    meta: {title: 'Disk'},
    excerpt: 'Disk. of the page',
    sub_results: [],
    ...part,
  };
}

describe('a page that is found', () => {
  test('stands with its title, its categories and its facts', () => {
    const meta = {title: 'Disk', breadcrumb: 'Runbooks › Nodes', owner: 'sre'};
    const filters = {type: ['runbook'], tier: ['0'], freshness: ['fresh 2027-02-01 2027-01-18']};
    expect(toPageResult(page({meta, filters}))).toMatchObject({
      title: 'Disk',
      context: 'Runbooks › Nodes',
      facts: {
        type: 'runbook',
        tier: 0,
        freshness: {state: 'fresh', dueBy: '2027-02-01', dueSoonFrom: '2027-01-18'},
        words: [],
      },
    });
  });

  test('has a state without a day where no day counts', () => {
    expect(toPageResult(page({filters: {freshness: ['unknown']}})).facts.freshness).toEqual({
      state: 'unknown',
      reasons: [],
    });
  });

  test('is due soon for an edit where the index says so', () => {
    const filters = {freshness: ['due-soon 2027-02-01 2027-01-18 edited']};
    expect(toPageResult(page({filters})).facts.freshness).toEqual({
      state: 'due-soon',
      reasons: [],
      causes: [{kind: 'edited'}],
      byDate: 'fresh',
      dueBy: '2027-02-01',
      dueSoonFrom: '2027-01-18',
    });
  });

  test('has no facts where it says none', () => {
    expect(toPageResult(page({})).facts).toEqual({words: []});
  });

  test('shows what it says in words of its own as it stands, and nothing of values that mean something else', () => {
    const meta = {title: 'Disk', tier: 'Tier 0', type: 'Play'};
    const filters = {type: ['toString', 'guide'], tier: ['gold'], freshness: ['today']};
    expect(toPageResult(page({meta, filters})).facts).toEqual({type: 'guide', words: ['Play', 'Tier 0']});
  });

  test('is placed by its path where it is in no category', () => {
    expect(toPageResult(page({})).context).toBe('/disk');
  });

  test('shows the three sections that match best, in the order of the page', () => {
    const sub_results = [section('a', 1), section('b', 9), section('c', 5), section('d', 7)];
    expect(toPageResult(page({sub_results})).sections.map(({title}) => title)).toEqual(['b', 'c', 'd']);
  });

  test('does not say the same words for the page and for its section', () => {
    const below = toPageResult(page({sub_results: [section('a', 1)]}));
    expect(below.excerpt).toEqual([]);
    const both = toPageResult(page({sub_results: [section('Disk', 1, false), section('a', 1)]}));
    expect(both.excerpt).toEqual([{text: 'text of Disk', marked: false}]);
  });
});

describe('the words around a match', () => {
  test('are text with the matches marked', () => {
    expect(readExcerpt('run <mark>kubectl</mark> now', 'x')).toEqual([
      {text: 'run ', marked: false},
      {text: 'kubectl', marked: true},
      {text: ' now', marked: false},
    ]);
  });

  test('show what looks like HTML as it was written', () => {
    expect(readExcerpt('&lt;script&gt; &amp;', 'x')).toEqual([{text: '<script> &amp;', marked: false}]);
  });

  test('do not begin with the title once more, even where it matches', () => {
    expect(readExcerpt('<mark>Disk</mark> is full. Delete <mark>disk</mark> logs', 'Disk is full')).toEqual([
      {text: 'Delete ', marked: false},
      {text: 'disk', marked: true},
      {text: ' logs', marked: false},
    ]);
    expect(readExcerpt('<mark>Disk.</mark>', 'Disk')).toEqual([]);
  });
});
