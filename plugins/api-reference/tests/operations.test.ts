import {expect, test} from 'vitest';
import {type BundledSpec, listOperations, OperationError} from '../src/operations';

const responses = {'200': {description: 'Fine'}};

function operations(parts: object, redoc = {}) {
  const spec = {openapi: '3.1.0', info: {title: 'Records', version: '1.0.0'}, ...parts} as BundledSpec;
  return listOperations(spec, redoc, '/binder/api/');
}

test('An operation is listed with what search needs, and the anchor that leads to it', () => {
  const list = {
    operationId: 'listRecords',
    summary: 'List records',
    description: 'Newest first.',
    tags: ['Daily work'],
    responses,
  };
  expect(operations({paths: {'/records': {get: list}}})).toEqual([
    {
      operationId: 'listRecords',
      method: 'GET',
      path: '/records',
      webhook: false,
      summary: 'List records',
      description: 'Newest first.',
      tag: 'Daily work',
      url: '/binder/api/#tag/Daily-work/operation/listRecords',
    },
  ]);
});

test('An operation without id, tag and summary is still found', () => {
  expect(operations({paths: {'/records/{id}': {delete: {responses}}}})).toMatchObject([
    {
      operationId: null,
      method: 'DELETE',
      summary: '/records/{id}',
      description: '',
      tag: null,
      url: '/binder/api/#/paths/~1records~1%7Bid%7D/delete',
    },
  ]);
});

test('An operation with several tags is listed once, under the first', () => {
  const get = {operationId: 'both', tags: ['A', 'B'], responses};
  expect(operations({paths: {'/both': {get}}}).map(({tag, url}) => [tag, url])).toEqual([
    ['A', '/binder/api/#tag/A/operation/both'],
  ]);
});

test('A webhook is listed under its name, beside a path of the same name', () => {
  const webhook = {operationId: 'onChanged', tags: ['Events'], responses};
  const path = {operationId: 'change', tags: ['Events'], responses};
  const found = operations({webhooks: {changed: {post: webhook}}, paths: {changed: {post: path}}});
  expect(found.map(({path, webhook, operationId}) => [path, webhook, operationId])).toEqual([
    ['changed', true, 'onChanged'],
    ['changed', false, 'change'],
  ]);
});

test('The order is that of the page', () => {
  const at = (operationId: string, tag: string) => ({
    get: {operationId, summary: operationId, tags: [tag], responses},
  });
  const parts = {
    tags: [{name: 'First'}, {name: 'Second'}],
    paths: {'/b': at('b', 'Second'), '/z': at('z', 'First'), '/a': at('a', 'First')},
  };
  expect(operations(parts).map(({operationId}) => operationId)).toEqual(['z', 'a', 'b']);
  const sorted = operations(parts, {sortOperationsAlphabetically: true});
  expect(sorted.map(({operationId}) => operationId)).toEqual(['a', 'z', 'b']);
});

test('An API without operations has none', () => {
  expect(operations({paths: {}})).toEqual([]);
});

test('An operation that Redoc cannot read is named', () => {
  const broken = {get: {operationId: 'broken', responses: {'200': null}}};
  expect(() => operations({paths: {'/broken': broken}})).toThrow(OperationError);
  expect(() => operations({paths: {'/broken': broken}})).toThrow(
    expect.objectContaining({operation: {method: 'get', path: '/broken', webhook: false}}),
  );
});
