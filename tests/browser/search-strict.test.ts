import {createHash} from 'node:crypto';
import fs from 'node:fs';
import type {Page} from 'playwright-core';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {launch, newContext} from '../support/browser.js';
import {openSearch, searchFor} from '../support/search.js';
import {SEARCH_SITE} from '../support/search-site.js';
import {type SiteServer, serve} from '../support/serve.js';
import {type BuiltSite, buildSite} from '../support/sites.js';

let browser: Awaited<ReturnType<typeof launch>>;
let built: BuiltSite;
let site: SiteServer;
beforeAll(async () => {
  built = await buildSite({...SEARCH_SITE, name: 'search-strict'});
  if (built.code !== 0) throw new Error(built.output);
  browser = await launch();
  const policy = `default-src 'self'; script-src 'self' 'wasm-unsafe-eval' ${hashes().join(' ')}; style-src 'self' 'unsafe-inline'; img-src 'self' data:`;
  site = await serve(built.dir, '/', {headers: {'content-security-policy': policy}});
});
afterAll(async () => {
  await Promise.all([browser.close(), site.close()]);
});

/** Docusaurus's own scripts that stand in its pages, as a policy names them. */
function hashes(): string[] {
  const files = fs.readdirSync(built.dir, {recursive: true, encoding: 'utf8'});
  const pages = files.filter((file) => file.endsWith('.html')).map(built.read);
  const scripts = pages.flatMap((html) =>
    [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, text = '']) => text),
  );
  return [...new Set(scripts)].map(
    (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  );
}

/** What the policy refused, from the first script on. */
async function watchPolicy(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const refused: string[] = [];
    Object.assign(window, {refused});
    document.addEventListener('securitypolicyviolation', ({violatedDirective, blockedURI, sample}) => {
      refused.push(`${violatedDirective} ${blockedURI} ${sample}`);
    });
  });
  return () => page.evaluate(() => (window as unknown as {refused: string[]}).refused);
}

test('under a policy that allows the site’s own scripts alone, searching breaks no rule', async () => {
  const context = await newContext(browser);
  const page = await context.newPage();
  const refused = await watchPolicy(page);
  await page.goto(`${site.url}docs/jam`, {waitUntil: 'networkidle'});
  // The policy is in force: what is not allowed does not run.
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.hasRun = true';
    document.head.append(script);
  });
  expect(await page.evaluate(() => 'hasRun' in window)).toBe(false);
  expect(await refused()).toHaveLength(1);

  await openSearch(page);
  await searchFor(page, 'conveyor');
  await page.locator('dialog input').fill('xyzzyplugh');
  await page.getByText('Whom to ask').waitFor();
  await searchFor(page, 'stop');
  await page.locator('dialog a[data-result]').first().click();
  await page.getByText('matches marked').waitFor();
  expect(await refused()).toHaveLength(1);

  await page.goto(`${site.url}search/?q=conveyor&tier=0`);
  await page.locator('[role=status]', {hasText: '3 results.'}).waitFor();
  await page.getByLabel('Runbook').check();
  await page.locator('[role=status]', {hasText: '2 results.'}).waitFor();
  expect(await refused()).toEqual([]);
  await context.close();
});

test('without scripts, the form at the box breaks none, either', async () => {
  const context = await newContext(browser, {javaScriptEnabled: false});
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await page.goto(`${site.url}docs/jam`);
  await page.getByLabel('Search for').fill('belt');
  await page.getByLabel('Search for').press('Enter');
  await page.waitForURL('**/search/?q=belt');
  expect(complaints).toEqual([]);
  await context.close();
});
