import {
  type Handbook,
  pageSummary,
  routeFolder,
  type Tier,
  type TierIndexData,
  type TierPageData,
} from '@opsbinder/core';
import {addBinderPage, binderUrl} from '@opsbinder/handbook';
import type {PluginOptions} from './options.js';

type Site = Parameters<typeof addBinderPage>[1];

/** The handbook's pages by tier, those without a tier last. Only pages that are meant to be used now are listed. */
export function listTiers(handbook: Handbook, permalinkOf: (tier: Tier) => string): TierIndexData {
  const pages = handbook.pages.filter(({listed}) => listed);
  const of = (tier: number | undefined) =>
    pages.filter(({facts}) => facts.tier === tier).map((page) => pageSummary(handbook, page));
  return {
    asOf: handbook.asOf,
    tiers: handbook.settings.tiers.map((tier) => ({tier, permalink: permalinkOf(tier), pages: of(tier.id)})),
    untiered: of(undefined),
  };
}

/** Adds `/tiers/` and a page for each tier, unless the option `tiers` is `false`. */
export async function addTierPages(handbook: Handbook, options: PluginOptions, site: Site): Promise<void> {
  if (options.tiers === false) return;
  const folder = routeFolder(options.tiers);
  const data = listTiers(handbook, ({id}) => binderUrl(site.context, `${folder}${id}/`));
  await addBinderPage({path: folder, component: '@theme/TierIndex', name: 'tiers', data}, site);
  const tiers = data.tiers.map(({tier, permalink}) => ({tier, permalink}));
  for (const list of data.tiers) {
    const page: TierPageData = {
      ...list,
      asOf: data.asOf,
      tiers,
      indexPermalink: binderUrl(site.context, folder),
    };
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
