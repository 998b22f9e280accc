import fs from 'node:fs';
import path from 'node:path';
import type {Browser, Page} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {type PageSource, pageHtml} from '../../plugins/search/src/dev/page-html.js';
import {launch, newContext} from '../support/browser.js';
import {type DevServer, startDevServer} from '../support/dev-server.js';
import {writeSite} from '../support/sites.js';

// Whatever Docusaurus may give an id that is not the plain words.
const HEADINGS = [
  '# Headings of all kinds',
  '## Meaning',
  '## Meaning',
  '### Own {#by-braces}',
  '## Named <!-- #by-comment -->',
  '## Restart <pod-name> with `kubectl rollout`, *now*',
  '## See [the log](https://example.com): 10:30 at svc:web[0]',
  '## Größe & Übersicht: 100 %',
  '## A <kbd>Ctrl</kbd> key',
  'Underlined\n----------',
  '> ## In a quote',
  ':::note Mind it\n\n## In a box\n\n:::',
  ':::verify\n\nLook.\n\n:::',
  ':::rollback[Undo it]\n\nDo.\n\n:::',
  '## Verify',
].join('\n\n');

const REDIS =
  '---\ntype: runbook\n---\n\n# Redis recovery\n\n## Restart it\n\nLook for READONLYREPLICA in the log of `<pod-name>`.\n';

async function openSearch(page: Page): Promise<void> {
  await page.locator('html[data-has-hydrated="true"]').waitFor({state: 'attached'});
  await page.keyboard.press('/');
}

/** The addresses that a search leads to. */
async function found(page: Page, query: string): Promise<(string | null)[]> {
  // An answer stands until the next one is there: this one must be to these words.
  await page.locator('dialog input').fill('');
  await page.locator('dialog [role=status]', {hasText: /^$/}).waitFor({state: 'attached'});
  await page.locator('dialog input').fill(query);
  await page.locator('dialog [role=status]', {hasText: /result|Nothing found/}).waitFor();
  return page.locator('dialog ol a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
}

describe('while a site is worked on, under a base', () => {
  let siteDir: string;
  let server: DevServer;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    siteDir = writeSite({
      name: 'search-dev',
      docs: {
        'redis.md': REDIS,
        'headings.md': HEADINGS,
        'database.md': '# Database\n\nNothing else.\n',
        'for-staff.md': '# For staff\n\n:::only{audience="staff"}\n\nThe vault is BEHINDTHEPICTURE.\n\n:::\n',
        'mixed.mdx':
          'import Tabs from "@theme/Tabs";\nimport TabItem from "@theme/TabItem";\n\n# Mixed\n\n<Tabs>\n<TabItem value="a" label="Linux">\n\n## In a tab {/* #in-tab */}\n\nAbout KERNELOOPS.\n\n</TabItem>\n</Tabs>\n',
      },
      options: {audience: 'customer'},
      config: {baseUrl: '/ops/'},
    });
    browser = await launch();
    server = await startDevServer(siteDir, '/ops/');
    page = await (await newContext(browser)).newPage();
    await page.goto(server.url);
    await openSearch(page);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  test('waits for the first index, and then finds', async () => {
    const early = await (await newContext(browser)).newPage();
    let asked = 0;
    // What the server says while there is no index yet.
    await early.route('**/pagefind/newest.json', (route) => {
      asked += 1;
      return asked < 3 ? route.fulfill({json: {}}) : route.continue();
    });
    await early.goto(server.url);
    await openSearch(early);
    expect(await found(early, 'READONLYREPLICA')).toContain('/ops/docs/redis');
    expect(asked).toBeGreaterThanOrEqual(3);
    await early.context().close();
  });

  test('finds a word, and leads to its heading', async () => {
    expect(await found(page, 'READONLYREPLICA')).toContain('/ops/docs/redis#restart-it');
    expect(await found(page, 'KERNELOOPS')).toContain('/ops/docs/mixed#in-tab');
  });

  test('knows headings by the ids that Docusaurus gives them', async () => {
    const other = await (await newContext(browser)).newPage();
    await other.goto(`${server.url}docs/headings`);
    await other.locator('#verify').waitFor();
    const shown = await other
      .locator('main')
      .locator('h2, h3, h4')
      .evaluateAll((headings) => headings.map(({id}) => id));
    const source: PageSource = {
      text: HEADINGS.replace(':::note Mind it', ':::note[Mind it]'),
      format: 'md',
      title: '',
      language: 'en',
      categories: [],
      keepCase: false,
    };
    const ids = [...pageHtml(source).matchAll(/<h[2-4] id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids.length).toBeGreaterThan(10);
    expect(ids).toEqual(shown.filter((id) => id !== ''));
    await other.context().close();
  });

  test('does not find what is for others', async () => {
    expect(await found(page, 'For staff')).toContain('/ops/docs/for-staff');
    expect(await found(page, 'BEHINDTHEPICTURE')).toEqual([]);
  });

  test('finds what was written since, without a reload', async () => {
    expect(await found(page, 'SENTINELDOWN')).toEqual([]);
    fs.writeFileSync(
      path.join(siteDir, 'docs', 'redis.md'),
      `${REDIS}\n## Elect a master\n\nAfter SENTINELDOWN.\n`,
    );
    await expect
      .poll(() => found(page, 'SENTINELDOWN'), {timeout: 30_000, interval: 500})
      .toContain('/ops/docs/redis#elect-a-master');
    expect(await found(page, 'READONLYREPLICA')).toContain('/ops/docs/redis#restart-it');
  });

  test('filters know the page as it was edited', async () => {
    const other = await (await newContext(browser)).newPage();
    await other.goto(`${server.url}search/?q=READONLYREPLICA&type=runbook`);
    await other.locator('a[data-result][href="/ops/docs/redis"]').waitFor();
    fs.appendFileSync(path.join(siteDir, 'docs', 'redis.md'), '\nAnd WATCHDOGBARKS.\n');
    const field = other.locator('main input[type=search]');
    await expect
      .poll(
        async () => {
          await field.fill('');
          await field.fill('WATCHDOGBARKS');
          await other.waitForTimeout(700);
          return other.locator('a[data-result]').count();
        },
        {timeout: 30_000},
      )
      .toBe(1);
    expect(new URL(other.url()).searchParams.get('type')).toBe('runbook');
    await other.context().close();
  });

  test('what it found is there', async () => {
    await found(page, 'SENTINELDOWN');
    await page.locator('dialog a[href$="#elect-a-master"]').first().click();
    await page.locator('#elect-a-master').waitFor();
    expect(new URL(page.url()).pathname).toBe('/ops/docs/redis');
  });
});
