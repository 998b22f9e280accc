import type {BrowserContextOptions, Page} from 'playwright-core';
import {describe, expect, test} from 'vitest';
import {accessibilityProblems, newContext, watch} from '../support/browser.js';
import {demoInBrowser} from '../support/demo-browser.js';

const demo = demoInBrowser();

async function open(route: string, {day, ...options}: BrowserContextOptions & {day?: string} = {}) {
  const context = await newContext(demo.browser, options);
  const page = await context.newPage();
  if (day) await page.clock.setFixedTime(`${day}T12:00:00Z`);
  const seen = watch(page, demo.site.url);
  await page.goto(demo.site.url + route, {waitUntil: 'networkidle'});
  return {page, seen};
}

const headings = async (page: Page) =>
  (await page.locator('main h2').allInnerTexts()).map((text) => text.replace(/[\s\u200B]+/g, ' ').trim());

describe('the list of reviews', () => {
  test('can be narrowed to one owner and tier, and the address says so', async () => {
    const {page, seen} = await open('reviews/');
    await page.getByLabel('Owner').selectOption({label: 'Platform team'});
    await page.getByLabel('Tier').selectOption({label: 'Tier 0: Before first deploy'});
    expect(new URL(page.url()).search).toBe('?owner=platform&tier=0');
    expect(await page.locator('main').innerText()).not.toContain('Redis recovery');
    const calendar = await page.getByRole('link', {name: 'Subscribe in your calendar'}).getAttribute('href');
    expect(calendar).toBe('webcal://ops.example.com/reviews/platform.ics');
    await page.getByLabel('Owner').selectOption('');
    expect(new URL(page.url()).search).toBe('?tier=0');
    expect(seen.complaints).toEqual([]);
    await page.context().close();
  });

  test('opens narrowed from an address', async () => {
    const {page, seen} = await open('reviews/?owner=payments');
    expect(await page.getByLabel('Owner').inputValue()).toBe('payments');
    expect(await headings(page)).toEqual(['Overdue 1']);
    expect(seen.complaints).toEqual([]);
    await page.context().close();
  });

  test('moves pages to what is overdue as days pass, and says that the site is old', async () => {
    const {page, seen} = await open('reviews/', {day: '2027-12-01'});
    // The day is reckoned once the page's script runs.
    await expect.poll(() => headings(page)).toEqual(['Overdue 10']);
    expect(await page.locator('main').innerText()).toContain(
      'This site was built on 20 Nov 2026, 376 days ago. Reviews since then are not on it.',
    );
    expect(seen.complaints).toEqual([]);
    await page.context().close();
  });

  test('counts what it lists, here and on the launch pad, whatever the day', async () => {
    const {page} = await open('reviews/', {day: '2027-12-01'});
    await expect
      .poll(() => page.locator('main').innerText())
      .toMatch(/0% of 10 pages hold a review\.\s+10 Overdue/);
    await page.goto(demo.site.url, {waitUntil: 'networkidle'});
    const aside = page.locator('section', {hasText: 'Can it be trusted?'});
    expect(await aside.innerText()).toMatch(/\b10\s+Overdue/);
    expect(await aside.locator('li').count()).toBe(10);
    await page.goto(`${demo.site.url}owners/`, {waitUntil: 'networkidle'});
    expect(await page.locator('main').innerText()).not.toContain('Fresh');
    await page.goto(`${demo.site.url}quick-reference/`, {waitUntil: 'networkidle'});
    const card = await page.locator('main').innerText();
    expect(card).toMatch(/Was valid until|OVERDUE/);
    expect(card).not.toMatch(/\bValid until/);
    await page.context().close();
  });

  test('takes no notice of somebody who is not there', async () => {
    const {page} = await open('reviews/?owner=nobody&tier=9');
    expect(await headings(page)).toHaveLength(6);
    await page.context().close();
  });

  test.each([
    ['2026-11-27', false],
    ['2026-11-28', true],
    ['2020-01-01', false],
  ])('read on %s it is told to be old: %s', async (day, isOld) => {
    const {page} = await open('reviews/', {day});
    expect((await page.locator('main').innerText()).includes('This site was built on')).toBe(isOld);
    await page.context().close();
  });

  test('says without JavaScript as of when, and offers no choice that does nothing', async () => {
    const {page} = await open('reviews/', {javaScriptEnabled: false});
    const text = await page.locator('main').innerText();
    expect(text).toContain('Payment processing issues');
    expect(text).toContain('As of 20 Nov 2026');
    expect(await page.getByLabel('Owner').isVisible()).toBe(false);
    await page.context().close();
  });
});

test('a page says without JavaScript what it said when it was built, and as of when', async () => {
  const {page} = await open('docs/runbooks/payment-processing', {javaScriptEnabled: false});
  const text = await page.locator('article').innerText();
  expect(text).toMatch(/Overdue\s*·?\s*reviewed on 14 Oct 2026, review was due on 14 Nov 2026/);
  expect(text).toMatch(/test due in \d+ days, by \d+ \w+ 2027/);
  expect(text).toContain('As of 20 Nov 2026');
  await page.context().close();
});

describe.each(['reviews/', 'owners/', 'owners/sre/'])('%s', (route) => {
  test.each<[string, BrowserContextOptions]>([
    ['light', {colorScheme: 'light'}],
    ['dark', {colorScheme: 'dark'}],
    ['on a telephone', {viewport: {width: 390, height: 844}}],
  ])('has no accessibility problem, %s', async (_how, options) => {
    const {page, seen} = await open(route, options);
    expect(await accessibilityProblems(page)).toEqual([]);
    const width = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(width).toBeLessThanOrEqual(0);
    expect([seen.complaints, seen.strangers]).toEqual([[], []]);
    await page.context().close();
  });
});
