import fs from 'node:fs';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import type {Browser, BrowserContextOptions, Page} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {accessibilityProblems, launch, newContext, watch} from '../support/browser.js';
import {DEMO} from '../support/demo-site.js';
import {type BuiltSite, buildSite, docusaurus, SITES} from '../support/sites.js';
import {USB_SITE} from '../support/usb-site.js';

const SITE_DIR = path.join(SITES, 'usb');
// As a stick may be called, and a folder on it.
const STICK = path.join(SITES, 'usb stick 50% #1 ä', 'build-usb');
const DEMO_STICK = path.join(SITES, 'usb-demo');

let browser: Browser;
let site: BuiltSite;
let output: string;

beforeAll(async () => {
  [browser, site] = await Promise.all([launch(), buildSite(USB_SITE)]);
  expect(site.output, site.output).toMatch(/Generated static files/);
  output = (await docusaurus(['handbook:usb'], SITE_DIR)).output;
  fs.rmSync(STICK, {recursive: true, force: true});
  fs.cpSync(path.join(SITE_DIR, 'build-usb'), STICK, {recursive: true});
  fs.rmSync(DEMO_STICK, {recursive: true, force: true});
  await docusaurus(['handbook:usb', '--from', DEMO, '--out', DEMO_STICK], path.join(SITES, '..', '..'));
});

afterAll(() => browser.close());

/** Opens a file of a copy in a window of its own, which lets through what goes wrong. */
async function open(file: string, options: BrowserContextOptions = {}, folder = STICK) {
  const page = await (await newContext(browser, options)).newPage();
  // Nothing that is outside the folder is asked for, not even another file.
  const seen = watch(page, pathToFileURL(`${folder}/`).href);
  await page.goto(pathToFileURL(path.join(folder, file)).href);
  return {page, ...seen};
}

async function title(page: Page): Promise<string> {
  return (await page.locator('h1').innerText()).trim();
}

describe('the command', () => {
  test('says what it wrote, what the search is, and which links lead nowhere', () => {
    expect(output).toMatch(
      /USB copy as of 2026-11-20: \d+ pages, \d\.\d MB in build-usb\. Open build-usb\/index\.html\./,
    );
    expect(output).toContain(
      'Search: a word search on index-of-pages.html (Pagefind cannot run from a file).',
    );
    expect(output).toMatch(
      /2 links lead to nothing in the copy.*docs\/intro\/index\.html → \/ops\/docs\/gone/,
    );
  });

  test('writes the same a second time, in place of the first', async () => {
    const out = path.join(SITE_DIR, 'build-usb');
    const again = await docusaurus(['handbook:usb'], SITE_DIR);
    expect(again.output).toBe(output);
    const files = (folder: string) => (fs.readdirSync(folder, {recursive: true}) as string[]).sort();
    expect(files(out)).toEqual(files(STICK));
    for (const file of files(out)) {
      if (fs.statSync(path.join(out, file)).isDirectory()) continue;
      expect(
        fs.readFileSync(path.join(out, file)).equals(fs.readFileSync(path.join(STICK, file))),
        file,
      ).toBe(true);
    }
  });

  test('leaves out what only the app needs', () => {
    const files = fs.readdirSync(STICK, {recursive: true}) as string[];
    expect(files.filter((file) => /assets\/js|pagefind|404|sitemap|DbDown/.test(file))).toEqual([]);
  });

  test('leads from the address of the search to the one that it has', () => {
    const page = fs.readFileSync(path.join(STICK, 'search', 'index.html'), 'utf8');
    expect(page).toContain('content="0;url=../index-of-pages.html"');
    expect(fs.readFileSync(path.join(STICK, 'index-of-pages.html'), 'utf8')).not.toContain(
      'search/index.html',
    );
  });

  test('leaves a page alone that is no part of the app, but for links that would not hold', () => {
    const read = (file: string) => fs.readFileSync(path.join(STICK, file), 'utf8');
    expect(read('whole.html')).toBe('<!doctype html><title>Whole</title><p>By itself\n');
    expect(read('card.html')).toContain('<a href="docs/intro/index.html">Introduction</a>');
    expect(read('card.html')).toContain(
      '<a href="https://ops.example.com/ops/docs/intro">Is it still good?</a>',
    );
    expect(read('card.html')).not.toContain('opsbinder-copy');
  });

  test('says what is missing, and changes nothing', async () => {
    const run = await docusaurus(['handbook:usb', '--from', 'nowhere', '--out', 'other'], SITE_DIR);
    expect(run.code).toBe(1);
    expect(run.output).toMatch(/There is no built site in .*nowhere\. Run "docusaurus build" first/);
    expect(fs.existsSync(path.join(SITE_DIR, 'other'))).toBe(false);
  });
});

describe.each([
  ['with JavaScript', true],
  ['with JavaScript off', false],
])('the copy, %s', (_name, javaScriptEnabled) => {
  test('leads from the home page to a tier, a runbook, one of its headings, and back', async () => {
    const {page, complaints, strangers} = await open('index.html', {javaScriptEnabled});
    await page.getByRole('link', {name: 'Tiers', exact: true}).first().click();
    expect(await title(page)).toBe('Tiers');
    await page.locator('main').getByRole('link', {name: 'Tier 0: Before first deploy'}).first().click();
    await page.locator('main').getByRole('link', {name: 'Database failover'}).click();
    expect(await title(page)).toBe('Database failover');
    await page.locator('.theme-doc-toc-desktop').getByRole('link', {name: 'Promote'}).click();
    expect(new URL(page.url()).hash).toBe('#promote');
    await page.goBack();
    await page.goBack();
    expect(await title(page)).toMatch(/Tier 0/);
    expect(complaints).toEqual([]);
    expect(strangers).toEqual([]);
    await page.context().close();
  });

  test('has nothing on a page that does nothing', async () => {
    for (const file of [
      'index.html',
      'docs/runbooks/failover/index.html',
      'alerts/index.html',
      'reviews/index.html',
    ]) {
      const {page} = await open(file, {javaScriptEnabled});
      const dead = page.locator(
        'button:not(.opsbinder-copy-button), select, textarea, input:not([type=checkbox]), dialog, [role=tab], a[href="#"], a[role=button], form',
      );
      expect(await dead.count(), file).toBe(0);
      await page.context().close();
    }
  });

  test('says on every page that it is one, on paper, too', async () => {
    const {page} = await open('docs/runbooks/failover/index.html', {javaScriptEnabled});
    for (const media of ['screen', 'print'] as const) {
      await page.emulateMedia({media});
      const line = page.locator('.opsbinder-copy');
      expect(await line.isVisible()).toBe(true);
      expect(await line.innerText()).toContain('This is a copy as of 20 November 2026.');
    }
    await page.context().close();
  });

  test('is whole: all tabs, what is folded, pictures, pages with any name, boxes to tick', async () => {
    const {page, strangers} = await open('docs/runbooks/tabs/index.html', {javaScriptEnabled});
    const text = await page.locator('article').innerText();
    expect(text).toMatch(/Linux\s+Run systemctl restart\.\s+macOS\s+Run launchctl kickstart\.\s/);
    expect(text).toContain('Important words');
    await page.getByRole('img', {name: 'Raw'}).waitFor();
    const width = await page.getByRole('img', {name: 'Raw'}).boundingBox();
    expect(width?.width).toBeGreaterThan(20);
    await page.getByRole('link', {name: 'networks'}).click();
    await page.locator('nav.menu').getByRole('link', {name: 'Über uns'}).click();
    expect(await title(page)).toBe('Über uns');
    await page.getByRole('link', {name: 'the start'}).click();
    await page.getByRole('link', {name: 'the failover'}).click();
    expect(new URL(page.url()).hash).toBe('#promote');
    await page.getByText('What it looks like').click();
    await page.getByText('Hidden knowledge is here.').waitFor();
    const box = page.getByRole('checkbox').first();
    await box.check();
    expect(await box.isChecked()).toBe(true);
    expect(strangers).toEqual([]);
    await page.context().close();
  });

  test('can be found through on a phone', async () => {
    const {page} = await open('docs/runbooks/failover/index.html', {
      javaScriptEnabled,
      viewport: {width: 390, height: 844},
    });
    await page.getByText('On this page').click();
    await page.locator('.opsbinder-copy-toc').getByRole('link', {name: 'Session'}).click();
    expect(new URL(page.url()).hash).toBe('#session');
    await page.locator('nav.menu').getByRole('link', {name: 'Start over'}).click();
    expect(await title(page)).toBe('Start over');
    await page.getByRole('link', {name: 'Deutsch'}).click();
    expect(page.url()).toMatch(/\/de\/docs\/runbooks\/tabs\/index\.html$/);
    expect(await page.locator('.opsbinder-copy').innerText()).toContain(
      'Dies ist eine Kopie vom Stand 20. November 2026.',
    );
    await page.getByRole('link', {name: 'Alle Seiten und Suche'}).click();
    expect(await title(page)).toBe('Alle Seiten');
    await page.locator('main').getByRole('link', {name: 'Einführung'}).click();
    expect(await title(page)).toBe('Einführung');
    await page.context().close();
  });

  test('lists all pages with their headings', async () => {
    const {page} = await open('index-of-pages.html', {javaScriptEnabled});
    await page.locator('main').getByRole('link', {name: 'Größe'}).click();
    expect(await title(page)).toBe('Über uns');
    expect(decodeURIComponent(new URL(page.url()).hash)).toBe('#größe');
    await page.context().close();
  });
});

describe('the search', () => {
  test('finds an error message that is pasted, and leads to where it stands', async () => {
    const {page, complaints, strangers} = await open('index-of-pages.html');
    const field = page.getByRole('searchbox', {name: 'Search the text of all pages'});
    await field.fill('FATAL: the database system is starting up (SQLSTATE 57P03)');
    const results = page.locator('.opsbinder-copy-results li');
    await page.getByText('1 page', {exact: true}).waitFor();
    expect(await results.count()).toBe(1);
    expect(await results.locator('mark').allInnerTexts()).toContain('57P03');
    await results.getByRole('link').click();
    expect(new URL(page.url()).hash).toBe('#promote');
    await page.goBack();
    expect(await field.inputValue()).toContain('57P03');
    expect(complaints).toEqual([]);
    expect(strangers).toEqual([]);
    await page.context().close();
  });

  test('finds options, alerts by name, words without their accents, and says when there is nothing', async () => {
    const {page} = await open('index-of-pages.html');
    const field = page.getByRole('searchbox');
    const first = page.locator('.opsbinder-copy-results a').first();
    for (const [query, answer] of [
      ['--dry-run', 'Database failover › Promote'],
      ['dbdown', 'Database failover'],
      ['uber UNS', 'Über uns'],
      ['nowhere', ''],
      ['größe netz', 'Über uns › Größe'],
      ['proxy', 'Proxy'],
    ] as const) {
      await field.fill(query);
      if (answer) expect(await first.innerText(), query).toBe(answer);
      else expect(await page.getByRole('status').innerText(), query).toBe('No page has these words.');
    }
    await field.fill('');
    expect(await page.locator('#opsbinder-copy-list').isVisible()).toBe(true);
    await page.context().close();
  });
});

describe('what has happened since', () => {
  test('never makes a page look better, and says when its review was due', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const url = pathToFileURL(path.join(STICK, 'docs/runbooks/failover/index.html')).href;
    const badge = page.locator('[data-copy-badge] strong');
    const line = page.locator('.opsbinder-copy');
    for (const [day, state, said] of [
      ['2026-11-01', 'Fresh', false],
      ['2026-12-10', 'Fresh', false],
      ['2026-12-11', 'Overdue', true],
    ] as const) {
      await context.clock.setFixedTime(`${day}T12:00:00Z`);
      await page.goto(url);
      expect(await badge.innerText(), day).toBe(state);
      expect((await line.innerText()).includes('The review of this page was due on 10 Dec 2026.'), day).toBe(
        said,
      );
    }
    expect(await line.innerText()).toContain('It is 21 days old.');
    await context.close();
  });

  test('a list says of which day its states are', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const states = page.locator('[data-copy-state]');
    await context.clock.setFixedTime('2026-11-20T12:00:00Z');
    await page.goto(pathToFileURL(path.join(STICK, 'tiers/index.html')).href);
    expect(await states.first().innerText()).toBe('Fresh');
    await context.clock.setFixedTime('2028-01-01T12:00:00Z');
    await page.reload();
    expect(await states.first().innerText()).toBe('Fresh (20 November 2026)');
    await context.close();
  });
});

test('commands can be copied, and a session is only read', async () => {
  const {page} = await open('docs/runbooks/failover/index.html', {
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const buttons = page.getByRole('button', {name: 'Copy'});
  expect(await buttons.count()).toBe(1);
  await buttons.click();
  await page.getByText('Copied with blanks to fill in').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    'kubectl -n <namespace> get pods --dry-run=server',
  );
  await page.context().close();
});

describe('the project’s own site as a copy', () => {
  const PAGES = [
    'index.html',
    'index-of-pages.html',
    'docs/runbooks/database-failover/index.html',
    'tiers/0/index.html',
    'quick-reference/index.html',
    'api/index.html',
  ];

  test.each(PAGES)('%s asks for nothing, complains of nothing and has no barriers', async (file) => {
    for (const [width, colorScheme] of [
      [1280, 'light'],
      [390, 'dark'],
    ] as const) {
      const {page, complaints, strangers} = await open(
        file,
        {viewport: {width, height: 844}, colorScheme},
        DEMO_STICK,
      );
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
      expect(await page.locator('html').getAttribute('data-theme')).toBe(colorScheme);
      expect(complaints).toEqual([]);
      // The reference takes axe ten seconds, and is the same mark-up that the site's own test looks at.
      if (file !== 'api/index.html') {
        expect(await accessibilityProblems(page, {preload: false})).toEqual([]);
      }
      expect(strangers).toEqual([]);
      await page.context().close();
    }
  });

  test('its card is still one sheet, and says that it is a copy', async () => {
    const {page} = await open('quick-reference/index.html', {}, DEMO_STICK);
    for (const format of ['A4', 'Letter']) {
      const pdf = (await page.pdf({format})).toString('latin1');
      expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length, format).toBe(1);
    }
    await page.emulateMedia({media: 'print'});
    expect(await page.locator('main').innerText()).toMatch(/As of 20 Nov 2026\..* Copy\./);
    await page.context().close();
  });
});
