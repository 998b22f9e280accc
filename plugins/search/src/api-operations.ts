import type {LoadedPlugin} from '@docusaurus/types';
import type {ApiOperation} from '@opsbinder/core';
import type {CustomRecord} from 'pagefind';
import {nameWords} from './page-facts.js';
import {decoded, withoutBaseUrl} from './routes.js';

const API_REFERENCE_PLUGIN = '@opsbinder/docusaurus-plugin-api-reference';

/**
 * The API operations of the site, from every instance of the API reference plugin; none where it is not used.
 * Redoc's headings carry no ids, so the operations could not be found one by one in the built page.
 */
export function findApiOperations(
  plugins: readonly Pick<LoadedPlugin, 'name' | 'content'>[],
): ApiOperation[] {
  return plugins
    .filter(({name}) => name === API_REFERENCE_PLUGIN)
    .flatMap(({content}) => (content as {operations?: ApiOperation[]} | undefined)?.operations ?? []);
}

/**
 * For each route, the ids of the elements that show an operation: their text is in the operation's own record
 * and would make the whole reference one page that answers everything.
 */
export function operationElements(operations: readonly ApiOperation[]): Map<string, Set<string>> {
  const byRoute = new Map<string, Set<string>>();
  for (const {url} of operations) {
    const [route = '', hash = ''] = url.split('#', 2);
    const ids = byRoute.get(route) ?? new Set();
    byRoute.set(route, ids.add(decoded(hash)));
  }
  return byRoute;
}

/** One operation as an entry of the index. */
export function operationRecord(operation: ApiOperation, baseUrl: string, language: string): CustomRecord {
  const {method, path, operationId, summary, description, tag, url} = operation;
  const title = [`${method} ${path}`, summary].filter(Boolean).join(' — ');
  return {
    url: withoutBaseUrl(url, baseUrl),
    language: language.toLowerCase(),
    content: [title, operationId, description].filter(Boolean).join('. '),
    meta: {
      title,
      ...(operationId ? {names: nameWords(operationId).join(' ')} : {}),
      ...(tag ? {breadcrumb: tag} : {}),
    },
    filters: {type: ['api'], language: [language]},
  };
}
