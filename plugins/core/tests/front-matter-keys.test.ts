import {describe, expect, test} from 'vitest';
import {edited, to} from './front-matter-support.js';

describe('a new key', () => {
  test.each([
    ['goes to the end', 'title: x\n', 'title: x\nby: ana\n'],
    ['goes before what stands at the end', 'title: x # c\n\n# end\n', 'title: x # c\nby: ana\n\n# end\n'],
    ['goes behind a list', 'tags:\n- a\n- b', 'tags:\n- a\n- b\nby: ana'],
    [
      'goes behind a text over lines',
      'title: |\n  x\n\n  y\n\n# end',
      'title: |\n  x\n\n  y\nby: ana\n\n# end',
    ],
    ['leaves the blank lines of |+ alone', 'title: |+\n  x\n\n\na: b', 'title: |+\n  x\n\n\na: b\nby: ana'],
    [
      'goes below comments within the last entry',
      'm:\n  k: v\n\n  # more: x\n# end',
      'm:\n  k: v\n\n  # more: x\nby: ana\n# end',
    ],
    ['is indented like the others', '  title: x', '  title: x\n  by: ana'],
    ['goes before the end of the document', 'title: x\n...', 'title: x\nby: ana\n...'],
    ['goes into braces', '{title: x}', '{title: x, by: ana}'],
    ['goes into braces with a comma at the end', '{title: x, }', '{title: x, by: ana, }'],
    ['goes into braces over lines', '{\n  title: x # c\n}', '{\n  title: x, by: ana # c\n}'],
    ['goes into empty braces', '{}', '{by: ana}'],
    ['fills empty front matter', '', 'by: ana'],
    ['fills blank front matter', '\n', 'by: ana\n\n'],
    ['goes below comments when there is nothing else', '# Facts\n\n', '# Facts\nby: ana\n\n'],
    ['goes below comments before the end of the document', '# Facts\n...', '# Facts\nby: ana\n...'],
  ])('%s', (_, before, after) => {
    expect(edited(before, to('by', 'ana'))).toBe(after);
  });

  test.each([
    ['the first that is there', 'a: 1\nb: 2\nc: 3', ['x', 'b', 'a'], 'a: 1\nb: 2\nby: ana\nc: 3'],
    ['all lines of it', 'a:\n  - 1\n  - 2 # c\nc: 3', ['a'], 'a:\n  - 1\n  - 2 # c\nby: ana\nc: 3'],
    ['all lines of a |+ text', 'a: |+\n  x\n\nc: 3', ['a'], 'a: |+\n  x\n\nby: ana\nc: 3'],
    ['it inside braces', '{a: 1, c: 3}', ['a'], '{a: 1, by: ana, c: 3}'],
    ['none: at the end', 'a: 1\nc: 3', ['x'], 'a: 1\nc: 3\nby: ana'],
  ])('goes after the keys named, %s', (_, before, after, expected) => {
    expect(edited(before, to('by', 'ana', after))).toBe(expected);
  });

  test('stays in order with others', () => {
    expect(edited('a: 1\nb: 2', to('x', '1f', ['a']), to('y', '2f', ['a']), to('z', '3f', ['x']))).toBe(
      'a: 1\nx: 1f\ny: 2f\nz: 3f\nb: 2',
    );
    expect(edited('a: 1\ny: 0f', to('y', '2f'), to('x', '1f', ['a']))).toBe('a: 1\nx: 1f\ny: 2f');
    expect(edited('', to('x', '1f'), to('y.z', '2f'), to('y.p', '3f', ['z']))).toBe(
      'x: 1f\ny:\n  z: 2f\n  p: 3f',
    );
  });
});

describe('a key within a key', () => {
  test.each([
    ['is replaced', 'freshness:\n    reviewed: "x" # c', 'freshness:\n    reviewed: "2026-11-20" # c'],
    [
      'is added',
      'freshness:\n    by: ana\n  # end\na: b',
      'freshness:\n    by: ana\n    reviewed: 2026-11-20\n  # end\na: b',
    ],
    [
      'is replaced in braces',
      'freshness: {reviewed: x, by: ana}',
      'freshness: {reviewed: 2026-11-20, by: ana}',
    ],
    ['is added in braces', 'freshness: {by: ana}', 'freshness: {by: ana, reviewed: 2026-11-20}'],
    ['is filled in braces', 'freshness: {reviewed:, by}', 'freshness: {reviewed: 2026-11-20, by}'],
    ['is given a colon in braces', 'freshness: {reviewed, by}', 'freshness: {reviewed: 2026-11-20, by}'],
    ['is created with its parent', 'a: b', 'a: b\nfreshness:\n  reviewed: 2026-11-20'],
    ['is created with its parent in braces', '{a: b}', '{a: b, freshness: {reviewed: 2026-11-20}}'],
    [
      'is created below an empty parent',
      'freshness: # c\na: b',
      'freshness: # c\n  reviewed: 2026-11-20\na: b',
    ],
    ['takes the place of a text', 'freshness: x\na: b', 'freshness:\n  reviewed: 2026-11-20\na: b'],
  ])('%s', (_, before, after) => {
    expect(edited(before, to('freshness.reviewed', '2026-11-20'))).toBe(after);
  });

  test('may hold a map in braces', () => {
    expect(edited('{freshness: {by: ana}}', to('freshness.hashes', {x: '1f'}), to('by', ['a', 'b']))).toBe(
      '{freshness: {by: ana, hashes: {x: 1f}}, by: [a, b]}',
    );
    expect(edited('{freshness: [x]}', to('freshness', {x: '1f'}))).toBe('{freshness: {x: 1f}}');
  });
});

describe('a key that is taken out', () => {
  test.each([
    ['goes with its line', 'a: 1\nby: ana # c\nb: 2', 'a: 1\nb: 2'],
    ['goes with all of its lines', 'a: 1\nby:\n  - ana\n  # more\n\n  - ben\n  # end\nb: 2', 'a: 1\nb: 2'],
    ['leaves the comment above it', 'a: 1\n# who\nby: ana\nb: 2', 'a: 1\n# who\nb: 2'],
    ['leaves blank lines', 'a: 1\n\nby: |\n  ana\n\nb: 2', 'a: 1\n\n\nb: 2'],
    ['may be the last', 'a: 1\nby: ana\n# end', 'a: 1\n# end'],
    ['may be the only one', 'by: ana', ''],
    ['may be the first in braces', '{by: ana, a: 1}', '{a: 1}'],
    ['may be the first in braces over lines', '{\n  by: ana,\n  # one\n  a: 1\n}', '{\n  # one\n  a: 1\n}'],
    ['may stand before a comment in braces', '{by, # one\n  a: 1}', '{ # one\n  a: 1}'],
    ['may stand between others in braces', '{a: 1, by, b: 2}', '{a: 1, b: 2}'],
    ['may be the last in braces', '{a: 1, by: [x, y]}', '{a: 1}'],
    ['may be the last in braces before a comma', '{a: 1, by: x,}', '{a: 1,}'],
    ['may be the only one in braces', '{ by: ana, }', '{}'],
    ['need not be there', 'a: 1 # by: ana', 'a: 1 # by: ana'],
  ])('%s', (_, before, after) => {
    expect(edited(before, to('by', undefined))).toBe(after);
  });

  test.each([
    ['leaves its parent with what is left', 'm:\n  by: ana\n  a: 1\nb: 2', 'm:\n  a: 1\nb: 2'],
    ['takes its parent along when nothing is left', 'm:\n  by: ana\nb: 2', 'b: 2'],
    ['takes its parent in braces along', 'm: {by: ana}\nb: 2', 'b: 2'],
    ['leaves a parent that is no map', 'm: by\nb: 2', 'm: by\nb: 2'],
  ])('%s', (_, before, after) => {
    expect(edited(before, to('m.by', undefined))).toBe(after);
  });
});
