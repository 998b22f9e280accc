import type {LoadedPlugin} from '@docusaurus/types';
import type {ApiOperation} from '@opsbinder/core';
import {describe, expect, test} from 'vitest';
import {findApiOperations, operationElements, operationRecord} from '../src/api-operations';

const operation: ApiOperation = {
  operationId: 'listEvents',
  method: 'GET',
  path: '/events',
  webhook: false,
  summary: 'List events',
  description: 'All events to come.',
  tag: 'Events',
  url: '/ops/api/#tag/Special%20Events/operation/listEvents',
};

function plugin(name: string, content: unknown): LoadedPlugin {
  return {name, content} as LoadedPlugin;
}

describe('API operations', () => {
  test('are those of every API reference of the site', () => {
    const name = '@opsbinder/docusaurus-plugin-api-reference';
    const plugins = [
      plugin('docusaurus-plugin-content-docs', {operations: [operation]}),
      plugin(name, {operations: [operation]}),
      plugin(name, null),
      plugin(name, undefined),
    ];
    expect(findApiOperations(plugins)).toEqual([operation]);
  });

  test('are found by call, summary, id and description, and lead to their place on the page', () => {
    expect(operationRecord(operation, '/ops/', 'en')).toEqual({
      url: '/api/#tag/Special%20Events/operation/listEvents',
      language: 'en',
      content: 'GET /events — List events. listEvents. All events to come.',
      meta: {title: 'GET /events — List events', names: 'listEvents', breadcrumb: 'Events'},
      filters: {type: ['api'], language: ['en']},
    });
  });

  test('need neither id, description nor tag', () => {
    const bare = {...operation, operationId: null, summary: '', description: '', tag: null};
    expect(operationRecord(bare, '/ops/', 'en')).toMatchObject({
      content: 'GET /events',
      meta: {title: 'GET /events'},
    });
  });

  test('are not indexed a second time with the page that shows them', () => {
    expect(operationElements([operation])).toEqual(
      new Map([['/ops/api/', new Set(['tag/Special Events/operation/listEvents'])]]),
    );
  });
});
