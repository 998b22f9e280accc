import type {Browser, BrowserContext, Page} from 'playwright-core';
import {afterAll, beforeAll} from 'vitest';
import {launch} from './browser.js';
import {BASE, firstVisit, offlineSite, versionOf} from './offline-site.js';
import {type Host, type SiteServer, serve} from './serve.js';
import {type BuiltSite, buildSite} from './sites.js';

/** The line that tells a copy. */
export const LINE = '#opsbinder-offline';

/** A window whose server has been stopped after its first visit. */
export interface VisitedOnce {
  context: BrowserContext;
  url: string;
  version: string;
  /** What stands in the server's place, where something does. */
  server?: SiteServer;
  end(): Promise<void>;
}

/** A browser and a binder that is kept offline, for the tests of one file. Both are there once its tests run. */
export interface OfflinePages {
  browser: Browser;
  old: BuiltSite;
  /** The next deploy, whose runbook says something else; there if it was asked for. */
  next: BuiltSite;
  /** A window with the old deploy in it, its server stopped, and another in its place where one is given. */
  afterFirstVisit(replacement?: {dir: string} & Host): Promise<VisitedOnce>;
}

/**
 * Builds the site, and its next deploy if need be.
 *
 * Windows have the machine's own day: with Playwright's clock a page does not know what it has loaded.
 */
export function offlinePages(name: string, {withNext = false} = {}): OfflinePages {
  const pages = {} as OfflinePages;
  const build = async (part: string, words: string) => {
    const site = await buildSite(offlineSite(`${name}-${part}`, words));
    if (site.code !== 0) throw new Error(site.output);
    return site;
  };
  beforeAll(async () => {
    pages.old = await build('old', 'Promote the replica in Dublin.');
    if (withNext) pages.next = await build('new', 'Promote the replica in Oslo.');
    pages.browser = await launch();
  });
  afterAll(async () => {
    await pages.browser?.close();
  });
  return Object.assign(pages, {
    async afterFirstVisit(replacement?: {dir: string} & Host): Promise<VisitedOnce> {
      const first = await serve(pages.old.dir, BASE);
      const context = await pages.browser.newContext();
      const page = await firstVisit(context, first.url);
      const version = await versionOf(page);
      await page.close();
      await first.close();
      const server = replacement && (await serve(replacement.dir, BASE, {...replacement, port: first.port}));
      const end = async () => {
        await context.close();
        await server?.close();
      };
      return {context, url: first.url, version, server, end};
    },
  });
}

/** Opens a page and waits until it lives. */
export async function open(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  await page.locator('html[data-has-hydrated="true"]').waitFor({state: 'attached'});
  return page;
}

/** Whether a page stands among those that are kept because somebody has opened them. */
export function hasVisited(page: Page, name: string): Promise<boolean> {
  return page.evaluate(async (part) => {
    const keys = await (await caches.open('opsbinder-offline:/ops/:visited')).keys();
    return keys.some(({url}) => url.includes(`opsbinder-page=${encodeURIComponent(part)}`));
  }, name);
}

/** What the worker of a built site knows of it. */
export function manifestOf(site: BuiltSite): {files: Record<string, [string, number]>} {
  return JSON.parse(/^const MANIFEST = (.*);$/m.exec(site.read('sw.js'))?.[1] ?? '');
}

/** The scripts that a page runs. */
export function scriptsOf(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.scripts].flatMap(({src}) => (src.includes('/runtime~main') ? src : [])),
  );
}

/** The files that a version of the worker has in its cache. */
export function keptFiles(page: Page, version: string): Promise<string[]> {
  return page.evaluate(
    async ([name, base]) => {
      const keys = await (await caches.open(`opsbinder-offline:${base}:files:${name}`)).keys();
      return keys
        .map(({url}) => new URL(url))
        .filter(({search}) => search === '')
        .map(({pathname}) => decodeURIComponent(pathname.slice(base.length)))
        .sort();
    },
    [version, BASE] as const,
  );
}
