import {
  cardRoute,
  cardTitle,
  type Handbook,
  type LaunchPadData,
  pageSummary,
  type Severity,
  SITE_CARD,
  summarizeFreshness,
} from '@opsbinder/core';
import {addBinderPage, binderUrl} from '@opsbinder/handbook';
import type {PluginOptions} from './options.js';
import {isListed} from './tier-pages.js';

type Site = Parameters<typeof addBinderPage>[1];

/** Gathers the launch pad from the handbook; nothing on it is written by hand. */
export function gatherLaunchPad(
  handbook: Handbook,
  {
    cardPermalink,
    ...links
  }: Pick<LaunchPadData, 'title' | 'tagline' | 'tiersPermalink'> & {
    cardPermalink: (card: string) => string;
  },
): LaunchPadData {
  const pages = handbook.pages.filter(isListed);
  const summaries = pages.map((page) => pageSummary(handbook, page));
  const order = handbook.settings.severities.map(({id}) => id);
  const rank = ({id}: Severity) => (order.includes(id) ? order.indexOf(id) : order.length);
  const severities = [
    ...new Map(
      summaries.flatMap(({severity}) => (severity ? [[severity.id, severity] as const] : [])),
    ).values(),
  ].sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
  return {
    ...links,
    asOf: handbook.asOf,
    emergencies: severities.map((severity) => ({
      severity,
      pages: summaries.filter((page) => page.severity?.id === severity.id),
    })),
    overdue: summaries
      .filter(({freshness}) => freshness.state === 'overdue')
      .sort((a, b) => ((a.freshness.dueBy ?? '') < (b.freshness.dueBy ?? '') ? -1 : 1)),
    summary: summarizeFreshness(handbook.pages.map(({freshness}) => freshness.state)),
    cards: [...new Set(handbook.cardEntries.map(({card}) => card))]
      .sort((a, b) => Number(b === SITE_CARD) - Number(a === SITE_CARD) || (a < b ? -1 : 1))
      .map((card) => ({title: cardTitle(card, links.title), permalink: cardPermalink(card)})),
  };
}

/** Adds the launch pad. */
export async function addLaunchPad(handbook: Handbook, options: PluginOptions, site: Site): Promise<void> {
  if (options.launchPad === false) return;
  const {siteConfig} = site.context;
  const data = gatherLaunchPad(handbook, {
    title: siteConfig.title,
    tagline: siteConfig.tagline,
    cardPermalink: (card) => binderUrl(site.context, cardRoute(options.quickReferenceRoute, card)),
    tiersPermalink: options.tiers === false ? undefined : binderUrl(site.context, options.tiers),
  });
  await addBinderPage(
    {path: options.launchPad, component: '@theme/LaunchPad', name: 'launch-pad', data},
    site,
  );
}
