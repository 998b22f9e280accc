import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {docsHavePages, numberPrefixesCollide} from '../src/docs-folder.js';
import {splitOptions} from '../src/options.js';

describe('the options', () => {
  test('go to the part that they are for', () => {
    const {classic, handbook, parts} = splitOptions({
      docs: {path: 'x'},
      asOf: '2026-11-20',
      search: false,
      api: {route: '/http/'},
    });
    expect(classic).toEqual({docs: {path: 'x'}});
    expect(handbook).toEqual({asOf: '2026-11-20'});
    expect(parts).toEqual({search: false, api: {route: '/http/'}});
  });

  test('that nobody knows are refused by name', () => {
    expect(() => splitOptions({quickReferences: {}} as object)).toThrow(
      /"quickReferences".*does not exist.*quickReference/,
    );
  });
});

describe('a docs folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'opsbinder-'));
  });
  afterEach(() => fs.rmSync(folder, {recursive: true}));

  const write = (name: string) => {
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), {recursive: true});
    fs.writeFileSync(file, '# Page\n');
  };

  test('that is not there, is empty, or holds only settings and partials has no pages', () => {
    expect(docsHavePages(path.join(folder, 'none'))).toBe(false);
    expect(docsHavePages(folder)).toBe(false);
    write('owners.yml');
    write('_partial.md');
    write('_drafts/page.md');
    expect(docsHavePages(folder)).toBe(false);
  });

  test('may have pages that differ in their number alone', () => {
    write('1-intro.md');
    write('2-setup.md');
    write('2026-01-05-notes.md');
    write('2026-01-06-notes.md');
    expect(numberPrefixesCollide(folder)).toBe(false);
    write('a/1-intro.md');
    expect(numberPrefixesCollide(folder)).toBe(false);
    write('02-intro.md');
    expect(numberPrefixesCollide(folder)).toBe(true);
  });

  test('with one page deep down has pages', () => {
    write('a/b/c.md');
    expect(docsHavePages(folder)).toBe(true);
  });
});
