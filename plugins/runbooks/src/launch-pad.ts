import {
  cardRoute,
  cardTitle,
  compareReviews,
  compareText,
  type Handbook,
  type LaunchPadData,
  markerOf,
  type PageSummary,
  pageSummary,
  type Severity,
  SITE_CARD,
} from '@opsbinder/core';
import {addBinderPage, binderUrl} from '@opsbinder/handbook';
import type {PluginOptions} from './options.js';

type Site = Parameters<typeof addBinderPage>[1];

/** Gathers the launch pad from the handbook; nothing on it is written by hand. */
export function gatherLaunchPad(
  handbook: Handbook,
  frame: Pick<
    LaunchPadData,
    'title' | 'tagline' | 'tiersPermalink' | 'alertsPermalink' | 'reviewsPermalink' | 'cards'
  >,
): LaunchPadData {
  const pages = handbook.pages.filter(({listed}) => listed);
  const summaries = pages.map((page) => pageSummary(handbook, page));
  const order = handbook.settings.severities.map(({id}) => id);
  const rank = ({id}: Severity) => (order.includes(id) ? order.indexOf(id) : order.length);
  const severities = [
    ...new Map(
      summaries.flatMap(({severity}) => (severity ? [[severity.id, severity] as const] : [])),
    ).values(),
  ].sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
  return {
    ...frame,
    asOf: handbook.asOf,
    emergencies: severities.map((severity) => ({
      severity,
      pages: summaries.filter((page) => page.severity?.id === severity.id),
    })),
    states: pages.map(({freshness}) => markerOf(freshness)),
    overdueFirst: firstOverdue(summaries),
  };
}

// As days pass, pages become overdue in the order of their due dates.
function firstOverdue(pages: PageSummary[]): PageSummary[] {
  const overdue = pages.filter(({freshness}) => freshness.state === 'overdue').sort(compareReviews);
  const next = pages
    .filter(({freshness: {state}}) => state === 'fresh' || state === 'due-soon')
    .sort((a, b) => compareText(a.freshness.dueBy ?? '', b.freshness.dueBy ?? ''));
  return [...overdue, ...next].slice(0, MOST_OVERDUE);
}

// More than a glance can take in; the page of reviews has all.
const MOST_OVERDUE = 10;

/** Adds the launch pad, unless the option `launchPad` is `false` or the site has a page of its own there. */
export async function addLaunchPad(handbook: Handbook, options: PluginOptions, site: Site): Promise<void> {
  if (options.launchPad === false) return;
  const {siteConfig} = site.context;
  const data = gatherLaunchPad(handbook, {
    title: siteConfig.title,
    tagline: siteConfig.tagline,
    tiersPermalink: options.tiers === false ? undefined : binderUrl(site.context, options.tiers),
    alertsPermalink:
      options.alerts === false || handbook.alerts.length === 0
        ? undefined
        : binderUrl(site.context, options.alerts),
    reviewsPermalink:
      options.reviewsRoute === false ? undefined : binderUrl(site.context, options.reviewsRoute),
    cards: listCards(handbook, options, site),
  });
  await addBinderPage(
    {path: options.launchPad, component: '@theme/LaunchPad', name: 'launch-pad', data},
    site,
  );
}

// The cards that hold anything, the site's own first.
function listCards({cardEntries}: Handbook, options: PluginOptions, {context}: Site): LaunchPadData['cards'] {
  const route = options.quickReferenceRoute;
  if (route === false) return [];
  const siteTitle = options.quickReferenceTitle ?? context.siteConfig.title;
  return [...new Set(cardEntries.map(({card}) => card))]
    .sort((a, b) => Number(b === SITE_CARD) - Number(a === SITE_CARD) || (a < b ? -1 : 1))
    .map((card) => ({
      title: cardTitle(card, cardEntries, siteTitle),
      permalink: binderUrl(context, cardRoute(route, card)),
    }));
}
