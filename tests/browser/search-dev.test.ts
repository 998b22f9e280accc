import fs from 'node:fs';
import path from 'node:path';
import type {Browser, Page} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {launch, newContext} from '../support/browser.js';
import {type DevServer, startDevServer} from '../support/dev-server.js';
import {writeSite} from '../support/sites.js';

const REDIS = '# Redis recovery\n\n## Restart it\n\nLook for READONLYREPLICA in the log of `<pod-name>`.\n';

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
  return page.locator('dialog a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
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
        'database.md': '# Database\n\nNothing else.\n',
        'for-staff.md': '# For staff\n\n:::only{audience="staff"}\n\nThe vault is BEHINDTHEPICTURE.\n\n:::\n',
        'mixed.mdx':
          'import Tabs from "@theme/Tabs";\nimport TabItem from "@theme/TabItem";\n\n# Mixed\n\n<Tabs>\n<TabItem value="a" label="Linux">\n\n## In a tab {#in-tab}\n\nAbout KERNELOOPS.\n\n</TabItem>\n</Tabs>\n',
      },
      options: {audience: 'customer'},
      config: {baseUrl: '/ops/'},
    });
    [server, browser] = await Promise.all([startDevServer(siteDir, '/ops/'), launch()]);
    page = await (await newContext(browser)).newPage();
    await page.goto(server.url);
    // At once: whoever asks before the first index is there gets its answer.
    await openSearch(page);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  test('finds a word, and leads to its heading', async () => {
    expect(await found(page, 'READONLYREPLICA')).toContain('/ops/docs/redis#restart-it');
    expect(await found(page, 'KERNELOOPS')).toContain('/ops/docs/mixed#in-tab');
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

  test('what it found is there', async () => {
    await found(page, 'SENTINELDOWN');
    await page.locator('dialog a[href$="#elect-a-master"]').first().click();
    await page.locator('#elect-a-master').waitFor();
    expect(new URL(page.url()).pathname).toBe('/ops/docs/redis');
  });
});
