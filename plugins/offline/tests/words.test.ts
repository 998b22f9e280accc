import fs from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {ENGLISH, wordsOf} from '../src/words.js';

test('every word is offered for translation as it is said in English', () => {
  const source = fs.readFileSync(path.join(__dirname, '..', 'src', 'client', 'words.ts'), 'utf8');
  const offered = [...source.matchAll(/id: 'opsbinder\.offline\.(\w+)',\s*message:\s*'([^']+)'/g)];
  expect(Object.fromEntries(offered.map(([, name, message]) => [name, message]))).toEqual(ENGLISH);
});

test('a translation takes its place', () => {
  const words = wordsOf({codeTranslations: {'opsbinder.offline.retry': 'Erneut versuchen'}});
  expect(words).toEqual({...ENGLISH, retry: 'Erneut versuchen'});
});
