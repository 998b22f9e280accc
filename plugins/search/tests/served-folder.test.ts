import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {openServedFolder} from '../src/dev/served-folder';

const BROWSER_CODE = path.join(__dirname, '..', 'src', 'dev', 'browser', 'newest-index.mts');

let dir: string;
beforeEach(() => {
  dir = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'opsbinder-search-')), 'search');
});
afterEach(() => fs.rmSync(path.dirname(dir), {recursive: true}));

const open = () => openServedFolder(dir, BROWSER_CODE);
const newest = () => JSON.parse(fs.readFileSync(path.join(dir, 'newest.json'), 'utf8'));
const indexes = () =>
  fs.readdirSync(dir, {withFileTypes: true}).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

/** Stands for an index: a folder with a file in it. */
async function write(folder: string): Promise<void> {
  fs.mkdirSync(folder);
  fs.writeFileSync(path.join(folder, 'pagefind-entry.json'), '{}');
}

test('browsers find the code that waits at once, and an index once it is whole', async () => {
  const served = open();
  expect(fs.existsSync(path.join(dir, 'pagefind.js'))).toBe(true);
  expect(newest()).toEqual({});
  await served.add(async (folder) => {
    await write(folder);
    expect(newest()).toEqual({});
  });
  expect(fs.existsSync(path.join(dir, newest().folder, 'pagefind-entry.json'))).toBe(true);
});

test('the indexes before stay for a while, for whoever still shows their results', async () => {
  const served = open();
  const names: string[] = [];
  for (let index = 0; index < 5; index += 1) {
    await served.add(write);
    names.push(newest().folder);
  }
  expect(new Set(names).size).toBe(5);
  expect(indexes().sort()).toEqual(names.slice(-3).sort());
});

test('an index that fails leaves the one before in its place', async () => {
  const served = open();
  await served.add(write);
  const before = newest();
  const failing = served.add(async (folder) => {
    await write(folder);
    throw new Error('no room');
  });
  await expect(failing).rejects.toThrow('no room');
  served.fail('no room');
  expect(newest()).toEqual(before);
  expect(indexes()).toEqual([before.folder]);
});

test('whoever waits for the first index is told why there is none', () => {
  open().fail('no room');
  expect(newest()).toEqual({problem: 'no room'});
});

test('nothing of an earlier server is left', async () => {
  await open().add(write);
  open().writeFiles({'search.json': '{}'});
  expect(indexes()).toEqual([]);
  expect(newest()).toEqual({});
  expect(fs.readdirSync(dir).sort()).toEqual(['newest.json', 'pagefind.js', 'search.json']);
});
