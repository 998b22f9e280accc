import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {
  addDays,
  buildHandbook,
  type CivilDate,
  type Handbook,
  type HandbookInput,
  type SourceDocument,
} from '@opsbinder/core';
import fc from 'fast-check';
import {convertIcsCalendar, type IcsEvent} from 'ts-ics';
import {afterEach, expect, test, vi} from 'vitest';
import {reviewCalendars, writeCalendars} from '../src/calendar.js';

const SITE = {title: 'Ops handbook', url: 'https://ops.example.com', baseUrl: '/binder/'};

const OWNERS = `sre: {name: 'SRE; first line, all days', chat: '#sre-oncall'}
dba: {name: Database team}
idle: {name: Nobody's keeper}
`;

afterEach(() => vi.unstubAllEnvs());

/** A page with its front matter as text, and whatever else the docs plugin would say of it. */
function pageOf(id: string, frontMatter: string, further: Partial<SourceDocument> = {}): SourceDocument {
  return {
    id,
    source: `docs/${id}.md`,
    path: `${id}.md`,
    permalink: `/binder/docs/${id}/`,
    title: id,
    text: `---\n${frontMatter}\n---\n# Page\n`,
    version: 'current',
    edition: 'last',
    unlisted: false,
    ...further,
  };
}

function handbookOf(documents: SourceDocument[], further: Partial<HandbookInput> = {}): Handbook {
  return buildHandbook({
    asOf: '2026-11-20' as CivilDate,
    dueSoonDays: 14,
    defaultReviewIn: {amount: 90, unit: 'day'},
    documents,
    ownersFile: {source: 'docs/owners.yml', text: OWNERS},
    handbookFile: {source: 'docs/handbook.yml'},
    bulkReviewLimit: 10,
    watchedHash: () => undefined,
    ...further,
  });
}

/** The calendar of all pages. */
function calendarOf(documents: SourceDocument[], site = SITE): string {
  return textOf(handbookOf(documents), 'reviews.ics', site);
}

function textOf(handbook: Handbook, file: string, site = SITE): string {
  const text = reviewCalendars(handbook, site).find((calendar) => calendar.file === file)?.text;
  if (text === undefined) throw new Error(`There is no ${file}`);
  return text;
}

/** What a calendar program finds in the file. */
function eventsIn(text: string): IcsEvent[] {
  return convertIcsCalendar(undefined, text).events ?? [];
}

function onlyEvent(text: string): IcsEvent {
  const [event, ...others] = eventsIn(text);
  if (event === undefined || others.length > 0) throw new Error(`Not one event:\n${text}`);
  return event;
}

interface Line {
  name: string;
  value: string;
}

/**
 * Reads a file to the letter of RFC 5545, which most calendar programs forgive and some do not: CRLF after every
 * line, 75 bytes at most, no character cut in two, no control characters, components closed in order, and in each
 * component every property once.
 */
function linesOf(text: string): Line[] {
  expect(text.endsWith('\r\n')).toBe(true);
  const written = text.slice(0, -2).split('\r\n');
  for (const line of written) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(line).not.toMatch(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u);
    expect(line).not.toBe('');
  }
  const lines = written
    .join('\r\n')
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .map((line): Line => {
      const [, name, value] = /^([A-Z][A-Z0-9-]*(?:;[A-Z-]+=[A-Za-z0-9/-]+)*):(.*)$/u.exec(line) ?? [];
      if (name === undefined || value === undefined) throw new Error(`Not a line of iCalendar: ${line}`);
      return {name, value};
    });
  const open: {kind: string; names: string[]}[] = [];
  for (const [index, {name, value}] of lines.entries()) {
    if (name === 'BEGIN') open.push({kind: value, names: []});
    else if (name === 'END') expect(open.pop()?.kind).toBe(value);
    else open.at(-1)?.names.push(name);
    if (name !== 'END') expect(new Set(open.at(-1)?.names).size).toBe(open.at(-1)?.names.length);
    expect(open.length > 0 || index === lines.length - 1).toBe(true);
  }
  expect(lines.filter(({name}) => name === 'BEGIN').length).toBeGreaterThan(1);
  return lines;
}

function valuesOf(text: string, wanted: string): string[] {
  return linesOf(text)
    .filter(({name}) => name === wanted || name.startsWith(`${wanted};`))
    .map(({value}) => value);
}

/** iCalendar text as it was before it was written. */
function unescaped(value: string): string {
  expect(value.replaceAll(/\\[\\;,n]/g, '')).not.toMatch(/[\\;,]/);
  return value.replaceAll(/\\(.)/g, (_, character: string) => (character === 'n' ? '\n' : character));
}

test('a page that is due is an all-day event with all that a reviewer needs', () => {
  const text = calendarOf([
    pageOf(
      'failover',
      'owner: sre\ntier: 1\nlast_reviewed_on: 2026-08-01\nreview_in: 90 days\nreviewed_by: [Ana, Ben]',
      {title: 'Database failover'},
    ),
  ]);
  const event = onlyEvent(text);
  expect(event).toMatchObject({
    summary: 'Review: Database failover',
    start: {type: 'DATE', date: new Date('2026-10-30')},
    end: {type: 'DATE', date: new Date('2026-10-31')},
    timeTransparent: 'TRANSPARENT',
    status: 'CONFIRMED',
    categories: ['Tier 1'],
    url: 'https://ops.example.com/binder/docs/failover/',
  });
  expect(event.description?.split('\n')).toEqual([
    'Owner: SRE; first line, all days, #sre-oncall',
    'Last reviewed on 2026-08-01 by Ana, Ben',
    'review was due on 2026-10-30',
    'https://ops.example.com/binder/docs/failover/',
  ]);
  expect(event.alarms).toBeUndefined();
});

test('a page that says little is an event that says little', () => {
  const text = calendarOf([pageOf('plain', 'last_reviewed_on: 2026-11-01')]);
  expect(onlyEvent(text).description?.split('\n')).toEqual([
    'Last reviewed on 2026-11-01',
    'https://ops.example.com/binder/docs/plain/',
  ]);
  expect(valuesOf(text, 'CATEGORIES')).toEqual([]);
});

test('a chat channel in place of an owner is whom to ask', () => {
  const text = calendarOf([pageOf('a', "last_reviewed_on: 2026-11-01\nowner_slack: '#gov-ops'")]);
  expect(onlyEvent(text).description).toContain('Owner: #gov-ops\n');
});

test('what happened since the review is told', () => {
  const text = calendarOf([
    pageOf('failover', 'last_reviewed_on: 2026-11-01'),
    pageOf('outage', 'type: postmortem\nreview_in: never\nincident_date: 2026-11-10\nrunbooks: [failover]', {
      title: 'Outage, the second',
    }),
  ]);
  expect(onlyEvent(text).description).toContain('used in incident Outage, the second on 2026-11-10\n');
});

test('the calendar tells programs what it is, and to look again every day', () => {
  const lines = linesOf(calendarOf([pageOf('a', 'last_reviewed_on: 2026-11-01')]));
  expect(lines.slice(0, 8)).toEqual([
    {name: 'BEGIN', value: 'VCALENDAR'},
    {name: 'VERSION', value: '2.0'},
    {name: 'PRODID', value: '-//Opsbinder//Reviews//EN'},
    {name: 'METHOD', value: 'PUBLISH'},
    {name: 'NAME', value: 'Ops handbook: reviews'},
    {name: 'X-WR-CALNAME', value: 'Ops handbook: reviews'},
    {name: 'REFRESH-INTERVAL;VALUE=DURATION', value: 'P1D'},
    {name: 'X-PUBLISHED-TTL', value: 'P1D'},
  ]);
  expect(lines.some(({value}) => value === 'VALARM')).toBe(false);
});

test('what needs no review, was never reviewed, or is kept off lists is no event', () => {
  const text = calendarOf([
    pageOf('never', 'last_reviewed_on: 2026-11-01\nreview_in: never'),
    pageOf('deprecated', 'last_reviewed_on: 2026-11-01\nstatus: deprecated'),
    pageOf('old', 'last_reviewed_on: 2026-11-01', {version: '1.0', edition: 'frozen'}),
    pageOf('unknown', 'review_by: 2026-12-01'),
    pageOf('impossible', 'last_reviewed_on: 2026-02-30'),
    pageOf('unlisted', 'last_reviewed_on: 2026-11-01', {unlisted: true}),
    pageOf('due', 'last_reviewed_on: 2026-11-01'),
  ]);
  expect(eventsIn(text).map(({summary}) => summary)).toEqual(['Review: due']);
});

test('each owner has a calendar of their own pages, under the address that stands for them', () => {
  const handbook = handbookOf([
    pageOf('a', 'owner: sre\nlast_reviewed_on: 2026-11-01'),
    pageOf('b', 'owner: dba\nlast_reviewed_on: 2026-11-01'),
    pageOf('c', 'owner: sre\nlast_reviewed_on: 2026-11-01'),
    pageOf('d', 'last_reviewed_on: 2026-11-01'),
  ]);
  const calendars = reviewCalendars(handbook, SITE).map(({file, text}) => [
    file,
    unescaped(valuesOf(text, 'X-WR-CALNAME')[0] ?? ''),
    eventsIn(text).map(({summary}) => summary),
  ]);
  expect(calendars).toEqual([
    ['reviews.ics', 'Ops handbook: reviews', ['Review: a', 'Review: b', 'Review: c', 'Review: d']],
    ['reviews/sre.ics', 'Ops handbook: reviews for SRE; first line, all days', ['Review: a', 'Review: c']],
    ['reviews/dba.ics', 'Ops handbook: reviews for Database team', ['Review: b']],
    ['reviews/idle.ics', "Ops handbook: reviews for Nobody's keeper", []],
  ]);
});

test('owners whom only pages name have calendars, too', () => {
  const handbook = handbookOf([pageOf('a', 'owner: Équipe / A\nlast_reviewed_on: 2026-11-01')], {
    ownersFile: {source: 'docs/owners.yml'},
  });
  expect(reviewCalendars(handbook, SITE).map(({file}) => file)).toEqual([
    'reviews.ics',
    'reviews/Equipe-A.ics',
  ]);
  expect(onlyEvent(textOf(handbook, 'reviews/Equipe-A.ics')).description).toContain('Owner: Équipe / A\n');
});

test('a calendar without events is one that strict programs accept', () => {
  const text = textOf(handbookOf([]), 'reviews/idle.ics');
  expect(linesOf(text).filter(({name}) => name === 'BEGIN')).toEqual([
    {name: 'BEGIN', value: 'VCALENDAR'},
    {name: 'BEGIN', value: 'VTIMEZONE'},
    {name: 'BEGIN', value: 'STANDARD'},
  ]);
  expect(eventsIn(text)).toEqual([]);
  expect(text.endsWith('END:STANDARD\r\nEND:VTIMEZONE\r\nEND:VCALENDAR\r\n')).toBe(true);
});

const NASTY = [
  'Restart, drain; wait',
  'C:\\new\\table',
  'ends in a backslash \\',
  '\\, and \\; and \\\\n as they were typed',
  'DTSTART:20200101T000000Z',
  '"quoted": yes',
  '  spaces   around ',
  'x'.repeat(300),
  'é'.repeat(300),
  '🚨'.repeat(100),
  '👩‍🚒 P1 👩🏽‍💻 '.repeat(20),
  'إعادة تشغيل قاعدة البيانات '.repeat(12),
  'שחזור גיבוי, חלק ב; דחוף',
  '数据库故障转移'.repeat(40),
  `${'a'.repeat(66)}\\`,
  `${'a'.repeat(65)}🚨`,
];

test.each(NASTY)('the title %j arrives as it was written', (title) => {
  const text = calendarOf([pageOf('a', 'last_reviewed_on: 2026-11-01', {title})]);
  linesOf(text);
  expect(onlyEvent(text).summary).toBe(`Review: ${title}`);
});

test('no title can end its line, or begin an event of its own', () => {
  const title = 'One\r\nEND:VEVENT\nBEGIN:VEVENT\rSUMMARY:two\u2028three\u0085four\u0000five\u0007';
  const text = calendarOf([pageOf('a', 'last_reviewed_on: 2026-11-01', {title})]);
  expect(linesOf(text).filter(({value}) => value === 'VEVENT')).toHaveLength(2);
  expect(valuesOf(text, 'SUMMARY').map(unescaped)).toEqual([
    'Review: One END:VEVENT BEGIN:VEVENT SUMMARY:two three four five ',
  ]);
});

test('whatever a title, an owner, a reviewer, a site or an address is made of, the file stays whole', () => {
  const texts = fc.oneof(
    fc.string({unit: 'binary', maxLength: 200}),
    fc.string({
      unit: fc.constantFrom('\\', ',', ';', ':', '"', 'n', '\r', '\n', ' ', '\t', '🚨', 'ש', '\ud800'),
    }),
  );
  const plain = (text: string) => text.replaceAll(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ');
  fc.assert(
    fc.property(texts, texts, texts, fc.webPath(), (title, name, siteTitle, address) => {
      const handbook = handbookOf(
        [
          pageOf('a', `owner: o\nlast_reviewed_on: 2026-11-01\nreviewed_by: [${JSON.stringify(name)}]`, {
            title,
          }),
        ],
        {ownersFile: {source: 'docs/owners.yml', text: `o: {name: ${JSON.stringify(name)}}`}},
      );
      const [page] = handbook.pages;
      const text = textOf(
        {...handbook, pages: page ? [{...page, permalink: `/binder${address}`}] : []},
        'reviews/o.ics',
        {...SITE, title: siteTitle},
      );
      const owner = handbook.owners.get('o')?.name ?? '';
      expect(valuesOf(text, 'SUMMARY').map(unescaped)).toEqual([plain(`Review: ${title}`)]);
      expect(valuesOf(text, 'NAME').map(unescaped)).toEqual([plain(`${siteTitle}: reviews for ${owner}`)]);
      expect(valuesOf(text, 'DESCRIPTION').map(unescaped)[0]).toContain(plain(`Owner: ${owner}\n`).trim());
      expect(valuesOf(text, 'URL')[0]).toMatch(/^https:\/\/ops\.example\.com\/[^\\,; ]*$/);
    }),
  );
});

test('an address with a comma leads to the same page from the calendar', () => {
  const permalink = '/binder/docs/a,b;c d/é/';
  const text = calendarOf([pageOf('a', 'last_reviewed_on: 2026-11-01', {permalink})]);
  const [url = ''] = valuesOf(text, 'URL');
  expect(url).toBe('https://ops.example.com/binder/docs/a%2Cb%3Bc%20d/%C3%A9/');
  expect(decodeURIComponent(new URL(url).pathname)).toBe(permalink);
  expect(onlyEvent(text).description?.split('\n').at(-1)).toBe(url);
});

test('the event is on the due date itself, through every month’s end and the leap days', () => {
  const days = [2026, 2027, 2028].flatMap((year) =>
    Array.from({length: 12}, (_, month) => new Date(Date.UTC(year, month + 1, 0)).toISOString().slice(0, 10)),
  ) as CivilDate[];
  const documents = days.flatMap((day) => [
    pageOf(`by-${day}`, `last_reviewed_on: 2025-12-01\nreview_by: ${day}`),
    pageOf(`from-${day}`, `last_reviewed_on: ${day}\nreview_in: 1 month`),
  ]);
  const handbook = handbookOf(documents, {asOf: '2029-01-01' as CivilDate});
  const text = textOf(handbook, 'reviews.ics');
  const basic = (date: string) => date.replaceAll('-', '');
  const due = handbook.pages.map(({freshness: {dueBy}}) => dueBy ?? ('?' as CivilDate));
  expect(due).toHaveLength(72);
  expect(valuesOf(text, 'DTSTART')).toEqual(due.map(basic));
  expect(valuesOf(text, 'DTEND')).toEqual(due.map((day) => basic(addDays(day, 1))));
  expect(valuesOf(text, 'DTSTART')).toEqual(expect.arrayContaining(['20280229', '20261231', '20270228']));
  expect(eventsIn(text).map(({start}) => start.date.toISOString().slice(0, 10))).toEqual(due);
});

test('the last day that can be written is a day, too', () => {
  const text = calendarOf([pageOf('a', 'last_reviewed_on: 2026-11-01\nreview_by: 9999-12-31')]);
  expect(valuesOf(text, 'DTSTART')).toEqual(['99991231']);
  expect(valuesOf(text, 'DTEND')).toEqual([]);
});

test('a page that stands in two versions is two events, and the next one says so', () => {
  const text = calendarOf([
    pageOf('a', 'last_reviewed_on: 2026-11-01', {
      version: 'current',
      edition: 'next',
      permalink: '/docs/next/a',
    }),
    pageOf('a', 'last_reviewed_on: 2026-10-01', {source: 'versioned_docs/version-2.0/a.md', version: '2.0'}),
    pageOf('a', 'last_reviewed_on: 2025-10-01', {version: '1.0', edition: 'frozen'}),
  ]);
  expect(eventsIn(text).map(({summary}) => summary)).toEqual(['Review: a (current)', 'Review: a']);
  expect(new Set(valuesOf(text, 'UID')).size).toBe(2);
});

test('an event stays the same one when its page is reviewed, renamed, or given to others', () => {
  const uid = (page: SourceDocument, site = SITE) => valuesOf(calendarOf([page], site), 'UID')[0];
  const first = uid(pageOf('a', 'owner: sre\nlast_reviewed_on: 2026-08-01'));
  expect(first).toMatch(/^[0-9a-f]{32}@ops\.example\.com$/);
  expect(uid(pageOf('a', 'owner: dba\nlast_reviewed_on: 2026-11-01', {title: 'New'}))).toBe(first);
  const others = [
    uid(pageOf('b', 'last_reviewed_on: 2026-08-01')),
    uid(pageOf('a', 'last_reviewed_on: 2026-08-01', {version: '2.0'})),
    uid(pageOf('a', 'last_reviewed_on: 2026-08-01'), {...SITE, baseUrl: '/other/'}),
    uid(pageOf('a', 'last_reviewed_on: 2026-08-01'), {...SITE, url: 'https://other.example.com'}),
  ];
  expect(new Set([first, ...others]).size).toBe(5);
});

test('an owner’s calendar has the very events of the calendar of all', () => {
  const handbook = handbookOf([pageOf('a', 'owner: sre\nlast_reviewed_on: 2026-11-01')]);
  expect(eventsIn(textOf(handbook, 'reviews/sre.ics'))).toEqual(eventsIn(textOf(handbook, 'reviews.ics')));
});

test('a review makes a later revision of the event, dated by the review and not by the build', () => {
  const text = calendarOf([
    pageOf('a', 'last_reviewed_on: 1999-06-01'),
    pageOf('b', 'last_reviewed_on: 2000-01-02'),
    pageOf('c', 'last_reviewed_on: 2026-10-31'),
    pageOf('d', 'last_reviewed_on: 2026-11-01'),
  ]);
  expect(valuesOf(text, 'SEQUENCE')).toEqual(['0', '1', '9800', '9801']);
  expect(valuesOf(text, 'DTSTAMP').slice(2)).toEqual(['20261031T000000Z', '20261101T000000Z']);
  expect(valuesOf(text, 'LAST-MODIFIED')).toEqual(valuesOf(text, 'DTSTAMP'));
});

test('the same handbook gives the same bytes, wherever and whenever it is built', () => {
  const build = () =>
    reviewCalendars(
      handbookOf(
        NASTY.map((title, index) => pageOf(`p${index}`, 'owner: sre\nlast_reviewed_on: 2026-11-01', {title})),
      ),
      SITE,
    );
  const first = build();
  const hours = ['America/Los_Angeles', 'Pacific/Kiritimati', 'UTC'].map((zone) => {
    vi.stubEnv('TZ', zone);
    expect(build()).toEqual(first);
    return new Date('2026-11-01T00:00:00Z').getHours();
  });
  // The zones were in force.
  expect(hours).toEqual([17, 14, 0]);
  vi.useFakeTimers({now: new Date('2031-05-05T05:05:05Z')});
  try {
    expect(build()).toEqual(first);
  } finally {
    vi.useRealTimers();
  }
});

test('calendars are written into the built site', async () => {
  const outDir = await fs.mkdtemp(path.join(os.tmpdir(), 'calendars-'));
  try {
    const handbook = handbookOf([
      pageOf('a', 'owner: sre\nlast_reviewed_on: 2026-11-01', {title: '🚨 Ünit'}),
    ]);
    await writeCalendars(handbook, SITE, outDir);
    const written = await fs.readdir(path.join(outDir, 'reviews'));
    expect(written.sort()).toEqual(['dba.ics', 'idle.ics', 'sre.ics']);
    for (const {file, text} of reviewCalendars(handbook, SITE)) {
      expect(await fs.readFile(path.join(outDir, file), 'utf8')).toBe(text);
    }
  } finally {
    await fs.rm(outDir, {recursive: true});
  }
});
