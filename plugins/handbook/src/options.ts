import {Joi} from '@docusaurus/utils-validation';
import {parseCivilDate, parseInterval, readAudience} from '@opsbinder/core';
import type {OnErrors} from './report.js';

/** The options that say how the handbook is read. Every plugin of Opsbinder takes them, all optional. */
export interface HandbookOptions {
  /** The day for which the build speaks, `YYYY-MM-DD`; else `OPSBINDER_AS_OF`, else today. */
  asOf?: string;
  /** Whom the build is for, by name; else `OPSBINDER_AUDIENCE`, else nobody in particular, who is shown everything. */
  audience?: string | string[];
  /**
   * Commands that destroy something, beside those that are known to: patterns, each tested against one command, in
   * any case.
   */
  destructive: string[];
  /** The IANA time zone in which "today" is read. */
  timeZone: string;
  /** How long a review holds where neither page nor policy says it: `90 days`, `3 months`, `never`. */
  defaultReviewIn: string;
  /** Days before the due date from which a review counts as due soon. */
  dueSoonDays: number;
  /** How many pages one person may have reviewed on one day before it is noted. */
  bulkReviewLimit: number;
  /** What a build does when something in the handbook is wrong. `docusaurus start` never stops. */
  onErrors: OnErrors;
  /** Id of the docs plugin whose pages are the handbook. */
  docsPluginId: string;
  /** Folder of the pages, for sites whose docs plugin is off because the folder is still empty. */
  docsDir: string;
}

/** The options' defaults, as the READMEs list them. */
export const DEFAULT_HANDBOOK_OPTIONS: HandbookOptions = {
  destructive: [],
  timeZone: 'UTC',
  defaultReviewIn: '90 days',
  dueSoonDays: 14,
  bulkReviewLimit: 10,
  onErrors: 'throw',
  docsPluginId: 'default',
  docsDir: 'docs',
};

const civilDate = Joi.string().custom((value: string) => {
  if ('problem' in parseCivilDate(value)) throw new Error('expected a day such as 2026-11-20');
  return value;
});

const audience = Joi.custom((value: unknown) => {
  const isText =
    typeof value === 'string' || (Array.isArray(value) && value.every((name) => typeof name === 'string'));
  if (!isText || readAudience(value).length === 0)
    throw new Error('expected one or more names, such as customer');
  return value;
});

const pattern = Joi.string().custom((value: string) => {
  if (!patternOf(value)) throw new Error('expected a regular expression such as \\bcloudctl wipe\\b');
  return value;
});

function patternOf(text: string): RegExp | undefined {
  try {
    return new RegExp(text, 'iu');
  } catch {
    return undefined;
  }
}

/** The option `destructive` as patterns; those that are none were refused when the options were checked. */
export function destructivePatterns(texts: readonly string[] = []): RegExp[] {
  return texts.flatMap((text) => patternOf(text) ?? []);
}

const interval = Joi.string().custom((value: string) => {
  if (!parseInterval(value)) throw new Error('expected such as 90 days, 3 months, 1 year or never');
  return value;
});

/** Joi keys of {@link HandbookOptions}, for the `validateOptions` of a plugin. */
export const HANDBOOK_OPTION_KEYS = {
  asOf: civilDate.optional(),
  audience: audience.optional(),
  destructive: Joi.array().items(pattern).default(DEFAULT_HANDBOOK_OPTIONS.destructive),
  timeZone: Joi.string().default(DEFAULT_HANDBOOK_OPTIONS.timeZone),
  defaultReviewIn: interval.default(DEFAULT_HANDBOOK_OPTIONS.defaultReviewIn),
  dueSoonDays: Joi.number().integer().min(0).max(365).default(DEFAULT_HANDBOOK_OPTIONS.dueSoonDays),
  bulkReviewLimit: Joi.number().integer().min(1).default(DEFAULT_HANDBOOK_OPTIONS.bulkReviewLimit),
  onErrors: Joi.string().valid('throw', 'warn', 'log', 'ignore').default(DEFAULT_HANDBOOK_OPTIONS.onErrors),
  docsPluginId: Joi.string().default(DEFAULT_HANDBOOK_OPTIONS.docsPluginId),
  docsDir: Joi.string().default(DEFAULT_HANDBOOK_OPTIONS.docsDir),
};

/** Picks the handbook's own options out of a plugin's, so that equal ones share one handbook. */
export function handbookOptionsOf(options: HandbookOptions): HandbookOptions {
  const keys = Object.keys(HANDBOOK_OPTION_KEYS) as (keyof HandbookOptions)[];
  return Object.fromEntries(keys.map((key) => [key, options[key]])) as unknown as HandbookOptions;
}
