import {type CivilDate, civilDateAt, parseCivilDate} from './dates.js';

/** Where the date of a build can come from, strongest first. */
export interface AsOfSources {
  /** The option `asOf`. */
  option?: string | undefined;
  /** The environment variable `OPSBINDER_AS_OF`. */
  environment?: string | undefined;
  /** The instant at which the build began, in milliseconds since 1970, and the zone in which to read it. */
  now: number;
  timeZone: string;
}

/**
 * The one date for which a build speaks.
 *
 * @throws Error naming the place and the value when a given date is not a real `YYYY-MM-DD`, or the time
 *   zone is unknown: a build must not quietly speak for another day than it was asked to.
 */
export function resolveAsOf({option, environment, now, timeZone}: AsOfSources): CivilDate {
  const given = [
    {place: 'the option asOf', text: option},
    {place: 'the environment variable OPSBINDER_AS_OF', text: environment},
  ].find(({text}) => text !== undefined && text !== '');
  if (given?.text !== undefined) {
    const parsed = parseCivilDate(given.text);
    if ('date' in parsed) return parsed.date;
    throw new Error(
      `Opsbinder: ${given.place} is "${given.text}", which is ${parsed.problem === 'malformed' ? 'not of the form YYYY-MM-DD' : 'no day of the calendar'}. Mend: give a date such as 2026-11-20, or none for today.`,
    );
  }
  try {
    return civilDateAt(now, timeZone);
  } catch (cause) {
    throw new Error(
      `Opsbinder: the option timeZone is "${timeZone}", which is no IANA time zone. Mend: write one such as Europe/London, or leave it out for UTC.`,
      {cause},
    );
  }
}
