import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {find, fold, foldPages, type IndexedPage, queryWords, split} from '../../src/usb/browser/find.js';

const PAGES: IndexedPage[] = [
  ['a.html', 'Proxy', 'Networks', '', [['', '', 'Nothing else.']]],
  [
    'b.html',
    'Failover',
    'Databases',
    'DbDown',
    [
      ['', '', 'What to do about the proxy.'],
      [
        'lag',
        'Replication lag',
        'Run pg_basebackup --dry-run and wait. ERROR: could not connect to 10.0.0.1:5432, giving up',
      ],
    ],
  ],
  ['c.html', 'Café Größe', '', '', [['proxy', 'The proxy', 'Restart it: systemctl restart squid-proxy.']]],
];
const pages = foldPages(PAGES);
const files = (query: string) => find(pages, query).answers.map(({page: [file]}) => file);

describe('a search in a copy', () => {
  test('puts titles before headings, and headings before text', () => {
    expect(files('proxy')).toEqual(['a.html', 'c.html', 'b.html']);
  });

  test('wants all words, each by its beginning, whatever their case and accents', () => {
    expect(files('replic LAG')).toEqual(['b.html']);
    expect(files('lag nothing')).toEqual([]);
    expect(files('plication')).toEqual([]);
    expect(files('cafe grosse')).toEqual([]);
    expect(files('cafe große')).toEqual(['c.html']);
    expect(files('dbdown')).toEqual(['b.html']);
    expect(files('down')).toEqual(['b.html']);
  });

  test('finds options, addresses, names with dashes, and messages as they are pasted', () => {
    for (const query of [
      '--dry-run',
      'dry-run',
      '10.0.0.1:5432',
      'pg_basebackup',
      '"ERROR: could not connect to 10.0.0.1:5432, giving up"',
      'ERROR:   could not connect\nto 10.0.0.1:5432, giving up.',
    ]) {
      expect(files(query), query).toEqual(['b.html']);
    }
    expect(files('squid-proxy')).toEqual(['c.html']);
  });

  test('offers what has most of the words of a message that has names of its own', () => {
    const {answers, isNearly} = find(pages, '2026-11-20T02:11 ERROR: could not connect to db-7');
    expect(isNearly).toBe(true);
    expect(answers.map(({page: [file]}) => file)).toEqual(['b.html']);
    expect(find(pages, 'nothing whatever').isNearly).toBe(false);
  });

  test('leads to the heading above the hit, and marks it', () => {
    const [answer] = find(pages, 'could not connect').answers;
    expect(answer?.section).toEqual(['lag', 'Replication lag']);
    expect(answer?.excerpt.filter((_, at) => at % 2 === 1)).toEqual(['could', 'not', 'connect']);
  });

  test('takes any query', () => {
    fc.assert(
      fc.property(fc.string({unit: 'grapheme'}), (query) => {
        const {answers, count} = find(pages, query);
        expect(answers.length).toBe(count);
      }),
    );
    expect(queryWords('  ("a") \' ')).toEqual(['a', "'"]);
  });

  test('a folded text has the length of the text, so that hits stand where they are marked', () => {
    fc.assert(
      fc.property(
        fc.string({unit: 'binary', maxLength: 40}),
        fc.string({minLength: 1, maxLength: 3}),
        (text, word) => {
          expect(fold(text)).toHaveLength(text.length);
          expect(split(text, fold(text), [fold(word)]).join('')).toBe(text);
        },
      ),
    );
    expect(fold('ÀÉÎßİÅ')).toBe('aeißia');
  });
});
