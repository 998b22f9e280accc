import fs from 'node:fs/promises';
import path from 'node:path';
import {posixPath} from '@docusaurus/utils';
import {
  describeTree,
  type Finding,
  parseYamlTree,
  textOf,
  valueAt,
  type YamlEntry,
  type YamlTree,
} from '@opsbinder/core';
import {bundle, type Config, getLineColLocation, type NormalizedProblem} from '@redocly/openapi-core';
import {OperationError} from './operations.js';

/**
 * What is wrong with an OpenAPI file and everything it refers to, as far as it keeps Redoc from showing it.
 *
 * @param file absolute path of the OpenAPI file
 * @param siteDir the folder to which the findings' `source` is relative
 * @param config the site's Redocly configuration: how references are resolved
 * @returns findings with file and line; empty when the file can be shown
 */
export async function specFindings(file: string, siteDir: string, config: Config): Promise<Finding[]> {
  const relative = (name: string) => posixPath(path.relative(siteDir, name));
  const source = relative(file);
  let text: string;
  try {
    text = await fs.readFile(file, 'utf8');
  } catch (error) {
    return [unreadable(source, error as NodeJS.ErrnoException)];
  }
  const own = documentFindings(text, source);
  return own.length > 0 ? own : referenceFindings(file, relative, config);
}

/**
 * What is wrong with the text of an OpenAPI file on its own: it does not parse, or is no OpenAPI 3.
 *
 * @param text the file, YAML or JSON
 * @param source its path, for the findings
 */
export function documentFindings(text: string, source: string): Finding[] {
  const {tree, findings} = parseYamlTree(text, source);
  if (findings.length > 0) return findings;
  const error = (rule: string, line: number, message: string, hint: string): Finding[] => [
    {rule, level: 'error', source, line, message, hint},
  ];

  if (tree?.kind !== 'map') {
    const found = tree ? describeTree(tree) : 'nothing';
    return error(
      'openapi-not-a-map',
      tree?.line ?? 1,
      `The file holds ${found} where an OpenAPI description should be.`,
      'Begin the file with "openapi: 3.1.0", then "info:" and "paths:".',
    );
  }

  const swagger = valueAt(tree, 'swagger');
  if (swagger) {
    return error(
      'openapi-swagger-2',
      keyLine(tree, 'swagger'),
      `This is Swagger ${textOf(swagger) ?? ''}, the predecessor of OpenAPI; OpenAPI 3.0 or 3.1 was expected.`,
      `Convert it once: npx swagger2openapi ${source} --yaml --outfile ${source}`,
    );
  }

  const version = valueAt(tree, 'openapi');
  if (!version) {
    const first = tree.entries[0];
    return error(
      'openapi-version-missing',
      first?.line ?? 1,
      `There is no "openapi:" key${first ? `; the first key is "${first.key}"` : ''}. An OpenAPI 3.0 or 3.1 description was expected.`,
      'Write "openapi: 3.1.0" at the top, or point the option "spec" at the OpenAPI file.',
    );
  }
  if (!/^3\.[01]\.\d+/.test(textOf(version) ?? '')) {
    return error(
      'openapi-version-unknown',
      keyLine(tree, 'openapi'),
      `"openapi" is ${describeTree(version)}; a full version of OpenAPI 3.0 or 3.1 was expected, such as 3.1.0.`,
      'Write all three numbers of the version the file follows: "openapi: 3.0.3" or "openapi: 3.1.0".',
    );
  }

  const info = valueAt(tree, 'info');
  if (!textOf(valueAt(info, 'title'))) {
    return error(
      'openapi-title-missing',
      info ? keyLine(tree, 'info') : version.line,
      info
        ? '"info" has no "title"; the name of the API was expected.'
        : 'There is no "info:" with a "title".',
      'Write "info:" with "title:" and "version:" below it.',
    );
  }
  return [...pathFindings(tree, source), ...circleFindings(tree, source)];
}

/**
 * The finding for a description that passes all checks and that Redoc cannot make sense of all the same.
 *
 * @param file absolute path of the OpenAPI file
 * @param siteDir the folder to which `source` is relative
 * @param error what Redoc threw
 */
export async function redocFinding(file: string, siteDir: string, error: unknown): Promise<Finding> {
  const source = posixPath(path.relative(siteDir, file));
  const {message} = error as Error;
  const finding = {
    rule: 'openapi-not-shown',
    level: 'error' as const,
    source,
    hint: 'Compare it with the OpenAPI specification. Most often a value is empty, or of the wrong kind, such as a list for a map.',
  };
  if (!(error instanceof OperationError)) {
    return {...finding, line: 1, message: `Redoc cannot show this description: ${message}.`};
  }
  const {method, path: name, webhook} = error.operation;
  const {tree} = parseYamlTree(await fs.readFile(file, 'utf8'), source);
  const item = valueAt(valueAt(tree, webhook ? 'webhooks' : 'paths'), name);
  return {
    ...finding,
    // An operation in another file has no line in this one.
    line: item ? keyLine(item, method) : 1,
    message: `Redoc cannot show ${method.toUpperCase()} ${name}: ${message}.`,
  };
}

const METHODS = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']);

// Redoc takes for granted that paths, their items and their operations are maps.
function pathFindings(tree: YamlTree, source: string): Finding[] {
  const notAMap = ({key, line, value}: YamlEntry, what: string): Finding => ({
    rule: 'openapi-not-a-map',
    level: 'error',
    source,
    line,
    message: `"${key}" is ${describeTree(value)}; ${what} was expected.`,
    hint: 'Indent what belongs to it below the key, one "name: value" a line.',
  });
  return entriesOf(tree).flatMap((group) => {
    if (group.key !== 'paths' && group.key !== 'webhooks') return [];
    if (group.value.kind !== 'map') return [notAMap(group, 'a map of paths')];
    return entriesOf(group.value).flatMap((item) => {
      if (item.key.startsWith('x-')) return [];
      if (item.value.kind !== 'map') return [notAMap(item, 'a map of operations')];
      return entriesOf(item.value)
        .filter((operation) => METHODS.has(operation.key) && operation.value.kind !== 'map')
        .map((operation) => notAMap(operation, 'an operation with "responses" and the like'));
    });
  });
}

// References within the file that lead from one to the next and back, so that nothing is ever found.
function circleFindings(tree: YamlTree, source: string): Finding[] {
  const references = new Map<string, {target: string; line: number}>();
  const collect = (node: YamlTree, pointer: string): void => {
    const target = textOf(valueAt(node, '$ref'));
    if (target?.startsWith('#')) references.set(pointer, {target, line: keyLine(node, '$ref')});
    for (const {key, value} of entriesOf(node)) {
      collect(value, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
    }
    if (node.kind === 'list') {
      node.items.forEach((item, index) => {
        collect(item, `${pointer}/${index}`);
      });
    }
  };
  collect(tree, '#');

  return [...references].flatMap(([pointer, {target, line}]) => {
    const passed = new Set<string>();
    let next: string | undefined = target;
    while (next !== undefined && next !== pointer && !passed.has(next)) {
      passed.add(next);
      next = references.get(next)?.target;
    }
    if (next !== pointer) return [];
    return {
      rule: 'openapi-reference-circular',
      level: 'error' as const,
      source,
      line,
      message: `"$ref: ${target}" leads back to itself.`,
      hint: 'Put the definition itself in one of the places that refer to each other.',
    };
  });
}

// References are resolved by the same library, with the same configuration, that redocusaurus bundles with.
async function referenceFindings(
  file: string,
  relative: (name: string) => string,
  config: Config,
): Promise<Finding[]> {
  try {
    const {problems} = await bundle({ref: file, config});
    return problems.map((problem) => referenceFinding(problem, relative));
  } catch (error) {
    return [
      {
        rule: 'openapi-unresolved',
        level: 'error',
        source: relative(file),
        line: 1,
        message: `The references in the file cannot be resolved: ${(error as Error).message}.`,
        hint: 'Look for a referenced file that does not parse, and for a "$ref" that leads back to itself by way of another file.',
      },
    ];
  }
}

function referenceFinding(problem: NormalizedProblem, relative: (name: string) => string): Finding {
  // Every problem of the bundler has a place; the type allows for rules that have none.
  const location = problem.location[0];
  if (!location) throw new Error(problem.message);
  const {pointer} = location;
  const source = relative(location.source.absoluteRef);
  const {tree, findings} = parseYamlTree(location.source.body, source);
  if (findings[0]) return findings[0];
  const owner = tree && pointer ? atPointer(tree, pointer) : undefined;
  const reference = textOf(valueAt(owner, '$ref'));
  return {
    rule: 'openapi-reference-unresolved',
    level: 'error',
    source,
    line: reference && owner ? keyLine(owner, '$ref') : getLineColLocation(location).start.line,
    message: `${reference ? `"$ref: ${reference}" leads nowhere` : problem.message}${pointer ? ` (at ${pointer})` : ''}.`,
    hint: referenceHint(reference, source),
  };
}

function referenceHint(reference: string | undefined, source: string): string {
  if (reference?.startsWith('#')) {
    return `Define ${reference.slice(1)} in ${source}, or correct the spelling. It must match letter by letter.`;
  }
  return `The path is taken from the folder of ${source}. Check that the file is there and holds what follows the #.`;
}

// The part of a document that a JSON pointer such as `#/paths/~1records/get` names.
function atPointer(tree: YamlTree, pointer: string): YamlTree | undefined {
  const keys = pointer
    .replace(/^#?\/?/, '')
    .split('/')
    .filter(Boolean)
    .map((key) => decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~'));
  return keys.reduce<YamlTree | undefined>(
    (node, key) => (node?.kind === 'list' ? node.items[Number(key)] : valueAt(node, key)),
    tree,
  );
}

function entriesOf(tree: YamlTree): YamlEntry[] {
  return tree.kind === 'map' ? tree.entries : [];
}

function keyLine(tree: YamlTree, key: string): number {
  return entriesOf(tree).find((entry) => entry.key === key)?.line ?? tree.line;
}

function unreadable(source: string, error: NodeJS.ErrnoException): Finding {
  const missing = error.code === 'ENOENT';
  return {
    rule: missing ? 'openapi-missing' : 'openapi-unreadable',
    level: 'error',
    source,
    line: 1,
    message: missing
      ? `The option "spec" names ${source}, and there is no such file.`
      : `The option "spec" names ${source}, which cannot be read: ${error.message}.`,
    hint: 'Put the description there, correct the path (it begins at the folder of docusaurus.config), or do without: `api: false` in the preset.',
  };
}
