import type {BrowserContextOptions, Page} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {accessibilityProblems, launch, newContext, watch} from '../support/browser.js';
import {openSearchPage, titles} from '../support/search.js';
import {SEARCH_SITE} from '../support/search-site.js';
import {type SiteServer, serve} from '../support/serve.js';
import {buildSite} from '../support/sites.js';

let browser: Awaited<ReturnType<typeof launch>>;
let site: SiteServer;
beforeAll(async () => {
  const built = await buildSite(SEARCH_SITE);
  if (built.code !== 0) throw new Error(built.output);
  [browser, site] = await Promise.all([launch(), serve(built.dir)]);
});
afterAll(async () => {
  await Promise.all([browser.close(), site.close()]);
});

async function open(query = '', options: BrowserContextOptions = {}): Promise<Page> {
  const context = await newContext(browser, {viewport: {width: 1280, height: 900}, ...options});
  const page = await context.newPage();
  await openSearchPage(page, site.url, query);
  return page;
}

/** The values of a filter with their counts, as they are read. */
function values(page: Page, filter: string): Promise<string[]> {
  return page
    .getByRole('group', {name: filter})
    .locator('label')
    .evaluateAll((labels) =>
      labels.map((label) => [...label.querySelectorAll('span')].map((part) => part.textContent).join(': ')),
    );
}

const query = (page: Page) => decodeURIComponent(new URL(page.url()).search);

describe('the search page', () => {
  test('lists what was typed, counts it by filter, and says all of it in words', async () => {
    const page = await open('?q=conveyor');
    expect(await titles(page, '9 results.')).toHaveLength(8);
    expect(await values(page, 'Type')).toEqual([
      'Contact: 0',
      'Runbook: 2',
      'Alert: 1',
      'Architecture: 1',
      'Checklist: 1',
      'Decision: 1',
      'Guide: 1',
      'Reference: 1',
      'Troubleshooting: 1',
    ]);
    expect(await values(page, 'Tier')).toEqual([
      'Tier 0 · Before first deploy: 3',
      'Tier 1 · First month: 2',
    ]);
    expect(await values(page, 'Severity')).toEqual(['P0 · Critical: 1', 'P1 · High: 2']);
    expect(await values(page, 'Owner')).toEqual(['Payments team: 4', 'Platform team: 3']);
    expect(await values(page, 'Service')).toEqual(['belt: 3', 'sorter: 1']);
    expect(await values(page, 'Review')).toEqual([
      'Overdue: 2',
      'Not reviewed: 1',
      'Due soon: 3',
      'Fresh: 3',
    ]);
    // All pages are in one language and of one version: there is nothing to choose.
    expect(await page.getByRole('group', {name: 'Language'}).count()).toBe(0);
    expect(await page.getByRole('group', {name: 'Version'}).count()).toBe(0);
    await page.getByRole('button', {name: 'Show more'}).click();
    await expect.poll(() => page.locator('a[data-result]').count()).toBe(9);
    await page.context().close();
  });

  test('is narrowed by filters that stand in its address, and a reload brings them back', async () => {
    const page = await open();
    await page.getByLabel('Search for').fill('conveyor');
    await page.getByLabel('Tier 0').check();
    await page.getByLabel('Runbook').check();
    expect(new Set(await titles(page, '2 results.'))).toEqual(
      new Set(['Restart the conveyor', 'Clear a jam']),
    );
    expect(query(page)).toBe('?q=conveyor&type=runbook&tier=0');
    // Beside other choices of its own filter a value counts as before.
    expect(await values(page, 'Type')).toContain('Checklist: 1');
    expect(await values(page, 'Owner')).toEqual(['Payments team: 0', 'Platform team: 2']);
    await page.getByLabel('Checklist').check();
    expect(await titles(page, '3 results.')).toHaveLength(3);
    expect(query(page)).toBe('?q=conveyor&type=runbook&type=checklist&tier=0');

    await page.reload();
    expect(await titles(page, '3 results.')).toHaveLength(3);
    expect(await page.getByLabel('Search for').inputValue()).toBe('conveyor');
    expect(await page.getByLabel('Checklist').isChecked()).toBe(true);
    expect(await page.getByLabel('Tier 0').isChecked()).toBe(true);
    await page.context().close();
  });

  test('leads back through what was chosen and sent, not through letters', async () => {
    const page = await open();
    const steps = await page.evaluate(() => window.history.length);
    await page.getByLabel('Search for').pressSequentially('conveyor', {delay: 60});
    await page.waitForURL('**/search/?q=conveyor');
    await page.getByLabel('Search for').press('Enter');
    expect(await page.evaluate(() => window.history.length)).toBe(steps);
    await page.getByLabel('Search for').fill('conveyor belt');
    await page.waitForURL('**/search/?q=conveyor+belt');
    await page.getByLabel('Alert').check();
    await page.waitForURL('**&type=alert');

    await page.goBack();
    expect(await page.getByLabel('Alert').isChecked()).toBe(false);
    expect(await page.getByLabel('Search for').inputValue()).toBe('conveyor belt');
    await page.goBack();
    await expect.poll(() => page.getByLabel('Search for').inputValue()).toBe('conveyor');
    await titles(page, '9 results.');
    await page.goForward();
    await expect.poll(() => page.getByLabel('Search for').inputValue()).toBe('conveyor belt');
    await page.context().close();
  });

  test('leaves the focus where it is while it is used', async () => {
    const page = await open('?q=conveyor');
    await page.getByLabel('Runbook').focus();
    await page.keyboard.press('Space');
    await titles(page, '2 results.');
    await page.keyboard.press('Space');
    await titles(page, '9 results.');
    await page.getByLabel('Search for').focus();
    await page.keyboard.press('End');
    await page.keyboard.type(' jam', {delay: 200});
    expect(await page.getByLabel('Search for').inputValue()).toBe('conveyor jam');
    await page.context().close();
  });

  test('lists pages by filters alone', async () => {
    const page = await open('?owner=payments&freshness=overdue');
    expect(new Set(await titles(page, '2 results.'))).toEqual(
      new Set(['Belt is slow', 'Motor does not start']),
    );
    await page.getByRole('button', {name: 'Clear filters'}).click();
    await page.getByText('Type words of a title').waitFor();
    expect(query(page)).toBe('');
    await page.context().close();
  });

  test('says how many pages its filters leave out, and takes them away', async () => {
    const page = await open('?q=conveyor&type=runbook&owner=payments');
    const said = 'Nothing with these filters; 9 results without them.';
    await page.locator('[role=status]', {hasText: said}).waitFor();
    expect(await page.getByText('What may find it').count()).toBe(0);
    await page.locator('main div:has(> [role=status])').getByRole('button', {name: 'Clear filters'}).click();
    await titles(page, '9 results.');
    expect(query(page)).toBe('?q=conveyor');
    await page.context().close();
  });

  test('tries again by itself after a failure, once something else is asked', async () => {
    const context = await newContext(browser);
    const page = await context.newPage();
    await page.route('**/pagefind/**', (route) => route.abort());
    await page.goto(`${site.url}search/?q=conveyor`);
    await page.getByText('The search index could not be loaded').waitFor();
    await page.unroute('**/pagefind/**');
    await page.getByLabel('Search for').fill('conveyor jam');
    await page.locator('a[data-result]', {hasText: 'Clear a jam'}).first().waitFor();
    await context.close();
  });

  test('says what an address asks for that is not there, and answers the rest', async () => {
    const page = await open('?q=conveyor&tier=9&tier=1&colour=red&sort=size&freshness=exempt');
    await page
      .getByText(
        'There is no filter “colour”. Results cannot be sorted by “size”. No page has tier 9. No page is in the review state “Exempt”.',
      )
      .waitFor();
    expect(await titles(page, '2 results.')).toHaveLength(2);
    await page.getByLabel('Alert').check();
    await titles(page, 'One result.');
    expect(query(page)).toBe('?q=conveyor&type=alert&tier=1');
    await page.context().close();
  });

  test('puts the newest review first when asked', async () => {
    const page = await open('?q=conveyor');
    await page.getByLabel('Sort by').selectOption('reviewed');
    await page.waitForURL('**&sort=reviewed');
    await expect
      .poll(async () => (await titles(page, '9 results.')).slice(0, 4))
      .toEqual(['Drawings', 'Hand over a shift', 'Restart the conveyor', 'Clear a jam']);
    await page.reload();
    expect(await page.getByLabel('Sort by').inputValue()).toBe('reviewed');
    expect((await titles(page, '9 results.'))[0]).toBe('Drawings');
    await page.context().close();
  });

  test('says on a later day what has become overdue, and finds it there', async () => {
    const page = await open('?q=conveyor');
    await page.clock.setFixedTime('2026-12-05T12:00:00Z');
    await openSearchPage(page, site.url, '?q=conveyor&freshness=overdue');
    expect(new Set(await titles(page, '5 results.'))).toEqual(
      new Set(['Belt is slow', 'Motor does not start', 'Clear a jam', 'Install a belt', 'Parts']),
    );
    expect(await values(page, 'Review')).toEqual(['Overdue: 5', 'Not reviewed: 1', 'Fresh: 3']);
    await page.context().close();
  });

  test('folds its filters on a phone', async () => {
    const page = await open('?q=conveyor&tier=0', {viewport: {width: 390, height: 844}});
    await titles(page, '3 results.');
    expect(await page.getByLabel('Tier 0').isVisible()).toBe(false);
    await page.getByText('Filters (1 chosen)').click();
    const box = await page.locator('label', {hasText: 'Tier 1'}).boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBe(390);
    await page.context().close();
  });

  test('is not listed by search engines, nor by its own', async () => {
    const page = await open('?q=search');
    expect(await page.locator('meta[name=robots]').getAttribute('content')).toBe('noindex');
    await page.locator('[role=status]', {hasText: 'Nothing found for “search”.'}).waitFor();
    await page.context().close();
  });

  test('needs JavaScript, says so, and shows what does not', async () => {
    const context = await newContext(browser, {javaScriptEnabled: false});
    const page = await context.newPage();
    await page.goto(`${site.url}docs/jam`);
    await page.getByLabel('Search for').fill('belt');
    await page.getByRole('button', {name: 'Search'}).click();
    expect(page.url()).toBe(`${site.url}search/?q=belt`);
    expect(await page.locator('main').innerText()).toContain('The search needs JavaScript');
    for (const name of ['Tiers', 'Alerts', 'Owners', 'Reviews']) {
      const href = await page.locator('main').getByRole('link', {name, exact: true}).getAttribute('href');
      expect((await fetch(new URL(href ?? '', site.url))).status).toBe(200);
    }
    await context.close();
  });

  test.each([
    ['light', 1280, '?q=conveyor&tier=0&tier=9'],
    ['dark', 1280, '?q=conveyor&tier=0&tier=9'],
    ['light', 390, ''],
    ['dark', 390, '?q=xyzzyplugh'],
    ['light', 390, '?q=xyzzyplugh'],
  ] as const)('has no accessibility problem: %s, %i px wide, %s', async (colorScheme, width, asked) => {
    const page = await open(asked, {colorScheme, viewport: {width, height: 844}});
    const {complaints} = watch(page, site.url);
    await page
      .getByText(asked === '' ? 'Type words' : asked.includes('xyzzy') ? 'Whom to ask' : '3 results.')
      .waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
