import {beforeAll, describe, expect, test} from 'vitest';
import {type BuiltSite, buildSite} from '../support/sites.js';

// What a review says on 20 November 2026. Each row is a page of one site, built under three time zones: the facts,
// then state, due date, badge and reasons as docs-health.json and the page itself give them.
type Row = [
  facts: string,
  state: 'fresh' | 'due-soon' | 'overdue' | 'unknown' | 'exempt',
  due: string | null,
  badge: string,
  reasons: string[],
];

const NO_DATE = 'Not reviewed: nobody has put a date to this page; check each step';
const unknown = (facts: string): Row => [facts, 'unknown', null, NO_DATE, ['no review date']];
const overdue = (facts: string, on: string, due: string, dueText: string): Row => [
  facts,
  'overdue',
  due,
  `Overdue: reviewed on ${on}, review was due on ${dueText}`,
  [`review was due on ${due}`],
];
const fresh = (facts: string, on: string, due: string, dueText: string): Row => [
  facts,
  'fresh',
  due,
  `Fresh: reviewed on ${on}, next review by ${dueText}`,
  [],
];
const dueSoon = (facts: string, on: string, due: string, dueText: string): Row => [
  facts,
  'due-soon',
  due,
  `Due soon: reviewed on ${on}, next review by ${dueText}`,
  [`review is due by ${due}`],
];
const exempt = (facts: string, why: string): Row => [facts, 'exempt', null, `Exempt: ${why}`, [why]];
const reviewed = (on: string, reviewIn: string) => `last_reviewed_on: ${on}\nreview_in: ${reviewIn}`;

const DAYS: Row[] = [
  fresh('last_reviewed_on: 2026-11-01', '1 Nov 2026', '2027-01-30', '30 Jan 2027'),
  fresh('last_reviewed_on: 2026-11-20', '20 Nov 2026', '2027-02-18', '18 Feb 2027'),
  // Tomorrow has begun east of here.
  fresh('last_reviewed_on: 2026-11-21', '21 Nov 2026', '2027-02-19', '19 Feb 2027'),
  unknown('last_reviewed_on: 2026-11-22'),
  unknown('last_reviewed_on: 2027-11-20'),
  fresh('last_reviewed_on: 2026-09-06', '6 Sept 2026', '2026-12-05', '5 Dec 2026'),
  dueSoon('last_reviewed_on: 2026-09-05', '5 Sept 2026', '2026-12-04', '4 Dec 2026'),
  dueSoon('last_reviewed_on: 2026-08-22', '22 Aug 2026', '2026-11-20', '20 Nov 2026'),
  overdue('last_reviewed_on: 2026-08-21', '21 Aug 2026', '2026-11-19', '19 Nov 2026'),
  overdue('last_reviewed_on: 1999-12-31', '31 Dec 1999', '2000-03-30', '30 Mar 2000'),
];

const INTERVALS: Row[] = [
  fresh(reviewed('2026-11-01', '90 days'), '1 Nov 2026', '2027-01-30', '30 Jan 2027'),
  fresh(reviewed('2026-11-01', '90d'), '1 Nov 2026', '2027-01-30', '30 Jan 2027'),
  fresh(reviewed('2026-11-01', '6 weeks'), '1 Nov 2026', '2026-12-13', '13 Dec 2026'),
  fresh(reviewed('2026-11-01', '6w'), '1 Nov 2026', '2026-12-13', '13 Dec 2026'),
  fresh(reviewed('2026-11-01', '3 months'), '1 Nov 2026', '2027-02-01', '1 Feb 2027'),
  fresh(reviewed('2026-11-01', '"3m"'), '1 Nov 2026', '2027-02-01', '1 Feb 2027'),
  fresh(reviewed('2026-11-01', '1 year'), '1 Nov 2026', '2027-11-01', '1 Nov 2027'),
  fresh(reviewed('2026-11-01', '1Y'), '1 Nov 2026', '2027-11-01', '1 Nov 2027'),
  dueSoon(reviewed('2026-11-19', '1 day'), '19 Nov 2026', '2026-11-20', '20 Nov 2026'),
  overdue(reviewed('2026-11-18', '1 day'), '18 Nov 2026', '2026-11-19', '19 Nov 2026'),
  exempt(reviewed('2026-01-01', 'never'), 'no review is planned'),
  exempt('review_in: Never', 'no review is planned'),
  // What is no length of time counts as not given, and is an error.
  fresh(reviewed('2026-11-01', 'soon'), '1 Nov 2026', '2027-01-30', '30 Jan 2027'),
  fresh(reviewed('2026-11-01', '0 days'), '1 Nov 2026', '2027-01-30', '30 Jan 2027'),
  fresh(reviewed('2026-11-01', '90'), '1 Nov 2026', '2027-01-30', '30 Jan 2027'),
];

const MONTH_ENDS: Row[] = [
  overdue(reviewed('2026-01-31', '1 month'), '31 Jan 2026', '2026-02-28', '28 Feb 2026'),
  overdue(reviewed('2026-02-28', '1 month'), '28 Feb 2026', '2026-03-28', '28 Mar 2026'),
  overdue(reviewed('2026-03-31', '1 month'), '31 Mar 2026', '2026-04-30', '30 Apr 2026'),
  overdue(reviewed('2026-04-30', '1 month'), '30 Apr 2026', '2026-05-30', '30 May 2026'),
  overdue(reviewed('2026-05-31', '1 month'), '31 May 2026', '2026-06-30', '30 Jun 2026'),
  overdue(reviewed('2026-06-30', '1 month'), '30 Jun 2026', '2026-07-30', '30 Jul 2026'),
  overdue(reviewed('2026-07-31', '1 month'), '31 Jul 2026', '2026-08-31', '31 Aug 2026'),
  overdue(reviewed('2026-08-31', '1 month'), '31 Aug 2026', '2026-09-30', '30 Sept 2026'),
  overdue(reviewed('2026-09-30', '1 month'), '30 Sept 2026', '2026-10-30', '30 Oct 2026'),
  dueSoon(reviewed('2026-10-31', '1 month'), '31 Oct 2026', '2026-11-30', '30 Nov 2026'),
  overdue(reviewed('2025-11-30', '1 month'), '30 Nov 2025', '2025-12-30', '30 Dec 2025'),
  overdue(reviewed('2025-12-31', '1 month'), '31 Dec 2025', '2026-01-31', '31 Jan 2026'),
  // Leap years.
  overdue(reviewed('2024-01-31', '1 month'), '31 Jan 2024', '2024-02-29', '29 Feb 2024'),
  overdue(reviewed('2023-11-30', '3 months'), '30 Nov 2023', '2024-02-29', '29 Feb 2024'),
  overdue(reviewed('2024-02-29', '1 year'), '29 Feb 2024', '2025-02-28', '28 Feb 2025'),
  overdue(reviewed('2020-02-29', '4 years'), '29 Feb 2020', '2024-02-29', '29 Feb 2024'),
  unknown('last_reviewed_on: 2025-02-29'),
];

const SPELLINGS: Row[] = [
  fresh("last_reviewed_on: '2026-11-01'", '1 Nov 2026', '2027-01-30', '30 Jan 2027'),
  fresh('last_reviewed_on: "2026-11-01"  # ana', '1 Nov 2026', '2027-01-30', '30 Jan 2027'),
  fresh('last_reviewed_on:    2026-11-01   ', '1 Nov 2026', '2027-01-30', '30 Jan 2027'),
  unknown('last_reviewed_on: 2026-2-5'),
  unknown('last_reviewed_on: 2026-02-30'),
  unknown('last_reviewed_on: 2026-13-01'),
  unknown('last_reviewed_on: 20260131'),
  unknown('last_reviewed_on: 5 Feb 2026'),
  unknown('last_reviewed_on: 2026-11-01T10:00:00Z'),
  unknown('last_reviewed_on: [2026-11-01]'),
  unknown('last_reviewed_on: null'),
  unknown('last_reviewed_on: ~'),
  unknown('last_reviewed_on:'),
  unknown('title: X'),
  unknown('reviewed_by: ana\nlast_edited: 2026-11-19'),
  fresh('last_reviewed: 2026-11-01', '1 Nov 2026', '2027-01-30', '30 Jan 2027'),
  fresh('freshness: {owner: ana, reviewed: 2026-11-01}', '1 Nov 2026', '2027-01-30', '30 Jan 2027'),
  overdue(
    'last_reviewed_on: 2026-01-01\nlast_reviewed: 2026-11-01',
    '1 Jan 2026',
    '2026-04-01',
    '1 Apr 2026',
  ),
];

const DUE_DATES: Row[] = [
  fresh('last_reviewed_on: 2026-01-01\nreview_by: 2026-12-31', '1 Jan 2026', '2026-12-31', '31 Dec 2026'),
  dueSoon('last_reviewed_on: 2026-01-01\nreview_by: 2026-11-20', '1 Jan 2026', '2026-11-20', '20 Nov 2026'),
  overdue('last_reviewed_on: 2026-11-01\nreview_by: 2026-11-19', '1 Nov 2026', '2026-11-19', '19 Nov 2026'),
  fresh(
    `${reviewed('2026-11-01', 'never')}\nreview_by: 2027-01-01`,
    '1 Nov 2026',
    '2027-01-01',
    '1 Jan 2027',
  ),
  unknown('review_by: 2027-01-01'),
  exempt('last_reviewed_on: 2026-11-01\nstatus: deprecated', 'the page is deprecated'),
  exempt('status: deprecated', 'the page is deprecated'),
  fresh('last_reviewed_on: 2026-11-01\nstatus: draft', '1 Nov 2026', '2027-01-30', '30 Jan 2027'),
];

const HASH = 'sha256-0000000000000000';
const CAUSES: Row[] = [
  [
    `last_reviewed_on: 2026-11-01\nreviewed_content: 2026-11-01 ${HASH}`,
    'due-soon',
    '2027-01-30',
    'Due soon: reviewed on 1 Nov 2026; edited since review',
    ['edited since review'],
  ],
  [
    `last_reviewed_on: 2026-08-01\nreviewed_content: 2026-08-01 ${HASH}`,
    'overdue',
    '2026-10-30',
    'Overdue: reviewed on 1 Aug 2026, review was due on 30 Oct 2026; edited since review',
    ['review was due on 2026-10-30', 'edited since review'],
  ],
  // A date changed by hand is a review, and what was written down for another one says nothing of it.
  fresh(
    `last_reviewed_on: 2026-11-02\nreviewed_content: 2026-11-01 ${HASH}`,
    '2 Nov 2026',
    '2027-01-31',
    '31 Jan 2027',
  ),
  [
    `last_reviewed_on: 2026-11-01\nwatches: [static/app.txt]\nreviewed_sources: {static/app.txt: ${HASH}}`,
    'overdue',
    '2027-01-30',
    'Overdue: reviewed on 1 Nov 2026; static/app.txt changed',
    ['static/app.txt changed'],
  ],
  fresh('last_reviewed_on: 2026-11-01\nwatches: [static/app.txt]', '1 Nov 2026', '2027-01-30', '30 Jan 2027'),
  exempt(
    `last_reviewed_on: 2026-11-01\nreview_in: never\nreviewed_content: 2026-11-01 ${HASH}`,
    'no review is planned',
  ),
];

const GROUPS = {DAYS, INTERVALS, MONTH_ENDS, SPELLINGS, DUE_DATES, CAUSES};
const ROWS = Object.entries(GROUPS).flatMap(([group, rows]) =>
  rows.map(([facts, ...expected], index) => ({
    page: `${group.toLowerCase().replace('_', '-')}-${index + 1}`,
    facts,
    expected,
  })),
);

/** Pages whose state hangs on more than their own front matter. */
const OTHERS: Record<string, string> = {
  'policy/month.md': '---\nlast_reviewed_on: 2026-11-01\n---\n\n# P\n',
  'policy/own.md': '---\nlast_reviewed_on: 2026-11-01\nreview_in: 2 weeks\n---\n\n# P\n',
  'policy/never.md': '---\nreview_in: never\n---\n\n# P\n',
  'used.md': '---\nlast_reviewed_on: 2026-11-01\ntier: 0\nowner: ops\n---\n\n# Used\n',
  'not-used.md': '---\nlast_reviewed_on: 2026-11-10\n---\n\n# Not used since\n',
  'post-mortem.md':
    '---\ntype: postmortem\nincident_date: 2026-11-10\nrunbooks: [used, ./not-used.md]\n---\n\n# Queue stood still\n',
  'comment.md': "<!--* freshness: { owner: 'ops' reviewed: '2026-11-01' } *-->\n\n# Comment\n",
  'no-front-matter.md': '# Bare\n',
  'component.mdx': '---\nlast_reviewed_on: 2026-11-01\n---\n\n# Component\n\nText {1 + 1}.\n',
};

const ZONES = ['America/Los_Angeles', 'Pacific/Kiritimati', 'Asia/Kolkata'];
const built = new Map<string, BuiltSite>();

beforeAll(async () => {
  const rows = ROWS.map(({page, facts}) => [`${page}.md`, `---\n${facts}\n---\n\n# Page\n\nText.\n`]);
  for (const zone of ZONES) {
    const site = await buildSite({
      name: 'freshness-table',
      docs: {
        ...Object.fromEntries(rows),
        ...OTHERS,
        'owners.yml': 'ops: {name: Operations, chat: "#ops"}\n',
        'handbook.yml': 'policies:\n  - {match: "policy/**", review_in: 1 month}\n',
      },
      files: {'static/app.txt': 'one\n'},
      options: {search: false, api: false, onErrors: 'warn'},
      env: {TZ: zone},
    });
    if (site.code !== 0) throw new Error(site.output);
    // The next zone builds in the same folder.
    const pages = new Map(
      [...ROWS.map(({page}) => page), ...Object.keys(OTHERS).map((file) => file.replace(/\.mdx?$/, ''))].map(
        (page) => [page, site.html(`docs/${page}`)],
      ),
    );
    const health = site.read('docs-health.json');
    const calendar = site.read('reviews.ics');
    built.set(zone, {
      ...site,
      html: (page) => pages.get(page) ?? '',
      read: (file) => (file === 'reviews.ics' ? calendar : health),
    });
  }
}, 600_000);

const site = (zone = ZONES[0] ?? ''): BuiltSite => {
  const found = built.get(zone);
  if (!found) throw new Error(`Nothing was built in ${zone}`);
  return found;
};

function judged(page: string) {
  const {documents} = JSON.parse(site().read('docs-health.json'));
  const document = documents.find(({id}: {id: string}) => id === page);
  const {state, reasons, reviewBy} = document.freshness;
  return [state, reviewBy, badgeOf(page), reasons];
}

/** The words of a page's badge. */
function badgeOf(page: string, zone?: string): string {
  const [, state = '', explanation = ''] =
    /class="?badge_[^>]*>.*?<strong>([^<]*)<\/strong><span[^>]*>(.*?)<\/span><\/span>/s.exec(
      site(zone).html(page),
    ) ?? [];
  return `${state}: ${explanation.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ')}`;
}

test('the table is long enough to be believed', () => {
  expect(ROWS.length).toBeGreaterThanOrEqual(70);
});

describe('a page with', () => {
  test.each(ROWS)('$page: $facts', ({page, expected}) => {
    expect(judged(page)).toEqual(expected);
  });
});

test.each(ZONES.slice(1))('a machine in %s says the very same', (zone) => {
  const words = (of: string) => ROWS.map(({page}) => badgeOf(page, of));
  expect(words(zone)).toEqual(words(ZONES[0] ?? ''));
  expect(site(zone).read('docs-health.json')).toBe(site().read('docs-health.json'));
  expect(site(zone).read('reviews.ics')).toBe(site().read('reviews.ics'));
});

test.each<[string, Row[1], string | null]>([
  ['policy/month', 'due-soon', '2026-12-01'],
  ['policy/own', 'overdue', '2026-11-15'],
  ['policy/never', 'exempt', null],
  ['comment', 'fresh', '2027-01-30'],
  ['no-front-matter', 'unknown', null],
  ['component', 'fresh', '2027-01-30'],
  ['not-used', 'fresh', '2027-02-08'],
])('%s is %s', (page, state, due) => {
  expect(judged(page).slice(0, 2)).toEqual([state, due]);
});

test('a page used in an incident since its review says so, with a way there, and what that means', () => {
  expect(judged('used')).toEqual([
    'overdue',
    '2027-01-30',
    'Overdue: reviewed on 1 Nov 2026; used in incident Queue stood still on 10 Nov 2026',
    ['used in incident Queue stood still on 2026-11-10'],
  ]);
  const html = site().html('used');
  expect(html).toContain('href="/docs/post-mortem"');
  expect(html.replace(/<[^>]*>/g, '')).toContain(
    'Since its review: used in incident Queue stood still on 10 Nov 2026. Check each step before you run it. Owner: Operations, #ops.',
  );
});

test('what cannot be read is an error with its line, and nothing is dropped', () => {
  const {findings} = JSON.parse(site().read('docs-health.json'));
  const rules = findings.map(({rule, line}: {rule: string; line: number}) => `${rule}:${line}`);
  expect(rules.filter((rule: string) => rule === 'date-impossible:2')).toHaveLength(3);
  expect(rules.filter((rule: string) => rule === 'date-malformed:2')).toHaveLength(5);
  expect(rules.filter((rule: string) => rule === 'date-future:2')).toHaveLength(2);
  expect(rules.filter((rule: string) => rule === 'date-empty:2')).toHaveLength(3);
  expect(rules.filter((rule: string) => rule === 'interval-invalid:3')).toHaveLength(3);
  expect(rules).toContain('review-by-hand:3');
});

test('the day of the next change is told, so that a site is rebuilt just then', () => {
  // Due on 20 November and overdue from the day after.
  expect(JSON.parse(site().read('docs-health.json')).nextTransitionOn).toBe('2026-11-21');
});
