import type {Page} from 'playwright-core';
import {describe, expect, test} from 'vitest';
import {newContext} from '../support/browser.js';
import {demoInBrowser} from '../support/demo-browser.js';

const demo = demoInBrowser();

async function open(route: string, colorScheme: 'light' | 'dark'): Promise<Page> {
  const context = await newContext(demo.browser, {colorScheme, viewport: {width: 1280, height: 900}});
  const page = await context.newPage();
  await page.goto(demo.site.url + route, {waitUntil: 'networkidle'});
  return page;
}

describe.each(['light', 'dark'] as const)('a runbook when %s', (colorScheme) => {
  test('shows what it is, how bad, whose it is and whether it holds, right below its title', async () => {
    const page = await open('docs/runbooks/database-failover', colorScheme);
    const title = await page.locator('h1').boundingBox();
    const prose = await page.locator('article .theme-doc-markdown > p').first().boundingBox();
    for (const words of [
      'Runbook',
      'Tier 1: First month',
      'P0',
      'respond in 15 minutes',
      '+44 20 7946 0021',
      'Fresh',
      'next review by',
    ]) {
      const fact = await page.locator('article .theme-doc-markdown').getByText(words).first().boundingBox();
      expect(fact?.y, words).toBeGreaterThan(title?.y ?? Number.POSITIVE_INFINITY);
      expect(fact?.y, words).toBeLessThan(prose?.y ?? 0);
    }
    await page.context().close();
  });

  test('numbers its steps, warns of the dangerous ones, and heads its sections', async () => {
    const page = await open('docs/runbooks/database-failover', colorScheme);
    const steps = page.locator('section[id^=step-]');
    const count = await steps.count();
    expect(count).toBeGreaterThan(3);
    expect(await steps.evaluateAll((found) => found.map(({id}) => id))).toEqual(
      Array.from({length: count}, (_, index) => `step-${index + 1}`),
    );
    const [step] = await page.locator('section[id=step-1] > div > div p').first().allInnerTexts();
    expect(await page.getByRole('region', {name: `Step 1 ${step}`, exact: true}).count()).toBe(1);
    expect(await page.getByText('Destructive: read to the end first').count()).toBeGreaterThan(0);
    for (const heading of ['Verify', 'Roll back', 'Escalate']) {
      expect(await page.getByRole('heading', {name: heading}).count(), heading).toBe(1);
      expect(
        await page.locator('.table-of-contents').getByText(heading, {exact: true}).count(),
        heading,
      ).toBe(1);
    }
    await page.context().close();
  });

  test('has the ink of its theme', async () => {
    const page = await open('docs/runbooks/deployment', colorScheme);
    const [red = 0] = await page.evaluate(() => {
      const paragraph = document.querySelector('article p') as Element;
      return (getComputedStyle(paragraph).color.match(/\d+/g) ?? []).map(Number);
    });
    if (colorScheme === 'light') expect(red).toBeLessThan(60);
    else expect(red).toBeGreaterThan(200);
    await page.context().close();
  });
});

test('leads from its top to what is done on it, with room for a thumb, and not on paper', async () => {
  const page = await open('docs/runbooks/redis-recovery', 'light');
  const links = page.getByRole('navigation', {name: 'On this page, at once'}).getByRole('link');
  expect(await links.allTextContents()).toEqual(['Diagnose', 'Fix', 'Verify', 'Roll back', 'Escalate']);
  for (const link of await links.all()) {
    const box = await link.boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);
    expect(box?.width).toBeGreaterThanOrEqual(44);
  }
  await links.nth(1).click();
  expect(
    await page
      .getByRole('heading', {name: 'Resolution'})
      .evaluate((heading) => heading.getBoundingClientRect().top),
  ).toBeLessThan(300);
  await page.emulateMedia({media: 'print'});
  expect(await links.first().isVisible()).toBe(false);
  await page.context().close();
});

test('a placeholder that looks like a tag can be read', async () => {
  const page = await open('docs/runbooks/redis-recovery', 'light');
  expect(await page.locator('article').textContent()).toContain('<pod-name>');
  await page.context().close();
});

test('a card’s command is the very command of its runbook, and the card leads to it', async () => {
  const card = await open('quick-reference/', 'light');
  const entry = card.locator('main li', {hasText: 'Roll back a release'}).first();
  const command = (await entry.locator('pre').textContent())?.trim();
  await entry.getByRole('link').first().click();
  await card.waitForURL('**#card-roll-back-a-release');
  const block = card.locator('#card-roll-back-a-release');
  expect((await block.locator('pre').first().textContent())?.trim()).toBe(command);
  await card.context().close();
});
