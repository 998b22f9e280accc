import fs from 'node:fs';
import type {Page} from 'playwright-core';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {launch, newContext} from '../support/browser.js';
import {openSearch, searchFor} from '../support/search.js';
import {type SiteServer, serve} from '../support/serve.js';
import {buildSite} from '../support/sites.js';

// A site that is searched together with another on the same host, and with one that is gone.
let browser: Awaited<ReturnType<typeof launch>>;
let site: SiteServer;
beforeAll(async () => {
  const [own, other] = await Promise.all([
    buildSite({
      name: 'search-merged',
      docs: {'own.md': '# Own page\n\nThe pangolin of this site.\n'},
      options: {search: {merge: [{url: '/other/'}, {url: 'http://127.0.0.1:9/gone/'}]}},
    }),
    buildSite({
      name: 'search-merged-other',
      docs: {'theirs.md': '# Their page\n\nThe pangolin of another site.\n'},
      config: {baseUrl: '/other/', title: 'Other site'},
    }),
  ]);
  for (const {code, output} of [own, other]) if (code !== 0) throw new Error(output);
  fs.cpSync(other.dir, `${own.dir}/other`, {recursive: true});
  [browser, site] = await Promise.all([launch(), serve(own.dir)]);
});
afterAll(async () => {
  await Promise.all([browser.close(), site.close()]);
});

async function open(): Promise<Page> {
  const page = await (await newContext(browser)).newPage();
  await page.goto(`${site.url}docs/own`, {waitUntil: 'networkidle'});
  return page;
}

test('a page of another site is found and opened there', async () => {
  const page = await open();
  await openSearch(page);
  await searchFor(page, 'pangolin');
  await page.locator('dialog a[data-result]', {hasText: 'Their page'}).click();
  await page.waitForURL('**/other/docs/theirs');
  await page.getByText('The pangolin of another site.').waitFor();
  expect(await page.title()).toContain('Other site');
  await page.context().close();
});

test('a site that does not answer is named, in the dialog and on the page of all results', async () => {
  const page = await open();
  await openSearch(page);
  await searchFor(page, 'pangolin');
  await page.getByText('Not searched, as it did not answer: 127.0.0.1:9/gone').waitFor();
  expect(await page.locator('dialog a[data-result]').count()).toBe(2);
  await page.goto(`${site.url}search/?q=pangolin`);
  await page.getByText('Not searched, as it did not answer: 127.0.0.1:9/gone').waitFor();
  await page.context().close();
});
