import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {loadConfig} from '@redocly/openapi-core';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {OperationError} from '../src/operations';
import {documentFindings, redocFinding, specFindings} from '../src/spec-findings';

const head = 'openapi: 3.1.0\ninfo: {title: Records, version: 1.0.0}\n';

function only(text: string) {
  const findings = documentFindings(text, 'static/openapi.yaml');
  expect(findings).toHaveLength(1);
  return findings[0];
}

describe('A file on its own', () => {
  test('is fine as YAML and as JSON', () => {
    expect(documentFindings(`${head}paths: {}\n`, 'a.yaml')).toEqual([]);
    const json =
      '{\n\t"openapi": "3.0.3",\n\t"info": {"title": "Records", "version": "1"},\n\t"paths": {}\n}';
    expect(documentFindings(json, 'a.json')).toEqual([]);
  });

  test('that does not parse is reported with the line', () => {
    expect(only('openapi: 3.1.0\ninfo: {title: Records\npaths: {}\n')).toMatchObject({
      rule: 'yaml-invalid',
      source: 'static/openapi.yaml',
      line: 3,
    });
  });

  test('that is empty or only text is no description', () => {
    expect(only('').message).toContain('nothing');
    expect(only('hello').message).toContain('"hello"');
  });

  test('in Swagger 2 gets the command that converts it', () => {
    const finding = only('# old\nswagger: "2.0"\ninfo: {title: Records}\n');
    expect(finding).toMatchObject({rule: 'openapi-swagger-2', line: 2});
    expect(finding?.message).toContain('Swagger 2.0');
    expect(finding?.hint).toContain('npx swagger2openapi static/openapi.yaml');
  });

  test('of another kind is named by its first key', () => {
    const finding = only('# pipeline\n\nstages: [build]\n');
    expect(finding).toMatchObject({rule: 'openapi-version-missing', line: 3});
    expect(finding?.message).toContain('"stages"');
  });

  test.each(['3', '3.0', '"3.1"', '3.2.0', '4.0.0', '[3]'])('with version %s is refused', (version) => {
    expect(only(`# x\nopenapi: ${version}\ninfo: {title: Records}\n`)).toMatchObject({
      rule: 'openapi-version-unknown',
      line: 2,
    });
  });

  test('without a title is refused', () => {
    expect(only('openapi: 3.1.0\npaths: {}\n').rule).toBe('openapi-title-missing');
    expect(only('openapi: 3.1.0\npaths: {}\ninfo:\n  version: 1.0.0\n')).toMatchObject({
      rule: 'openapi-title-missing',
      line: 3,
    });
  });

  test('with a list or a text where paths and operations belong is refused', () => {
    expect(only(`${head}paths: []\n`)).toMatchObject({rule: 'openapi-not-a-map', line: 3});
    expect(only(`${head}paths:\n  /records: none\n`)).toMatchObject({line: 4});
    expect(only(`${head}webhooks:\n  changed:\n    post:\n`)).toMatchObject({line: 5});
    expect(documentFindings(`${head}paths:\n  x-note: any\n  /a: {summary: A}\n`, 'a.yaml')).toEqual([]);
  });

  test('with references that go round in a circle names each of them', () => {
    const text = `${head}components:
  schemas:
    A: {$ref: "#/components/schemas/B"}
    B: {$ref: "#/components/schemas/A"}
    C: {type: object, properties: {c: {$ref: "#/components/schemas/C"}}}
`;
    const findings = documentFindings(text, 'a.yaml');
    expect(findings.map(({rule, line}) => [rule, line])).toEqual([
      ['openapi-reference-circular', 5],
      ['openapi-reference-circular', 6],
    ]);
  });
});

describe('A file and what it refers to', () => {
  let dir: string;
  const write = (name: string, text: string) => fs.writeFile(path.join(dir, name), text);
  const findings = async (name: string) => specFindings(path.join(dir, name), dir, await loadConfig());

  beforeAll(async () => {
    dir = await fs.mkdtemp(path.join(os.tmpdir(), 'api-reference-'));
  });
  afterAll(() => fs.rm(dir, {recursive: true}));

  test('is fine when everything is there', async () => {
    await write('parts.yaml', 'Record: {type: object}\n');
    await write(
      'good.yaml',
      `${head}paths: {}\ncomponents: {schemas: {R: {$ref: './parts.yaml#/Record'}}}\n`,
    );
    expect(await findings('good.yaml')).toEqual([]);
  });

  test('that is missing is named', async () => {
    expect(await findings('none.yaml')).toMatchObject([
      {rule: 'openapi-missing', source: 'none.yaml', line: 1, message: expect.stringContaining('none.yaml')},
    ]);
  });

  test('that is a folder cannot be read', async () => {
    await fs.mkdir(path.join(dir, 'folder.yaml'));
    expect(await findings('folder.yaml')).toMatchObject([{rule: 'openapi-unreadable'}]);
  });

  test('reports each reference that leads nowhere, with its line and value', async () => {
    await write(
      'broken.yaml',
      `${head}paths:
  /records:
    get:
      responses:
        '200':
          description: Records
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/Nope'
        '400':
          $ref: './absent.yaml#/error'
`,
    );
    const [inside, outside] = await findings('broken.yaml');
    expect(inside).toMatchObject({rule: 'openapi-reference-unresolved', source: 'broken.yaml', line: 12});
    expect(inside?.message).toContain('$ref: #/components/schemas/Nope');
    expect(inside?.hint).toContain('/components/schemas/Nope');
    expect(outside).toMatchObject({line: 14, message: expect.stringContaining('./absent.yaml#/error')});
  });

  test('reports a bad reference in the file where it stands', async () => {
    await write('inner.yaml', '\nitem:\n  get:\n    responses:\n      "200": {$ref: "#/nowhere"}\n');
    await write('outer.yaml', `${head}paths:\n  /a:\n    $ref: ./inner.yaml#/item\n`);
    expect(await findings('outer.yaml')).toMatchObject([{source: 'inner.yaml', line: 5}]);
  });

  test('reports a referenced file that does not parse', async () => {
    await write('torn.yaml', 'item: [\n');
    await write('uses-torn.yaml', `${head}paths:\n  /a:\n    $ref: ./torn.yaml#/item\n`);
    expect(await findings('uses-torn.yaml')).toMatchObject([
      {rule: 'yaml-invalid', source: 'torn.yaml', line: 2},
      {rule: 'openapi-reference-unresolved', source: 'uses-torn.yaml', line: 5},
    ]);
  });

  test('that Redoc cannot show is named, with what Redoc said', async () => {
    expect(await redocFinding(path.join(dir, 'odd.yaml'), dir, new Error('no tags'))).toMatchObject({
      rule: 'openapi-not-shown',
      source: 'odd.yaml',
      message: expect.stringContaining('no tags'),
    });
  });

  test('that Redoc stumbles over is reported at the operation', async () => {
    await write(
      'stumble.yaml',
      `${head}paths:\n  /a:\n    summary: A\n    get:\n      responses: {'200': null}\n`,
    );
    const error = new OperationError({method: 'get', path: '/a', webhook: false}, new Error('no content'));
    expect(await redocFinding(path.join(dir, 'stumble.yaml'), dir, error)).toMatchObject({
      line: 6,
      message: 'Redoc cannot show GET /a: no content.',
    });
  });
});
