import {createHash} from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import {
  addDays,
  type CivilDate,
  calendarFile,
  type Handbook,
  type HandbookPage,
  listOwners,
  type Owner,
} from '@opsbinder/core';
import ical, {
  escape as escapeText,
  ICalCalendarMethod,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';

/** The site whose pages the calendars are about, as its configuration names it. */
export interface CalendarSite {
  title: string;
  /** Origin, such as `https://ops.example.com`. */
  url: string;
  baseUrl: string;
}

/** A calendar as a file below the built site. */
export interface CalendarFile {
  file: string;
  text: string;
}

const DAY_IN_SECONDS = 24 * 60 * 60;

/**
 * The calendars of reviews in iCalendar form (RFC 5545): one of all pages, and one for each owner, also for one who
 * has nothing to review, so that a subscription outlives its events.
 *
 * A page that has a due date is an all-day event on that day. Exempt pages and those that nobody has reviewed have
 * none; pages that their authors keep off the site's lists stay off these. Whatever a page says of itself becomes
 * text. The same handbook gives the same bytes, on any machine.
 */
export function reviewCalendars(handbook: Handbook, site: CalendarSite): CalendarFile[] {
  const owners = listOwners(handbook);
  const ownerOf = new Map(owners.map(({owner}) => [owner.id, owner]));
  const events = handbook.pages
    .filter(({unlisted}) => !unlisted)
    .flatMap((page) => {
      const {on} = page.freshness;
      const dueBy = dueDay(page, handbook.asOf);
      if (on === undefined || dueBy === undefined) return [];
      const owner = ownerOf.get(page.facts.owner ?? '');
      return [{owner: owner?.id, data: eventOf(page, {on, dueBy, owner, site})}];
    });
  const name = `${site.title}: reviews`;
  return [
    {file: calendarFile(), text: calendarText(name, events)},
    ...owners.map(({owner, slug}) => ({
      file: calendarFile(slug),
      text: calendarText(
        `${name} for ${owner.name}`,
        events.filter((event) => event.owner === owner.id),
      ),
    })),
  ];
}

/** Writes the calendars of reviews below `outDir`. */
export async function writeCalendars(handbook: Handbook, site: CalendarSite, outDir: string): Promise<void> {
  for (const {file, text} of reviewCalendars(handbook, site)) {
    const target = path.join(outDir, file);
    await fs.mkdir(path.dirname(target), {recursive: true});
    await fs.writeFile(target, text);
  }
}

// A page that waits for another reason than its date waits since the incident, or from the day of the build on.
function dueDay(
  {freshness: {state, byDate, dueBy, causes = []}}: HandbookPage,
  asOf: CivilDate,
): CivilDate | undefined {
  if (byDate === undefined || byDate === state) return dueBy;
  const incident = causes.find((cause) => cause.kind === 'incident');
  return incident?.on ?? asOf;
}

type EventData = ReturnType<typeof eventOf>;

function eventOf(
  page: HandbookPage,
  {on, dueBy, owner, site}: {on: CivilDate; dueBy: CivilDate; owner?: Owner; site: CalendarSite},
) {
  const {facts, freshness} = page;
  const url = addressOf(page, site);
  const dayAfter = addDays(dueBy, 1);
  const edition = page.edition === 'last' ? '' : ` (${page.version})`;
  const ownerLine = [owner?.name, owner?.chat ?? facts.ownerChat].filter((part) => part !== undefined);
  const reviewers = facts.reviewedBy.length > 0 ? ` by ${facts.reviewedBy.join(', ')}` : '';
  return {
    id: uidOf(page, site),
    // ical-generator reads a date without a time as UTC and writes it as UTC, so the machine's zone has no part in it.
    start: dueBy,
    // The day after 9999-12-31 cannot be written; an event without an end lasts one day, too.
    end: dayAfter.length === dueBy.length ? dayAfter : null,
    allDay: true,
    stamp: on,
    lastModified: on,
    sequence: sequenceOf(on),
    summary: oneLine(`Review: ${page.title}${edition}`),
    description: [
      ...(ownerLine.length > 0 ? [`Owner: ${ownerLine.join(', ')}`] : []),
      `Last reviewed on ${on}${reviewers}`,
      ...freshness.reasons,
      url,
    ]
      .map(oneLine)
      .join('\n'),
    url,
    categories: facts.tier === undefined ? [] : [{name: `Tier ${facts.tier}`}],
    status: ICalEventStatus.CONFIRMED,
    transparency: ICalEventTransparency.TRANSPARENT,
  };
}

function calendarText(name: string, events: readonly {data: EventData}[]): string {
  const calendar = ical({
    prodId: {company: 'Opsbinder', product: 'Reviews'},
    // The one text that ical-generator writes as it is.
    name: escapeText(oneLine(name), false),
    method: ICalCalendarMethod.PUBLISH,
    ttl: DAY_IN_SECONDS,
    events: events.map(({data}) => data),
  });
  // ical-generator leaves the last line without its end.
  const text = `${calendar.toString()}\r\n`;
  return events.length > 0 ? text : text.replace(/(?=END:VCALENDAR\r\n$)/, SOMETHING);
}

// RFC 5545 wants one component at least; readers that check it refuse a calendar that is quite empty. A time zone
// shows nowhere.
const SOMETHING = [
  'BEGIN:VTIMEZONE',
  'TZID:Etc/UTC',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0000',
  'END:STANDARD',
  'END:VTIMEZONE',
  '',
].join('\r\n');

// ical-generator escapes an address as if it were text, which makes another address of one with a comma.
function addressOf({permalink}: HandbookPage, {url}: CalendarSite): string {
  return new URL(permalink, url).href.replace(/[,;\\]/g, (character) => encodeURIComponent(character));
}

// What stays when a page's title, text and dates change: calendars know an event by it.
function uidOf({id, version}: HandbookPage, {url, baseUrl}: CalendarSite): string {
  const site = new URL(baseUrl, url);
  const hash = createHash('sha256').update(JSON.stringify([site.href, version, id]));
  return `${hash.digest('hex').slice(0, 32)}@${site.host}`;
}

// Grows with each review, as a revision number has to. Before 2000 nothing is told apart.
function sequenceOf(on: CivilDate): number {
  const days = (Date.parse(on) - Date.parse('2000-01-01')) / (DAY_IN_SECONDS * 1000);
  return Math.max(0, days);
}

// Control characters may not stand in iCalendar text, and some readers break lines at Unicode's separators.
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ');
}
