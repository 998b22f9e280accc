import {expect, test} from 'vitest';
import {pagesToKeep, type VisitedPage} from '../src/worker/visited-index.js';

const page = (name: string, sizes: Record<string, number>): VisitedPage => ({
  page: name,
  files: Object.keys(sizes).filter((file) => file !== ''),
  sizes,
});
const names = (pages: VisitedPage[]) => pagesToKeep(pages).map((entry) => entry.page);

test('the last fifty pages are kept', () => {
  const pages = Array.from({length: 60}, (_, at) => page(String(at), {'': 10_000}));
  expect(names(pages)).toEqual(pages.slice(0, 50).map((entry) => entry.page));
});

test('fewer, where they are large', () => {
  const pages = ['a', 'b', 'c'].map((name) => page(name, {'': 1000, [`${name}.png`]: 20_000_000}));
  expect(names(pages)).toEqual(['a', 'b']);
});

test('what pages share takes its room once', () => {
  const pages = ['a', 'b', 'c'].map((name) => page(name, {'': 1000, 'main.js': 20_000_000}));
  expect(names(pages)).toEqual(['a', 'b', 'c']);
});

test('the page that is looked at stays, and those of which no size is known', () => {
  expect(names([page('a', {'': 90_000_000}), page('b', {'': 1})])).toEqual(['a']);
  expect(
    names([
      {page: 'a', files: ['x']},
      {page: 'b', files: ['y']},
    ]),
  ).toEqual(['a', 'b']);
});
