import fs from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {countWord, dateWord, word} from '../src/words.js';
import {siteIn} from './papers-of.js';

const PLUGINS = path.resolve(__dirname, '..', '..');

function sourcesOf(folder: string): string {
  return fs
    .readdirSync(path.join(PLUGINS, folder, 'src'), {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => fs.readFileSync(path.join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');
}

/** Ids of words with their English, as the theme's components write them. */
function themeWords(): Map<string, string> {
  const text = sourcesOf('theme');
  const elements = text.matchAll(
    /<Translate\s[^>]*?id="(opsbinder\.[\w.]+)"(?:(?!<Translate)[\s\S])*?>\s*(?:\{'((?:[^'\\]|\\.)*)'\}|([^<{]+?))\s*<\/Translate>/g,
  );
  const calls = text.matchAll(/id: '(opsbinder\.[\w.]+)',\s*message:\s*'((?:[^'\\]|\\.)*)'/g);
  return new Map(
    [...elements, ...calls].map(([, id = '', quoted, plain]) => [
      id,
      (quoted ?? plain ?? '').replace(/\s+/g, ' '),
    ]),
  );
}

/** The same of this plugin, which writes them in calls. */
function ownWords(): [string, string][] {
  const calls = sourcesOf('quick-reference').matchAll(/'(opsbinder\.[\w.]+)',\s*'((?:[^'\\]|\\.)*)'/g);
  return [...calls].map(([, id = '', message = '']) => [id, message]);
}

test('what paper says in English is what the pages say', () => {
  const theme = themeWords();
  const own = ownWords();
  const shared = own.filter(([id]) => theme.has(id));
  expect(shared.length).toBeGreaterThan(20);
  expect(shared.filter(([id, message]) => theme.get(id) !== message)).toEqual([]);
  // Words that only paper has; everything else must be known to the theme, or it is a slip of the pen.
  const alone = own.map(([id]) => id).filter((id) => !theme.has(id));
  expect(alone.sort()).toEqual(['opsbinder.card.continued', 'opsbinder.card.rightIfTitle']);
});

describe('a word with a number', () => {
  const forms = {x: 'ein|zwei bis vier|mehr'};

  test.each([
    {count: 1, said: 'ein'},
    {count: 3, said: 'zwei bis vier'},
    {count: 7, said: 'mehr'},
  ])('takes the form of its language: $count', ({count, said}) => {
    expect(countWord(siteIn('cs', forms), 'x', '', count)).toMatch(said);
  });

  test('takes the English form where nobody has translated it', () => {
    expect(countWord(siteIn('pl'), 'y', '{count} page|{count} pages', 5)).toBe('5 pages');
    expect(countWord(siteIn('ja'), 'y', '{count} page|{count} pages', 1)).toBe('1 page');
  });

  test('takes the last form where some are missing', () => {
    expect(countWord(siteIn('pl', {z: 'eine|alle'}), 'z', '', 5)).toBe('alle');
  });
});

test('values are put in as they are, and an unknown one stays', () => {
  expect(word(siteIn(), 'x', '{a} and {b}', {a: '{b} $1'})).toBe('{b} $1 and {b}');
});

test('dates are those of the pages', () => {
  expect(dateWord(siteIn('en'), '2026-11-02')).toBe('2 Nov 2026');
  expect(dateWord(siteIn('en-US'), '2026-11-02')).toBe('Nov 2, 2026');
  expect(dateWord(siteIn('no language at all'), '2026-11-02')).toBe('2 Nov 2026');
});
