import type {Browser, BrowserContextOptions} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {accessibilityProblems, launch, newContext, watch} from '../support/browser.js';
import {DEMO} from '../support/demo-site.js';
import {type SiteServer, serve} from '../support/serve.js';
import {buildSite} from '../support/sites.js';

let browser: Browser;
let demo: SiteServer;
let site: SiteServer;
beforeAll(async () => {
  const built = await buildSite({
    name: 'alerts-browser',
    docs: {
      'latency.md': '---\nalerts: [HighLatency, "Disk full (/var)"]\n---\n\n# Latency\n\nText.\n',
      'many.md': `---\nalerts: headings\n---\n\n# Many\n\n${'Text.\n\n'.repeat(80)}## ErrorBurst\n\nText.\n`,
    },
    options: {api: false, search: false},
    config: {baseUrl: '/ops/', trailingSlash: true},
  });
  if (built.code !== 0) throw new Error(built.output);
  [browser, demo, site] = await Promise.all([launch(), serve(DEMO), serve(built.dir, '/ops/')]);
});
afterAll(async () => {
  await Promise.all([browser.close(), demo.close(), site.close()]);
});

/** Opens a route and says where the reader ends up, below the site's base. */
async function follow(route: string, options: BrowserContextOptions = {}) {
  const context = await newContext(browser, options);
  const page = await context.newPage();
  const seen = watch(page, site.url);
  await page.goto(site.url + route);
  await page.waitForURL((url) => !/alerts\//i.test(url.pathname), {timeout: 5_000}).catch(() => {});
  await page.waitForLoadState('networkidle');
  const end = page.url().slice(site.url.length);
  const heading = await page.locator('h1').innerText();
  const top = await page.evaluate(() => window.scrollY);
  await context.close();
  return {end, heading, top, seen};
}

describe('an alert leads to its page', () => {
  test.each([
    ['alerts/HighLatency/?namespace=prod&pod=api-7', 'docs/latency/?namespace=prod&pod=api-7'],
    ['alerts/HighLatency?namespace=prod', 'docs/latency/?namespace=prod'],
    ['alerts/highlatency/?a=%26%3Cb%3E', 'docs/latency/?a=%26%3Cb%3E'],
    ['alerts/HIGHLATENCY/?namespace=prod', 'docs/latency/?namespace=prod'],
    ['alerts/hIGHlATENCY?namespace=prod#top', 'docs/latency/?namespace=prod#top'],
    ['alerts/Disk%20full%20(%2Fvar)/', 'docs/latency/'],
    ['alerts/?name=HIGHlatency&namespace=prod', 'docs/latency/?namespace=prod'],
    ['alerts/?name=Disk+full+(%2Fvar)', 'docs/latency/'],
  ])('%s → %s', async (route, expected) => {
    const {end, heading, seen} = await follow(route);
    expect(end).toBe(expected);
    expect(heading).toBe('Latency');
    expect(seen.strangers).toEqual([]);
    // A browser itself complains of an address that is not found.
    expect(seen.complaints.filter((text) => !text.includes('404'))).toEqual([]);
  });

  test('and to its heading', async () => {
    const {end, top} = await follow('alerts/errorburst/?namespace=prod');
    expect(end).toBe('docs/many/?namespace=prod#errorburst');
    expect(top).toBeGreaterThan(500);
  });

  test('without JavaScript, too', async () => {
    expect((await follow('alerts/HighLatency/', {javaScriptEnabled: false})).end).toBe('docs/latency/');
    const {end, heading} = await follow('alerts/errorburst/', {javaScriptEnabled: false});
    expect([end, heading]).toEqual(['docs/many/#errorburst', 'Many']);
  });

  test('and going back does not lead there again', async () => {
    const context = await newContext(browser);
    const page = await context.newPage();
    await page.goto(`${site.url}docs/many/`);
    await page.goto(`${site.url}alerts/HighLatency/`);
    await page.waitForURL('**/docs/latency/');
    await page.goBack();
    expect(page.url()).toBe(`${site.url}docs/many/`);
    await context.close();
  });
});

describe('an alert that nobody knows', () => {
  test('is said to be unknown', async () => {
    const context = await newContext(browser);
    const page = await context.newPage();
    const seen = watch(page, site.url);
    await page.goto(`${site.url}alerts/?name=<img src=x onerror=alert(1)>`, {waitUntil: 'networkidle'});
    expect(await page.getByRole('status').innerText()).toBe(
      'No page answers the alert <img src=x onerror=alert(1)>.',
    );
    await page.getByLabel('Find an alert').fill('latency high');
    expect(await page.locator('main ul a').allInnerTexts()).toEqual(['HighLatency']);
    expect([seen.complaints, seen.strangers]).toEqual([[], []]);
    await context.close();
  });

  test('ends on the page for what is not found', async () => {
    const {end, heading} = await follow('alerts/None/');
    expect([end, heading]).toEqual(['alerts/None/', 'Page Not Found']);
  });
});

describe('the list of alerts', () => {
  test.each<[string, BrowserContextOptions]>([
    ['light', {colorScheme: 'light'}],
    ['dark', {colorScheme: 'dark'}],
    ['on a telephone', {viewport: {width: 390, height: 844}}],
  ])('has no accessibility problem, %s', async (_how, options) => {
    const context = await newContext(browser, options);
    const page = await context.newPage();
    const seen = watch(page, demo.url);
    await page.goto(`${demo.url}alerts/`, {waitUntil: 'networkidle'});
    expect(await page.locator('main').innerText()).toMatch(/ReconApiHighErrorRate\s+P1\s/);
    expect(await accessibilityProblems(page)).toEqual([]);
    const width = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(width).toBeLessThanOrEqual(0);
    expect([seen.complaints, seen.strangers]).toEqual([[], []]);
    await context.close();
  });

  test('can be read without JavaScript, and offers nothing that does nothing', async () => {
    const context = await newContext(browser, {javaScriptEnabled: false});
    const page = await context.newPage();
    await page.goto(`${demo.url}alerts/`);
    expect(await page.locator('main').innerText()).toContain('ReconRedisDown');
    expect(await page.getByLabel('Find an alert').isVisible()).toBe(false);
    await context.close();
  });
});
