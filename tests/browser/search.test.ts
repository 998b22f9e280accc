import fs from 'node:fs';
import type {Page} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {accessibilityProblems, newContext, watch} from '../support/browser.js';
import {demoInBrowser} from '../support/demo-browser.js';
import {openSearch, searchFor} from '../support/search.js';
import {type SiteServer, serve} from '../support/serve.js';
import {type BuiltSite, buildSite} from '../support/sites.js';

const demo = demoInBrowser();

async function open(url: string, viewport = {width: 1280, height: 900}): Promise<Page> {
  const context = await newContext(demo.browser, {viewport});
  const page = await context.newPage();
  await page.goto(url, {waitUntil: 'networkidle'});
  return page;
}

/** The results as `text → address`, in order. */
function results(page: Page): Promise<{text: string; href: string}[]> {
  return page
    .locator('dialog ol a')
    .evaluateAll((links) =>
      links.map((link) => ({text: link.textContent ?? '', href: link.getAttribute('href') ?? ''})),
    );
}

describe('the search', () => {
  test.each(['/', 'Control+k'])('opens with %s', async (keys) => {
    const page = await open(demo.site.url);
    await openSearch(page, keys);
    await page.locator('dialog input').waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({state: 'hidden'});
    await page.context().close();
  });

  test('loads nothing before it is used', async () => {
    const context = await newContext(demo.browser);
    const page = await context.newPage();
    const {requests} = watch(page, demo.site.url);
    await page.goto(`${demo.site.url}docs/runbooks/deployment`, {waitUntil: 'networkidle'});
    expect(requests.filter((url) => url.includes('/pagefind/'))).toEqual([]);
    await openSearch(page);
    await searchFor(page, 'failover');
    expect(requests.filter((url) => url.includes('/pagefind/')).length).toBeGreaterThan(0);
    await context.close();
  });

  test('does not say that nothing is found where a part of the index could not be fetched', async () => {
    const page = await open(demo.site.url);
    const lose = (pattern: string) => page.context().route(pattern, (route) => route.abort());
    await lose('**/pagefind/index/*');
    await openSearch(page);
    await page.locator('dialog input').fill('failover');
    await page.getByText('The search index could not be loaded.').waitFor();
    await page.context().unroute('**/pagefind/index/*');
    await page.getByRole('button', {name: 'Try again'}).click();
    await page.locator('dialog a[data-result]').first().waitFor();
    await page.context().close();
  });

  test('finds a page by its title', async () => {
    const page = await open(demo.site.url);
    await openSearch(page);
    await searchFor(page, 'redis recovery');
    expect((await results(page))[0]?.href).toMatch(/^\/docs\/runbooks\/redis-recovery/);
    await page.context().close();
  });

  test('finds a heading and goes to it', async () => {
    const page = await open(demo.site.url);
    await openSearch(page);
    await searchFor(page, 'after the failover');
    const heading = page.locator('dialog a[href*="/database-failover#after-the-failover"]').first();
    await heading.click();
    await page.waitForURL('**/docs/runbooks/database-failover#after-the-failover');
    await page.locator('#after-the-failover').waitFor();
    expect(await page.locator('dialog').isVisible()).toBe(false);
    await page.context().close();
  });

  test.each([
    ['its id', 'listRecords', 'listRecords'],
    ['its path', '/api/reconciliation/records', 'listRecords'],
    ['its summary', 'cancel a matching run', 'cancelRun'],
  ])('finds an API operation by %s', async (_, query, operationId) => {
    const page = await open(demo.site.url);
    await openSearch(page);
    await searchFor(page, query);
    const operation = (await results(page)).find(({href}) => href.startsWith('/api/#'));
    expect(operation?.href.split('/').at(-1)).toBe(operationId);
    await page.context().close();
  });

  test('an operation that it finds is there when its page opens', async () => {
    const page = await open(demo.site.url);
    await openSearch(page);
    await searchFor(page, 'listRecords');
    await page.locator('dialog a[href^="/api/#"]').first().click();
    await page.waitForURL('**/api/#**');
    const id = decodeURIComponent(new URL(page.url()).hash.slice(1));
    await page.locator(`[id="${id}"], [data-section-id="${id}"]`).first().waitFor();
    await page.context().close();
  });

  test('can be walked with the arrow keys', async () => {
    const page = await open(demo.site.url);
    await openSearch(page);
    await searchFor(page, 'rollback');
    const [first] = await results(page);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname + url.hash === first?.href);
    await page.context().close();
  });

  test('says so when there is nothing', async () => {
    const page = await open(demo.site.url);
    await openSearch(page);
    await page.locator('dialog input').fill('xyzzyplugh');
    await page.locator('dialog [role=status]', {hasText: 'Nothing found for “xyzzyplugh”'}).waitFor();
    expect(await page.locator('dialog ol a').count()).toBe(0);
    await page.context().close();
  });

  test.each([
    ['on a desk', {width: 1280, height: 900}],
    ['on a phone', {width: 390, height: 844}],
  ])('has no accessibility problem %s', async (_, viewport) => {
    const page = await open(demo.site.url, viewport);
    await openSearch(page);
    await searchFor(page, 'database');
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.context().close();
  });
});

describe.each([true, false, undefined])('under a base, with trailingSlash %s', (trailingSlash) => {
  let built: BuiltSite;
  let server: SiteServer;
  beforeAll(async () => {
    built = await buildSite({
      name: `search-${trailingSlash}`,
      docs: {
        'sub/page.md':
          '# A page\n\n## A heading\n\nAbout ECONNREFUSED.\n\n| a | b |\n| --- | --- |\n| alphacell | betacell |\n',
      },
      config: {baseUrl: '/ops/', ...(trailingSlash === undefined ? {} : {trailingSlash})},
    });
    if (built.code !== 0) throw new Error(built.output);
    server = await serve(built.dir, built.baseUrl);
  });
  afterAll(() => server.close());

  test.each(['ECONNREFUSED', 'alphacell', 'betacell'])('%s leads to its heading', async (word) => {
    const page = await open(`${server.url}tiers${trailingSlash === false ? '' : '/'}`);
    await openSearch(page);
    await searchFor(page, word);
    const slash = trailingSlash ? '/' : '';
    const hrefs = (await results(page)).map(({href}) => href);
    expect(hrefs).toContain(`/ops/docs/sub/page${slash}#a-heading`);
    await page.locator(`dialog a[href$="#a-heading"]`).first().click();
    await page.locator('#a-heading').waitFor();
    expect(new URL(page.url()).pathname).toBe(`/ops/docs/sub/page${slash}`);
    await page.context().close();
  });

  test('without JavaScript the form at the box leads to the page of the search', async () => {
    const context = await newContext(demo.browser, {javaScriptEnabled: false});
    const page = await context.newPage();
    await page.goto(`${server.url}tiers${trailingSlash === false ? '' : '/'}`);
    await page.locator('nav input[name=q]').fill('belt');
    const [response] = await Promise.all([page.waitForNavigation(), page.locator('nav form button').click()]);
    expect(response?.status()).toBe(200);
    expect(await page.locator('main').innerText()).toContain('needs JavaScript');
    await context.close();
  });

  test('every link of the card and the tiers leads to a page that is there', async () => {
    for (const route of ['tiers', 'quick-reference', '']) {
      for (const [, href = ''] of built.html(route).matchAll(/\shref="(\/ops\/[^"#]*)/g)) {
        const response = await fetch(new URL(href, server.url));
        expect(response.status, href).toBe(200);
      }
    }
    expect(fs.existsSync(`${built.dir}/pagefind`)).toBe(true);
  });
});
