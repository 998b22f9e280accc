/** The card that entries go to when they name none. */
export const SITE_CARD = 'site';

/** Where a card stands: the site's own at the route itself, any other below it. */
export function cardRoute(route: string, id: string): string {
  const folder = route.endsWith('/') ? route : `${route}/`;
  return id === SITE_CARD ? folder : `${folder}${id}/`;
}
