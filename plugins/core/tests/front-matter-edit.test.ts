import {describe, expect, test} from 'vitest';
import {editFrontMatter} from '../src/front-matter-edit.js';
import {edited, facts, to} from './front-matter-support.js';

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
