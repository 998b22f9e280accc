import {normalizePluginOptions} from '@docusaurus/utils-validation';
import {expect, test} from 'vitest';
import {type Options, validateOptions} from '../src/options';

const validated = (options: Options) => validateOptions({options, validate: normalizePluginOptions as never});

test('A site that sets nothing gets /api/, and no file is taken as named', () => {
  expect(validated({})).toEqual({id: 'default', route: '/api/', onErrors: 'throw', redoc: {}});
});

test('A site names its file, its route and what happens on errors', () => {
  const options = {id: 'admin', spec: 'apis/admin.yaml', route: '/reference/', onErrors: 'warn'} as const;
  expect(validated(options)).toEqual({...options, redoc: {}});
});

test('Options for Redoc are handed on as they are', () => {
  const redoc = {expandResponses: 'all', theme: {sidebar: {width: '20rem'}}};
  expect(validated({redoc}).redoc).toEqual(redoc);
});

test.each([
  ['a misspelt option', {sepc: 'openapi.yaml'}, '"sepc" is not allowed'],
  ['a file that is no text', {spec: 3}, '"spec" must be a string'],
  ['a route without its slash', {route: 'api'}, '"route" with value "api" fails to match'],
  ['an unknown reaction to errors', {onErrors: 'stop'}, '"onErrors" must be one of'],
])('%s is refused', (_, options, message) => {
  expect(() => validated(options as Options)).toThrow(message);
});
