import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
  addInterval,
  type CivilDate,
  civilDateAt,
  formatInterval,
  parseCivilDate,
  parseInterval,
} from '../src/dates.js';

const date = (text: string): CivilDate => {
  const parsed = parseCivilDate(text);
  if ('problem' in parsed) throw new Error(`${text} is ${parsed.problem}`);
  return parsed.date;
};

describe('a date', () => {
  test.each([
    ['2026-02-05', {date: '2026-02-05'}],
    ['2024-02-29', {date: '2024-02-29'}],
    ['2026-2-5', {problem: 'malformed'}],
    ['2025-04-8', {problem: 'malformed'}],
    ['20260131', {problem: 'malformed'}],
    ['5 Feb 2026', {problem: 'malformed'}],
    ['null', {problem: 'malformed'}],
    ['2026-02-05T00:00:00Z', {problem: 'malformed'}],
    ['2026-02-30', {problem: 'impossible'}],
    ['2026-13-01', {problem: 'impossible'}],
    ['2025-02-29', {problem: 'impossible'}],
  ])('written %s is read as %j', (text, expected) => {
    expect(parseCivilDate(text)).toEqual(expected);
  });

  test('is that of the time zone, not of the machine', () => {
    const instant = Date.UTC(2026, 10, 20, 2, 0);
    expect(civilDateAt(instant, 'UTC')).toBe('2026-11-20');
    expect(civilDateAt(instant, 'America/Los_Angeles')).toBe('2026-11-19');
    expect(civilDateAt(instant, 'Pacific/Kiritimati')).toBe('2026-11-20');
    expect(civilDateAt(Date.UTC(2026, 10, 20, 11, 0), 'Pacific/Kiritimati')).toBe('2026-11-21');
  });
});

describe('an interval', () => {
  test.each([
    ['90 days', '90 days'],
    ['90d', '90 days'],
    ['6 weeks', '6 weeks'],
    ['6w', '6 weeks'],
    ['3 months', '3 months'],
    ['3m', '3 months'],
    ['1 year', '1 year'],
    ['1y', '1 year'],
    ['  2   Months ', '2 months'],
    ['Never', 'never'],
  ])('written %s means %s', (text, expected) => {
    const interval = parseInterval(text);
    expect(interval && formatInterval(interval)).toBe(expected);
  });

  test.each(['', '0 days', '-3 months', '1.5 years', 'soon', '3', 'months', '200 years', '3 fortnights'])(
    'written %j is not understood',
    (text) => expect(parseInterval(text)).toBeUndefined(),
  );

  test.each([
    ['2026-01-31', '1 month', '2026-02-28'],
    ['2024-01-31', '1 month', '2024-02-29'],
    ['2024-02-29', '1 year', '2025-02-28'],
    ['2026-08-31', '1 month', '2026-09-30'],
    ['2026-11-20', '90 days', '2027-02-18'],
    ['2026-12-31', '2 weeks', '2027-01-14'],
  ])('from %s, %s ends on %s', (from, text, expected) => {
    const interval = parseInterval(text);
    expect(interval && addInterval(date(from), interval)).toBe(expected);
  });

  test('every accepted interval can be written and read again', () => {
    fc.assert(
      fc.property(
        fc.integer({min: 1, max: 100}),
        fc.constantFrom('d', 'w', 'm', 'y', ' days', ' week', ' months', ' year'),
        (amount, unit) => {
          const interval = parseInterval(`${amount}${unit}`);
          expect(interval).toBeDefined();
          expect(interval && parseInterval(formatInterval(interval))).toEqual(interval);
        },
      ),
    );
  });

  test('an interval never ends before it begins', () => {
    fc.assert(
      fc.property(
        fc.date({min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true}),
        fc.integer({min: 1, max: 60}),
        fc.constantFrom('day', 'week', 'month', 'year'),
        (day, amount, unit) => {
          const from = date(day.toISOString().slice(0, 10));
          const end = addInterval(from, {amount, unit});
          expect(end && end > from).toBe(true);
        },
      ),
    );
  });
});
