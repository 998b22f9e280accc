import {type DateProblem, parseCivilDate} from './dates.js';

/** The rule and the words for a date that is none. `value` is the value as it should be quoted. */
export function dateMessage(
  problem: DateProblem,
  key: string,
  value: string,
): {rule: string; message: string} {
  return problem === 'malformed'
    ? {rule: 'date-malformed', message: `${key}: ${value} is no date of the form YYYY-MM-DD`}
    : {rule: 'date-impossible', message: `${key}: ${value} is no day of the calendar. Expected YYYY-MM-DD`};
}

/** How to mend it: the date that was probably meant where its parts are all there, else the form in general. */
export function dateHint(problem: DateProblem, text: string, key: string): string {
  const parts = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  const [, year = '', month = '', day = ''] = parts ?? [];
  const padded = parseCivilDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  return problem === 'malformed' && 'date' in padded
    ? `Write ${key}: ${padded.date}`
    : `Write the day as four digits of the year, two of the month, two of the day: ${key}: 2026-02-05`;
}
