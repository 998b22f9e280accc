import {Temporal} from 'temporal-polyfill';

/** A day of the civil calendar as `YYYY-MM-DD`. It has no time and no zone, so no machine can shift it. */
export type CivilDate = string & {readonly civilDate: unique symbol};

/** Why a text is not a date: not of the form `YYYY-MM-DD`, or of that form but no day of the calendar. */
export type DateProblem = 'malformed' | 'impossible';

/**
 * Reads a date as an author wrote it. Nothing is guessed: `2026-2-5`, `20260205` and `5 Feb 2026` are
 * malformed, `2026-02-30` is impossible.
 */
export function parseCivilDate(text: string): {date: CivilDate} | {problem: DateProblem} {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return {problem: 'malformed'};
  try {
    return {date: Temporal.PlainDate.from(text, {overflow: 'reject'}).toString() as CivilDate};
  } catch {
    return {problem: 'impossible'};
  }
}

/** The day it is at an instant in a time zone. Throws a RangeError for a zone that is not in the IANA list. */
export function civilDateAt(epochMilliseconds: number, timeZone: string): CivilDate {
  return Temporal.Instant.fromEpochMilliseconds(epochMilliseconds)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString() as CivilDate;
}

/** The date `days` later; earlier when negative. */
export function addDays(date: CivilDate, days: number): CivilDate {
  return Temporal.PlainDate.from(date).add({days}).toString() as CivilDate;
}

/** The units in which people say how long a review holds. */
export type IntervalUnit = 'day' | 'week' | 'month' | 'year';

/** How long a review or a test holds; `never` means that none is planned. */
export type Interval = {readonly amount: number; readonly unit: IntervalUnit} | 'never';

const UNITS: Readonly<Record<string, IntervalUnit>> = {
  d: 'day',
  w: 'week',
  m: 'month',
  y: 'year',
  day: 'day',
  week: 'week',
  month: 'month',
  year: 'year',
};

// 100 years: longer is a typing mistake, and keeps every sum inside the calendar.
const LONGEST: Readonly<Record<IntervalUnit, number>> = {day: 36_525, week: 5218, month: 1200, year: 100};

/**
 * Reads `90 days`, `6 weeks`, `3 months`, `1 year`, `90d`, `6w`, `3m`, `1y` or `never`, in any case and
 * spacing. Anything else, zero and more than a hundred years give undefined.
 */
export function parseInterval(text: string): Interval | undefined {
  const trimmed = text.trim().toLowerCase();
  if (trimmed === 'never') return 'never';
  const match = /^(\d{1,5})\s*(d|w|m|y|(?:day|week|month|year)s?)$/.exec(trimmed);
  const [, digits = '', word = ''] = match ?? [];
  const unit = UNITS[word.length > 1 ? word.replace(/s$/, '') : word];
  const amount = Number(digits);
  if (!unit || amount < 1 || amount > LONGEST[unit]) return undefined;
  return {amount, unit};
}

/** An interval in the words it can be written in: `3 months`, `1 year`, `never`. */
export function formatInterval(interval: Interval): string {
  if (interval === 'never') return 'never';
  return `${interval.amount} ${interval.unit}${interval.amount === 1 ? '' : 's'}`;
}

/**
 * The day on which an interval that began on `date` ends; undefined for `never`. Months and years clamp to
 * the month's end: 31 January + 1 month is 28 or 29 February.
 */
export function addInterval(date: CivilDate, interval: Interval): CivilDate | undefined {
  if (interval === 'never') return undefined;
  return Temporal.PlainDate.from(date)
    .add({[`${interval.unit}s`]: interval.amount}, {overflow: 'constrain'})
    .toString() as CivilDate;
}
