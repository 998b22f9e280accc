import {normalizePluginOptions} from '@docusaurus/utils-validation';
import {expect, test} from 'vitest';
import {type Options, type PluginOptions, validateOptions} from '../src/options';

function validated(options?: Options & Record<string, unknown>): PluginOptions {
  return validateOptions({
    options,
    validate: normalizePluginOptions as Parameters<typeof validateOptions>[0]['validate'],
  });
}

test('a site needs to set nothing', () => {
  expect(validated()).toEqual({
    id: 'default',
    includeCharacters: '',
    ignorePatterns: [],
    excludeSelectors: [],
  });
});

test('options are kept', () => {
  const options = {includeCharacters: '+#', ignorePatterns: ['/drafts/**'], excludeSelectors: ['.promo']};
  expect(validated(options)).toEqual({id: 'default', ...options});
});

test('an option that does not exist is refused by name', () => {
  expect(() => validated({includeCharacter: '_'})).toThrow('"includeCharacter" is not allowed');
});

test('an option of the wrong kind is refused by name', () => {
  expect(() => validated({ignorePatterns: '/drafts/**' as never})).toThrow(
    '"ignorePatterns" must be an array',
  );
});
