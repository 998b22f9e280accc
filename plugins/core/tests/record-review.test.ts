import {expect, test} from 'vitest';
import type {CivilDate} from '../src/dates.js';
import {type Review, recordReview} from '../src/record-review.js';
import {handbookOf, page} from './support.js';

const REVIEW: Review = {on: '2026-11-20' as CivilDate, by: ['ana'], tested: false, fingerprints: new Map()};

/** A page after a review, and what the handbook says of it then. */
function reviewed(text: string, review: Partial<Review> = {}) {
  const facts = handbookOf({p: text}).pages[0]?.facts;
  if (!facts) throw new Error('no page');
  const after = recordReview(text, facts, {...REVIEW, ...review});
  const [judged] = handbookOf({p: after}, {defaults: {watchedHash: () => 'sha256-0123456789abcdef'}}).pages;
  return {after, state: judged?.freshness.state, facts: judged?.facts};
}

test.each([
  ['no front matter', '# Page\n'],
  ['a date', page('last_reviewed_on: 2025-01-01')],
  ['the older key', page('last_reviewed: 2025-01-01')],
  ['the map of Google', page('freshness: {owner: ana, reviewed: 2025-01-01}')],
  ['the comment of Google', "<!--* freshness: { owner: 'ana' reviewed: '2025-01-01' } *-->\n\n# Page\n"],
  ['a comment below other facts', page('title: X', "<!-- freshness: {reviewed: '2025-01-01'} -->\n")],
  [
    'an example of the comment in code',
    page('c: 1', "```\n<!--* freshness: { reviewed: '2025-01-01' } *-->\n```\n"),
  ],
  ['a due date that it meets', page('last_reviewed_on: 2025-01-01\nreview_by: 2026-11-20')],
  ['a due date that will be met', page('last_reviewed_on: 2025-01-01\nreview_by: 2027-11-20')],
  [
    'a byte order mark and line ends of Windows',
    '\uFEFF---\r\nlast_reviewed_on: 2025-01-01\r\n---\r\n\r\nText\r\n',
  ],
])('a page with %s is fresh after its review, and the same after another', (_what, text) => {
  const {after, state, facts} = reviewed(text);
  expect(state).toBe('fresh');
  expect(facts).toMatchObject({
    lastReviewedOn: '2026-11-20',
    reviewedBy: ['ana'],
    reviewedContent: {on: '2026-11-20'},
  });
  expect(reviewed(after).after).toBe(after);
});

test('what the page watches is written down, and is fresh as it was found', () => {
  const {after, state} = reviewed(page('watches: [a.yaml]'), {
    fingerprints: new Map([['a.yaml', 'sha256-0123456789abcdef']]),
  });
  expect(after).toContain('reviewed_sources:\n  a.yaml: sha256-0123456789abcdef\n');
  expect(state).toBe('fresh');
});

test('a reason for many at once goes with the next review', () => {
  const {after} = reviewed(page('title: X'), {bulk: 'moved'});
  expect(after).toContain('bulk_review: moved');
  expect(reviewed(after).after).not.toContain('bulk_review');
});

test('a test is attested only by who says so', () => {
  expect(reviewed(page('last_tested_on: 2025-01-01')).facts?.lastTestedOn).toBe('2025-01-01');
  expect(reviewed(page('last_tested_on: 2025-01-01'), {tested: true}).facts?.lastTestedOn).toBe('2026-11-20');
  // One value for both: to change the one would attest the other.
  expect(() => reviewed(page('last_reviewed_on: &d 2025-01-01\nlast_tested_on: *d'))).toThrow(
    /"last_tested_on" would change/,
  );
});
