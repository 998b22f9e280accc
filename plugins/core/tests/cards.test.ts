import {describe, expect, test} from 'vitest';
import {cardTitle, mergeEntries} from '../src/index.js';
import {handbookOf, page, places} from './support.js';

const entriesOf = (text: string) =>
  handbookOf({p: text}).cardEntries.map(({section, label, url, blocks, card}) => ({
    section,
    label,
    url,
    blocks,
    card,
  }));

describe('quick_reference in front matter', () => {
  test.each([
    [
      'urls: [https://a.example.com]',
      {section: 'urls', label: 'https://a.example.com', url: 'https://a.example.com'},
    ],
    [
      'urls: ["Grafana: https://a.example.com"]',
      {section: 'urls', label: 'Grafana', url: 'https://a.example.com'},
    ],
    [
      'urls: [{label: Grafana, url: https://a.example.com}]',
      {section: 'urls', label: 'Grafana', url: 'https://a.example.com'},
    ],
    [
      'urls: [{Grafana: https://a.example.com}]',
      {section: 'urls', label: 'Grafana', url: 'https://a.example.com'},
    ],
    [
      'commands: [{label: Pods, command: kubectl get pods}]',
      {section: 'commands', label: 'Pods', blocks: [{kind: 'command', command: 'kubectl get pods'}]},
    ],
    [
      'commands: [kubectl get pods]',
      {
        section: 'commands',
        label: 'kubectl get pods',
        blocks: [{kind: 'command', command: 'kubectl get pods'}],
      },
    ],
    [
      'procedures: [{label: Down, steps: [One, Two]}]',
      {
        section: 'procedures',
        label: 'Down',
        blocks: [{kind: 'list', ordered: true, items: [[{text: 'One'}], [{text: 'Two'}]]}],
      },
    ],
    ['do_not: [Never do that]', {section: 'do_not', label: 'Never do that'}],
  ])('%s', (yaml, expected) => {
    expect(entriesOf(page(`quick_reference:\n  ${yaml}`))).toEqual([expect.objectContaining(expected)]);
  });

  test('goes to the card it names, under the name it gives', () => {
    const {cardEntries} = handbookOf({
      p: page('quick_reference:\n  card: PostgreSQL Störung\n  do_not: [x]'),
    });
    expect(cardEntries[0]?.card).toBe('postgresql-storung');
    expect(cardTitle('postgresql-storung', cardEntries, 'Site')).toBe('PostgreSQL Störung');
  });

  test.each(['localhost:3000', 'grafana.example.com:3000/d', 'javascript:alert(1)', 'No address'])(
    'an address like %s is told: no browser could open it from the card',
    (url) =>
      expect(places(handbookOf({p: page(`quick_reference:\n  urls: [{label: x, url: "${url}"}]`)}))).toEqual([
        'docs/p.md:3 card-invalid',
      ]),
  );

  test('what cannot be understood is told, not dropped', () => {
    expect(places(handbookOf({p: page('quick_reference:\n  urls:\n    - {label: No address}')}))).toEqual([
      'docs/p.md:4 card-invalid',
    ]);
  });
});

describe('a :::card block', () => {
  test('carries its commands and lists as they stand on the page', () => {
    const body =
      '# P\n\n:::card[Roll back]{section="commands"}\n\nFirst `look`:\n\n```bash\nhelm rollback\n```\n\n- one\n- two\n\n:::\n';
    expect(entriesOf(body)).toEqual([
      {
        section: 'commands',
        label: 'Roll back',
        url: undefined,
        card: 'site',
        blocks: [
          {kind: 'text', text: [{text: 'First '}, {text: 'look', style: 'code'}, {text: ':'}]},
          {kind: 'command', command: 'helm rollback'},
          {kind: 'list', ordered: false, items: [[{text: 'one'}], [{text: 'two'}]]},
        ],
      },
    ]);
  });

  test('loses no word that looks like a directive, and no command in a nested list', () => {
    const body =
      ':::card[L svc:web[0]]\nAsk svc:web[0] and host:port{a=1}, redis:keys<br>or arn:aws:s3.\n\n- one\n  - two\n    ```bash\n    nested command\n    ```\n- first\n\n  second\n:::\n';
    const [entry] = entriesOf(body);
    const words = JSON.stringify(entry?.blocks);
    const text =
      entry?.blocks[0]?.kind === 'text' ? entry.blocks[0].text.map((run) => run.text).join('') : '';
    expect(text).toBe('Ask svc:web[0] and host:port{a=1}, redis:keys or arn:aws:s3.');
    expect(entry?.label).toBe('L svc:web[0]');
    expect(words).toContain('nested command');
    const list =
      entry?.blocks[1]?.kind === 'list'
        ? entry.blocks[1].items.map((item) =>
            item
              .map((run) => run.text)
              .join('')
              .trim(),
          )
        : [];
    expect(list).toEqual(['one – two', 'first second']);
  });

  test.each([
    ['without a label', ':::card\ntext\n:::\n'],
    ['with an unknown section', ':::card[Label]{section="phones"}\ntext\n:::\n'],
  ])('%s is told with its line', (_, block) => {
    expect(places(handbookOf({p: `# P\n\n${block}`}))).toEqual(['docs/p.md:3 card-invalid']);
  });
});

test('the same label twice in one section is an error that names both places', () => {
  const block = '# P\n\n:::card[Roll back]\ntext\n:::\n';
  const {findings} = handbookOf({a: block, b: block});
  expect(findings).toHaveLength(1);
  expect(findings[0]).toMatchObject({rule: 'card-duplicate', level: 'error', source: 'docs/b.md', line: 3});
  expect(findings[0]?.message).toContain('docs/a.md:3');
});

test('pages may share a contact and an address; the card shows them once', () => {
  const shared = page('quick_reference:\n  contacts: [sre]\n  urls: ["Log: https://log.example.com"]');
  const handbook = handbookOf({a: shared, b: shared}, {owners: 'sre: {name: SRE}\n'});
  expect(handbook.findings).toEqual([]);
  expect(mergeEntries(handbook.cardEntries).map(({label}) => label)).toEqual(['sre', 'Log']);
});

test('deprecated pages put nothing on a card', () => {
  expect(entriesOf(page('status: deprecated\nquick_reference:\n  do_not: [x]'))).toEqual([]);
});

describe('the head of a card', () => {
  test('is what pages say of it, one sentence or several', () => {
    expect(
      entriesOf(
        page(
          'quick_reference:\n  right_if: [payouts are late, payouts are wrong]\n  emergency: Money is lost',
        ),
      ),
    ).toEqual([
      expect.objectContaining({section: 'right_if', label: 'payouts are late'}),
      expect.objectContaining({section: 'right_if', label: 'payouts are wrong'}),
      expect.objectContaining({section: 'emergency', label: 'Money is lost'}),
    ]);
  });

  test('may be said by two pages alike', () => {
    const text = page('quick_reference:\n  right_if: it is down');
    const {findings, cardEntries} = handbookOf({a: text, b: text});
    expect(findings).toEqual([]);
    expect(mergeEntries(cardEntries)).toHaveLength(1);
  });
});

test('the tenth entry of a group is told, with its place', () => {
  const entries = (count: number) =>
    handbookOf({
      p: page(
        `quick_reference:\n  do_not:\n${Array.from({length: count}, (_, i) => `    - Do not do ${i + 1}`).join('\n')}`,
      ),
    }).findings;
  expect(entries(9)).toEqual([]);
  expect(entries(12)).toMatchObject([
    {
      rule: 'card-group-long',
      level: 'warning',
      line: 13,
      message: '"Do not do 10" is number 10 of 12 under do_not of the card "site". Expected 9 at most',
    },
  ]);
});

test('two names for one address are told, and so is a card named like the page of all cards', () => {
  const of = (name: string, text: string) => page(`quick_reference:\n  card: "${name}"\n  do_not: [${text}]`);
  expect(
    places(handbookOf({a: of('Pay ments', 'x'), b: of('pay-ments', 'y'), c: of('pay-ments', 'z')})),
  ).toEqual(['docs/b.md:4 card-name']);
  expect(handbookOf({a: of('Index', 'x')}).cardEntries[0]?.card).toBe('card-index');
});

test('a deprecated page says what of it no card has any more', () => {
  const text = page('status: deprecated\nquick_reference:\n  do_not: [Never]');
  const handbook = handbookOf({a: text});
  expect(handbook.cardEntries).toEqual([]);
  expect(places(handbook)).toEqual(['docs/a.md:4 card-left-out']);
});
