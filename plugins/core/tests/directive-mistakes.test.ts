import {expect, test} from 'vitest';
import {handbookOf, places} from './support.js';

const findingsOf = (...lines: string[]) => handbookOf({a: lines.join('\n')}).findings;

test('an attribute that a directive does not take is told, with those that it takes', () => {
  expect(findingsOf('# A', '', ':::step[One]{dangr minute="5"}', 'x', ':::')).toEqual([
    {
      rule: 'directive-attribute-unknown',
      level: 'warning',
      source: 'docs/a.md',
      line: 3,
      message: 'step has "dangr", "minute", which says nothing there. Expected danger, role, minutes',
      hint: expect.stringContaining('Correct the name'),
    },
  ]);
  expect(findingsOf(':::verify{x=1}', 'x', ':::')[0]?.message).toContain('Expected no attribute');
});

test('attributes of directives that are not ours are nobody’s business', () => {
  expect(findingsOf(':::note{x=1}', 'x', ':::', '', 'host:port{a=1} ::video{id=3}')).toEqual([]);
  expect(findingsOf(':::constructor{x=1}', 'x', ':::')).toEqual([]);
});

test('a message with nothing to send is told', () => {
  expect(
    places(handbookOf({a: '# A\n\n:::message[Chat]{to="all"}\n:::\n\n:::message\n```\n```\n:::'})),
  ).toEqual(['docs/a.md:3 message-empty', 'docs/a.md:6 message-empty']);
  expect(findingsOf(':::message', 'We know.', ':::')).toEqual([]);
});

test('a decision without a question, or without a list of links, is told', () => {
  const lines = [
    ':::decision',
    '',
    '1. none',
    '2. **[One](b.md)** of them',
    '',
    ':::',
    '',
    ':::decision[Which?]',
    '',
    'See [b](b.md).',
    '',
    '- none',
    '',
    ':::',
  ];
  expect(places(handbookOf({a: lines.join('\n')}))).toEqual([
    'docs/a.md:1 decision-without-question',
    'docs/a.md:8 decision-without-choices',
  ]);
});
