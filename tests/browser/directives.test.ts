import path from 'node:path';
import type {Browser, BrowserContextOptions, Page} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {accessibilityProblems, launch, newContext, watch} from '../support/browser.js';
import {type SiteServer, serve} from '../support/serve.js';
import {buildSite} from '../support/sites.js';

const TEXT = 'We look into "<symptom>" & more:\nresults *may* be late.\n\n- since 10:42 {UTC}';

const PAGE = [
  '# Many ways',
  '',
  '::::only{audience="sre, platform"}',
  '',
  'Not for customers.',
  '',
  ':::note',
  'A note inside.',
  ':::',
  '',
  '::::',
  '',
  ':::message[Status page]{to="customers"}',
  '',
  ...TEXT.split('\n'),
  '',
  ':::',
  '',
].join('\n');

let browser: Browser;
let site: SiteServer;
beforeAll(async () => {
  const built = await buildSite({
    name: 'directives',
    docs: {'page.md': PAGE},
    // Docusaurus's own blue has too little contrast.
    options: {theme: {customCss: path.resolve(__dirname, '..', '..', 'src', 'css', 'custom.css')}},
    config: {themeConfig: {colorMode: {respectPrefersColorScheme: true}, navbar: {title: 'Directives'}}},
  });
  if (built.code !== 0) throw new Error(built.output);
  [browser, site] = await Promise.all([launch(), serve(built.dir)]);
});
afterAll(async () => {
  await Promise.all([browser?.close(), site?.close()]);
});

async function open(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await newContext(browser, {viewport: {width: 1280, height: 900}, ...options});
  const page = await context.newPage();
  await page.goto(`${site.url}docs/page`, {waitUntil: 'networkidle'});
  return page;
}

describe.each(['light', 'dark'] as const)('the directives when %s', (colorScheme) => {
  test.each([1280, 390])('keep the rules of accessibility at %i', async (width) => {
    const page = await open({colorScheme, viewport: {width, height: 900}});
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.context().close();
  });
});

test('the page renders without complaint', async () => {
  const context = await newContext(browser);
  const page = await context.newPage();
  const {complaints} = watch(page, site.url);
  await page.goto(`${site.url}docs/page`, {waitUntil: 'networkidle'});
  expect(complaints).toEqual([]);
  await context.close();
});

test('what is for some readers says for whom', async () => {
  const page = await open();
  expect(await page.getByText('For: platform, sre').locator('..').innerText()).toContain(
    'Not for customers.',
  );
  await page.context().close();
});

describe('a message', () => {
  const messageOn = (page: Page) => page.getByRole('region', {name: 'Message for Status page'});

  test('shows whom it is for, and its lines as they are written', async () => {
    const page = await open();
    const text = await messageOn(page).innerText();
    expect(text).toContain('To: customers');
    expect(text).toContain('We look into "<symptom>" & more:\nresults may be late.');
    await page.context().close();
  });

  test('is copied as its author wrote it, and says so', async () => {
    const page = await open({permissions: ['clipboard-read', 'clipboard-write']});
    await messageOn(page).getByRole('button', {name: 'Copy', exact: true}).click();
    await messageOn(page).getByRole('status').getByText('Copied').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(TEXT);
    await page.context().close();
  });

  test('says when it could not be copied', async () => {
    const page = await open();
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
    });
    await messageOn(page).getByRole('button', {name: 'Copy', exact: true}).click();
    await messageOn(page).getByText('Not copied: select the text').waitFor();
    await page.context().close();
  });

  test('offers nothing that does not work: no button without scripts, none on paper', async () => {
    const page = await open({javaScriptEnabled: false});
    expect(await messageOn(page).getByText('We look into').isVisible()).toBe(true);
    expect(await page.getByRole('button', {name: 'Copy', exact: true}).count()).toBe(0);
    await page.context().close();
    const paper = await open();
    await paper.emulateMedia({media: 'print'});
    expect(await messageOn(paper).getByRole('button').count()).toBe(0);
    await paper.context().close();
  });
});
