import {createMatcher} from '@docusaurus/utils';

/**
 * A route as the index names it: without the site's `baseUrl`, always with a leading slash. Pagefind's browser
 * code puts the base back in front, so the same index is right wherever the site is served from.
 *
 * @param route path or permalink that starts with `baseUrl`; may carry a query or a hash
 * @param baseUrl the site's base, with both slashes
 */
export function withoutBaseUrl(route: string, baseUrl: string): string {
  // With `trailingSlash: false` the home page of `/ops/` is the route `/ops`.
  if (`${route}/` === baseUrl) return '/';
  return route.startsWith(baseUrl) ? `/${route.slice(baseUrl.length)}` : route;
}

/**
 * The routes whose pages may be indexed, in an order that does not depend on how plugins were loaded.
 *
 * @param routesPaths every final route of the build, as Docusaurus hands it to `postBuild`
 * @param ignorePatterns globs of routes to leave out, matched with `baseUrl`
 */
export function indexableRoutes(
  routesPaths: readonly string[],
  baseUrl: string,
  ignorePatterns: readonly string[],
): string[] {
  const isIgnored = createMatcher([...ignorePatterns]);
  const notFound = `${baseUrl}404.html`;
  return [...new Set(routesPaths)].filter((route) => route !== notFound && !isIgnored(route)).sort();
}

/** A part of an address as it is read; one that is not written as addresses are stays as it is. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
