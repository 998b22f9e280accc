import {expect, test} from 'vitest';
import {ChunkGroups} from '../src/chunk-groups.js';

interface Group {
  name?: string;
  chunks: {id: string}[];
  getFiles(): string[];
  getParents(): Group[];
}

function group(id: string, parents: Group[] = [], name?: string): Group {
  return {name, chunks: [{id}], getFiles: () => [`${id}.js`], getParents: () => parents};
}

function read(groups: Group[]): ChunkGroups {
  const found = new ChunkGroups();
  found.apply({hooks: {done: {tap: (_, tell) => tell({compilation: {chunkGroups: groups}})}}});
  return found;
}

test('a page needs its scripts, what these import, and what is imported everywhere; not the scripts of other pages', () => {
  const main = group('main', [], 'main');
  const search = group('search', [main]);
  const page = group('page', [main], 'page');
  const api = group('api', [main], 'api');
  const dialog = group('dialog', [page]);
  const deep = group('deep', [dialog]);
  const redoc = group('redoc', [api]);
  const groups = read([main, search, page, api, dialog, deep, redoc]);
  const files = groups.filesOf(['main', 'page'], new Set(['page', 'api']));
  expect([...files].sort()).toEqual(['deep.js', 'dialog.js', 'main.js', 'page.js', 'search.js']);
});

test('scripts that import each other come to an end', () => {
  const main = group('main', [], 'main');
  const one = group('one', [main]);
  const two = group('two', [one]);
  one.getParents = () => [main, two];
  expect([...read([main, one, two]).filesOf(['main'], new Set())].sort()).toEqual([
    'main.js',
    'one.js',
    'two.js',
  ]);
});
