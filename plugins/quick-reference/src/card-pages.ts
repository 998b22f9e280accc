import type {CardPageData, CardView} from '@opsbinder/core';
import {addBinderPage, binderUrl} from '@opsbinder/handbook';
import type {GatheredCard} from './gather-cards.js';
import type {PluginOptions} from './options.js';
import {drawQr} from './qr.js';

/**
 * Adds a page with all cards at the route itself, and one for each below it.
 *
 * @param hasPdfs whether sheets are made in this build, so that pages may lead to them
 */
export async function addCardPages(
  cards: readonly GatheredCard[],
  options: PluginOptions,
  site: Parameters<typeof addBinderPage>[1],
  hasPdfs: boolean,
): Promise<void> {
  const url = (path: string) => binderUrl(site.context, path);
  const views = await Promise.all(
    cards.map(async ({card, route, liveUrl, html, pdfs}): Promise<CardView> => {
      const sheets = hasPdfs ? pdfs.map(({paper, file}) => ({paper, permalink: url(file)})) : [];
      return {card, permalink: url(route), html: url(html), pdfs: sheets, qr: await drawQr(liveUrl)};
    }),
  );
  const add = (path: string, name: string, data: Omit<CardPageData, 'indexPermalink'>) =>
    addBinderPage(
      {path, component: '@theme/QuickReference', name, data: {...data, indexPermalink: url(options.route)}},
      site,
    );
  await add(options.route, 'cards', {cards: views, isIndex: true, others: []});
  for (const [index, {card, route}] of cards.entries()) {
    const others = views
      .filter((_, other) => other !== index)
      .map(({card: {title}, permalink}) => ({title, permalink}));
    await add(route, `card-${card.id}`, {cards: views.slice(index, index + 1), isIndex: false, others});
  }
}
