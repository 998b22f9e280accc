import {describe, expect, test} from 'vitest';
import {type CardSource, cardDoubts, cardHolds, cardValidUntil, type HandbookPage} from '../src/index.js';
import {handbookOf, page} from './support.js';

const sourceOf = ({title, permalink, freshness, facts}: HandbookPage): CardSource => ({
  title,
  permalink,
  freshness,
  status: facts.status,
});

const behind = (pages: Record<string, string>) =>
  handbookOf(pages)
    .pages.filter(({id}) => id.startsWith('p'))
    .map(sourceOf);

const fresh = page('last_reviewed_on: 2026-11-01');
const incident = page('type: postmortem\nincident_date: 2026-11-02\nrunbooks: [p]');

describe('a card', () => {
  test.each<[string, Record<string, string>, object, string | undefined]>([
    [
      'holds as long as the page that falls due first',
      {p: fresh, p2: page('last_reviewed_on: 2026-10-01')},
      {},
      '2026-12-30',
    ],
    ['says until when it held', {p: page('last_reviewed_on: 2026-01-01')}, {overdue: 1}, '2026-04-01'],
    [
      'vouches for no day with a page that nobody has reviewed',
      {p: fresh, p2: '# x'},
      {unreviewed: 1},
      undefined,
    ],
    [
      'nor with one that is never to be, and never was',
      {p: page('review_in: never')},
      {unreviewed: 1},
      undefined,
    ],
    [
      'relies on a page that needs no further review',
      {p: page('last_reviewed_on: 2026-11-01\nreview_in: never')},
      {},
      undefined,
    ],
    [
      'does not rely on a draft',
      {p: page('status: draft\nlast_reviewed_on: 2026-11-01')},
      {unfinished: 1},
      undefined,
    ],
    [
      'does not rely on a review that an incident has taken back',
      {p: fresh, i: incident},
      {overdue: 1},
      undefined,
    ],
    [
      'nor on one before the last edit',
      {p: page('last_reviewed_on: 2026-11-01\nreviewed_content: 2026-11-01 sha256-0000000000000000')},
      {takenBack: 1},
      undefined,
    ],
  ])('%s', (_, pages, doubts, until) => {
    const sources = behind(pages);
    expect(cardDoubts(sources)).toEqual({overdue: 0, unreviewed: 0, takenBack: 0, unfinished: 0, ...doubts});
    expect(cardHolds(sources)).toBe(Object.keys(doubts).length === 0);
    expect(cardValidUntil(sources)).toBe(until);
  });
});
