import {type CardPageData, cardRoute, cardTitle, type Handbook, SITE_CARD} from '@opsbinder/core';
import {addBinderPage, binderUrl} from '@opsbinder/handbook';
import {assembleCard} from './card.js';
import type {PluginOptions} from './options.js';

/** Adds a page for the site's card at the route itself, and one below it for each card with a name. */
export async function addCardPages(
  handbook: Handbook,
  options: PluginOptions,
  site: Parameters<typeof addBinderPage>[1],
): Promise<void> {
  const named = new Set(handbook.cardEntries.map(({card}) => card));
  const ids = [SITE_CARD, ...[...named].filter((id) => id !== SITE_CARD).sort()];
  const siteTitle = options.title ?? site.context.siteConfig.title;
  const cards = ids.map((id) => ({
    path: cardRoute(options.route, id),
    card: assembleCard(handbook, id, cardTitle(id, handbook.cardEntries, siteTitle)),
  }));
  for (const {path, card} of cards) {
    const others = cards
      .filter((other) => other.card !== card)
      .map((other) => ({title: other.card.title, permalink: binderUrl(site.context, other.path)}));
    const data: CardPageData = {card, others};
    await addBinderPage({path, component: '@theme/QuickReference', name: `card-${card.id}`, data}, site);
  }
}
