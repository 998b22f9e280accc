import {expect, test} from 'vitest';
import {revisionTag} from '../src/revision.js';

test('the head of every page has the commit in seven signs, with which the theme shows its words', () => {
  expect(revisionTag('1a2c4a7')).toEqual([
    {
      tagName: 'style',
      innerHTML: ':root{--opsbinder-revision:"1a2c4a7";--opsbinder-revision-display:inline}',
    },
  ]);
});

test('outside a checkout nothing is said of a revision', () => {
  expect(revisionTag(null)).toBeUndefined();
});
