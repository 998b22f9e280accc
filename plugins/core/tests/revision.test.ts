import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
  type Card,
  type CardEntryView,
  cardRevision,
  judgePaper,
  type Owner,
  readRevision,
  revisionOf,
} from '../src/index.js';

const owner = (id: string, phone?: string): Owner => ({id, name: id.toUpperCase(), phone});

const entry = (changes: Partial<CardEntryView> = {}): CardEntryView => ({
  label: 'Restart',
  blocks: [{kind: 'command', command: 'systemctl restart web'}],
  escalation: [],
  source: 0,
  permalink: '/docs/web/',
  from: {source: 'docs/web.md', line: 4},
  ...changes,
});

const card = (
  changes: Partial<Omit<Card, 'sources'> & {sources: {title: string}[]}> = {},
  entries = [entry()],
) => ({
  title: 'Web',
  sources: [{title: 'Web runbook'}],
  rightIf: [{text: 'the site is down'}],
  emergency: [],
  sections: [{section: 'commands' as const, entries}],
  ...changes,
});

const digest = (words: Parameters<typeof cardRevision>[0]) =>
  readRevision(cardRevision(words, '2026-11-20'))?.digest;

describe('a revision', () => {
  test('stands for the words and carries the day', () => {
    expect(cardRevision(card(), '2026-11-20')).toMatch(/^[\da-f]{8}-20261120$/);
    expect(readRevision(cardRevision(card(), '2026-11-20'))?.on).toBe('2026-11-20');
  });

  test.each<[string, ReturnType<typeof card>]>([
    ['the title', card({title: 'Web site'})],
    ['what the card is for', card({rightIf: [{text: 'the site is slow'}]})],
    ['the emergency', card({emergency: [{text: 'P0'}]})],
    ['a label', card({}, [entry({label: 'Stop'})])],
    ['a command', card({}, [entry({blocks: [{kind: 'command', command: 'systemctl stop web'}]})])],
    ['an address', card({}, [entry({url: 'https://example.com'})])],
    ['a telephone number', card({}, [entry({owner: owner('sre', '+44 1')})])],
    ['whom to call next', card({}, [entry({escalation: [owner('lead')]})])],
    ['the number of whom to call next', card({}, [entry({escalation: [owner('lead', '+44 2')]})])],
    ['the title of the page behind it', card({sources: [{title: 'Site runbook'}]})],
    ['the group', card({sections: [{section: 'procedures', entries: [entry()]}]})],
  ])('is another when %s has changed', (_, changed) => {
    expect(digest(changed)).not.toBe(digest(card()));
  });

  test.each<[string, ReturnType<typeof card>, string]>([
    ['the day of the build', card(), '2026-12-31'],
    [
      'the place of the page',
      card({}, [entry({permalink: '/moved/', from: {source: 'docs/b.md', line: 9}})]),
      '2026-11-20',
    ],
    [
      'the number of the source',
      card({sources: [{title: 'Other'}, {title: 'Web runbook'}]}, [entry({source: 1})]),
      '2026-11-20',
    ],
  ])('stands for the same words when only %s is another', (_, changed, on) => {
    expect(readRevision(cardRevision(changed, on))?.digest).toBe(digest(card()));
  });

  test('stands for the same words when ways to reach somebody change that are not printed', () => {
    const chain = (lead: Owner) => digest(card({}, [entry({escalation: [lead]})]));
    expect(chain({...owner('lead', '+1'), chat: '#a', email: 'a@b.c'})).toBe(chain(owner('lead', '+1')));
    const contact = (sre: Owner) => digest(card({}, [entry({owner: sre})]));
    expect(contact({...owner('sre', '+1'), oncall: 'https://rota'})).toBe(contact(owner('sre', '+1')));
    expect(contact({...owner('sre'), oncall: 'https://rota'})).not.toBe(contact(owner('sre')));
  });

  test('is read as it was written, in any case, and without its day', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[\da-f]{8}$/),
        fc.date({min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true}),
        (id, date) => {
          const on = date.toISOString().slice(0, 10);
          expect(readRevision(` ${revisionOf(id, on).toUpperCase()} `)).toEqual({digest: id, on});
          expect(readRevision(id)).toEqual({digest: id});
        },
      ),
    );
  });

  test.each(['', 'abc', '1b9f3c2', '1b9f3c2a-2026', '1b9f3c2a-20261120-1', '<script>'])(
    'is not "%s"',
    (text) => {
      expect(readRevision(text)).toBeUndefined();
    },
  );
});

describe('paper', () => {
  const live = {revision: '1b9f3c2a-20261120', validUntil: '2027-01-30', holds: true};

  test.each([
    ['current', '1b9f3c2a-20261120', live, '2026-11-20'],
    ['current', '1b9f3c2a-20250101', live, '2026-11-20'],
    ['current', '1b9f3c2a', live, '2027-01-30'],
    ['expired', '1b9f3c2a-20261120', live, '2027-01-31'],
    ['expired', '1b9f3c2a-20261120', {...live, holds: false}, '2026-11-20'],
    ['expired', '1b9f3c2a-20261120', {revision: live.revision, holds: false}, '2026-11-20'],
    ['current', '1b9f3c2a-20261120', {revision: live.revision, holds: true}, '2099-01-01'],
    ['superseded', 'ffffffff-20261119', live, '2026-11-20'],
    ['superseded', 'ffffffff', live, '2026-11-20'],
    ['superseded', 'ffffffff-20261120', live, '2026-11-20'],
    ['sameDay', 'ffffffff-20261120', {...live, isCopy: true}, '2026-11-20'],
    ['unreadable', 'ffffffff-20269999', live, '2026-11-20'],
    ['unreadable', 'ffffffff-20260230', live, '2026-11-20'],
    ['newer', 'ffffffff-20261121', live, '2026-11-21'],
    ['unreadable', '7adc021', live, '2026-11-20'],
  ] as const)('is %s: %s', (state, revision, page, today) => {
    expect(judgePaper(revision, page, today)).toBe(state);
  });
});
