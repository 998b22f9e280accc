import {describe, expect, test} from 'vitest';
import {countsOn, filterGroups, rawFilters, splitChosen, stateOn} from '../src/client/search/filter-values';
import {choose, countChosen, readState, writeState} from '../src/client/search/search-state';

describe('the address of the search page', () => {
  test('holds words, filters and order, and gives them back', () => {
    const query = '?q=redis+%26+lag&type=runbook&tier=0&tier=1&freshness=overdue&sort=reviewed';
    const {state, unknown} = readState(query);
    expect(state).toEqual({
      typed: 'redis & lag',
      chosen: {type: ['runbook'], tier: ['0', '1'], freshness: ['overdue']},
      sort: 'reviewed',
    });
    expect(unknown).toEqual([]);
    expect(writeState(state)).toBe(query);
  });

  test('is plain where nothing is asked', () => {
    expect(writeState(readState('').state)).toBe('');
    expect(writeState(readState('?q=&tier=').state)).toBe('');
  });

  test('may hold anything', () => {
    const {state, unknown} = readState('?colour=red&sort=size&__proto__=1&tier=0&tier=0');
    expect(state).toEqual({typed: '', chosen: {tier: ['0']}, sort: 'relevance'});
    expect(unknown.map(({key}) => key)).toEqual(['colour', 'sort', '__proto__']);
  });
});

test('a value is chosen and given up again', () => {
  const one = choose({}, 'tier', '0', true);
  const two = choose(one, 'tier', '1', true);
  expect(two).toEqual({tier: ['0', '1']});
  expect(countChosen(two)).toBe(2);
  expect(choose(choose(two, 'tier', '0', false), 'tier', '1', false)).toEqual({});
});

const RAW = {
  type: {runbook: 2, guide: 1},
  tier: {'10': 1, '2': 1, '0': 1},
  language: {en: 3},
  freshness: {'fresh 2026-12-01 2026-11-24': 1, 'fresh 2027-06-01 2027-05-18': 1, 'overdue 2026-11-01': 1},
};

describe('reviews', () => {
  test('are what they have become by the day on which somebody searches, never better', () => {
    const value = 'due-soon 2026-12-01 2026-11-24';
    expect(stateOn('2026-11-20', value)).toBe('due-soon');
    expect(stateOn('2026-12-02', value)).toBe('overdue');
    expect(stateOn('2020-01-01', 'overdue 2026-11-01')).toBe('overdue');
    expect(stateOn('2026-11-20', 'nonsense')).toBeUndefined();
  });

  test('are counted by state, and a state asks for all that is in it today', () => {
    expect(countsOn('2026-11-20', RAW).freshness).toEqual({fresh: 2, overdue: 1});
    expect(countsOn('2026-12-02', RAW).freshness).toEqual({fresh: 1, overdue: 2});
    expect(rawFilters({freshness: ['overdue'], tier: ['0']}, RAW, '2026-12-02')).toEqual({
      tier: ['0'],
      freshness: ['fresh 2026-12-01 2026-11-24', 'overdue 2026-11-01'],
    });
  });
});

test('what no page has is parted from what can be chosen', () => {
  const whole = countsOn('2026-11-20', RAW);
  expect(splitChosen({tier: ['0', '9'], owner: ['nobody'], freshness: ['due-soon']}, whole)).toEqual({
    known: {tier: ['0']},
    unknown: [
      {key: 'tier', value: '9'},
      {key: 'owner', value: 'nobody'},
      {key: 'freshness', value: 'due-soon'},
    ],
  });
});

describe('filters', () => {
  const whole = countsOn('2026-11-20', RAW);

  test('are offered where there is something to choose, in an order that means something', () => {
    const groups = filterGroups(whole, undefined, {});
    expect(groups.map(({name, values}) => [name, values.map(({value}) => value)])).toEqual([
      ['type', ['runbook', 'guide']],
      ['tier', ['0', '2', '10']],
      ['freshness', ['overdue', 'fresh']],
    ]);
  });

  test('are offered where something is chosen, though it be the only value', () => {
    const groups = filterGroups(whole, {language: {en: 2}}, {language: ['en']});
    expect(groups.find(({name}) => name === 'language')?.values).toEqual([
      {value: 'en', count: 2, isChosen: true},
    ]);
  });

  test('keep their values when nothing found has them', () => {
    const [types] = filterGroups(whole, {type: {guide: 1}}, {});
    expect(types?.values).toEqual([
      {value: 'runbook', count: 0, isChosen: false},
      {value: 'guide', count: 1, isChosen: false},
    ]);
  });
});
