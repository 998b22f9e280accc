import {Joi, normalizePluginOptions} from '@docusaurus/utils-validation';
import {expect, test} from 'vitest';
import {DEFAULT_HANDBOOK_OPTIONS, HANDBOOK_OPTION_KEYS, reportFindings} from '../src/index.js';

const normalize = (options: object) =>
  normalizePluginOptions(Joi.object(HANDBOOK_OPTION_KEYS), {id: 'default', ...options});

test('without options the defaults hold', () => {
  expect(normalize({})).toEqual({...DEFAULT_HANDBOOK_OPTIONS, id: 'default'});
});

test.each([
  [{asOf: '2026-02-30'}, /asOf.*expected a day such as 2026-11-20/],
  [{defaultReviewIn: 'soon'}, /defaultReviewIn.*expected such as 90 days/],
  [{dueSoonDays: -1}, /dueSoonDays/],
  [{onErrors: 'panic'}, /onErrors/],
])('%j is refused with the reason', (options, message) => {
  expect(() => normalize(options)).toThrow(message);
});

test('errors stop a build, all of them at once, and only when the site wants that', () => {
  const finding = {
    rule: 'date-impossible',
    level: 'error' as const,
    source: 'docs/p.md',
    line: 3,
    message: 'Bad',
    hint: 'Mend',
  };
  const both = [finding, {...finding, source: 'docs/q.md'}];
  expect(() => reportFindings(both, 'throw')).toThrow(/docs\/p\.md:3[\s\S]*docs\/q\.md:3[\s\S]*2 errors/);
  expect(() => reportFindings(both, 'ignore')).not.toThrow();
  expect(() => reportFindings([], 'throw')).not.toThrow();
});
