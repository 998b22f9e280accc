import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {docsHealth} from '../src/index.js';
import {handbookOf, page, places} from './support.js';

const OWNERS = 'platform:\n  name: Platform team\n  chat: "#platform"\n';
const SEVERITIES = 'severities:\n  P0: {title: Critical, respond_in: 15 minutes}\n';

describe('a mistake in front matter is told with its line', () => {
  test.each([
    ['a malformed date', 'title: x\nlast_reviewed_on: 2026-2-5', 'docs/p.md:3 date-malformed'],
    ['an impossible date', 'last_reviewed_on: 2026-02-30', 'docs/p.md:2 date-impossible'],
    ['a future review', 'type: runbook\n\nlast_reviewed_on: 2027-01-01', 'docs/p.md:4 date-future'],
    ['a date without value', 'last_reviewed_on:', 'docs/p.md:2 date-empty'],
    ['an unknown owner', 'owner: platfrom', 'docs/p.md:2 owner-unknown'],
    ['an unknown tier', 'tier: 7', 'docs/p.md:2 tier-unknown'],
    ['an unknown severity', 'severity: P9', 'docs/p.md:2 severity-unknown'],
    ['an unknown type', 'type: blog', 'docs/p.md:2 type-unknown'],
    ['an interval nobody understands', 'review_in: soon', 'docs/p.md:2 interval-invalid'],
    ['a list where one value belongs', 'owner: [a, b]', 'docs/p.md:2 value-unexpected'],
    ['a broken relation', 'related:\n  - runbooks/none', 'docs/p.md:3 related-broken'],
    ['YAML that does not parse', 'title: "open\nowner: platform', 'docs/p.md:2 yaml-invalid'],
    ['a key written twice', 'owner: platform\nowner: platform', 'docs/p.md:3 yaml-invalid'],
    ['an unknown contact', 'quick_reference:\n  contacts: [nobody]', 'docs/p.md:3 owner-unknown'],
    ['an unknown group of a card', 'quick_reference:\n  phones: [1]', 'docs/p.md:3 card-invalid'],
  ])('%s', (_, frontMatter, expected) => {
    const handbook = handbookOf({p: page(frontMatter)}, {owners: OWNERS, handbook: SEVERITIES});
    expect(places(handbook)).toContain(expected);
    for (const {message, hint} of handbook.findings) {
      expect(message).not.toBe('');
      expect(hint).not.toBe('');
    }
  });

  test('a mend is offered where the meaning is clear', () => {
    const [finding] = handbookOf({p: page('last_reviewed_on: 2025-04-8')}).findings;
    expect(finding?.message).toContain('"2025-04-8"');
    expect(finding?.hint).toBe('Write last_reviewed_on: 2025-04-08');
  });

  test('a mistake in a policy is told once, in handbook.yml', () => {
    const handbook = handbookOf(
      {a: '# A\n', b: '# B\n'},
      {handbook: 'policies:\n  - match: "**"\n    review_in: often\n'},
    );
    expect(places(handbook)).toEqual(['docs/handbook.yml:3 interval-invalid']);
  });
});

describe('a page without mistakes', () => {
  test('keeps what it says, as it was typed', () => {
    const {pages, findings} = handbookOf(
      {
        p: page(
          'type: runbook\ntier: 0\nseverity: p0\nowner: platform\nweight: 100\ntags: [x]\nreviewed_by: [ana, ben]',
        ),
      },
      {owners: OWNERS, handbook: SEVERITIES},
    );
    expect(findings).toEqual([]);
    expect(pages[0]?.facts).toMatchObject({
      type: 'runbook',
      tier: 0,
      severity: 'P0',
      owner: 'platform',
      reviewedBy: ['ana', 'ben'],
    });
  });

  test('needs neither owners.yml nor handbook.yml', () => {
    const {findings, pages} = handbookOf({p: page('owner: somebody\nseverity: bad\ntier: 2')});
    expect(findings).toEqual([]);
    expect(pages[0]?.facts).toMatchObject({owner: 'somebody', severity: 'bad', tier: 2});
  });

  test.each([
    ['a doc id', 'b'],
    ['a doc id in a folder', 'sub/c'],
    ['a relative path', './b.md'],
    ['a path without ending', 'sub/c'],
    ['a path with an anchor', './b.md#there'],
  ])('may be related by %s', (_, target) => {
    expect(places(handbookOf({a: page(`related: ["${target}"]`), b: '# B', 'sub/c': '# C'}))).toEqual([]);
  });

  test('may be related from a folder upwards', () => {
    expect(places(handbookOf({'sub/c': page('related: [../b.md, ../b]'), b: '# B'}))).toEqual([]);
  });

  test('a rule across the top is no front matter', () => {
    expect(places(handbookOf({p: '---\n\nJust text: with a colon: here\n'}))).toEqual([]);
  });
});

test('an owner that the text names must exist', () => {
  const handbook = handbookOf(
    {p: page('title: x', '# P\n\nAsk :owner[platform].\n\n::owner{id="nobody"}\n')},
    {owners: OWNERS},
  );
  expect(places(handbook)).toEqual(['docs/p.md:9 owner-unknown']);
  expect(handbook.pages[0]?.mentionedOwners).toEqual(['platform', 'nobody']);
});

test('docs-health says what is known, and null for what is not', () => {
  const handbook = handbookOf({
    a: page(
      'last_reviewed_on: 2026-11-01\ntype: alert',
      '# A\n\n## Meaning\n\n```bash\n$ kubectl get pods -n <namespace>\nNAME\n```\n',
    ),
    b: '# B\n',
  });
  const health = docsHealth(handbook, 'abc');
  expect(health).toMatchObject({
    schema: 'opsbinder/docs-health/1',
    asOf: '2026-11-20',
    commit: 'abc',
    nextTransitionOn: '2027-01-16',
    summary: {documents: 2, fresh: 1, unknown: 1, score: 0.5},
    plan: [],
  });
  expect(health.documents[0]).toMatchObject({
    id: 'a',
    source: 'docs/a.md',
    type: 'alert',
    tier: null,
    owner: null,
    status: 'published',
    freshness: {state: 'fresh', reasons: [], lastReviewedOn: '2026-11-01', reviewBy: '2027-01-30'},
    testing: {state: 'unknown', lastTestedOn: null, testBy: null, testedBy: []},
    anatomy: {
      sections: ['meaning'],
      missing: ['impact', 'diagnosis', 'mitigation'],
      commands: 1,
      placeholders: ['namespace'],
    },
  });
});

test('nothing that an author can write makes it throw', () => {
  const yaml = fc.oneof(
    fc.string(),
    fc.constantFrom(
      'last_reviewed_on: 2026-99-99',
      'tier: {a: b}',
      'owner: &x *y',
      '? [a]\n: b',
      '- 1\n- 2',
      'quick_reference: {urls: [[1]]}',
      'related: {a: 1}',
    ),
  );
  fc.assert(
    fc.property(yaml, fc.string(), fc.string(), fc.string(), (frontMatter, body, owners, handbook) => {
      expect(() => handbookOf({p: page(frontMatter, body)}, {owners, handbook})).not.toThrow();
    }),
    {numRuns: 300},
  );
});
