import {type Handbook, pageSummary, type Tier, type TierIndexData, type TierPageData} from '@opsbinder/core';
import {addBinderPage, binderUrl, routeFolder} from '@opsbinder/handbook';
import type {PluginOptions} from './options.js';

type Site = Parameters<typeof addBinderPage>[1];

/** The handbook's pages by tier. Deprecated and frozen pages are in no list: nobody should start from one. */
export function listTiers(handbook: Handbook, permalinkOf: (tier: Tier) => string): TierIndexData {
  const pages = handbook.pages.filter(isListed);
  const of = (tier: number | undefined) =>
    pages.filter(({facts}) => facts.tier === tier).map((page) => pageSummary(handbook, page));
  return {
    tiers: handbook.settings.tiers.map((tier) => ({tier, permalink: permalinkOf(tier), pages: of(tier.id)})),
    untiered: of(undefined),
  };
}

/** Whether a page belongs on lists of what to use now. */
export function isListed({facts, freshness}: Handbook['pages'][number]): boolean {
  return facts.status !== 'deprecated' && !freshness.reasons.some((reason) => reason.startsWith('Frozen'));
}

/** Adds `/tiers/` and a page for each tier. */
export async function addTierPages(handbook: Handbook, options: PluginOptions, site: Site): Promise<void> {
  if (options.tiers === false) return;
  const folder = routeFolder(options.tiers);
  const data = listTiers(handbook, ({id}) => binderUrl(site.context, `${folder}${id}/`));
  await addBinderPage({path: folder, component: '@theme/TierIndex', name: 'tiers', data}, site);
  const tiers = data.tiers.map(({tier, permalink}) => ({tier, permalink}));
  for (const list of data.tiers) {
    const page: TierPageData = {...list, tiers, indexPermalink: binderUrl(site.context, folder)};
    await addBinderPage(
      {
        path: `${folder}${list.tier.id}/`,
        component: '@theme/TierPage',
        name: `tier-${list.tier.id}`,
        data: page,
      },
      site,
    );
  }
}
