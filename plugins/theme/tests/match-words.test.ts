import {expect, test} from 'vitest';
import {matchWords} from '../src/client/search/match-words';

const found = (text: string, ...words: string[]) =>
  matchWords(text, {typed: words, forms: []}).map(([start, end]) => text.slice(start, end));

test.each([
  ['a word in any case', 'Redis, REDIS and redis', ['redis'], ['Redis', 'REDIS', 'redis']],
  ['with and without accents', 'Café or cafe', ['café'], ['Café', 'cafe']],
  ['what a longer word begins with', 'failover, failovers', ['failover'], ['failover', 'failovers']],
  ['not what stands within another word', 'a pod, podium, tripod', ['pod'], ['pod']],
  ['a part of an identifier', 'idx_status_created', ['status'], ['status']],
  [
    'an identifier as a whole',
    'idx_status_created and idx_status',
    ['idx_status'],
    ['idx_status', 'idx_status'],
  ],
  [
    'an address letter by letter',
    '10.0.0.1:5432, 10x0x0x1:5432, 10.0.0.1:54321',
    ['10.0.0.1:5432'],
    ['10.0.0.1:5432'],
  ],
  ['a number alone', 'http 429, 4290', ['429'], ['429']],
  ['a word with punctuation around it', 'It is (refused).', ['"refused,"'], ['refused']],
  ['words in a script without spaces', 'データベースを再起動', ['再起動'], ['再起動']],
  ['nothing for symbols alone', 'a = b', ['='], []],
])('marks %s', (_, text, words, expected) => {
  expect(found(text, ...words)).toEqual(expected);
});

test('small words are marked only where nothing else was asked', () => {
  expect(found('the lag of the replica', 'the', 'lag')).toEqual(['lag']);
  expect(found('the lag', 'the')).toEqual(['the']);
});

test('a word that is everywhere is left out beside others', () => {
  const text = `${'redis '.repeat(41)}refused`;
  expect(found(text, 'redis', 'refused')).toEqual(['refused']);
  expect(found(text, 'redis')).toHaveLength(41);
});

test('of words that overlap the longer is marked', () => {
  expect(found('db-replica lags', 'replica', 'db-replica')).toEqual(['db-replica']);
});

test('other forms of a word are marked, and of a longer word only what was typed', () => {
  const text = 'Stop it: stopping idx_status_created, KubePodCrashLooping';
  const places = matchWords(text, {
    typed: ['stop', 'status', 'crash'],
    forms: ['Stop', 'stopping', 'idx_status_created,', 'KubePodCrashLooping'],
  });
  expect(places.map(([start, end]) => text.slice(start, end))).toEqual([
    'Stop',
    'stopping',
    'status',
    'KubePodCrashLooping',
  ]);
});

test('a word of a letter or two has no other forms', () => {
  const places = (text: string, typed: string[], forms: string[]) =>
    matchWords(text, {typed, forms}).map(([start, end]) => text.slice(start, end));
  expect(places('C++ cluster caches', ['C++'], ['C', 'cluster'])).toEqual(['C']);
  expect(places('Go and running, gone', ['go', 'runs'], ['gone', 'running'])).toEqual(['Go', 'running']);
});

test('a quoted phrase is marked as one, or by its words where the text has them apart', () => {
  const places = (text: string) =>
    matchWords(text, {typed: ['"force', 'stop"'], forms: [], phrase: 'force stop'}).map(([start, end]) =>
      text.slice(start, end),
    );
  expect(places('Stop by force: --force stop')).toEqual(['force stop']);
  expect(places('Stop by force')).toEqual(['Stop', 'force']);
});
