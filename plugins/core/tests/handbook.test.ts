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
    ['a map where texts belong', 'related:\n  - {id: gone}', 'docs/p.md:3 value-unexpected'],
    ['an alias that nothing is named by', 'owner: *foo', 'docs/p.md:2 yaml-invalid'],
    ['an alias inside itself', 'a: &x [*x]', 'docs/p.md:2 yaml-invalid'],
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

test('a policy cannot attest a review', () => {
  const handbook = handbookOf(
    {a: '# A\n'},
    {handbook: 'policies:\n  - match: "**"\n    last_reviewed_on: 2026-11-01\n'},
  );
  expect(places(handbook)).toEqual(['docs/handbook.yml:3 handbook-invalid']);
  expect(handbook.pages[0]?.freshness.state).toBe('unknown');
});

test.each([
  ['handbook.yml', {handbook: 'severites: {P0: {}}\n'}, 'docs/handbook.yml:1 handbook-key-unknown'],
  ['handbook.yml that is a list', {handbook: '- a\n'}, 'docs/handbook.yml:1 handbook-invalid'],
  ['owners.yml', {owners: 'sre:\n  nmae: SRE\n'}, 'docs/owners.yml:2 owners-key-unknown'],
])('a misspelt key of %s is told', (_, files, expected) => {
  expect(places(handbookOf({}, files))).toEqual([expected]);
});

test('without owners.yml, owners are taken at their word everywhere', () => {
  const handbook = handbookOf({p: page('owner: a\nquick_reference:\n  contacts: [b]', 'Ask :owner[c].\n')});
  expect(handbook.findings).toEqual([]);
});

describe('of a site with versions', () => {
  const text = page('last_reviewed_on: 2026-11-01\nrelated: [./b.md]', ':::card[Same]\ntext\n:::\n');
  const documents = (['next', 'last', 'frozen'] as const).flatMap((edition) =>
    ['a', 'b'].map((id) => ({
      id,
      source: `${edition}/${id}.md`,
      path: `${id}.md`,
      permalink: `/${edition}/${id}`,
      title: id,
      text: id === 'a' ? text : '# B\n',
      version: edition,
      edition,
      unlisted: false,
    })),
  );
  const handbook = handbookOf({}, {defaults: {documents}});

  test('the card and the lists show what readers are served', () => {
    expect(handbook.findings).toEqual([]);
    expect(handbook.cardEntries.map(({source}) => source)).toEqual(['last/a.md']);
    expect(handbook.pages.filter(({listed}) => listed).map(({source}) => source)).toEqual([
      'last/a.md',
      'last/b.md',
    ]);
  });

  test('old versions are exempt, and nothing in them is complained about', () => {
    const states = handbook.pages
      .filter(({id}) => id === 'a')
      .map(({version, freshness}) => `${version} ${freshness.state}`);
    expect(states).toEqual(['frozen exempt', 'last fresh', 'next fresh']);
    const old = handbookOf(
      {},
      {
        owners: 'x: {name: X}',
        defaults: {documents: [{...(documents[4] as (typeof documents)[number]), text: page('owner: gone')}]},
      },
    );
    expect(old.findings).toEqual([]);
  });
});

test('a translated page may be related to one that is not translated yet', () => {
  const base = {title: 'x', version: 'current', edition: 'last' as const, unlisted: false, permalink: '/x'};
  const documents = [
    {...base, id: 'a', source: 'i18n/fr/docs/a.md', path: 'a.md', text: page('related: [./b.md]')},
    {...base, id: 'b', source: 'docs/b.md', path: 'b.md', text: '# B\n'},
  ];
  expect(handbookOf({}, {defaults: {documents}}).findings).toEqual([]);
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
