import type {Page} from 'playwright-core';
import {expect, test} from 'vitest';
import {newContext, watch} from '../support/browser.js';
import {demoInBrowser} from '../support/demo-browser.js';

const demo = demoInBrowser();

/** A page of the binder as somebody reads it on another day than that of the build. */
async function openOn(day: string, route: string, timezoneId = 'UTC'): Promise<Page> {
  const context = await newContext(demo.browser, {timezoneId});
  const page = await context.newPage();
  await page.clock.setFixedTime(`${day}T12:00:00Z`);
  await page.goto(demo.site.url + route, {waitUntil: 'networkidle'});
  return page;
}

const article = (page: Page) => page.locator('article').innerText();

test('a page built as fresh reads overdue months later, with its advice, and complains of nothing', async () => {
  const context = await newContext(demo.browser);
  const page = await context.newPage();
  const seen = watch(page, demo.site.url);
  await page.clock.setFixedTime('2027-12-01T12:00:00Z');
  await page.goto(`${demo.site.url}docs/runbooks/deployment`, {waitUntil: 'networkidle'});
  const text = await article(page);
  expect(text).toContain('Overdue');
  expect(text).toContain('review was due on');
  expect(text).toMatch(/Check each step before you run it\. Owner: Platform team, #platform\./);
  expect(text).toMatch(/Followed on .* by .*; test was due on/);
  expect(seen.complaints).toEqual([]);
  await context.close();
});

test('with the clock set back it stays as it was built', async () => {
  const page = await openOn('2020-01-01', 'docs/runbooks/payment-processing');
  expect(await article(page)).toContain('Overdue');
  await page.context().close();
});

test('a page that is fresh on the day of the build has no advice', async () => {
  const page = await openOn('2026-11-20', 'docs/runbooks/deployment');
  const text = await article(page);
  expect(text).toContain('Fresh');
  expect(text).not.toContain('Check each step before you run it');
  expect(text).toMatch(/Followed on .* by .*; test due in \d+ days, by/);
  await page.context().close();
});

test('lists worsen, too', async () => {
  const page = await openOn('2027-12-01', 'tiers/');
  const text = await page.locator('main').innerText();
  expect(text).toContain('Overdue');
  expect(text).not.toContain('Fresh');
  await page.context().close();
});
