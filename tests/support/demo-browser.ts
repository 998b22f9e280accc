import type {Browser} from 'playwright-core';
import {afterAll, beforeAll} from 'vitest';
import {launch} from './browser.js';
import {DEMO} from './demo-site.js';
import {type SiteServer, serve} from './serve.js';

/** A browser and the project's own site, for the tests of one file. Both are there once its tests run. */
export function demoInBrowser(): {browser: Browser; site: SiteServer} {
  const demo = {} as {browser: Browser; site: SiteServer};
  beforeAll(async () => {
    [demo.browser, demo.site] = await Promise.all([launch(), serve(DEMO)]);
  });
  afterAll(async () => {
    await Promise.all([demo.browser.close(), demo.site.close()]);
  });
  return demo;
}
