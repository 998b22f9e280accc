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

/**
 * The address of a path below the site's base, such as `/ops/tiers/` for `/tiers/`. Slashes are joined, nothing
 * else is changed.
 */
export function binderUrl(context: Pick<LoadContext, 'baseUrl'>, path: string): string {
  return normalizeUrl([context.baseUrl, path]);
}

// What the site's authors put there themselves: docs in every version, indexes of sidebar categories, pages, and
// the lists of a blog.
function ownPermalinks(allContent: AllContent): Set<string> {
  const instances = (plugin: string) => Object.values(allContent[plugin] ?? {});
  const docs = instances('docusaurus-plugin-content-docs') as DocsContent[];
  const pages = instances('docusaurus-plugin-content-pages') as ({permalink: string}[] | null)[];
  const blogs = instances('docusaurus-plugin-content-blog') as ({
    blogListPaginated?: {metadata: {permalink: string}}[];
  } | null)[];
  const versions = docs.flatMap((content) => content.loadedVersions);
  const own = [
    ...versions.flatMap((version) => version.docs.map(({permalink}) => permalink)),
    ...versions.flatMap((version) => categoryPermalinks(version.sidebars)),
    ...pages.flatMap((content) => (content ?? []).map(({permalink}) => permalink)),
    ...blogs.flatMap((content) => (content?.blogListPaginated ?? []).map(({metadata}) => metadata.permalink)),
  ];
  return new Set(own.map(withoutSlash));
}

// Sidebars are nested lists of items; a category may have a page of its own under `link.permalink`.
function categoryPermalinks(sidebars: unknown): string[] {
  if (typeof sidebars !== 'object' || sidebars === null) return [];
  const own = 'permalink' in sidebars && typeof sidebars.permalink === 'string' ? [sidebars.permalink] : [];
  return [...own, ...Object.values(sidebars).flatMap(categoryPermalinks)];
}

function withoutSlash(path: string): string {
  return path.replace(/(.)\/$/, '$1');
}
