/**
 * The path that a relative path written in a file means, both relative to the same folder. What leads out of
 * that folder ends at it.
 */
export function joinPath(from: string, to: string): string {
  const parts = from.split('/').slice(0, -1);
  for (const part of to.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** A path without its percent escapes; as it is when they are none. */
export function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** A route that ends in a slash: what routes below it begin with. */
export function routeFolder(route: string): string {
  return route.endsWith('/') ? route : `${route}/`;
}

/** The card that entries go to when they name none. */
export const SITE_CARD = 'site';

/** Where a card stands: below the page of all cards. */
export function cardRoute(route: string, id: string): string {
  return `${routeFolder(route)}${id}/`;
}
