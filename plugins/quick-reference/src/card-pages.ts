import type {CardPageData, CardView} from '@opsbinder/core';
import {addBinderPage, binderUrl} from '@opsbinder/handbook';
import type {PluginOptions} from './options.js';
import type {CardPapers} from './paper/make-papers.js';

/** Adds a page with all cards at the route itself, and one for each below it. They lead to the sheets that were made. */
export async function addCardPages(
  papers: readonly CardPapers[],
  options: PluginOptions,
  site: Parameters<typeof addBinderPage>[1],
): Promise<void> {
  const url = (path: string) => binderUrl(site.context, path);
  const cards = papers.map(({gathered}) => gathered);
  const views = papers.map(({gathered: {card, route, html}, pdfs, qr}): CardView => {
    const files = {
      ...(html[0] !== undefined && {html: url(html[0])}),
      pdfs: pdfs.map(({paper, file}) => ({paper, permalink: url(file)})),
    };
    return {card, permalink: url(route), qr, ...(isServing() ? {pdfs: []} : files)};
  });
  const add = (path: string, name: string, data: CardPageData) =>
    addBinderPage({path, component: '@theme/QuickReference', name, data}, site);
  await add(options.route, 'cards', {cards: views, isIndex: true, others: []});
  for (const [index, {card, route}] of cards.entries()) {
    const others = views
      .filter((_, other) => other !== index)
      .map(({card: {title}, permalink}) => ({title, permalink}));
    await add(route, `card-${card.id}`, {cards: views.slice(index, index + 1), isIndex: false, others});
  }
}

/** Whether this is `docusaurus start`, which writes no files: a link to a sheet would lead nowhere. */
export function isServing(): boolean {
  return process.env.NODE_ENV === 'development';
}
