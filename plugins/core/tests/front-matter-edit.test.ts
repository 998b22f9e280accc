import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {readFrontMatter} from '../src/front-matter.js';
import {editFrontMatter, type FrontMatterChange, type FrontMatterValue} from '../src/front-matter-edit.js';
import type {YamlTree} from '../src/yaml-tree.js';

/** A change as one would say it: `to('freshness.reviewed', '2026-11-20')`. */
const to = (path: string, value: FrontMatterValue, after?: string[]): FrontMatterChange => ({
  path: path.split('.'),
  value,
  ...(after && {after}),
});

const page = (yaml: string, eol = '\n') =>
  ['---', ...(yaml === '' ? [] : yaml.split('\n')), '---', '', '# Restart the gateway', ''].join(eol);

/** What happens to the YAML of a page; its fences and its text must stay as they are. */
function edited(yaml: string, ...changes: FrontMatterChange[]): string {
  const [, result] =
    /^---\n([\s\S]*?)\n?---\n\n# Restart the gateway\n$/.exec(editFrontMatter(page(yaml), changes)) ?? [];
  if (result === undefined) throw new Error('The fences or the text have changed');
  expect(editFrontMatter(page(result), changes), 'done twice').toBe(page(result));
  return result;
}

/** The front matter as plain values, every scalar as text. */
function facts(text: string): Record<string, unknown> {
  const plain = (tree: YamlTree): unknown => {
    if (tree.kind === 'text') return tree.text;
    if (tree.kind === 'list') return tree.items.map(plain);
    return Object.fromEntries(tree.entries.map(({key, value}) => [key, plain(value)]));
  };
  const {tree, findings} = readFrontMatter(text, 'docs/gateway.md');
  expect(findings).toEqual([]);
  return tree ? (plain(tree) as Record<string, unknown>) : {};
}

describe('a value that stands there', () => {
  test.each([
    ['is replaced', 'reviewed: 2026-02-05', 'reviewed: 2026-11-20'],
    ['keeps its double quotes', 'reviewed: "2026-02-05"', 'reviewed: "2026-11-20"'],
    ['keeps its single quotes', "reviewed: '2026-02-05'", "reviewed: '2026-11-20'"],
    ['keeps its comment', 'reviewed: 2026-02-05   # by hand', 'reviewed: 2026-11-20   # by hand'],
    ['keeps a wide gap', 'reviewed:      2026-02-05', 'reviewed:      2026-11-20'],
    ['keeps a tab before it', 'reviewed:\t2026-02-05', 'reviewed:\t2026-11-20'],
    ['keeps a space before the colon', 'reviewed : 2026-02-05', 'reviewed : 2026-11-20'],
    ['keeps the quotes of its key', '"reviewed": 2026-02-05', '"reviewed": 2026-11-20'],
    ['may stand below its key', 'reviewed: # when\n  2026-02-05', 'reviewed: # when\n  2026-11-20'],
    ['may run over lines', 'reviewed: last\n  spring # hm\na: b', 'reviewed: 2026-11-20 # hm\na: b'],
    ['may run over lines in quotes', 'reviewed: "last\n  spring"\na: b', 'reviewed: "2026-11-20"\na: b'],
    ['may be a | text', 'reviewed: | # c\n  one\n\n  two\n\na: b', 'reviewed: 2026-11-20 # c\n\na: b'],
    ['may be a | text without lines', 'reviewed: |\n\na: b', 'reviewed: 2026-11-20\n\na: b'],
    ['may be a |+ text', 'reviewed: |+\n  x\n\na: b', 'reviewed: 2026-11-20\na: b'],
    ['may be a > text', 'reviewed: >-\n  one\n  two\na: b', 'reviewed: 2026-11-20\na: b'],
    ['may be an alias', 'tested: &x then\nreviewed: *x', 'tested: &x then\nreviewed: 2026-11-20'],
    ['keeps its anchor', 'reviewed: &day 2026-02-05', 'reviewed: &day 2026-11-20'],
    ['loses its tag', 'reviewed: !!int &day 5 # c', 'reviewed: &day 2026-11-20 # c'],
    ['may be a list', 'reviewed: [ana, ben] # who', 'reviewed: 2026-11-20 # who'],
    [
      'may be a list below its key',
      'reviewed: # c\n  - ana # d\n  - ben\na: b',
      'reviewed: 2026-11-20 # c\na: b',
    ],
    ['may be a map', 'reviewed:\n  on: x\n  by: y\na: b', 'reviewed: 2026-11-20\na: b'],
    ['may have ? before its key', '? reviewed\n: 2026-02-05', '? reviewed\n: 2026-11-20'],
    ['may be missing', 'reviewed:', 'reviewed: 2026-11-20'],
    ['may be missing before blanks', 'reviewed:  \na: b', 'reviewed: 2026-11-20\na: b'],
    ['may be missing before a comment', 'reviewed:  # soon', 'reviewed: 2026-11-20  # soon'],
    ['may be missing above a comment', 'reviewed:\n  # soon\na: b', 'reviewed: 2026-11-20\n  # soon\na: b'],
    ['may be missing behind an anchor', 'reviewed: &day', 'reviewed: &day 2026-11-20'],
    ['may be missing with its colon', '? reviewed\na: b', 'reviewed: 2026-11-20\na: b'],
    ['may be ~', 'reviewed: ~ # none', 'reviewed: 2026-11-20 # none'],
    ['may be null', 'reviewed: null', 'reviewed: 2026-11-20'],
  ])('%s', (_, before, after) => {
    expect(edited(before, to('reviewed', '2026-11-20'))).toBe(after);
  });

  test('leaves everything around it alone', () => {
    const yaml = (day: string) =>
      `# Facts\n\ntitle:   "Gateway"  # as is\n\n  # odd\nreviewed: ${day}\nowner: 'x'  \n\n# The end\n`;
    expect(edited(yaml('2026-02-05'), to('reviewed', '2026-11-20'))).toBe(yaml('2026-11-20'));
  });

  test.each([
    'reviewed: "2026-11-20"   # c',
    'reviewed:\n    2026-11-20',
    'reviewed: >-\n  2026-11-20',
    'day: &day 2026-11-20\nreviewed: *day',
    '{reviewed: 2026-11-20 }',
  ])('is not touched when it says so already: %j', (yaml) => {
    expect(edited(yaml, to('reviewed', '2026-11-20'))).toBe(yaml);
  });
});

describe('a text', () => {
  test.each([
    ['Ana Lopez', 'Ana Lopez'],
    ['2026-11-20', '2026-11-20'],
    ['2026-11-20T10:00:00Z', '2026-11-20T10:00:00Z'],
    ['10.0.0.1', '10.0.0.1'],
    ['a, [b] {c}', 'a, [b] {c}'],
    ['https://wiki.example/#top', 'https://wiki.example/#top'],
    ["Ana's", "Ana's"],
    ['über – 日本', 'über – 日本'],
    ['Note: call Ana', "'Note: call Ana'"],
    ['ends with:', "'ends with:'"],
    ['issue #12', "'issue #12'"],
    ["Ana's: x", `"Ana's: x"`],
    ['', "''"],
    [' padded ', "' padded '"],
    ['@ana', "'@ana'"],
    ['- ana', "'- ana'"],
    ['[ana]', "'[ana]'"],
    ['*ana', "'*ana'"],
    ['---', "'---'"],
    ['true', "'true'"],
    ['No', "'No'"],
    ['null', "'null'"],
    ['~', "'~'"],
    ['42', "'42'"],
    ['-1.5', "'-1.5'"],
    ['1e3', "'1e3'"],
    ['0x1F', "'0x1F'"],
    ['10:30', "'10:30'"],
    ['.inf', "'.inf'"],
    ['one\ntwo', '"one\\ntwo"'],
    ['tab\there', '"tab\\there"'],
    ['bell\u0007', '"bell\\u0007"'],
    ['line\u2028end \u0085', '"line\\u2028end \\u0085"'],
  ])('%j is written %s', (text, written) => {
    expect(edited('by: x', to('by', text))).toBe(`by: ${written}`);
    expect(facts(editFrontMatter('', [to('by', text)]))).toEqual({by: text});
  });

  test.each([
    ['"x"', 'say "hi" \\o/', '"say \\"hi\\" \\\\o/"'],
    ["'x'", "Ana's", "'Ana''s'"],
    ["'x'", 'one\ntwo', '"one\\ntwo"'],
    ['"x"', 'true', '"true"'],
  ])('in the place of %s, %j is written %s', (old, text, written) => {
    expect(edited(`by: ${old} # c`, to('by', text))).toBe(`by: ${written} # c`);
  });
});

describe('a list', () => {
  test.each([
    ['on one line stays there', 'by: [ana] # c', 'by: [ana, ben] # c'],
    ['over lines in brackets goes to one', 'by: [\n  ana, # c\n]\na: b', 'by: [ana, ben]\na: b'],
    ['keeps its quotes', 'by: ["ana"]', 'by: ["ana", "ben"]'],
    ['without items is filled', 'by: []', 'by: [ana, ben]'],
    ['of dashes keeps them', 'by:\n  - ana\na: b', 'by:\n  - ana\n  - ben\na: b'],
    ['of dashes keeps its indentation', 'by:\n- ana\n# end', 'by:\n- ana\n- ben\n# end'],
    ['of dashes keeps its quotes', "by:\n  - 'x'\n  - y", "by:\n  - 'ana'\n  - 'ben'"],
    [
      'of dashes keeps comments of items that stay',
      'by:\n  # all\n  - "ana" # c\n\n  # him\n  - carl\n  # end\na: b',
      'by:\n  # all\n  - "ana" # c\n  - "ben"\n  # end\na: b',
    ],
    [
      'may lose its first item',
      'by:\n  - carl\n\n  # her\n  - ana\n  - ben',
      'by:\n  # her\n  - ana\n  - ben',
    ],
    ['may be put in order', 'by:\n  - ben # 2\n  - ana # 1', 'by:\n  - ana # 1\n  - ben # 2'],
    [
      'may have held other things',
      'by:\n  -\n  - who: ana\n    as: x\n  - - y\na: b',
      'by:\n  - ana\n  - ben\na: b',
    ],
    ['takes the place of a text', 'by: ana   # c', 'by: [ana, ben]   # c'],
    ['takes the place of nothing', 'by: # c', 'by: [ana, ben] # c'],
    ['takes the place of a map', 'by:\n  ana: x\na: b', 'by: [ana, ben]\na: b'],
    ['is written on one line when new', 'a: b', 'a: b\nby: [ana, ben]'],
  ])('%s', (_, before, after) => {
    expect(edited(before, to('by', ['ana', 'ben']))).toBe(after);
  });

  test('of one stays a list, and an empty one is written as such', () => {
    expect(edited('by: [ana, ben]', to('by', ['ana']))).toBe('by: [ana]');
    expect(edited('by: ana', to('by', ['ana']))).toBe('by: [ana]');
    expect(edited('by:\n  - ana\n  - ben', to('by', []))).toBe('by: []');
  });

  test.each(['by: [ ana,ben ]', 'by:\n- ana # c\n- ben', 'x: &x ana\nby:\n  - *x\n  - ben'])(
    'that says so already is not touched: %j',
    (yaml) => expect(edited(yaml, to('by', ['ana', 'ben']))).toBe(yaml),
  );

  test('quotes what would end an item', () => {
    expect(edited('a: b', to('by', ['Lopez, Ana', 'x]', '#1']))).toBe("a: b\nby: ['Lopez, Ana', 'x]', '#1']");
  });
});

describe('a map', () => {
  test.each([
    ['is written below its key', 'a: b', 'a: b\nhashes:\n  x: 1f\n  y: 2f'],
    ['takes the place of a text', 'hashes: none # c\na: b', 'hashes: # c\n  x: 1f\n  y: 2f\na: b'],
    ['takes the place of nothing', 'hashes: # c\na: b', 'hashes: # c\n  x: 1f\n  y: 2f\na: b'],
    ['takes the place of a list', 'hashes:\n  # c\n  - x\na: b', 'hashes:\n  # c\n  x: 1f\n  y: 2f\na: b'],
    ['takes the place of a | text', 'hashes: |\n  x\na: b', 'hashes:\n  x: 1f\n  y: 2f\na: b'],
    ['takes the place of a text below', 'hashes:\n  none # c\na: b', 'hashes: # c\n  x: 1f\n  y: 2f\na: b'],
    ['keeps the anchor', 'hashes: &h none', 'hashes: &h\n  x: 1f\n  y: 2f'],
    [
      'changes key by key',
      'hashes:\n    # one\n    x: 0f # c\n    z: 3f\n    # end\na: b',
      'hashes:\n    # one\n    x: 1f # c\n    y: 2f\n    # end\na: b',
    ],
    ['may change every key', 'hashes:\n  p: 1\n  q: 2\na: b', 'hashes:\n  x: 1f\n  y: 2f\na: b'],
    ['in braces stays there', 'hashes: {z: 3f, x: "0f"} # c', 'hashes: {x: "1f", y: 2f} # c'],
    ['in empty braces stays there', 'hashes: {}', 'hashes: {x: 1f, y: 2f}'],
  ])('%s', (_, before, after) => {
    expect(edited(before, to('hashes', {x: '1f', y: '2f'}))).toBe(after);
  });

  test('quotes its keys where it must', () => {
    const hashes = {'static/openapi.yaml': '1f', 'openapi:recon': '2f', 'a: b': '3f', '12': '4f'};
    expect(edited('a: b', to('hashes', hashes))).toBe(
      "a: b\nhashes:\n  '12': 4f\n  static/openapi.yaml: 1f\n  openapi:recon: 2f\n  'a: b': 3f",
    );
    expect(edited('hashes: {}', to('hashes', {'a,b': '1f', 'openapi:recon': '2f'}))).toBe(
      "hashes: {'a,b': 1f, openapi:recon: 2f}",
    );
  });

  test('without keys takes the key out', () => {
    expect(edited('a: b\nhashes:\n  x: 1f\nc: d', to('hashes', {}))).toBe('a: b\nc: d');
    expect(edited('a: b', to('hashes', {}))).toBe('a: b');
  });
});

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

describe('a file', () => {
  const review = [to('reviewed', '2026-11-20', ['title']), to('by', ['ana', 'ben']), to('m', {k: 'v'})];

  test('with CRLF keeps them', () => {
    const before = 'title: x\ntags:\n  # c\n  - a\nby:\n  # who\n  - ana # c\nm: # d\n  x: y\nend: |\n  z';
    const after =
      'title: x\nreviewed: 2026-11-20\ntags:\n  # c\n  - a\n' +
      'by:\n  # who\n  - ana # c\n  - ben\nm: # d\n  k: v\nend: |\n  z';
    expect(editFrontMatter(page(before, '\r\n'), review)).toBe(page(after, '\r\n'));
    const blocks = 'reviewed: |\n  x\nby: # c\n  # d\n  x: y\nm: # e\n  - z\nz:';
    expect(editFrontMatter(page(blocks, '\r\n'), [...review, to('z', 'x')])).toBe(
      page('reviewed: 2026-11-20\nby: [ana, ben] # c\n  # d\nm: # e\n  k: v\nz: x', '\r\n'),
    );
  });

  test('keeps each of its mixed line ends', () => {
    expect(editFrontMatter('---\na: 1\r\nb: 2\n---\r\ntext\n', [to('a', '3f'), to('c', '4f')])).toBe(
      '---\na: 3f\r\nb: 2\nc: 4f\n---\r\ntext\n',
    );
  });

  test('keeps its byte order mark', () => {
    expect(editFrontMatter('\uFEFF---\ntitle: x\n---\n', [to('by', 'ana')])).toBe(
      '\uFEFF---\ntitle: x\nby: ana\n---\n',
    );
    expect(editFrontMatter('\uFEFF# Text\r\n', [to('by', 'ana')])).toBe(
      '\uFEFF---\r\nby: ana\r\n---\r\n\r\n# Text\r\n',
    );
  });

  test.each([
    ['its end', '---\ntitle: x\n---', '---\ntitle: x\nby: ana\n---'],
    ['its last line end', '---\ntitle: x\n---\ntext', '---\ntitle: x\nby: ana\n---\ntext'],
    ['blanks behind its fences', '---  \ntitle: x\n---\t\ntext\n', '---  \ntitle: x\nby: ana\n---\t\ntext\n'],
    [
      'the rules in its text',
      '---\na: b\n---\n---\ntext\n---\n',
      '---\na: b\nby: ana\n---\n---\ntext\n---\n',
    ],
  ])('keeps %s', (_, before, after) => {
    expect(editFrontMatter(before, [to('by', 'ana')])).toBe(after);
  });

  test.each([
    ['# Text\n', '---\nby: ana\n---\n\n# Text\n'],
    ['\n# Text\n', '---\nby: ana\n---\n\n# Text\n'],
    ['\r\n# Text\r\n', '---\r\nby: ana\r\n---\r\n\r\n# Text\r\n'],
    ['# Text', '---\nby: ana\n---\n\n# Text'],
    ['---\nA rule, and no front matter\n', '---\nby: ana\n---\n\n---\nA rule, and no front matter\n'],
    ['', '---\nby: ana\n---\n\n'],
    ['---\n---\n', '---\nby: ana\n---\n'],
    ['---\r\n---\r\ntext', '---\r\nby: ana\r\n---\r\ntext'],
  ])('without facts is given front matter: %j', (before, after) => {
    expect(editFrontMatter(before, [to('by', 'ana')])).toBe(after);
  });

  test('without front matter stays so when there is nothing to write', () => {
    expect(editFrontMatter('# Text\n', [])).toBe('# Text\n');
    expect(editFrontMatter('# Text\n', [to('by', undefined), to('m.k', undefined)])).toBe('# Text\n');
  });

  test.each([
    [
      'a key is there twice',
      'a: 1\na: 2',
      /^The front matter does not parse: Map keys must be unique.*\(line 3\)$/,
    ],
    ['a quote is never closed', 'a: "1', /^The front matter does not parse: /],
    ['a tab indents', 'a:\n\tb: 1', /^The front matter does not parse: /],
    ['it is a list', '- a', /^The front matter does not parse: it is not a list of keys and values$/],
    ['it is a text', 'a', /^The front matter does not parse: it is not a list of keys and values$/],
    ['there are two documents', 'a: 1\n...\nb: 2', /^The front matter does not parse: /],
  ])('is not written when %s', (_, yaml, message) => {
    expect(() => editFrontMatter(page(yaml), [to('by', 'ana')])).toThrow(message);
    expect(() => editFrontMatter(page(yaml), [to('by', undefined)])).toThrow(message);
  });
});

describe('whatever the front matter looks like', () => {
  type Facts = {[key: string]: unknown};
  const isFacts = (value: unknown): value is Facts => typeof value === 'object' && !Array.isArray(value);

  /** What the facts must be after a change. */
  const changed = (before: Facts, [key = '', ...rest]: readonly string[], value: FrontMatterValue): Facts => {
    const {[key]: old, ...others} = before;
    if (rest.length === 0) return value === undefined ? others : {...others, [key]: value};
    const inner = isFacts(old) ? old : {};
    if (value === undefined && !Object.hasOwn(inner, rest[0] ?? '')) return before;
    const left = changed(inner, rest, value);
    return Object.keys(left).length === 0 ? others : {...others, [key]: left};
  };

  const KEYS = ['title', 'reviewed', 'by', 'hashes'];
  const BLOCK_FORMS = [
    ...[
      'K: one',
      'K:   one # c',
      "K: 'one'",
      'K : "o\\tne" # c',
      '"K":\tone',
      '? K\n: one',
      '? K',
      'K: &x one',
    ],
    ...[
      'K:',
      'K:  ',
      'K: # c',
      'K: ~',
      'K:\n  # c\n  one',
      'K: one\n  two # c',
      'K: "one\n\n  two"',
      'K: one\n  # c',
    ],
    ...[
      'K: |\n  one\n\n    two',
      'K: >- # c\n  one',
      'K: |2\n    one',
      'K: |',
      'K: "one" # c  ',
      'K: !!str one',
    ],
    ...[
      'K: [one, "two"] # c',
      'K: [\n  one, # c\n  two,\n  ]',
      'K: []',
      'K:\n  - one # c\n\n  # d\n  - "two"',
    ],
    ...[
      'K:\n- one\n-\n- "three"',
      'K: # c\n    - k: one\n      l: two\n    - - x',
      'K:\n- |\n  one\n- two\n # c',
    ],
    ...[
      'K:\n  k: one # c\n  # d\n\n  l:\n    - x\n    # e\n  # f',
      'K: &x\n   k: 1\n   "a: b": {k: 2}',
      'K:\n  ? k\n  : 1',
    ],
    ...['K: {k: one, l: {m: x}} # c', 'K: {\n  k: one, # c\n  l\n  }', 'K: {}', 'K: { k }'],
  ];
  const FLOW_FORMS = [
    'K',
    'K: ',
    'K: one',
    '"K":one',
    "K: 'one'",
    'K: [a, "b"]',
    'K: {k: one, l}',
    'K: {"k":[],}',
    'K: {}',
  ];

  const someKeys = fc.shuffledSubarray(KEYS, {minLength: 0});
  const words = fc.oneof(
    fc.constantFrom(
      'ana',
      'one',
      '2026-11-20',
      'Ana: x',
      'x #1',
      '',
      ' ',
      "it's",
      '"',
      '\\',
      'a,b',
      '{',
      '12',
      'null',
    ),
    fc.string(),
    fc.string({unit: 'binary'}),
  );
  const change = fc.record({
    path: fc
      .tuple(fc.constantFrom(...KEYS, 'new', 'a: b'), fc.constantFrom(undefined, undefined, 'k', 'l', 'new'))
      .map(([key, inner]) => (inner === undefined ? [key] : [key, inner])),
    value: fc.oneof(
      words,
      fc.array(words, {maxLength: 3}),
      fc.dictionary(fc.oneof(fc.constantFrom('k', 'l', 'a: b', '12'), words), words, {
        minKeys: 1,
        maxKeys: 3,
      }),
      fc.constant(undefined),
    ),
    after: fc.shuffledSubarray(KEYS, {maxLength: 2}),
  });
  const changes = fc.uniqueArray(change, {selector: ({path}) => path[0], maxLength: 4});
  const ends = fc.constantFrom('---\n', '---', '---\n# Text\n\n---\n', '---  \n\ntext');

  /** The file reads as it should, and writing the same once more changes nothing. */
  function expectWritten(before: string, after: string, made: FrontMatterChange[]): void {
    const expected = made.reduce((known, {path, value}) => changed(known, path, value), facts(before));
    expect(facts(after)).toEqual(expected);
    expect(editFrontMatter(after, made)).toBe(after);
  }

  test('the changes are made, and all other lines stay byte for byte', () => {
    const entry = fc.record({
      above: fc.array(fc.constantFrom('\n', '# c\n'), {maxLength: 3}),
      form: fc.constantFrom(...BLOCK_FORMS),
    });
    fc.assert(
      fc.property(
        someKeys,
        fc.array(entry, {minLength: KEYS.length, maxLength: KEYS.length}),
        fc.constantFrom('', '\n', '# end\n'),
        ends,
        fc.constantFrom('\n', '\r\n'),
        fc.constantFrom('', '\uFEFF'),
        changes,
        (keys, entries, tail, end, eol, mark, made) => {
          const written = (text: string) => text.replaceAll('\n', eol);
          const parts = keys.flatMap<{key?: string; text: string}>((key, index) => {
            const {above = [], form = ''} = entries[index] ?? {};
            const lines = `${form.replace('K', key).replace('&x', `&${key}`)}\n`;
            return [...above.map((text) => ({text: written(text)})), {key, text: written(lines)}];
          });
          const before = `${mark}---${eol}${parts.map(({text}) => text).join('')}${written(tail + end)}`;
          const after = editFrontMatter(before, made);
          expectWritten(before, after, made);

          const touched = new Set(made.map(({path}) => path[0]));
          const kept = parts.filter(({key}) => !key || !touched.has(key)).map(({text}) => text);
          let offset = 0;
          for (const text of [`${mark}---${eol}`, ...kept, written(tail)]) {
            const found = after.indexOf(text, offset);
            expect(found, `${JSON.stringify(text)} in ${JSON.stringify(after)}`).toBeGreaterThanOrEqual(
              offset,
            );
            offset = found + text.length;
          }
          expect(after.endsWith(eol + written(end))).toBe(true);
          expect(after.replaceAll('\r\n', '').includes(eol === '\r\n' ? '\n' : '\r')).toBe(false);
        },
      ),
      {numRuns: 500},
    );
  });

  test('the same goes for front matter in braces', () => {
    fc.assert(
      fc.property(
        someKeys,
        fc.array(fc.constantFrom(...FLOW_FORMS), {minLength: KEYS.length, maxLength: KEYS.length}),
        fc.constantFrom(', ', ' , ', ',\n  ', ', # c\n\n  '),
        fc.constantFrom(['{', '}'], ['{ ', ' } # c'], ['{ # c\n  ', '\n  }']),
        ends,
        changes,
        (keys, forms, comma, [open = '', close = ''], end, made) => {
          const entries = keys.map((key, index) => (forms[index] ?? '').replace('K', key));
          const before = `---\n${open}${entries.join(comma)}${close}\n${end}`;
          const after = editFrontMatter(before, made);
          expectWritten(before, after, made);
          expect(after.startsWith('---\n{') && after.endsWith(`}${close.split('}')[1]}\n${end}`)).toBe(true);
        },
      ),
      {numRuns: 500},
    );
  });
});
