import fs from 'node:fs';
import path from 'node:path';
import {convertIcsCalendar} from 'ts-ics';
import {beforeAll, describe, expect, test} from 'vitest';
import {type BuiltSite, buildSite} from '../support/sites.js';

const front = (yaml: string, title = 'Page') => `---\n${yaml}\n---\n\n# ${title}\n\nText.\n`;

/** The text of a page from one heading to the next. */
function section(built: BuiltSite, route: string, id: string): string {
  const html = built.html(route);
  const from = html.indexOf(`id="${id}"`);
  if (from === -1) return '';
  const rest = html.slice(from);
  const to = rest.search(/<\/section>/);
  return rest
    .slice(rest.indexOf('>') + 1, to)
    .replace(/<[^>]*>/g, ' ')
    .replace(/[\s\u200B]+/g, ' ')
    .trim();
}

describe('a handbook with owners', () => {
  let built: BuiltSite;
  beforeAll(async () => {
    built = await buildSite({
      name: 'reviews',
      docs: {
        'late.md': front('owner: sre\nlast_reviewed_on: 2026-01-01\ntier: 0', 'Late'),
        'later.md': front('owner: dba\nlast_reviewed_on: 2026-02-01\ntier: 1', 'Later'),
        'soon.md': front('owner: sre\nlast_reviewed_on: 2026-08-30', 'Soon'),
        'far.md': front('owner: dba\nlast_reviewed_on: 2026-11-19', 'Far'),
        'undated.md': front('owner: sre', 'Undated'),
        'nobody.md': front('last_reviewed_on: 2026-11-18', 'Nobody’s'),
        'old.md': front('status: deprecated\nowner: sre', 'Old'),
        'hidden.md': front('unlisted: true\nowner: sre\nlast_reviewed_on: 2026-01-01', 'Hidden'),
        'gone.md': front('owner: gone\nlast_reviewed_on: 2026-11-17', 'Gone'),
        'owners.yml':
          'sre: {name: Site reliability, chat: "#sre", phone: "+44 20 7946 0021", escalates_to: lead}\n' +
          'dba: {name: Databases, email: dba@example.com, escalates_to: sre}\n' +
          'lead: {name: The lead, escalates_to: sre}\n',
      },
      options: {search: false, api: false, onErrors: 'warn'},
      config: {baseUrl: '/ops/', trailingSlash: true},
    });
    if (built.code !== 0) throw new Error(built.output);
  });

  test('lists overdue pages first, then by month and owner, then those without a date', () => {
    const html = built.html('reviews');
    const ids = [...html.matchAll(/<h2[^>]* id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids).toEqual(['overdue', 'month-2026-11', 'month-2027-02', 'no-date']);
    expect(section(built, 'reviews', 'overdue')).toMatch(
      /^Overdue 2 Site reliability Late.*Overdue, 1 Apr 2026 Databases Later.*2 May 2026/,
    );
    expect(section(built, 'reviews', 'month-2026-11')).toMatch(/Site reliability Soon/);
    expect(section(built, 'reviews', 'month-2027-02')).toMatch(
      /^February 2027 3 Databases Far.*No owner Gone.*Nobody’s/,
    );
    expect(section(built, 'reviews', 'no-date')).toMatch(/^No review date 1 Site reliability Undated/);
  });

  test('says the score with its counts, and nothing of pages that are kept off lists', () => {
    const text = built.text('reviews');
    // The page that is kept off lists counts all the same, as it does in docs-health.json.
    expect(text).toContain('50% of 8 pages hold a review.');
    expect(text).toMatch(/3 Fresh 1 Due soon 3 Overdue 1 Not reviewed 1 Exempt/);
    expect(text).not.toContain('Hidden');
    expect(text).toContain('As of 20 Nov 2026');
  });

  test('shows the load per week', () => {
    const list =
      /<ol[^>]*aria-label="?Reviews due per week"?[^>]*>(.*?)<\/ol>/s.exec(built.html('reviews'))?.[1] ?? '';
    const bars = [...list.matchAll(/<li[^>]*>(.*?)(?=<li|$)/gs)].map(([, bar = '']) =>
      bar
        .replace(/<[^>]*>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    );
    expect(bars).toHaveLength(14);
    expect(bars[0]).toBe('Overdue 2');
    expect(bars[2]).toBe('23 Nov 1');
    expect(bars.at(-1)).toBe('Later 3');
  });

  test('writes a calendar of all and one for each owner, and leads there', () => {
    const read = (file: string) =>
      (convertIcsCalendar(undefined, built.read(file)).events ?? []).map(({summary}) => summary);
    expect(read('reviews.ics')).toHaveLength(6);
    expect(read('reviews/sre.ics')).toEqual(['Review: Late', 'Review: Soon']);
    expect(read('reviews/lead.ics')).toEqual([]);
    expect(built.html('reviews')).toContain('href="webcal://ops.example.com/ops/reviews.ics"');
    expect(built.html('owners/sre')).toContain('href="webcal://ops.example.com/ops/reviews/sre.ics"');
  });

  test('has a page of owners, with what each answers for, and what nobody does', () => {
    const text = built.text('owners');
    expect(text).toMatch(/Site reliability.*#sre.*1 Due soon 1 Overdue 1 Not reviewed/);
    expect(section(built, 'owners', 'no-owner')).toMatch(/Gone.*Nobody’s/);
    expect(built.html('owners')).toContain('href="/ops/owners/sre/"');
  });

  test('has a page for each owner: contact, whom to turn to next, their pages', () => {
    const text = built.text('owners/sre');
    expect(built.html('owners/sre')).toContain('href="tel:+442079460021"');
    expect(section(built, 'owners/sre', 'escalation')).toContain('The lead');
    expect(section(built, 'owners/sre', 'pages')).toMatch(/Late.*Soon.*Undated/);
    expect(section(built, 'owners/sre', 'stands-behind')).toMatch(/Databases.*The lead/);
    expect(built.html('owners/sre')).toContain('href="/ops/reviews/?owner=sre"');
    expect(text).not.toContain('Hidden');
    expect(section(built, 'owners/lead', 'pages')).toContain('No listed page names them as its owner.');
  });

  test('has an error for an owner who does not exist', () => {
    const {findings} = JSON.parse(built.read('docs-health.json'));
    expect(findings).toMatchObject([{rule: 'owner-unknown', source: 'docs/gone.md', line: 2}]);
  });

  test('has no link that leads nowhere', () => expect(built.output).not.toContain('broken'));
});

test('reviews, calendars and owners can be switched off or moved', async () => {
  const off = await buildSite({
    name: 'reviews-off',
    docs: {'a.md': front('owner: sre\nlast_reviewed_on: 2026-11-01')},
    options: {
      search: false,
      api: false,
      freshness: {reviews: '/due/', calendars: false},
      runbooks: {owners: '/teams/'},
    },
  });
  expect(off.code).toBe(0);
  expect(off.text('due')).toContain('Reviews');
  expect(fs.existsSync(path.join(off.dir, 'reviews.ics'))).toBe(false);
  expect(off.html('due')).not.toContain('webcal:');
  expect(off.html('teams/sre')).toContain('href="/due/?owner=sre"');
  expect(off.html('')).toContain('href="/due/"');
  expect(fs.existsSync(path.join(off.dir, 'owners'))).toBe(false);
});

describe('translated pages', () => {
  let built: BuiltSite;
  const french = 'i18n/fr/docusaurus-plugin-content-docs/current';
  beforeAll(async () => {
    built = await buildSite({
      name: 'translated',
      docs: {
        'dated.md': front('last_reviewed_on: 2026-11-01', 'Dated'),
        'undated.md': front('last_reviewed_on: 2026-11-01', 'Undated'),
        'fallback.md': front('last_reviewed_on: 2026-01-01', 'Fallback'),
      },
      files: {
        [`${french}/dated.md`]: front('last_reviewed_on: 2026-03-01', 'Daté'),
        [`${french}/undated.md`]: front('title: Sans date', 'Sans date'),
      },
      options: {search: false, api: false},
      config: {i18n: {defaultLocale: 'en', locales: ['en', 'fr']}},
    });
    if (built.code !== 0) throw new Error(built.output);
  });

  test.each([
    ['docs-health.json', {dated: 'fresh', undated: 'fresh', fallback: 'overdue'}],
    // A translation without a date is unknown, whatever its source says; where there is none, the source is shown.
    ['fr/docs-health.json', {dated: 'overdue', undated: 'unknown', fallback: 'overdue'}],
  ])('have dates of their own: %s', (file, expected) => {
    const {documents} = JSON.parse(built.read(file));
    const states = documents.map(({id, freshness}: {id: string; freshness: {state: string}}) => [
      id,
      freshness.state,
    ]);
    expect(Object.fromEntries(states)).toEqual(expected);
  });

  test('have calendars of their own, with other events', () => {
    const uids = (file: string) => [...built.read(file).matchAll(/^UID:(.*)$/gm)].map(([, uid]) => uid);
    const [english, other] = [uids('reviews.ics'), uids('fr/reviews.ics')];
    expect([english.length, other.length]).toEqual([3, 2]);
    expect(other.filter((uid) => english.includes(uid))).toEqual([]);
    expect(built.read('fr/reviews.ics')).toContain('https://ops.example.com/fr/docs/dated');
  });
});
