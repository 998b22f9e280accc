import fs from 'node:fs';
import path from 'node:path';
import type {BrowserContextOptions, Page} from 'playwright-core';
import {describe, expect, test} from 'vitest';
import {accessibilityProblems, newContext, watch} from '../support/browser.js';
import {demoInBrowser} from '../support/demo-browser.js';
import {DEMO} from '../support/demo-site.js';
import {AS_OF} from '../support/sites.js';

const demo = demoInBrowser();

// A page beside which the sidebar names both a fresh page, itself, and an overdue one.
const DEPLOYMENT = 'docs/runbooks/deployment';

async function open(
  route: string,
  {day = AS_OF, ...options}: BrowserContextOptions & {day?: string} = {},
): Promise<Page> {
  const context = await newContext(demo.browser, options);
  const page = await context.newPage();
  await page.clock.setFixedTime(`${day}T12:00:00Z`);
  await page.goto(demo.site.url + route, {waitUntil: 'networkidle'});
  return page;
}

/** A link of the sidebar by all that a screen reader says of it. */
const named = (page: Page, name: string) =>
  page.getByRole('navigation', {name: 'Docs sidebar'}).getByRole('link', {name, exact: true});

describe('the sidebar', () => {
  test.each([true, false])(
    'marks an overdue page, and no other, with JavaScript %s',
    async (javaScriptEnabled) => {
      const page = await open(DEPLOYMENT, {javaScriptEnabled});
      expect(await named(page, 'Payment processing issues Overdue').count()).toBe(1);
      expect(await named(page, 'Deployment').count()).toBe(1);
      await page.context().close();
    },
  );

  test('marks pages that have become overdue since the build, and complains of nothing', async () => {
    const context = await newContext(demo.browser);
    const page = await context.newPage();
    const seen = watch(page, demo.site.url);
    await page.clock.setFixedTime('2027-12-01T12:00:00Z');
    await page.goto(demo.site.url + DEPLOYMENT, {waitUntil: 'networkidle'});
    await named(page, 'Deployment Overdue').waitFor();
    expect(await named(page, 'Payment processing issues Overdue').count()).toBe(1);
    expect(seen.complaints).toEqual([]);
    await context.close();
  });

  test('goes on marking with the clock set back', async () => {
    const page = await open(DEPLOYMENT, {day: '2020-01-01'});
    expect(await named(page, 'Payment processing issues Overdue').count()).toBe(1);
    await page.context().close();
  });

  test('marks in the menu of a phone, too', async () => {
    const page = await open(DEPLOYMENT, {viewport: {width: 390, height: 844}});
    await page.getByRole('button', {name: 'Toggle navigation bar'}).click();
    const menu = page.locator('.navbar-sidebar');
    await menu.getByRole('link', {name: 'Payment processing issues Overdue', exact: true}).waitFor();
    await page.context().close();
  });

  test('says it with a shape that stays where colours are the reader’s own', async () => {
    const page = await open(DEPLOYMENT, {forcedColors: 'active'});
    const mark = await named(page, 'Payment processing issues Overdue').evaluate(
      (link) => getComputedStyle(link, '::after').content,
    );
    expect(mark).toContain('▲');
    await page.context().close();
  });

  test.each(['light', 'dark'] as const)('has no accessibility problem in the %s', async (colorScheme) => {
    const page = await open(DEPLOYMENT, {colorScheme});
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.context().close();
  });
});

describe('the code and data of the marks', () => {
  const folder = path.join(DEMO, 'assets', 'js');
  const isTheirs = (name: string) =>
    fs.readFileSync(path.join(folder, name), 'utf8').includes('/payment-processing":["overdue"');

  /** The scripts that a page runs; what it only fetches for a link that might be followed is not among them. */
  async function scriptsOf(route: string): Promise<string[]> {
    const context = await newContext(demo.browser);
    const page = await context.newPage();
    const scripts: string[] = [];
    page.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.push(path.basename(new URL(request.url()).pathname));
    });
    await page.goto(demo.site.url + route, {waitUntil: 'networkidle'});
    await page.locator('html[data-has-hydrated=true]').waitFor();
    await context.close();
    return scripts;
  }

  test('run on a page with a sidebar', async () => {
    expect((await scriptsOf(DEPLOYMENT)).filter(isTheirs)).toHaveLength(1);
  });

  test.each(['', 'tiers/', 'quick-reference/', 'api/'])('do not run on /%s', async (route) => {
    const scripts = await scriptsOf(route);
    expect(scripts.length).toBeGreaterThan(2);
    expect(scripts.filter(isTheirs)).toEqual([]);
  });
});

describe('a search result', () => {
  test.each([
    [
      'that its review is overdue',
      'payment processing',
      AS_OF,
      /Troubleshooting · Tier 1 · Overdue, \d+ \w+ 2026/,
    ],
    ['that its review holds', 'deployment', AS_OF, /Runbook · Tier 0 · Fresh/],
    ['that its review held once', 'deployment', '2027-12-01', /Runbook · Tier 0 · Overdue, \d+ \w+ 2027/],
  ])('says what the page is, and %s', async (_, query, day, words) => {
    const page = await open('', {day});
    await page
      .locator('.navbar')
      .getByRole('button', {name: /^Search/})
      .click();
    await page.locator('dialog input').fill(query);
    const href = `/docs/runbooks/${query.replace(' ', '-')}`;
    await page.locator(`dialog a[href="${href}"]`, {hasText: words}).waitFor();
    await page.context().close();
  });

  test('has nothing of the kind for what is no page of the handbook', async () => {
    const page = await open('');
    await page
      .locator('.navbar')
      .getByRole('button', {name: /^Search/})
      .click();
    await page.locator('dialog input').fill('listRecords');
    const operation = page.locator('dialog a[href^="/api/#"]').first();
    await operation.waitFor();
    expect(await operation.innerText()).not.toMatch(/Fresh|Overdue|Not reviewed|Tier/);
    await page.context().close();
  });
});
