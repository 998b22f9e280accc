import {applyTrailingSlash} from '@docusaurus/utils-common';
import {
  type AlertIndexData,
  type AlertRoute,
  alertPermalink,
  type Handbook,
  pageSummary,
  routeFolder,
} from '@opsbinder/core';
import {addBinderPage, binderUrl} from '@opsbinder/handbook';
import type {PluginOptions} from './options.js';

type Site = Parameters<typeof addBinderPage>[1];
type Context = Pick<Site['context'], 'baseUrl' | 'siteConfig'>;

/** The address of an alert below the site's base, such as `/ops/alerts/HighLatency/`. */
export function alertUrl(folder: string, slug: string, {baseUrl, siteConfig}: Context): string {
  const path = binderUrl({baseUrl}, `${routeFolder(folder)}${encodeURIComponent(slug)}/`);
  return applyTrailingSlash(path, {trailingSlash: siteConfig.trailingSlash, baseUrl});
}

/** All alerts with the places that answer them, by name. */
export function listAlerts(handbook: Handbook): AlertIndexData {
  const pages = [...new Set(handbook.alerts.map(({page}) => page))];
  return {
    asOf: handbook.asOf,
    alerts: handbook.alerts.map((alert) => ({
      name: alert.name,
      slug: alert.slug,
      permalink: alertPermalink(alert),
      page: pages.indexOf(alert.page),
    })),
    pages: pages.map((page) => pageSummary(handbook, page)),
  };
}

/** The name and version of the schema of `alerts.json`. */
export const ALERTS_SCHEMA = 'opsbinder/alerts/1';

/** What `alerts.json` holds: where each alert leads, by name. What is not known is null. */
export function alertsFile(handbook: Handbook, folder: string, context: Context) {
  return {
    schema: ALERTS_SCHEMA,
    asOf: handbook.asOf,
    alerts: handbook.alerts.map((alert: AlertRoute) => {
      const {name, slug, page, line} = alert;
      const permalink = alertPermalink(alert);
      return {
        name,
        permalink,
        url: context.siteConfig.url + permalink,
        route: alertUrl(folder, slug, context),
        title: page.title,
        severity: page.facts.severity ?? null,
        owner: page.facts.owner ?? null,
        freshness: page.freshness.state,
        source: page.source,
        line,
      };
    }),
  };
}

/**
 * Adds the list of alerts, unless the option `alerts` is `false`. The addresses of the single alerts are files
 * without a framework, written after the build: as routes they would be named in the script of every page. While
 * somebody writes there are no files, so there they are routes.
 */
export async function addAlertPages(handbook: Handbook, options: PluginOptions, site: Site): Promise<void> {
  if (options.alerts === false) return;
  const folder = routeFolder(options.alerts);
  const data = listAlerts(handbook);
  await addBinderPage({path: folder, component: '@theme/AlertIndex', name: 'alerts', data}, site);
  if (process.env.NODE_ENV !== 'development') return;
  for (const {name, slug, permalink} of data.alerts) {
    await addBinderPage(
      {
        path: `${folder}${slug}/`,
        component: '@theme/AlertRedirect',
        name: `alert-${slug}`,
        data: {name, permalink},
      },
      site,
    );
  }
}
