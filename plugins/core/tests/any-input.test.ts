import fc from 'fast-check';
import {expect, test} from 'vitest';
import {handbookOf} from './support.js';

// Whatever people leave in a folder, the binder is built, and what is wrong is said.

const KEYS = [
  'last_reviewed_on',
  'last_reviewed',
  'freshness',
  'review_in',
  'review_by',
  'reviewed_by',
  'reviewed_content',
  'reviewed_sources',
  'watches',
  'runbooks',
  'incident_date',
  'started_at',
  'last_tested_on',
  'tier',
  'severity',
  'owner',
  'status',
  'related',
  'quick_reference',
  'alerts',
];
const VALUES = [
  '2026-11-01',
  '2026-02-30',
  '20260131',
  '9999-12-31',
  '0000-00-00',
  '-1',
  'never',
  '99999 days',
  'null',
  '~',
  '[]',
  '{}',
  '[[a], {b: c}]',
  '{a: {b: [c]}}',
  '{owner: x, reviewed: 2026-11-01}',
  '"',
  '*x',
  '&x y',
  '!!binary |',
  '|\n  text',
  '2026-11-01 sha256-0123456789abcdef',
  'p',
  '\u0000',
  '2026-11-01T25:61:61Z',
];

const facts = fc
  .array(
    fc.tuple(
      fc.constantFrom(...KEYS),
      fc.oneof(fc.constantFrom(...VALUES), fc.string({unit: 'grapheme', maxLength: 20})),
    ),
    {maxLength: 6},
  )
  .map((entries) => entries.map(([key, value]) => `${key}: ${value}`).join('\n'));

function expectFindings(
  pages: Record<string, string>,
  more: {owners?: string; handbook?: string} = {},
): void {
  const handbook = handbookOf(pages, more);
  expect(handbook.pages).toHaveLength(Object.keys(pages).length);
  for (const {rule, line, message, hint} of handbook.findings) {
    expect(rule).toMatch(/^[a-z]+(-[a-z]+)+$/);
    expect(line).toBeGreaterThanOrEqual(1);
    expect(message).not.toBe('');
    expect(hint).not.toBe('');
  }
}

test('no front matter throws anything: it is read, or it is a finding', () => {
  fc.assert(
    fc.property(facts, fc.string({maxLength: 40}), (yaml, body) => {
      expectFindings({p: `---\ntype: postmortem\n${yaml}\n---\n${body}`, q: `---\n${yaml}\n---\n\n# Q\n`});
    }),
    {numRuns: 1000},
  );
});

test('aliases within aliases end, and are told', () => {
  const levels = Array.from({length: 9}, (_, level) => {
    const items = level === 0 ? 'x' : `*l${level - 1}`;
    return `l${level}: &l${level} [${Array(9).fill(items).join(', ')}]`;
  });
  const {findings} = handbookOf({p: `---\n${levels.join('\n')}\nwatches: *l8\n---\n`});
  expect(findings.map(({rule}) => rule)).toContain('yaml-invalid');
});

test('nor does any text, nor any owners.yml or handbook.yml', () => {
  const text = fc.oneof(
    fc.string({unit: 'grapheme', maxLength: 80}),
    fc
      .array(
        fc.constantFrom(
          '---',
          '\n',
          ':::',
          '<!--*',
          'freshness: {',
          "reviewed: '",
          '*-->',
          '`',
          ':a[b]{c=d}',
          '- {',
        ),
        {
          maxLength: 12,
        },
      )
      .map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(text, text, text, (page, owners, handbook) => expectFindings({p: page}, {owners, handbook})),
    {numRuns: 1000},
  );
});
