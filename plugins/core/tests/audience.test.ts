import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {contentHash, docsHealth, type MarkdownFormat, readAudience, textForAudience} from '../src/index.js';
import {handbookOf, page, places} from './support.js';

const shown = (
  lines: string[],
  audience: string[] | undefined = ['customer'],
  format: MarkdownFormat = 'md',
) => textForAudience(lines.join('\n'), format, audience);

const BLOCK = [
  'before',
  '',
  ':::only{audience="sre, Platform"}',
  'SECRET',
  '',
  '# SECRET',
  ':::',
  '',
  'after',
];

describe('a block for some readers', () => {
  test('is left out for others, line by line', () => {
    expect(
      shown(BLOCK)
        .split('\n')
        .map((line) => line.trimEnd()),
    ).toEqual(['before', '', '', '', '', '', '', '', 'after']);
  });

  test.each([[['sre']], [['platform']], [['customer', 'platform']], [undefined]])(
    'is there for %s',
    (audience) => {
      expect(textForAudience(BLOCK.join('\n'), 'md', audience)).toBe(BLOCK.join('\n'));
    },
  );

  test('names compare without regard to case and order', () => {
    expect(readAudience(' SRE,platform , sre,')).toEqual(['platform', 'sre']);
  });

  test.each<[string, string[]]>([
    [
      'in a step',
      ['::::step[One]', 'kept', ':::only{audience=sre}', 'SECRET', ':::', 'kept', '::::', 'kept'],
    ],
    [
      'around other blocks',
      ['::::only{audience=sre}', ':::note', 'SECRET', ':::', 'SECRET', '::::', 'kept', 'kept', 'kept'],
    ],
    [
      'in an item',
      ['1. kept', '', '   :::only{audience=sre}', '   SECRET', '   :::', '', '2. kept', '3. kept'],
    ],
    ['as an item', ['- :::only{audience=sre}', '  SECRET', '  :::', '- kept', '- kept kept']],
    ['in a quote', ['> kept', '>', '> :::only{audience=sre}', '> SECRET', '> :::', '>', '> kept', 'kept']],
    ['without an end', ['kept', ':::only{audience=sre}', 'SECRET', '', 'SECRET', '```', 'SECRET']],
    ['without an end in a step', ['::::step', ':::only{audience=sre}', 'SECRET', '::::', 'kept kept kept']],
    ['without an audience', [':::only', 'SECRET', ':::', 'kept kept kept']],
    ['with an empty audience', [':::only{audience=""}', 'SECRET', ':::', 'kept kept kept']],
    ['with another attribute', [':::only{for="customer"}', 'SECRET', ':::', 'kept kept kept']],
    ['in capitals', [':::Only{audience="sre"}', 'SECRET', ':::', 'kept kept kept']],
    ['with a label', [':::only[SECRET]{audience="sre"}', 'SECRET', ':::', 'kept kept kept']],
    [
      'inside one that is shown',
      [
        '::::only{audience="customer"}',
        'kept',
        ':::only{audience=sre}',
        'SECRET',
        ':::',
        'kept',
        '::::',
        'kept',
      ],
    ],
    [
      'with a reference',
      ['[k] kept', '', ':::only{audience=sre}', '[k]: https://SECRET', ':::', 'kept kept'],
    ],
  ])('%s', (_where, lines) => {
    const text = shown(lines);
    expect(text).not.toContain('SECRET');
    expect(text.match(/kept/g)).toHaveLength(lines.join().match(/kept/g)?.length ?? 0);
    expect(text.split('\n').map(({length}) => length)).toEqual(lines.map(({length}) => length));
  });

  test.each<[string, string[]]>([
    ['a blank before the name', ['::: only{audience="sre"}', '', 'SECRET', '', ':::']],
    ['a blank before the braces', [':::only {audience="sre"}', '', 'SECRET', '', ':::']],
    ['words behind it', [':::only{audience=sre} for you', '', 'SECRET', '', ':::']],
    ['two colons', ['::only{audience=sre}', '', 'SECRET', '', ':::']],
    ['inside HTML', ['<details>', ':::only{audience="sre"}', 'SECRET', ':::', '</details>']],
    ['inside HTML, with blocks', ['<div>', ':::only{audience="sre"}', '', 'SECRET', '', ':::', '</div>']],
    ['too far to the right', ['- item', '', '      :::only{audience="sre"}', '      SECRET', '      :::']],
    ['in a line', ['Call :only[SECRET]{audience="sre"} now']],
    ['another name', [':::only-for{audience="sre"}', 'SECRET', ':::']],
    ['after a line of text', ['text', '    :::only{audience="sre"}', 'SECRET', ':::']],
    ['under a heading line', ['::: only{audience="sre"}', 'SECRET', '===']],
    ['in a table', ['| a |', '| - |', '| b |', '::: only{audience="sre"}', 'SECRET', ':::']],
    [
      'an inner block with as many colons',
      [':::only{audience="sre"}', ':::note', 'x', ':::', 'SECRET', ':::'],
    ],
    [
      'two of them',
      [':::only{audience=sre}', ':::note', ':::tip', 'x', ':::', 'SECRET', ':::', '', '## SECRET', '', ':::'],
    ],
    [
      'one after the other',
      [':::only{audience=sre}', ':::note', 'x', ':::', 'SECRET', ':::note', 'x', ':::', 'SECRET', ':::'],
    ],
    [
      'inside a step with as many',
      [':::step', ':::only{audience=sre}', ':::note', 'x', ':::', 'SECRET', ':::', ':::'],
    ],
    ['a list that goes on', [':::only{audience=sre}', ':::note', 'x', ':::', '- SECRET', '- SECRET', ':::']],
  ])('is left out, too, when it is written wrongly: %s', (_how, lines) => {
    const all = ['# Kept', '', ...lines];
    expect(shown(all)).not.toContain('SECRET');
    expect(shown(all)).toContain('# Kept');
    expect(shown([...all, '', '## Kept, too'])).not.toContain('SECRET');
    const handbook = handbookOf({a: all.join('\n')});
    expect(handbook.findings.map(({rule}) => rule.replace(/-.*/, ''))).toContain('only');
    expect(JSON.stringify(handbook.findings)).not.toContain('SECRET');
  });

  test.each<[string, string[]]>([
    ['in a fence', ['```md', ':::only{audience="sre"}', 'shown', ':::', '```']],
    ['in a fence in an item', ['- item', '', '  ~~~', '  :::only{audience="sre"}', '  shown', '  ~~~']],
    ['in a sentence', ['Write `:::only{audience="sre"}` around it, shown.']],
    ['escaped', ['\\:::only{audience="sre"}', 'shown']],
    ['in a comment', ['<!--', ':::only{audience="sre"}', 'shown', '-->']],
  ])('as an example it stays: %s', (_where, lines) => {
    expect(shown(lines)).toBe(lines.join('\n'));
    expect(handbookOf({a: lines.join('\n')}).findings).toEqual([]);
  });

  test('front matter, line ends and byte order marks stay', () => {
    const text =
      '\uFEFF---\r\ntitle: only\r\n---\r\n\r\na\r\n\r\n:::only{audience="sre"}\r\nSECRET\r\n:::\r\nb\r\n';
    expect(textForAudience(text, 'md', ['x']).replace(/ +\r/g, '\r')).toBe(
      '\uFEFF---\r\ntitle: only\r\n---\r\n\r\na\r\n\r\n\r\n\r\n\r\nb\r\n',
    );
  });

  test('in MDX, where no indentation makes code', () => {
    const lines = [
      '<Tabs>',
      '  <TabItem>',
      '',
      '    :::only{audience="sre"}',
      '    SECRET',
      '    :::',
      '',
      '  </TabItem>',
      '</Tabs>',
    ];
    expect(shown(lines, ['customer'], 'mdx')).not.toContain('SECRET');
    expect(shown(lines, ['sre'], 'mdx')).toBe(lines.join('\n'));
    expect(shown(['<div>', ':::only{audience="sre"}', 'SECRET', ':::', '</div>'], ['sre'], 'mdx')).toContain(
      'SECRET',
    );
  });
});

describe('a page of any shape', () => {
  interface Part {
    kind: string;
    parts: Part[];
  }
  const {part} = fc.letrec<{part: Part; words: Part; holder: Part}>((tie) => ({
    words: fc.constantFrom('text', 'code', 'table', 'list').map((kind) => ({kind, parts: []})),
    holder: fc.record({
      kind: fc.constantFrom('step', 'only', 'quote', 'item'),
      parts: fc.array(tie('part'), {minLength: 1, maxLength: 3}),
    }),
    part: fc.oneof({maxDepth: 4}, tie('words'), tie('holder')),
  }));
  const heightOf = ({parts}: Part): number => 1 + Math.max(0, ...parts.map(heightOf));

  /** A part as its author means it; with equal fences as one writes it who does not know better. */
  function linesOf({kind, parts}: Part, word: string, how: {equal: boolean}): string[] {
    if (kind === 'text') return [word, ''];
    if (kind === 'code') return ['```', word, ':::', '```', ''];
    if (kind === 'table') return [`| ${word} |`, '| - |', `| ${word} |`, ''];
    if (kind === 'list') return [`- ${word}`, `- ${word}`, ''];
    const inside = parts.flatMap((inner) => linesOf(inner, kind === 'only' ? 'SECRET' : word, how));
    if (kind === 'quote') return [...inside.map((line) => `> ${line}`), ''];
    if (kind === 'item') return [...inside.map((line, at) => (at > 0 ? `   ${line}` : `1. ${line}`)), ''];
    const fence = ':'.repeat(how.equal ? 3 : 2 + heightOf({kind, parts}));
    return [`${fence}${kind}${kind === 'only' ? '{audience="sre"}' : '[Title]'}`, ...inside, fence, ''];
  }
  const pages = fc.array(part, {minLength: 1, maxLength: 3});
  const count = (text: string, word: string) => text.split(word).length - 1;

  test('keeps all that is for everybody, and nothing else', () => {
    fc.assert(
      fc.property(pages, (parts) => {
        const text = parts.flatMap((one) => linesOf(one, 'KEPT', {equal: false})).join('\n');
        const left = textForAudience(text, 'md', ['customer']);
        expect(count(left, 'SECRET')).toBe(0);
        expect(count(left, 'KEPT')).toBe(count(text, 'KEPT'));
        expect(textForAudience(text, 'md', ['sre'])).toBe(text);
      }),
      {numRuns: 400},
    );
  });

  test('gives nothing away when a line is missing, colons are too few, or a block is no block', () => {
    fc.assert(
      fc.property(
        pages,
        fc.boolean(),
        fc.nat(),
        fc.constantFrom('$1only', '$1 only', '    $1only'),
        (parts, equal, nth, only) => {
          const lines = parts.flatMap((one) => linesOf(one, 'KEPT', {equal}));
          const missing = nth % lines.length;
          if (!/SECRET|only/.test(lines[missing] ?? '')) lines.splice(missing, 1);
          const first = lines.findIndex((line) => line.includes(':only'));
          const text = lines
            .map((line, at) => (at === first ? line.replace(/(:+)only/, only) : line))
            .join('\n');
          expect(textForAudience(text, 'md', ['customer'])).not.toContain('SECRET');
        },
      ),
      {numRuns: 800},
    );
  });
});

describe('a handbook for an audience', () => {
  const text = page(
    'type: runbook\nalerts: headings',
    [
      '# Page',
      '',
      '::::only{audience="sre"}',
      '## SecretAlert',
      '',
      'Ask :owner[nobody-known].',
      '',
      ':::card[SECRET]{section="commands"}',
      '```bash',
      'run <secret-blank>',
      '```',
      ':::',
      '',
      ':::rollback',
      'x',
      ':::',
      '1. SECRET',
      '::::',
      '',
      ':owner[wrong]',
      '',
    ].join('\n'),
  );
  const of = (audience: string[] | undefined) =>
    handbookOf({a: text}, {owners: 'ana: {name: Ana}\n', defaults: {audience}});

  test('knows nothing of what is for others', () => {
    const handbook = of(['customer']);
    expect(JSON.stringify([handbook, [...handbook.uses]])).not.toMatch(/secret|nobody-known/i);
    expect(handbook.pages[0]?.anatomy).toMatchObject({sections: [], steps: 0, commands: 0, placeholders: []});
    expect(handbook.cardEntries).toEqual([]);
    expect(handbook.alerts).toEqual([]);
    expect(JSON.stringify(docsHealth(handbook, null, []))).not.toMatch(/secret/i);
  });

  test('knows all of it when the audience is its own, or none is named', () => {
    for (const audience of [['sre'], undefined]) {
      const handbook = of(audience);
      expect(handbook.pages[0]?.anatomy).toMatchObject({
        steps: 1,
        commands: 1,
        placeholders: ['secret-blank'],
      });
      expect(handbook.cardEntries).toHaveLength(1);
      expect(handbook.alerts.map(({name}) => name)).toEqual(['SecretAlert']);
    }
  });

  test('names the lines of the file', () => {
    expect(places(of(['customer'])).filter((place) => place.includes('owner'))).toEqual([
      'docs/a.md:25 owner-unknown',
    ]);
  });

  test('judges reviews by the whole file, whoever it is for', () => {
    const reviewed = (body: string, hash: string) =>
      page(`last_reviewed_on: 2026-11-01\nreviewed_content: 2026-11-01 ${hash}`, body);
    const body = BLOCK.join('\n');
    const hash = contentHash(page('a: 1', body));
    for (const audience of [undefined, ['sre'], ['customer']]) {
      const [same] = handbookOf({a: reviewed(body, hash)}, {defaults: {audience}}).pages;
      expect(same?.freshness.causes).toBeUndefined();
      const edited = body.replace('SECRET', 'OTHER');
      const [changed] = handbookOf({a: reviewed(edited, hash)}, {defaults: {audience}}).pages;
      expect(changed?.freshness.causes).toEqual([{kind: 'edited'}]);
    }
  });

  test('tells of fences without a partner, where they make a block uncertain', () => {
    const text = ['```', 'x', '', ':::only{audience="sre"}', 'x', ':::', ''].join('\n');
    expect(places(handbookOf({a: text}))).toEqual(['docs/a.md:4 only-open-code']);
    expect(places(handbookOf({a: '# A\n\n```\nx\n'}))).toEqual([]);
    const stray = [
      ':::only{audience="sre"}',
      'x',
      ':::',
      '',
      'x',
      '',
      ':::',
      '',
      '```',
      ':::only',
      '```',
    ].join('\n');
    expect(places(handbookOf({a: stray}))).toEqual([
      'docs/a.md:1 only-closed-early',
      'docs/a.md:10 only-open-code',
    ]);
  });

  test('tells of a list of names without quotes, of which Markdown reads the first alone', () => {
    const text = ':::only{audience=sre, platform}\nSECRET\n:::\n';
    expect(textForAudience(text, 'md', ['platform'])).not.toContain('SECRET');
    expect(handbookOf({a: text}).findings).toMatchObject([
      {rule: 'directive-attribute-unknown', line: 1, message: expect.stringContaining('"platform"')},
    ]);
  });

  test('tells of blocks that are written wrongly, in every build', () => {
    const lines = [
      '# Page',
      '',
      ':::only',
      'x',
      ':::',
      '',
      '::: only{audience="sre"}',
      'x',
      ':::',
      '',
      ':::only{audience="sre"}',
      ':::note',
      'x',
      ':::',
      'y',
      ':::',
      '',
      ':::only{audience="sre"}',
      'x',
    ];
    for (const audience of [undefined, ['customer']]) {
      expect(places(handbookOf({a: lines.join('\n')}, {defaults: {audience}}))).toEqual([
        'docs/a.md:3 only-no-audience',
        'docs/a.md:7 only-misread',
        'docs/a.md:11 only-closed-early',
        'docs/a.md:18 only-unclosed',
      ]);
    }
  });
});
