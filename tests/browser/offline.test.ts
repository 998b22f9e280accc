import fs from 'node:fs';
import path from 'node:path';
import type {BrowserContext} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {accessibilityProblems, watch} from '../support/browser.js';
import {hasVisited, LINE, manifestOf, offlinePages, open} from '../support/offline-pages.js';
import {BASE, firstVisit, until, workerAnswers} from '../support/offline-site.js';
import {readPdf} from '../support/pdf.js';
import {serve} from '../support/serve.js';

// What a browser has of the site when nobody answers. What becomes of it while servers answer: offline-server.test.ts.
const site = offlinePages('offline');

test('the build says what is kept ready and how large it is', () => {
  const {files} = manifestOf(site.old);
  const [count] =
    /(?<=Offline: )\d+(?= files, \d+\.\d+ MB kept ready \(limit 15 MB\)\.)/.exec(site.old.output) ?? [];
  expect(Number(count)).toBe(Object.keys(files).length);
});

describe('with the server stopped', () => {
  let context: BrowserContext;
  let url: string;
  let end: () => Promise<void>;
  beforeAll(async () => {
    const first = await serve(site.old.dir, BASE);
    url = first.url;
    context = await site.browser.newContext();
    const page = await firstVisit(context, first.url);
    // Somebody reads a page of tier 2, and works on one of tier 0.
    await page.goto(`${url}docs/capacity`, {waitUntil: 'networkidle'});
    await until(() => hasVisited(page, 'docs/capacity'));
    await page.goto(`${url}docs/failover`, {waitUntil: 'networkidle'});
    await page.locator('[data-tick]').first().check();
    await page.getByLabel('namespace').first().fill('payments');
    await page.close();
    await first.close();
    end = () => context.close();
  });
  afterAll(() => end());

  test('every kept page, card and file is there', async () => {
    const files = Object.keys(manifestOf(site.old).files);
    const pages = files.filter((file) => file.endsWith('.html'));
    expect(pages).toEqual(
      expect.arrayContaining([
        'docs/failover/index.html',
        'docs/restore/index.html',
        'index.html',
        'quick-reference/index.html',
      ]),
    );
    expect(pages.filter((file) => /capacity|budget/.test(file))).toEqual([]);
    for (const file of pages) {
      const page = await context.newPage();
      await page.goto(url + file.replace(/index\.html$/, ''));
      expect(await page.locator(LINE).innerText(), file).toContain(
        'Offline copy, built on 20 November 2026.',
      );
      await page.close();
    }
  });

  test('a page has its picture, its attached file, and no complaint', async () => {
    const page = await context.newPage();
    const seen = watch(page, url);
    await page.goto(`${url}docs/failover`, {waitUntil: 'networkidle'});
    const picture = page.getByAltText('The plan');
    expect(await picture.evaluate((img: HTMLImageElement) => img.complete && img.naturalWidth)).toBe(20);
    const file = await page.getByText('a file of its own').getAttribute('href');
    expect(await page.evaluate(async (href) => (await fetch(href)).text(), file ?? '')).toBe('db-1\n');
    // The browser tells of links' scripts that were to be fetched ahead, and are not kept.
    expect(seen.complaints.filter((text) => !text.startsWith('Failed to load resource'))).toEqual([]);
    await page.close();
  });

  test('the PDFs of the cards are there', async () => {
    const page = await open(context, url);
    for (const file of ['quick-reference/site.pdf', 'quick-reference/site.letter.pdf']) {
      const [type, bytes] = await page.evaluate(async (href) => {
        const response = await fetch(href);
        return [
          response.headers.get('content-type'),
          [...new Uint8Array(await response.arrayBuffer())],
        ] as const;
      }, url + file);
      expect(type).toBe('application/pdf');
      expect(Buffer.from(bytes)).toEqual(fs.readFileSync(path.join(site.old.dir, file)));
    }
    await page.close();
  });

  test('a printed card is told whether it is current', async () => {
    const page = await open(context, `${url}quick-reference/site/`);
    const revision = await page.locator('main footer code').first().innerText();
    await page.close();
    for (const [paper, answer] of [
      [revision, /is current[\s\S]*those of the binder on 20 Nov 2026/],
      ['00000000-20260101', /is superseded/],
      ['00000000-20991231', /is newer than this page/],
    ] as const) {
      const asked = await open(context, `${url}quick-reference/site/?r=${paper}`);
      await asked.locator('main', {hasText: answer}).waitFor();
      expect(await asked.locator(LINE).innerText()).toContain('Offline copy');
      await asked.close();
    }
  });

  test.each([
    'docs/failover',
    'docs/failover/',
    'docs/failover/index.html',
    'docs/failover.html',
    'docs/failover?a=b',
  ])('the page is there as %s', async (route) => {
    const page = await context.newPage();
    await page.goto(url + route);
    expect(await page.locator('h1').innerText()).toBe('Failover');
    await page.close();
  });

  test('search finds a page, and opens it', async () => {
    const page = await open(context, url);
    await page.keyboard.press('/');
    await page.locator('dialog input').fill('quokka');
    await page.locator('dialog a[data-result]').first().click();
    await page.waitForURL('**/docs/restore**');
    await page.getByText('Bring the quokka back.').waitFor();
    await page.close();
  });

  test('so does the page with all results, with its filters', async () => {
    const page = await open(context, `${url}search/?q=quokka`);
    await page.locator('a[data-result]').first().waitFor();
    await page.locator('fieldset').first().waitFor();
    await page.close();
  });

  test('ticks and blanks stay, and can be worked with', async () => {
    const page = await open(context, `${url}docs/failover`);
    await page.getByText('kubectl -n payments get pods').first().waitFor();
    expect(await page.locator('[data-tick]').first().isChecked()).toBe(true);
    await page.locator('[data-tick]').nth(1).check();
    await page.getByLabel('namespace').first().fill('billing');
    await page.reload();
    await page.getByText('kubectl -n billing get pods').first().waitFor();
    expect(await page.locator('[data-tick]').nth(1).isChecked()).toBe(true);
    await page.close();
  });

  test('a page that was visited is there, whole', async () => {
    const page = await open(context, `${url}docs/capacity`);
    await page.getByText('How much there is.').waitFor();
    expect(await page.locator(LINE).innerText()).toContain('Offline copy, built on 20 November 2026.');
    await page.close();
  });

  test('the address of an alert leads to its page, in any case and with what the alert says', async () => {
    const page = await open(context, `${url}alerts/primarydown/?namespace=prod`);
    await page.waitForURL('**/docs/failover?namespace=prod');
    await page.getByText('Promote the replica in Dublin.').waitFor();
    await page.close();
  });

  test('a page that is not there leads to the launch pad, which says so and what is kept', async () => {
    const page = await open(context, `${url}docs/budget`);
    expect(new URL(page.url()).pathname).toBe(BASE);
    const line = page.locator(LINE);
    expect(await line.innerText()).toContain('The page /ops/docs/budget cannot be reached');
    await line.locator('summary').click();
    expect(await line.locator('li').allInnerTexts()).toEqual(expect.arrayContaining(['Failover', 'Restore']));
    await line.getByRole('link', {name: 'Restore'}).click();
    await page.waitForURL('**/docs/restore/');
    await page.close();
  });

  test('so does a link inside the site, once', async () => {
    const page = await open(context, url);
    const loads: string[] = [];
    page.on('framenavigated', (frame) => loads.push(frame.url()));
    await page.getByRole('link', {name: 'Budget'}).first().click();
    await page.locator(LINE, {hasText: 'The page /ops/docs/budget cannot be reached'}).waitFor();
    await page.locator('html[data-has-hydrated="true"]').waitFor({state: 'attached'});
    await page.waitForTimeout(500);
    expect(loads.length).toBeLessThan(4);
    expect(await page.locator('h1').innerText()).toBe('Test site');
    await page.close();
  });

  test('what a link makes the launch pad say is no markup, and of this site', async () => {
    const page = await open(context, `${url}?offline=/ops/<img src=x onerror=alert(1)>`);
    expect(await page.locator(`${LINE} img`).count()).toBe(0);
    await page.goto(`${url}?offline=//evil.example.com/ops/`);
    expect(await page.locator(LINE).innerText()).toBe('Offline copy, built on 20 November 2026.');
    await page.close();
  });

  test('the launch pad does not say that a page is missing which is there', async () => {
    const page = await open(context, `${url}?offline=/ops/docs/failover`);
    expect(await page.locator(LINE).innerText()).toBe('Offline copy, built on 20 November 2026.');
    await page.close();
  });

  test('a player gets the part of a file that it asks for', async () => {
    const page = await open(context, url);
    const part = await page.evaluate(async () => {
      const response = await fetch('/ops/favicon.svg', {headers: {range: 'bytes=1-3'}});
      return [response.status, await response.text()];
    });
    expect(part).toEqual([206, 'svg']);
    await page.close();
  });

  test.each(['light', 'dark'] as const)('the line can be read by everybody, %s', async (colorScheme) => {
    const page = await open(context, `${url}docs/budget`);
    await page.emulateMedia({colorScheme});
    await page.evaluate((theme) => document.documentElement.setAttribute('data-theme', theme), colorScheme);
    await page.locator(`${LINE} summary`).click();
    const problems = await accessibilityProblems(page);
    expect(problems.filter((problem) => problem.includes('opsbinder-offline'))).toEqual([]);
    await page.close();
  });

  test('the line covers nothing', async () => {
    const page = await open(context, `${url}docs/failover`);
    const box = await page.locator(LINE).boundingBox();
    const navbar = await page.locator('nav.navbar').boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual((navbar?.y ?? 0) + 1);
    await page.close();
  });

  test('the line stands on paper, and takes no sheet of its own', async () => {
    const page = await open(context, `${url}quick-reference/`);
    const sheets = await readPdf(await page.pdf({format: 'A4'}));
    expect(sheets).toHaveLength(1);
    expect(sheets[0]?.text).toContain('Offline copy, built on 20 November 2026.');
    await page.close();
  });
});

test('a first visit asks for nothing of it before the page has loaded', async () => {
  const server = await serve(site.old.dir, BASE);
  const context = await site.browser.newContext();
  const page = await context.newPage();
  const {complaints} = watch(page, server.url);
  await page.goto(server.url);
  const before = await page.evaluate(() => navigator.serviceWorker.controller);
  expect(before).toBe(null);
  await workerAnswers(page);
  expect(await page.locator(LINE).count()).toBe(0);
  expect(complaints).toEqual([]);
  await context.close();
  await server.close();
});
