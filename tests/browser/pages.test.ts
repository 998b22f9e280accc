import {describe, expect, test} from 'vitest';
import {accessibilityProblems, newContext, watch} from '../support/browser.js';
import {demoInBrowser} from '../support/demo-browser.js';

/** One address of each kind of page, with words that must be readable there. */
const PAGES: {kind: string; route: string; words: string[]}[] = [
  {
    kind: 'the launch pad',
    route: '',
    words: ['P0', 'Incident response checklist', 'Overdue', 'Quick-reference cards'],
  },
  {
    kind: 'a runbook',
    route: 'docs/runbooks/database-failover',
    words: ['Database failover', 'Tier 1', 'P0', 'Roll back', 'Escalate'],
  },
  {
    kind: 'an overdue runbook',
    route: 'docs/runbooks/payment-processing',
    words: ['Overdue', 'review was due on'],
  },
  {
    kind: 'a checklist',
    route: 'docs/incident-response-checklist',
    words: ['Incident response checklist', 'Checklist'],
  },
  {
    kind: 'a reference with wide tables',
    route: 'docs/environment-configuration',
    words: ['Environment configuration', 'Kubernetes object'],
  },
  {kind: 'all tiers', route: 'tiers/', words: ['Tier 0', 'Tier 3', 'Deployment rollback']},
  {kind: 'one tier', route: 'tiers/0/', words: ['Tier 0', 'Logging']},
  {
    kind: 'the quick-reference card',
    route: 'quick-reference/',
    words: ['Contacts', 'Emergency procedures', 'Do not', 'Sources'],
  },
  {
    kind: 'a card that is asked whether paper is still good',
    route: 'quick-reference/site/?r=00000000-20251001',
    words: ['Right card if', 'Emergency?', 'Revision'],
  },
  {kind: 'the API reference', route: 'api/', words: ['Reconciliation', '/api/reconciliation/records']},
];

const demo = demoInBrowser();

describe.each(PAGES)('$kind', ({route, words}) => {
  test('loads without a complaint and without asking strangers', async () => {
    const page = await (await newContext(demo.browser)).newPage();
    const seen = watch(page, demo.site.url);
    await page.goto(demo.site.url + route, {waitUntil: 'networkidle'});
    expect(seen.complaints).toEqual([]);
    expect(seen.strangers).toEqual([]);
    await page.close();
  });

  test('can be read with JavaScript off', async () => {
    const context = await newContext(demo.browser, {javaScriptEnabled: false});
    const page = await context.newPage();
    await page.goto(demo.site.url + route);
    const text = await page.locator('main, [class*=main-wrapper]').first().innerText();
    for (const word of words) expect(text).toContain(word);
    await context.close();
  });

  test.each(['light', 'dark'] as const)('has no accessibility problem when %s', async (colorScheme) => {
    const context = await newContext(demo.browser, {colorScheme, viewport: {width: 1280, height: 900}});
    const page = await context.newPage();
    await page.goto(demo.site.url + route, {waitUntil: 'networkidle'});
    expect(await page.locator('html').getAttribute('data-theme')).toBe(colorScheme);
    expect(await accessibilityProblems(page)).toEqual([]);
    await context.close();
  });

  test('fits a phone: nothing sticks out sideways, and axe agrees', async () => {
    const context = await newContext(demo.browser, {viewport: {width: 390, height: 844}});
    const page = await context.newPage();
    await page.goto(demo.site.url + route, {waitUntil: 'networkidle'});
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    expect(await accessibilityProblems(page)).toEqual([]);
    await context.close();
  });
});

test('a state is told by a word and a shape, not by its colour alone', async () => {
  const page = await (await newContext(demo.browser)).newPage();
  await page.goto(`${demo.site.url}tiers/`);
  const marks = await page.locator('main li').evaluateAll((items) =>
    items.map((item) => ({
      words: item.textContent ?? '',
      shape: item.querySelector('svg path')?.getAttribute('d') ?? '',
    })),
  );
  const shapeOf = (word: string) =>
    new Set(marks.filter(({words}) => words.includes(word)).map(({shape}) => shape));
  const shapes = ['Fresh', 'Due soon', 'Overdue'].map((word) => [...shapeOf(word)]);
  for (const found of shapes) expect(found).toHaveLength(1);
  expect(new Set(shapes.flat()).size).toBe(3);
  await page.close();
});

test.each([390, 1280])(
  'at %i pixels, tables that scroll are stops for the keyboard, and no others',
  async (width) => {
    const page = await demo.browser.newPage({viewport: {width, height: 844}});
    await page.goto(`${demo.site.url}docs/environment-configuration`, {waitUntil: 'networkidle'});
    const tables = await page.locator('article table').evaluateAll((found) =>
      found.map((table) => ({
        scrolls: table.scrollWidth > table.clientWidth + 1,
        isStop: (table as HTMLElement).tabIndex === 0,
        name: table.getAttribute('aria-label'),
      })),
    );
    expect(tables.map(({scrolls}) => scrolls)).toContain(width === 390);
    for (const {scrolls, isStop, name} of tables) {
      expect(isStop).toBe(scrolls);
      expect(name).toBe(scrolls ? 'Table, scrolls sideways' : null);
    }
    await page.close();
  },
);

test('each tier is linked by its name', async () => {
  const page = await (await newContext(demo.browser)).newPage();
  await page.goto(`${demo.site.url}tiers/0/`);
  for (const name of ['Tier 0: Before first deploy', 'Tier 3: Deferred']) {
    expect(await page.getByRole('link', {name, exact: true}).count()).toBe(1);
  }
  await page.close();
});
