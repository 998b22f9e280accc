import fs from 'node:fs';
import path from 'node:path';
import type {Browser, BrowserContextOptions, Page} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {launch, newContext, watch} from '../support/browser.js';
import {DEMO} from '../support/demo-site.js';
import {broken, missing, printed, textsOf, wordsOfCode} from '../support/paper.js';
import {drawPdfPage} from '../support/pdf.js';
import {PRINTED_SITE} from '../support/printed-site.js';
import {type SiteServer, serve} from '../support/serve.js';
import {type BuiltSite, buildSite} from '../support/sites.js';

let browser: Browser;
let built: BuiltSite;
let site: SiteServer;
let demo: SiteServer;
beforeAll(async () => {
  built = await buildSite({name: 'printed', ...PRINTED_SITE});
  if (built.code !== 0) throw new Error(built.output);
  [browser, site, demo] = await Promise.all([launch(), serve(built.dir), serve(DEMO)]);
});
afterAll(async () => {
  await Promise.all([browser.close(), site.close(), demo.close()]);
});

const WITHOUT_SCRIPTS: BrowserContextOptions = {javaScriptEnabled: false};

async function open(route: string, options: BrowserContextOptions = {}, server = site): Promise<Page> {
  const context = await newContext(browser, {timezoneId: 'Europe/London', ...options});
  const page = await context.newPage();
  await page.goto(server.url + route, {waitUntil: 'networkidle'});
  return page;
}

const LONGEST = 'docs/runbooks/database-failover';

describe.each(['A4', 'Letter'] as const)('on %s', (format) => {
  test.each([
    ['what is hard to print', 'docs/hard', () => site],
    ['the longest runbook', LONGEST, () => demo],
  ])('%s is there with every word, whole, with and without scripts', async (_, route, server) => {
    const plain = await open(route, WITHOUT_SCRIPTS, server());
    const texts = await textsOf(plain);
    expect(texts.length).toBeGreaterThan(100);
    const alive = await open(route, {}, server());
    for (const page of [plain, alive]) {
      const {sheets} = await printed(page, format);
      expect(missing(texts, sheets)).toEqual([]);
      expect(sheets.flatMap(({cut}) => cut)).toEqual([]);
      expect(sheets.length).toBeGreaterThan(2);
      for (const [index, {foot}] of sheets.entries()) {
        expect(foot).toMatch(/^(Hard to print|Database failover) Revision [0-9a-f]{7}\+? \d+ \/ \d+$/);
        expect(foot).toContain(` ${index + 1} / ${sheets.length}`);
      }
      await page.context().close();
    }
  });
});

test('a word that is hidden, and one that is cut off, are noticed', async () => {
  const page = await open('docs/hard');
  const texts = await textsOf(page);
  await page.addStyleTag({content: '@media print {summary {display: none !important}}'});
  expect(missing(texts, (await printed(page, 'A4')).sheets)).toEqual(
    expect.arrayContaining(['Outerdetail', 'Innerdetail']),
  );
  await page.addStyleTag({content: '.markdown table {white-space: nowrap; font-size: 12pt !important}'});
  const {sheets} = await printed(page, 'A4');
  expect([...missing(texts, sheets), ...sheets.flatMap(({cut}) => cut)]).toContain('value0x12');
  await page.context().close();
});

describe('a printed runbook', () => {
  test.each([
    ['with', {}],
    ['without', WITHOUT_SCRIPTS],
  ])(
    '%s scripts has a box before all that is to be done, tabs by name, and the addresses that are needed',
    async (_, options) => {
      const page = await open('docs/hard', options);
      const hasScripts = options !== WITHOUT_SCRIPTS;
      if (hasScripts) await page.locator('[data-tick]').first().check();
      const {text} = await printed(page, 'A4');
      for (const words of ['AmazonTextofthefirsttab', 'GoogleTextofthesecondtab', 'AzureTextofthelazytab']) {
        expect(text).toContain(words);
      }
      // Nothing that is pressed, filled in, or leads away.
      for (const words of [
        'Printthispage',
        'Copy',
        'Fillinonce',
        'Keysonthispage',
        'Skipto',
        'Timeline',
        'Startover',
        'Next',
        'Testsite',
      ])
        expect(text).not.toContain(words);
      const addresses = [...text.matchAll(/\(((?:https?:|\+44|help@)[^)]*)\)/g)].map(
        ([, address]) => address,
      );
      expect(addresses).toEqual([
        'https://oncall.example.com/sre',
        'https://graphs.example.com/d/1',
        'https://oncall.example.com/platform',
        '+442079460018',
        'help@example.com',
      ]);
      await page.emulateMedia({media: 'print'});
      const boxes = await page.locator('article input[type=checkbox]').evaluateAll((inputs) =>
        inputs.map((input) => {
          const {width, height} = input.getBoundingClientRect();
          const {borderTopWidth, borderTopColor, appearance} = getComputedStyle(input);
          return {
            isSquare: width > 10 && Math.abs(width - height) < 1,
            isDrawn: appearance === 'none' && borderTopColor === 'rgb(0, 0, 0)' && borderTopWidth !== '0px',
            isTicked: getComputedStyle(input, '::before').content !== 'none',
          };
        }),
      );
      const box = (isTicked: boolean) => ({isSquare: true, isDrawn: true, isTicked});
      expect(boxes).toEqual([box(hasScripts), box(false), box(false), box(true), box(false)]);
      await page.context().close();
    },
  );

  test('has its commands as they are typed: a line goes on after a space', async () => {
    const page = await open('docs/hard');
    const written = await page.locator('article pre').first().innerHTML();
    const {sheets} = await printed(page, 'A4');
    const lines = sheets.flatMap((sheet) => sheet.lines).filter((line) => line.includes('--label-'));
    expect(lines.length).toBeGreaterThan(3);
    const words = lines
      .join('\n')
      .split(/\s+/)
      .filter((word) => word.startsWith('--label-'));
    expect(words).toEqual(Array.from({length: 20}, (_, index) => `--label-${index}=something-${index}`));
    expect(await page.locator('article pre').first().innerHTML()).toBe(written);
    await page.context().close();
  });

  test('breaks no word of its code, in a line with a number, in text and in a table', async () => {
    const page = await open('docs/code');
    const words = await wordsOfCode(page);
    const [tooWide, ...rest] = [...words].sort((a, b) => b.length - a.length);
    expect(rest.length).toBeGreaterThan(100);
    const markup = () =>
      page.locator('article code').evaluateAll((codes) => codes.map((code) => code.innerHTML));
    const written = await markup();
    await page.emulateMedia({media: 'print'});
    const code = page.locator('.theme-code-block pre').first();
    // As wide as the screen none goes on, and no empty one stands between them.
    expect((await code.boundingBox())?.height).toBeLessThan(16 * 25);
    await page.emulateMedia({});
    for (const format of ['A4', 'Letter'] as const) {
      const {sheets} = await printed(page, format);
      expect(broken(words, sheets)).toEqual([tooWide]);
      expect(missing([tooWide ?? ''], sheets)).toEqual([]);
      expect(sheets.flatMap(({cut}) => cut)).toEqual([]);
      // Nor are signs parted from the code that they belong to.
      const lines = sheets.flatMap((sheet) => sheet.lines).map((line) => line.trim());
      expect(lines.filter((line) => /\($|^[,).]/.test(line))).toEqual([]);
    }
    expect(await markup()).toEqual(written);
    await page.context().close();
  });

  test('without scripts breaks no word of code in text', async () => {
    const page = await open('docs/code', WITHOUT_SCRIPTS);
    const words = ['--field-selector', '<target-time>'].flatMap((word) => Array(16).fill(word));
    for (const format of ['A4', 'Letter'] as const) {
      const {sheets} = await printed(page, format);
      const texts = sheets.map((sheet) => ({
        ...sheet,
        lines: sheet.lines.filter((line) => !line.includes('kubectl')),
      }));
      expect(broken(words, texts)).toEqual([]);
    }
    await page.context().close();
  });

  test('of the demo breaks no word of code that fits a line', async () => {
    const context = await newContext(browser);
    const page = await context.newPage();
    const runbooks = fs.readdirSync('docs/runbooks').filter((file) => file.endsWith('.md'));
    expect(runbooks.length).toBeGreaterThan(5);
    for (const file of runbooks) {
      await page.goto(`${demo.url}docs/runbooks/${path.basename(file, '.md')}`, {waitUntil: 'load'});
      const words = (await wordsOfCode(page)).filter((word) => word.length < 50);
      for (const format of ['A4', 'Letter'] as const) {
        expect({file, format, broken: broken(words, (await printed(page, format)).sheets)}).toEqual({
          file,
          format,
          broken: [],
        });
      }
    }
    await context.close();
  });

  test('has blanks as they are filled, and no secret', async () => {
    const page = await open('docs/secret');
    await page.locator('#blank-path').fill('v1/orders');
    await page.locator('input[type=password]').fill('hunter2');
    await expect.poll(() => page.locator('article pre').innerText()).toContain('hunter2');
    const {text} = await printed(page, 'A4');
    expect(text).toContain('https://api.example.com/v1/orders');
    expect(text).toContain('Token:<token>');
    expect(text).not.toContain('hunter2');
    // The reader goes on where they were.
    expect(await page.locator('article pre').innerText()).toContain('hunter2');
    await page.context().close();
  });

  test.each([
    ['as its reader has it', {}, true],
    ['whose scripts are stopped before it is printed', {}, false],
    ['without scripts', WITHOUT_SCRIPTS, false],
  ])('is dark ink on white from a dark page %s', async (_, options, isTold) => {
    const page = await open('docs/hard', {colorScheme: 'dark', ...options});
    if (!isTold && options !== WITHOUT_SCRIPTS) {
      await page.evaluate(() =>
        window.addEventListener('beforeprint', (event) => event.stopImmediatePropagation(), true),
      );
    }
    const {pdf, sheets} = await printed(page, 'A4');
    const {createCanvas, loadImage} = await import('@napi-rs/canvas');
    for (const number of [1, 3, sheets.length]) {
      const picture = await loadImage(await drawPdfPage(pdf, number, 40));
      const canvas = createCanvas(picture.width, picture.height).getContext('2d');
      canvas.drawImage(picture, 0, 0);
      const {data} = canvas.getImageData(0, 0, picture.width, picture.height);
      const light = data.filter((value, index) => index % 4 !== 3 && value > 200).length;
      expect(light / (data.length * 0.75)).toBeGreaterThan(0.85);
    }
    if (options !== WITHOUT_SCRIPTS)
      expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    await page.context().close();
  });

  test('is folded and dark again on the screen afterwards, and complained of nothing', async () => {
    const page = await open('docs/hard', {colorScheme: 'dark'});
    const {complaints} = watch(page, site.url);
    const look = () =>
      page.evaluate(() => [
        document.documentElement.getAttribute('data-theme'),
        document.querySelectorAll('details[open]').length,
        ...[...document.querySelectorAll('[role=tabpanel]')].map((panel) => panel.hasAttribute('hidden')),
        ...[...document.querySelectorAll('details > div')].map((part) => part.getAttribute('style')),
      ]);
    const before = await look();
    expect((await printed(page, 'A4')).text).toContain('Textofthelazytab');
    expect(await look()).toEqual(before);
    await page.getByText('Outer detail').click();
    await expect.poll(() => page.getByText('Folded text.').isVisible()).toBe(true);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

describe('the review state on paper', () => {
  test('is that of the day on which it is printed, though the page was open before', async () => {
    const page = await open('docs/due');
    expect((await printed(page, 'A4')).text).toMatch(/Duesoon.*Asof20Nov2026.*Builton20Nov2026/);
    await page.context().clock.setFixedTime('2026-12-05T08:05:00Z');
    const {text} = await printed(page, 'A4');
    expect(text).toMatch(/Overdue.*Asof5Dec2026.*Builton20Nov2026Printedon5Dec2026,08:05GMT/);
    await page.context().close();
  });

  test('without scripts is that of the build, and says so', async () => {
    const page = await open('docs/due', WITHOUT_SCRIPTS);
    const {text} = await printed(page, 'A4');
    expect(text).toMatch(/Duesoon.*Asof20Nov2026.*Builton20Nov2026/);
    expect(text).not.toContain('Printedon');
    await page.context().close();
  });
});

describe('the button that prints', () => {
  test('stands on pages that are followed, and prints', async () => {
    for (const route of ['docs/hard', 'docs/due', 'docs/secret']) {
      const page = await open(route, {viewport: {width: 390, height: 800}});
      const button = page.getByRole('button', {name: 'Print this page'});
      expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44);
      await page.evaluate(() => {
        window.print = () => document.body.setAttribute('data-printed', '');
      });
      await button.click();
      expect(await page.locator('body').getAttribute('data-printed')).toBe('');
      await page.context().close();
    }
  });

  test('stands on no other page, nor where it could do nothing', async () => {
    const plain = await open('docs/plain');
    expect(await plain.getByText('Print this page').count()).toBe(0);
    await plain.context().close();
    const still = await open('docs/hard', WITHOUT_SCRIPTS);
    expect(await still.getByText('Print this page').isVisible()).toBe(false);
    await still.context().close();
  });
});

test('without scripts, all tabs can be read on the screen, each below its name', async () => {
  const page = await open('docs/hard', WITHOUT_SCRIPTS);
  for (const words of [
    'Amazon',
    'Text of the first tab.',
    'Google',
    'Text of the second tab.',
    'Azure',
    'Text of the lazy tab.',
  ])
    expect(await page.locator('[role=tabpanel]').getByText(words).isVisible()).toBe(true);
  expect(await page.locator('[role=tablist]').first().isVisible()).toBe(false);
  await page.context().close();
});

test('a plain page has its foot, a card has none, and no script knows the revision', async () => {
  const plain = await open('docs/plain');
  const {sheets} = await printed(plain, 'A4');
  const [, revision = ''] = /Revision ([0-9a-f]{7}\+?)/.exec(sheets[0]?.foot ?? '') ?? [];
  expect(sheets.map(({foot}) => foot)).toEqual([`Plain Revision ${revision} 1 / 1`]);
  await plain.context().close();
  const card = await open('quick-reference/', {}, demo);
  const [sheet] = (await printed(card, 'A4')).sheets;
  expect([...(sheet?.lines ?? []), sheet?.foot].join(' ')).not.toMatch(/1 \/ 1|Revision [0-9a-f]{7} /);
  await card.context().close();
  const scripts = path.join(built.dir, 'assets', 'js');
  for (const name of fs.readdirSync(scripts)) {
    expect(fs.readFileSync(path.join(scripts, name), 'utf8')).not.toContain(revision);
  }
});
