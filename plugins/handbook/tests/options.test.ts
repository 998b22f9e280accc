import {Joi, normalizePluginOptions} from '@docusaurus/utils-validation';
import {afterEach, describe, expect, test, vi} from 'vitest';
import {
  audienceOf,
  cacheByAudience,
  DEFAULT_HANDBOOK_OPTIONS,
  HANDBOOK_OPTION_KEYS,
  reportFindings,
} from '../src/index.js';

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
  [{audience: ' , '}, /audience.*expected one or more names, such as customer/],
  [{audience: []}, /audience.*expected one or more names/],
  [{audience: [1]}, /audience.*expected one or more names/],
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

describe('whom a build is for', () => {
  afterEach(() => vi.unstubAllEnvs());

  test('is said by the option, else by the variable, else by nobody', () => {
    expect(audienceOf(undefined)).toBeUndefined();
    vi.stubEnv('OPSBINDER_AUDIENCE', 'Customer, press');
    expect(audienceOf(undefined)).toEqual(['customer', 'press']);
    expect(audienceOf(['SRE'])).toEqual(['sre']);
  });

  test('an empty variable is a mistake, and not a build for everybody', () => {
    vi.stubEnv('OPSBINDER_AUDIENCE', '');
    expect(() => audienceOf(undefined)).toThrow(/OPSBINDER_AUDIENCE is "", which names nobody/);
  });

  test('gives each audience a cache of its own, whichever bundler keeps it', () => {
    const rspack = {cache: true, experiments: {cache: {type: 'persistent', version: '1'}}};
    expect(cacheByAudience(rspack, undefined)).toEqual({});
    const own = {experiments: {cache: {version: '1-for-customer-and-press'}}};
    expect(cacheByAudience(rspack, ['customer', 'press'])).toEqual(own);
    // The preset and its plugin both ask for it.
    expect(cacheByAudience(own, ['customer', 'press'])).toEqual({experiments: {}});
    expect(cacheByAudience({cache: {type: 'filesystem', version: '1'}}, ['x'])).toEqual({
      cache: {version: '1-for-x'},
      experiments: {},
    });
  });
});
