import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {editFrontMatter, type FrontMatterChange, type FrontMatterValue} from '../src/front-matter-edit.js';
import {facts, page, to} from './front-matter-support.js';

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
