import type {Browser, BrowserContext, BrowserContextOptions, Page} from 'playwright-core';
import {afterAll, beforeAll} from 'vitest';
import {launch, newContext, watch} from './browser.js';
import {FOLLOWED_SITE} from './followed-site.js';
import {type SiteServer, serve} from './serve.js';
import {type BuiltSite, buildSite, type SiteFixture} from './sites.js';

/** A browser and a site that can be followed, for the tests of one file. Both are there once its tests run. */
export interface FollowedPages {
  browser: Browser;
  built: BuiltSite;
  site: SiteServer;
  /** Opens a window of its own, which may use the clipboard. */
  window(options?: BrowserContextOptions): Promise<BrowserContext>;
  /** Opens a page of the site, or of another, in a window of its own. */
  open(
    route: string,
    options?: BrowserContextOptions,
    server?: SiteServer,
  ): Promise<{page: Page; context: BrowserContext; seen: ReturnType<typeof watch>}>;
}

/** Builds the site under a name, with further fixture files if need be. */
export function followedPages(name: string, fixture: Partial<SiteFixture> = {}): FollowedPages {
  const pages: Pick<FollowedPages, 'browser' | 'built' | 'site'> = {} as FollowedPages;
  beforeAll(async () => {
    pages.built = await buildSite({
      name,
      ...FOLLOWED_SITE,
      ...fixture,
      docs: {...FOLLOWED_SITE.docs, ...fixture.docs},
    });
    if (pages.built.code !== 0) throw new Error(pages.built.output);
    [pages.browser, pages.site] = await Promise.all([launch(), serve(pages.built.dir)]);
  });
  afterAll(async () => {
    await Promise.all([pages.browser.close(), pages.site.close()]);
  });
  const window = (options: BrowserContextOptions = {}) =>
    newContext(pages.browser, {
      permissions: options.javaScriptEnabled === false ? [] : ['clipboard-read', 'clipboard-write'],
      timezoneId: 'Europe/London',
      ...options,
    });
  return Object.assign(pages, {
    window,
    async open(route: string, options: BrowserContextOptions = {}, server = pages.site) {
      const context = await window(options);
      const page = await context.newPage();
      const seen = watch(page, server.url);
      await page.goto(server.url + route, {waitUntil: 'networkidle'});
      return {page, context, seen};
    },
  }) as FollowedPages;
}

export const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
export const commands = (page: Page) => page.locator('article pre').allInnerTexts();
export const said = (page: Page) => page.locator('article [role=status]').innerText();
export const boxes = (page: Page) => page.locator('[data-tick]');
