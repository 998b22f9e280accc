import type {BrowserContextOptions, Page} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {accessibilityProblems, newContext, watch} from '../support/browser.js';
import {demoInBrowser} from '../support/demo-browser.js';
import {openSearch, openSearchPage, searchFor} from '../support/search.js';
import {SEARCH_SITE} from '../support/search-site.js';
import {type SiteServer, serve} from '../support/serve.js';
import {buildSite} from '../support/sites.js';

const demo = demoInBrowser();
let site: SiteServer;
beforeAll(async () => {
  const built = await buildSite({...SEARCH_SITE, name: 'search-marks'});
  if (built.code !== 0) throw new Error(built.output);
  site = await serve(built.dir);
});
afterAll(() => site.close());

async function open(options: BrowserContextOptions = {}, siteUrl = site.url): Promise<Page> {
  const context = await newContext(demo.browser, {viewport: {width: 1280, height: 900}, ...options});
  const page = await context.newPage();
  await page.goto(`${siteUrl}tiers/`, {waitUntil: 'networkidle'});
  return page;
}

/** Searches and opens the result with a title or heading. */
async function openResult(page: Page, query: string, name: string): Promise<void> {
  await openSearch(page);
  await searchFor(page, query);
  await page.locator('dialog li a', {hasText: name}).first().click();
  await page.locator('dialog').waitFor({state: 'hidden'});
}

/** What is marked, in the order of the page; null where nothing ever was. */
function marked(page: Page): Promise<string[] | null> {
  return page.evaluate(() => {
    const ranges = [...(CSS.highlights.get('opsbinder-search') ?? [])] as Range[];
    return CSS.highlights.has('opsbinder-search') ? ranges.map(String) : null;
  });
}

const control = (page: Page, count: string) => page.locator('[role=status]', {hasText: count});

describe('a page that is opened from a result', () => {
  test('has the words marked in all their forms, and its address stays clean', async () => {
    const page = await open();
    await openResult(page, 'stop', 'Restart the conveyor');
    await control(page, '3 matches marked').waitFor();
    expect(await marked(page)).toEqual(['Stop', 'Stopping', 'stop']);
    expect(page.url()).toBe(`${site.url}docs/restart`);
    await page.context().close();
  });

  test.each([
    ['ECONNREFUSED', ['ECONNREFUSED']],
    ['idx_status_created', ['idx_status_created']],
    ['beltctl --force', ['beltctl', 'force']],
  ])('has %s marked', async (query, words) => {
    const page = await open();
    await openResult(page, query, 'Stop it');
    await page.waitForURL('**/docs/restart#stop-it');
    await expect.poll(() => marked(page)).toEqual(words);
    await page.context().close();
  });

  test('keeps the marks over a reload and on the way back, and takes them to no other page', async () => {
    const page = await open();
    await openResult(page, 'stop', 'Restart the conveyor');
    await control(page, '3 matches').waitFor();
    await page.reload();
    await control(page, '3 matches').waitFor();
    await page.getByRole('link', {name: 'Clear a jam'}).first().click();
    await page.getByRole('heading', {name: 'Clear a jam'}).waitFor();
    await expect.poll(() => marked(page)).toBe(null);
    expect(await page.getByRole('button', {name: 'Clear', exact: true}).count()).toBe(0);
    await page.goBack();
    await control(page, '3 matches').waitFor();
    expect(await marked(page)).toHaveLength(3);
    await page.context().close();
  });

  test('keeps the marks on the way to another of its headings', async () => {
    const page = await open();
    await openResult(page, 'stop', 'Restart the conveyor');
    await control(page, '3 matches').waitFor();
    await page.locator('.table-of-contents').getByRole('link', {name: 'Stop it'}).first().click();
    await page.waitForURL('**/docs/restart#stop-it');
    await page.waitForTimeout(300);
    expect(await marked(page)).toHaveLength(3);
    await page.reload();
    await control(page, '3 matches').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => marked(page)).toBe(null);
    await page.context().close();
  });

  test('has no marks where it was open before the search', async () => {
    const page = await open();
    await page.goto(`${site.url}docs/restart`, {waitUntil: 'networkidle'});
    await openResult(page, 'ECONNREFUSED', 'Stop it');
    await control(page, 'One match').waitFor();
    await page.goBack();
    await expect.poll(() => marked(page)).toBe(null);
    await page.context().close();
  });

  test('has a question in quotes marked as one, and nothing of it elsewhere', async () => {
    const page = await open();
    await openResult(page, '"stopping takes"', 'Stop it');
    await control(page, 'One match marked').waitFor();
    expect(await marked(page)).toEqual(['Stopping takes']);
    await page.context().close();
  });

  test('leaves room for its end above the control', async () => {
    const page = await open({viewport: {width: 390, height: 844}});
    await openResult(page, 'wombatword', 'Folded away');
    await control(page, 'One match marked').waitFor();
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    const gap = await page.evaluate(() => {
      const end = document.querySelector('main')?.getBoundingClientRect().bottom ?? Number.NaN;
      const bar = document.querySelector('body > div:has(> [role=status] + button)');
      return (bar?.getBoundingClientRect().top ?? Number.NaN) - end;
    });
    expect(gap).toBeGreaterThanOrEqual(0);
    await page.context().close();
  });

  test.each(['the button', 'Escape'])('loses them with %s, for good', async (way) => {
    const page = await open();
    await openResult(page, 'stop', 'Restart the conveyor');
    await control(page, '3 matches').waitFor();
    if (way === 'Escape') await page.keyboard.press('Escape');
    else await page.getByRole('button', {name: 'Clear', exact: true}).click();
    await expect.poll(() => marked(page)).toBe(null);
    await page.reload({waitUntil: 'networkidle'});
    expect(await marked(page)).toBe(null);
    expect(page.url()).toBe(`${site.url}docs/restart`);
    await page.context().close();
  });

  test('shows the first match, wherever on the page it stands', async () => {
    const page = await open();
    await openResult(page, 'wombatword', 'Folded away');
    await control(page, 'One match marked').waitFor();
    await expect
      .poll(() =>
        page.evaluate(() => {
          const [range] = [...(CSS.highlights.get('opsbinder-search') ?? [])] as Range[];
          const {top = -1, bottom = -1} = range?.getBoundingClientRect() ?? {};
          return top > 60 && bottom < window.innerHeight;
        }),
      )
      .toBe(true);
    await page.context().close();
  });

  test('opens what is folded around it', async () => {
    const page = await open();
    await openResult(page, 'quokkaword', 'Inner part');
    await page.waitForURL('**/docs/folded#inner-part');
    await page.getByText('The quokkaword stands in here.').waitFor();
    expect(await marked(page)).toEqual(['quokkaword']);
    await page.context().close();
  });

  test('shows the tab in which the only match stands', async () => {
    const page = await open();
    await openResult(page, 'numbatword', 'In tabs');
    await page.getByText('The numbatword stands under the second.').waitFor();
    expect(await page.getByRole('tab', {name: 'Two'}).getAttribute('aria-selected')).toBe('true');
    await control(page, 'One match marked').waitFor();
    await page.context().close();
  });

  test('is marked from the page of all results, too', async () => {
    const page = await open();
    await openSearchPage(page, site.url, '?q=stop');
    await page.locator('a[data-result]', {hasText: 'Restart the conveyor'}).click();
    await control(page, '3 matches').waitFor();
    await page.context().close();
  });

  test('prints without marks', async () => {
    const page = await open();
    await openResult(page, 'stop', 'Restart the conveyor');
    await control(page, '3 matches').waitFor();
    await page.emulateMedia({media: 'print'});
    expect(await page.getByRole('button', {name: 'Clear', exact: true}).isVisible()).toBe(false);
    await page.context().close();
  });

  test.each(['light', 'dark'] as const)('has a control that anybody can use: %s', async (colorScheme) => {
    const page = await open({colorScheme, viewport: {width: 390, height: 844}}, demo.site.url);
    const {complaints} = watch(page, demo.site.url);
    await openResult(page, 'failover', 'Database failover');
    const box = await page.getByRole('button', {name: 'Clear', exact: true}).boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);
    expect(box?.width).toBeGreaterThanOrEqual(44);
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

test('a browser that cannot mark still shows the first match, also where it is folded away', async () => {
  const page = await open();
  await page.context().addInitScript(() => {
    Reflect.deleteProperty(window, 'Highlight');
  });
  await page.reload({waitUntil: 'networkidle'});
  await openResult(page, 'quokkaword', 'Inner part');
  await page.getByText('The quokkaword stands in here.').waitFor();
  expect(await page.getByRole('button', {name: 'Clear', exact: true}).count()).toBe(0);
  await page.context().close();
});

test('a page that is opened otherwise has no marks and loads nothing for them', async () => {
  const context = await newContext(demo.browser);
  const page = await context.newPage();
  const scripts: string[] = [];
  page.on('response', async (response) => {
    if (response.url().endsWith('.js')) scripts.push(await response.text());
  });
  await page.goto(`${site.url}docs/restart`, {waitUntil: 'networkidle'});
  expect(await marked(page)).toBe(null);
  expect(scripts.length).toBeGreaterThan(0);
  // The name under which a browser keeps the marks stands where they are made.
  expect(scripts.filter((script) => script.includes('opsbinder-search'))).toEqual([]);
  await context.close();
});
