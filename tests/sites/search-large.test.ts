import fs from 'node:fs';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {COMPACT_FROM} from '../../plugins/search/src/compact-index.js';
import {findPages} from '../../plugins/theme/src/client/search/find.js';
import {type OpenIndex, openIndex, writePages} from '../support/search-index.js';

const COLOURS = ['amber', 'blue', 'coral', 'denim', 'ebony', 'fawn', 'green'];
const page = (number: number) => ({
  html: `<h1>Page ${number}</h1><p>${COLOURS[number % COLOURS.length]} x${number}y ${'filler '.repeat(number % 50)}</p>`,
});
const pages = (count: number) =>
  Object.fromEntries(Array.from({length: count}, (_, at) => [`/p/${at}`, page(at)]));

describe('a large index', () => {
  let large: OpenIndex;
  beforeAll(async () => {
    large = await openIndex(pages(COMPACT_FROM + 100));
  });
  afterAll(() => large.close());

  const files = (name: string) => fs.readdirSync(path.join(large.dir, name)).sort();

  test('finds each page, and fetches the right one', async () => {
    for (const number of [0, 7, 123, COMPACT_FROM + 99]) {
      const {hits} = await findPages(large.engine, {typed: `x${number}y`});
      const [best] = hits;
      expect((await best?.data())?.url).toBe(`/p/${number}`);
    }
    expect((await findPages(large.engine, {typed: 'coral'})).hits).toHaveLength(86);
  });

  test('has a list of less than four bytes a page', () => {
    const list = files('.').find((file) => file.endsWith('.pf_meta')) ?? '';
    expect(fs.statSync(path.join(large.dir, list)).size).toBeLessThan(4 * (COMPACT_FROM + 100));
  });

  test('numbers its files behind a fingerprint that is another when a page is', async () => {
    const [, digest] = /^en_([0-9a-f]{10})[0-9a-z]+\.pf_fragment$/.exec(files('fragment')[0] ?? '') ?? [];
    expect(digest).toBeDefined();
    expect(files('fragment').every((file) => file.startsWith(`en_${digest}`))).toBe(true);
    const other = await writePages({...pages(COMPACT_FROM + 100), '/p/0': {html: '<h1>Changed</h1>'}});
    const [changed] = fs.readdirSync(path.join(other, 'fragment'));
    fs.rmSync(other, {recursive: true});
    expect(changed?.startsWith(`en_${digest}`)).toBe(false);
  });
});

test('of the same pages the same index is made', async () => {
  const read = async () => {
    const dir = await writePages(pages(COMPACT_FROM + 20));
    const names = fs.readdirSync(dir, {recursive: true}).map(String).sort();
    const bytes = names.flatMap((name) => {
      const file = path.join(dir, name);
      return fs.statSync(file).isFile() ? [`${name} ${fs.readFileSync(file).toString('base64')}`] : [];
    });
    fs.rmSync(dir, {recursive: true});
    return bytes;
  };
  expect(await read()).toEqual(await read());
});

test('a small index keeps the names that Pagefind gives by what is in each file', async () => {
  const small = await writePages(pages(5));
  const names = fs.readdirSync(path.join(small, 'fragment'));
  fs.rmSync(small, {recursive: true});
  expect(names.every((name) => /^en_[0-9a-f]{7}\.pf_fragment$/.test(name))).toBe(true);
});
