import type {BrowserContextOptions, Page} from 'playwright-core';
import {describe, expect, test} from 'vitest';
import {accessibilityProblems, newContext, watch} from '../support/browser.js';
import {demoInBrowser} from '../support/demo-browser.js';
import {openSearch, searchFor} from '../support/search.js';

const demo = demoInBrowser();

async function open(path = '', options: BrowserContextOptions = {}): Promise<Page> {
  const context = await newContext(demo.browser, {viewport: {width: 1280, height: 900}, ...options});
  const page = await context.newPage();
  await visit(page, path);
  return page;
}

/** Opens a page and stays there long enough for it to count as opened. */
async function visit(page: Page, path: string): Promise<void> {
  await page.goto(demo.site.url + path, {waitUntil: 'networkidle'});
  await page.locator('html[data-has-hydrated="true"]').waitFor({state: 'attached'});
  await page.waitForTimeout(600);
}

const recent = (page: Page) => page.getByRole('list', {name: 'Opened last'}).getByRole('link');
const focusedText = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '');
const path = (page: Page) => new URL(page.url()).pathname;

describe('before anything is typed', () => {
  test('the pages opened last are offered, newest first, without lists and the page that is open', async () => {
    const page = await open('docs/logging');
    for (const other of [
      'tiers/',
      'docs/runbooks/redis-recovery',
      'alerts/',
      'quick-reference/site/',
      'no-such-page',
    ]) {
      await visit(page, other);
    }
    await visit(page, 'docs/runbooks/deployment');
    await openSearch(page);
    expect(await recent(page).allInnerTexts()).toEqual([
      'Quick reference: Reconciliation operations\n/quick-reference/site/',
      'Redis recovery\n/docs/runbooks/redis-recovery',
      'Logging\n/docs/logging',
    ]);
    await page.context().close();
  });

  test('they are reached with the arrow keys', async () => {
    const page = await open('docs/logging');
    await visit(page, 'docs/runbooks/redis-recovery');
    await visit(page, '');
    const {requests} = watch(page, demo.site.url);
    await openSearch(page);
    await page.keyboard.press('ArrowDown');
    expect(await focusedText(page)).toContain('Redis recovery');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/docs/logging');
    expect(await page.locator('dialog').isVisible()).toBe(false);
    expect(requests.length).toBeGreaterThan(0);
    await page.context().close();
  });

  test('Enter opens none of them, and typing puts the answer in their place', async () => {
    const page = await open('docs/logging');
    await visit(page, '');
    await openSearch(page);
    await recent(page).first().waitFor();
    await page.keyboard.press('Enter');
    expect(path(page)).toBe('/');
    await searchFor(page, 'failover');
    expect(await recent(page).count()).toBe(0);
    await page.context().close();
  });

  test('they can be forgotten', async () => {
    const page = await open('docs/logging');
    await visit(page, '');
    await openSearch(page);
    await page.getByRole('button', {name: 'Clear list'}).click();
    expect(await recent(page).count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    await page.reload();
    await openSearch(page);
    expect(await recent(page).count()).toBe(0);
    await page.context().close();
  });

  test('none of them leads to another site, whatever was written there', async () => {
    const page = await open('docs/logging');
    await page.evaluate(() => {
      const key = Object.keys(localStorage).find((name) => name.startsWith('opsbinder:recent:')) ?? '';
      const urls = ['//elsewhere.example/', '/\\elsewhere.example/', 'https://elsewhere.example/', 'http://'];
      const pages = [...urls, '/docs/runbooks/redis-recovery'].map((url) => ({title: url, url}));
      localStorage.setItem(key, JSON.stringify(pages));
    });
    await openSearch(page);
    await recent(page).first().waitFor();
    expect(await recent(page).evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual(
      ['/docs/runbooks/redis-recovery'],
    );
    await page.context().close();
  });

  test('there are none where the browser keeps nothing', async () => {
    const context = await newContext(demo.browser);
    await context.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('Storage is off', 'SecurityError');
        },
      });
    });
    const page = await context.newPage();
    const {complaints} = watch(page, demo.site.url);
    await visit(page, 'docs/logging');
    await visit(page, '');
    await openSearch(page);
    expect(await recent(page).count()).toBe(0);
    await searchFor(page, 'failover');
    // Docusaurus says so, too.
    expect(complaints.filter((text) => !text.includes('browser storage is not available'))).toEqual([]);
    await context.close();
  });
});

describe('the keyboard', () => {
  test('walks from the field through results and sections to the page of all results, and back', async () => {
    const page = await open();
    await openSearch(page);
    await searchFor(page, 'failover');
    const links = await page.locator('dialog a, dialog button:text("Show more")').count();
    for (let step = 0; step < links; step += 1) await page.keyboard.press('ArrowDown');
    expect(await focusedText(page)).toBe('All results and filters');
    await page.keyboard.press('ArrowDown');
    expect(await focusedText(page)).toBe('All results and filters');
    for (let step = 0; step < links; step += 1) await page.keyboard.press('ArrowUp');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    // Whoever types on in the list goes on in the field.
    await page.keyboard.press('ArrowDown');
    await page.keyboard.type('x');
    expect(await page.locator('dialog input').inputValue()).toMatch(/x/);
    await page.context().close();
  });

  test('stops at the button for more results, which goes on where they begin', async () => {
    const page = await open();
    await openSearch(page);
    await searchFor(page, 'the');
    const before = await page.locator('dialog a[data-result]').count();
    await page.locator('dialog li a').last().focus();
    await page.keyboard.press('ArrowDown');
    expect(await focusedText(page)).toBe('Show more');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('dialog a[data-result]').count()).toBeGreaterThan(before);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-result'))).toBe(`${before}`);
    await page.context().close();
  });

  test('writes a slash from a result into the field, and leads back to all of it with Ctrl K', async () => {
    const page = await open();
    await openSearch(page);
    await searchFor(page, 'failover');
    await page.locator('dialog input').press('End');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.type('/lag');
    expect(await page.locator('dialog input').inputValue()).toBe('failover/lag');
    await page.locator('dialog a[data-result]').first().focus();
    await page.keyboard.press('Control+k');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    await page.keyboard.type('redis');
    expect(await page.locator('dialog input').inputValue()).toBe('redis');
    await page.context().close();
  });

  test('opens the first result with Enter, though its answer comes later', async () => {
    const page = await open();
    await openSearch(page);
    await page.keyboard.type('failover ');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname !== '/');
    await page.locator('main h1', {hasText: 'failover'}).waitFor();
    await page.context().close();
  });

  test('forgets an Enter once somebody types on', async () => {
    const page = await open();
    await openSearch(page);
    await page.keyboard.type('failove');
    await page.keyboard.press('Enter');
    await page.keyboard.type('r');
    await page.locator('dialog a[data-result]').first().waitFor();
    await page.waitForTimeout(500);
    expect(path(page)).toBe('/');
    await page.context().close();
  });

  test('opens all results with the words that were typed', async () => {
    const page = await open();
    await openSearch(page);
    await searchFor(page, 'failover & lag');
    await page.keyboard.press('ArrowUp');
    await page.locator('dialog').getByRole('link', {name: 'All results and filters'}).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search/?q=failover+%26+lag');
    expect(await page.getByLabel('Search for').first().inputValue()).toBe('failover & lag');
    expect(await page.locator('dialog').isVisible()).toBe(false);
    await page.context().close();
  });

  test('closes with Escape and gives the focus back', async () => {
    const page = await open();
    await page.getByRole('button', {name: 'Search', exact: false}).first().focus();
    const before = await focusedText(page);
    await page.keyboard.press('Enter');
    await page.locator('dialog[open]').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({state: 'hidden'});
    expect(await focusedText(page)).toBe(before);
    // At once again: the dialog is there, whatever the browser's history is busy with.
    await page.keyboard.press('/');
    await page.waitForTimeout(300);
    expect(await page.locator('dialog').isVisible()).toBe(true);
    await page.context().close();
  });
});

describe('on a slow line', () => {
  /** Opens a page whose further code comes only once it is let through. */
  async function openSlowly(): Promise<{page: Page; goOn: () => void}> {
    const page = await open();
    let goOn = () => {};
    const wait = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    await page.route('**/*.js', async (route) => {
      await wait;
      await route.continue();
    });
    return {page, goOn};
  }

  test.each(['/', 'Control+k', 'a click'])('letters typed at once after %s are not lost', async (way) => {
    const {page, goOn} = await openSlowly();
    if (way === 'a click') await page.getByRole('button', {name: 'Search', exact: false}).first().click();
    else await page.keyboard.press(way);
    await page.keyboard.type('fail/ ovar');
    for (let step = 0; step < 2; step += 1) await page.keyboard.press('Backspace');
    goOn();
    await page.locator('dialog[open] input').waitFor();
    await page.keyboard.type('er');
    expect(await page.locator('dialog input').inputValue()).toBe('fail/ over');
    await page.context().close();
  });

  test('Escape gives up waiting, and gives the keys back to the page', async () => {
    const {page, goOn} = await openSlowly();
    await page.keyboard.press('/');
    await page.keyboard.type('x');
    await page.keyboard.press('Escape');
    goOn();
    await page.waitForTimeout(600);
    expect(await page.locator('dialog[open]').count()).toBe(0);
    await page.keyboard.press('/');
    await page.locator('dialog[open] input').waitFor();
    expect(await page.locator('dialog input').inputValue()).toBe('');
    await page.context().close();
  });
});

test('the page of all results is not fetched before somebody goes there', async () => {
  const page = await open();
  const fetched: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('.js')) fetched.push(request.url());
  });
  await openSearch(page);
  await searchFor(page, 'failover');
  await page.waitForTimeout(500);
  const scripts = await Promise.all(fetched.map(async (url) => (await fetch(url)).text()));
  expect(scripts.length).toBeGreaterThan(0);
  // A word of that page alone.
  expect(scripts.filter((script) => script.includes('opsbinder.search.sort'))).toEqual([]);
  const opened = page.context().waitForEvent('page');
  await page.getByRole('link', {name: 'All results and filters'}).click({modifiers: ['Control']});
  expect((await opened).url()).toContain('/search/?q=failover');
  expect(path(page)).toBe('/');
  await page.context().close();
});

test('a long paste leaves the room to the results, and names a few of its words', async () => {
  const page = await open();
  await openSearch(page);
  const words = Array.from({length: 16}, (_, at) => `"xyzzy${at}${'plugh'.repeat(12)}",`).join(' ');
  await searchFor(page, `failover ${words}`);
  const status = page.locator('dialog [role=status]');
  await expect.poll(() => status.innerText()).toMatch(/No page has: xyzzy0\w{24}…, .*… and \d+ more$/);
  const [said, first] = [
    await status.boundingBox(),
    await page.locator('a[data-result]').first().boundingBox(),
  ];
  expect(said?.height).toBeLessThan(150);
  expect((first?.y ?? 0) + (first?.height ?? 0)).toBeLessThan(900);
  await page.locator('dialog input').fill('xyzzyplugh '.repeat(30));
  await expect.poll(() => status.innerText()).toMatch(/^Nothing found for “.{80}…”\.$/);
  await page.context().close();
});

describe('"back"', () => {
  test('closes the dialog and stays on the page, where it was', async () => {
    const page = await open('docs/runbooks/deployment');
    await page.evaluate(() => window.scrollTo(0, 900));
    await openSearch(page);
    await searchFor(page, 'failover');
    await page.goBack();
    await page.locator('dialog').waitFor({state: 'hidden'});
    expect(path(page)).toBe('/docs/runbooks/deployment');
    expect(await page.evaluate(() => window.scrollY)).toBe(900);
    await page.context().close();
  });

  test('leads from a result to the other results, and from there to the page', async () => {
    const page = await open('docs/logging');
    await openSearch(page);
    await searchFor(page, 'failover');
    const results = await page.locator('dialog a[data-result]').allInnerTexts();
    await page.locator('dialog a[data-result]').nth(1).click();
    await page.waitForURL((url) => url.pathname !== '/docs/logging');
    await page.goBack();
    await page.locator('dialog[open]').waitFor();
    expect(path(page)).toBe('/docs/logging');
    await expect.poll(() => page.locator('dialog a[data-result]').allInnerTexts()).toEqual(results);
    await page.goBack();
    await page.locator('dialog').waitFor({state: 'hidden'});
    expect(path(page)).toBe('/docs/logging');
    await page.context().close();
  });

  test('has nothing of a dialog that was closed by hand', async () => {
    const page = await open('docs/logging');
    await page.getByRole('link', {name: 'Tiers'}).first().click();
    await page.getByRole('heading', {name: 'Tiers', level: 1}).waitFor();
    await openSearch(page);
    await page.getByRole('button', {name: 'Close'}).click();
    await page.locator('dialog').waitFor({state: 'hidden'});
    await page.waitForTimeout(300);
    await page.goBack();
    await page.getByRole('heading', {name: 'Logging', level: 1}).waitFor();
    expect(await page.locator('dialog').isVisible()).toBe(false);
    await page.context().close();
  });
});

describe('where nothing is found', () => {
  test('it says what to try, whom to ask and what to open, and all of it is there', async () => {
    const page = await open();
    await openSearch(page);
    await page.locator('dialog input').fill('xyzzyplugh');
    await page.locator('dialog [role=status]', {hasText: 'Nothing found for “xyzzyplugh”.'}).waitFor();
    const dialog = page.locator('dialog');
    await dialog.getByText('an exact part of the error message').waitFor();
    await dialog
      .getByRole('list', {name: 'Whom to ask'})
      .getByRole('link', {name: 'Payments team'})
      .waitFor();
    const links = dialog.getByRole('list', {name: 'Quick-reference cards'}).getByRole('link');
    expect(await links.allInnerTexts()).toEqual(['Quick reference: Reconciliation operations']);
    const hrefs = await dialog
      .locator('a')
      .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    for (const href of hrefs) expect((await fetch(href)).status, href).toBe(200);
    await page.keyboard.press('ArrowDown');
    expect(await focusedText(page)).toBe('Platform team');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/owners/platform/');
    await page.context().close();
  });
});

describe('on a phone', () => {
  const phone = {viewport: {width: 390, height: 844}, hasTouch: true, isMobile: true};

  test('the dialog takes the screen, and all of it can be touched', async () => {
    const page = await open('docs/logging', phone);
    await visit(page, '');
    await page.getByRole('button', {name: 'Search', exact: true}).click();
    await recent(page).first().waitFor();
    expect(await page.locator('dialog').boundingBox()).toEqual({x: 0, y: 0, width: 390, height: 844});
    for (const query of ['', 'failover', 'xyzzyplugh']) {
      await page.locator('dialog input').fill(query);
      if (query === 'failover') await page.locator('dialog a[data-result]').first().waitFor();
      if (query === 'xyzzyplugh') await page.getByText('Whom to ask').waitFor();
      const low = await page
        .locator('dialog a:visible, dialog button:visible')
        .evaluateAll((targets) =>
          targets
            .map((target) => [target.textContent, Math.round(target.getBoundingClientRect().height)] as const)
            .filter(([, height]) => height < 44),
        );
      expect(low).toEqual([]);
    }
    await page.context().close();
  });
});

test('on a phone on its side, the dialog takes the screen, too', async () => {
  const page = await open('', {viewport: {width: 844, height: 390}, hasTouch: true, isMobile: true});
  await openSearch(page);
  expect(await page.locator('dialog').boundingBox()).toEqual({x: 0, y: 0, width: 844, height: 390});
  await page.context().close();
});

test('with colours of the reader alone, it shows where the focus is and what Enter opens', async () => {
  const page = await open('', {forcedColors: 'active'});
  await openSearch(page);
  await searchFor(page, 'failover');
  const outline = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).outlineStyle);
  expect(await outline('dialog input')).toBe('solid');
  expect(await outline('dialog a[data-result]')).toBe('dashed');
  await page.context().close();
});

describe.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
  test.each([1280, 390])('no state has an accessibility problem at %i px', async (width) => {
    const page = await open('docs/logging', {colorScheme, viewport: {width, height: 844}});
    await visit(page, 'docs/runbooks/deployment');
    await openSearch(page);
    await recent(page).first().waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await searchFor(page, 'failover');
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.locator('dialog input').fill('xyzzyplugh');
    await page.getByText('Whom to ask').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.context().close();
  });
});
