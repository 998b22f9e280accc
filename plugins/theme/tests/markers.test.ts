import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {type Markers, pathOf, readMarkers} from '../src/client/markers/markers';
import {MARK_WORDS, markWords, writeNoMarkers} from '../src/markers';

test.each([
  ['/docs/page', '/docs/page'],
  ['/docs/page/', '/docs/page'],
  ['/docs/page/#part', '/docs/page'],
  ['/docs/page?from=here', '/docs/page'],
  ['/', '/'],
  ['/ops/', '/ops'],
])('%s leads to the page %s', (href, expected) => {
  expect(pathOf(href)).toBe(expected);
});

test('pages of all instances are found, with or without a slash', () => {
  const markers = [
    {states: ['overdue'], pages: {'/docs/old/': ['overdue']}},
    {states: ['unknown'], pages: {'/team/new': ['unknown'], '/team/on': ['fresh', '2027-02-01']}},
  ] as unknown as Markers[];
  const found = readMarkers(markers);
  expect([...found.keys()]).toEqual(['/docs/old', '/team/new', '/team/on']);
  expect(found.get('/docs/old')?.states).toEqual(['overdue']);
  expect(found.get('/team/on')?.freshness).toEqual({state: 'fresh', reasons: [], dueBy: '2027-02-01'});
});

describe('the words of marks', () => {
  let generatedFilesDir: string;
  beforeAll(() => {
    generatedFilesDir = fs.mkdtempSync(path.join(os.tmpdir(), 'opsbinder-'));
  });
  afterAll(() => fs.rmSync(generatedFilesDir, {recursive: true}));

  function style(states: string[], codeTranslations: Record<string, string> = {}) {
    const file = path.join(generatedFilesDir, 'opsbinder', 'markers.json');
    fs.mkdirSync(path.dirname(file), {recursive: true});
    fs.writeFileSync(file, JSON.stringify([{states, pages: {}}]));
    return markWords({generatedFilesDir, codeTranslations});
  }

  test('stand in the head for the states that are marked, and only for those', () => {
    expect(style(['overdue'])).toEqual([
      {tagName: 'style', innerHTML: ':root{--opsbinder-word-overdue:"Overdue"}'},
    ]);
    expect(style([])).toBeUndefined();
  });

  test('are those of the site’s language, and can end neither the string nor the element', () => {
    const codeTranslations = {'opsbinder.freshness.unknown': 'à "relire" </style>'};
    expect(style(['unknown'], codeTranslations)).toEqual([
      {
        tagName: 'style',
        innerHTML: ':root{--opsbinder-word-unknown:"à \\22 relire\\22  \\3c \\2f style\\3e "}',
      },
    ]);
  });

  test('are none where nothing is marked', async () => {
    style(['overdue']);
    await writeNoMarkers({generatedFilesDir});
    expect(markWords({generatedFilesDir, codeTranslations: {}})).toBeUndefined();
  });

  test('are those that the pages themselves use', () => {
    const words = fs.readFileSync(path.resolve(__dirname, '../src/client/facts/words.ts'), 'utf8');
    for (const {id, message} of Object.values(MARK_WORDS)) {
      expect(words).toContain(`translate({id: '${id}', message: '${message}'})`);
    }
  });
});
