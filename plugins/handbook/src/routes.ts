import logger from '@docusaurus/logger';
import type {LoadContext, PluginContentLoadedActions} from '@docusaurus/types';
import {normalizeUrl} from '@docusaurus/utils';
import type {DocsContent} from './docs-content.js';
import type {AllContent} from './load.js';

/** A page that a plugin adds to the site. */
export interface BinderPage {
  /** Path below the site's base, such as `/tiers/`. */
  path: string;
  /** Theme component, such as `@theme/TierIndex`. */
  component: string;
  /** What the component gets as its property `data`. */
  data: object;
  /** Name of the data file; unique in its plugin. */
  name: string;
}

/**
 * Adds a page, unless the site has a page of its own there: what people wrote goes before what is generated.
 */
export async function addBinderPage(
  page: BinderPage,
  site: {context: LoadContext; allContent: AllContent; actions: PluginContentLoadedActions},
): Promise<void> {
  const path = binderUrl(site.context, page.path);
  if (ownPermalinks(site.allContent).has(withoutSlash(path))) {
    logger.info(
      `Opsbinder leaves ${path} to the site's own page. To have both, give the generated one another route.`,
    );
    return;
  }
  const data = await site.actions.createData(`${page.name}.json`, JSON.stringify(page.data));
  site.actions.addRoute({path, component: page.component, exact: true, modules: {data}});
}

/** The address of a path below the site's base. */
export function binderUrl(context: LoadContext, path: string): string {
  return normalizeUrl([context.baseUrl, path]);
}

/** A path that ends in a slash: what a folder of routes begins with. */
export function routeFolder(path: string): string {
  return path.endsWith('/') ? path : `${path}/`;
}

// What the site's authors put there themselves: their docs, in every version, and their pages.
function ownPermalinks(allContent: AllContent): Set<string> {
  const docs = Object.values(allContent['docusaurus-plugin-content-docs'] ?? {}) as DocsContent[];
  const pages = Object.values(allContent['docusaurus-plugin-content-pages'] ?? {}) as (
    | {permalink: string}[]
    | null
  )[];
  const own = [
    ...docs.flatMap((content) => content.loadedVersions.flatMap((version) => version.docs)),
    ...pages.flatMap((content) => content ?? []),
  ];
  return new Set(own.map(({permalink}) => withoutSlash(permalink)));
}

function withoutSlash(path: string): string {
  return path.replace(/(.)\/$/, '$1');
}
