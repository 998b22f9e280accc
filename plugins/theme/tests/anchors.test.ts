import {describe, expect, test} from 'vitest';
import {anchorOf} from '../src/client/api/anchor';
import {anchorIds} from '../src/client/pages/anchor-ids';

describe('the id that an address leads to', () => {
  test.each([
    ['', ''],
    ['#tag/Runs', 'tag/Runs'],
    ['#r%C3%A9sum%C3%A9', 'résumé'],
    ['#50%', '50%'],
    ['#%C3', '%C3'],
  ])('of %j is %j', (hash, anchor) => {
    expect(anchorOf(hash)).toBe(anchor);
  });
});

describe('ids made from names', () => {
  test('are safe in an address', () => {
    expect(anchorIds('severity', ['P0', 'Very Bad!', 'Übel', '重大'])).toEqual([
      'severity-p0',
      'severity-very-bad',
      'severity-ubel',
      'severity-重大',
    ]);
  });

  test('are each there once, whatever the names', () => {
    expect(anchorIds('severity', ['P 1', 'p-1', 'P 1 2', 'P1', '+', '-'])).toEqual([
      'severity-p-1',
      'severity-p-1-2',
      'severity-p-1-2-2',
      'severity-p1',
      'severity',
      'severity-2',
    ]);
  });
});
