import {expect, test} from 'vitest';
import {assembleCard} from '../src/card.js';
import {handbookOf} from './handbook-of.js';

const FRAME = {title: 'Card', commit: '7adc0210b1e4', rightIf: 'something is wrong'};

test('entries follow the urgency of their pages: tier, then severity, then id', () => {
  const entry = (facts: string, label: string) =>
    `---\n${facts}\nquick_reference:\n  do_not: [${label}]\n---\n# X\n`;
  const card = assembleCard(
    handbookOf({
      a: entry('title: none', 'fourth'),
      b: entry('tier: 1\nseverity: P1', 'third'),
      c: entry('tier: 1\nseverity: P0', 'second'),
      d: entry('tier: 0', 'first'),
    }),
    'site',
    FRAME,
  );
  expect(card.sections.map(({entries}) => entries.map(({label}) => label))).toEqual([
    ['first', 'second', 'third', 'fourth'],
  ]);
  expect(card.sources.map(({title}) => title)).toEqual(['d', 'c', 'b', 'a']);
});

test('a contact shows whom to call next, and a circle of escalations ends', () => {
  const card = assembleCard(
    handbookOf({a: '---\nquick_reference:\n  contacts: [sre]\n---\n'}),
    'site',
    FRAME,
  );
  expect(card.sections[0]?.entries[0]).toMatchObject({label: 'SRE', escalation: [{name: 'Lead'}]});
});

test('links lead to the same place from the card as from the page', () => {
  const body = ':::card[Links]\n[a](../b.md#x) [b](#here) [c](https://c.example.com) [d](./gone.md)\n:::\n';
  const card = assembleCard(handbookOf({'sub/a': body, b: '# B'}), 'site', FRAME);
  const block = card.sections[0]?.entries[0]?.blocks[0];
  const links =
    block?.kind === 'text' ? block.text.filter(({text}) => text.trim() !== '').map(({href}) => href) : [];
  expect(links).toEqual(['/docs/b/#x', '/docs/sub/a/#here', 'https://c.example.com', undefined]);
  expect(card.sections[0]?.entries[0]?.permalink).toBe('/docs/sub/a/#card-links');
});

test('a page that nobody has reviewed vouches for no day', () => {
  const reviewed = '---\nlast_reviewed_on: 2026-11-01\nquick_reference:\n  do_not: [x]\n---\n';
  const card = assembleCard(
    handbookOf({a: reviewed, b: '---\nquick_reference:\n  do_not: [y]\n---\n'}),
    'site',
    FRAME,
  );
  expect(card.validUntil).toBeUndefined();
});

test('nor does one that was edited, or used in an incident, since its review', () => {
  const entry = (facts: string) =>
    `---\nlast_reviewed_on: 2026-11-01\n${facts}quick_reference:\n  do_not: [x]\n---\n`;
  const untilOf = (pages: Record<string, string>) =>
    assembleCard(handbookOf(pages), 'site', FRAME).validUntil;
  const incident = '---\ntype: postmortem\nincident_date: 2026-11-02\nrunbooks: [a]\n---\n';
  expect(untilOf({a: entry('')})).toBe('2027-01-30');
  expect(untilOf({a: entry(''), b: incident})).toBeUndefined();
  expect(untilOf({a: entry('reviewed_content: 2026-11-01 sha256-0000000000000000\n')})).toBeUndefined();
});

test('addresses that cannot be decoded stop nothing', () => {
  const body =
    ':::card[Links]\n[a](100%.md) [b](a%E9.md) [c](//[bad) [d](slack://channel) [e](/docs/b) [f](javascript:alert(1))\n:::\n';
  const card = assembleCard(handbookOf({a: body}), 'site', FRAME);
  const block = card.sections[0]?.entries[0]?.blocks[0];
  const links =
    block?.kind === 'text' ? block.text.filter(({text}) => /^[a-f]$/.test(text)).map(({href}) => href) : [];
  expect(links).toEqual([undefined, undefined, '//[bad', 'slack://channel', '/docs/b', undefined]);
});

test('an owner named in a card’s text can be reached from it', () => {
  const card = assembleCard(handbookOf({a: ':::card[Call]\nPage :owner[sre] now.\n:::\n'}), 'site', FRAME);
  const block = card.sections[0]?.entries[0]?.blocks[0];
  expect(block?.kind === 'text' && block.text.map(({text}) => text).join('')).toBe(
    'Page SRE #sre +44 20 7946 0021 now.',
  );
});

test('a card holds as long as the page behind it that falls due first', () => {
  const entry = (date: string, label: string) =>
    `---\nlast_reviewed_on: ${date}\nquick_reference:\n  do_not: [${label}]\n---\n`;
  const card = assembleCard(
    handbookOf({a: entry('2026-11-01', 'x'), b: entry('2026-10-01', 'y')}),
    'site',
    FRAME,
  );
  expect(card.validUntil).toBe('2026-12-30');
});
