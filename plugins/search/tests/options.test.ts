import {normalizePluginOptions} from '@docusaurus/utils-validation';
import {expect, test} from 'vitest';
import {DEFAULT_OPTIONS, type Options, type PluginOptions, validateOptions} from '../src/options';

function validated(options?: Options & Record<string, unknown>): PluginOptions {
  return validateOptions({
    options,
    validate: normalizePluginOptions as Parameters<typeof validateOptions>[0]['validate'],
  });
}

test('a site needs to set nothing', () => {
  expect(validated()).toEqual({id: 'default', ...DEFAULT_OPTIONS});
});

test('options are kept', () => {
  const options = {includeCharacters: '+#', ignorePatterns: ['/drafts/**'], excludeSelectors: ['.promo']};
  expect(validated(options)).toMatchObject(options);
});

test('other sites are named by their address, which need not end in a slash', () => {
  const {merge} = validated({
    merge: [{url: 'https://ops.example.org/pay'}, {url: '/fr/', filter: {language: 'fr'}}],
  });
  expect(merge).toEqual([
    {url: 'https://ops.example.org/pay/', filter: {}},
    {url: '/fr/', filter: {language: 'fr'}},
  ]);
});

test('another site without a full address is refused, and what is expected is said', () => {
  expect(() => validated({merge: [{url: 'ops.example.org'}]})).toThrow(
    'is "ops.example.org". Expected the address of a site with its base',
  );
});

test('an option that does not exist is refused by name', () => {
  expect(() => validated({includeCharacter: '_'})).toThrow('"includeCharacter" is not allowed');
});

test('an option of the wrong kind is refused by name', () => {
  expect(() => validated({ignorePatterns: '/drafts/**' as never})).toThrow(
    '"ignorePatterns" must be an array',
  );
});
