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
  ':::step[Look]',
  'Look.',
  ':::',
  '',
  '```bash',
  'kubectl -n <namespace> get pods -l app.kubernetes.io/part-of=recon --sort-by=.status.startTime -o wide',
  '```',
  '',
  ':::expect',
  'Every pod is `Running`, and none has restarted within the last hour.',
  ':::',
  '',
  'Between.',
  '',
  ':::decision[What *is* it?]',
  '',
  '- [It is slow](other.md#slow): see the [dashboard](https://example.com/)',
  '- [It is down](#step-1)',
  '- [It is something else, and this takes more than a line on any screen](other.md)',
  '- When in doubt, ask.',
  '',
  ':::',
  '',
].join('\n');

let browser: Browser;
let site: SiteServer;
beforeAll(async () => {
  const built = await buildSite({
    name: 'directives',
    docs: {
      'page.md': PAGE,
      'wide.md': PAGE.replace('# Many', '---\nhide_table_of_contents: true\n---\n\n# Many'),
      'other.md': '# Other\n\n## Slow\n\nText.\n',
    },
    // Docusaurus's own blue has too little contrast.
    options: {theme: {customCss: path.resolve(__dirname, '..', '..', 'src', 'css', 'custom.css')}},
    config: {themeConfig: {colorMode: {respectPrefersColorScheme: true}, navbar: {title: 'Directives'}}},
  });
  // A link that leads nowhere is told, as anywhere.
  expect(built.output).not.toMatch(/broken/i);
  if (built.code !== 0) throw new Error(built.output);
  [browser, site] = await Promise.all([launch(), serve(built.dir)]);
});
afterAll(async () => {
  await Promise.all([browser?.close(), site?.close()]);
});

async function open(options: BrowserContextOptions = {}, name = 'page'): Promise<Page> {
  const context = await newContext(browser, {viewport: {width: 1280, height: 900}, ...options});
  const page = await context.newPage();
  await page.goto(`${site.url}docs/${name}`, {waitUntil: 'networkidle'});
  return page;
}

describe.each(['light', 'dark'] as const)('the directives when %s', (colorScheme) => {
  test('let the number of a step be read', async () => {
    const page = await open({colorScheme});
    const [ink, ground] = await page
      .locator('#step-1 > [aria-hidden]')
      .evaluate((number) => [getComputedStyle(number).color, getComputedStyle(number).backgroundColor]);
    const [light, dark] = [ink, ground]
      .map((color) => Number(color?.match(/\d+/)?.[0]))
      .sort((a, b) => b - a);
    expect(ink).toMatch(/^rgb\(/);
    expect((light ?? 0) - (dark ?? 0)).toBeGreaterThan(120);
    await page.context().close();
  });

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
    await messageOn(page).getByText('Copied').waitFor();
    expect(await page.locator('article [role=status]').innerText()).toBe('Copied, 1 blank left: <symptom>');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(TEXT);
    await page.context().close();
  });

  test('says when it could not be copied', async () => {
    const page = await open();
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
      document.execCommand = () => false;
    });
    await messageOn(page).getByRole('button', {name: 'Copy', exact: true}).click();
    await messageOn(page).getByText('The browser does not let this page copy.').waitFor();
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

describe('a decision', () => {
  const choicesOn = (page: Page) => page.getByRole('group', {name: 'What is it?'}).getByRole('listitem');

  test.each([
    [1280, 2, 3],
    [390, 1, 1],
  ])('shows its links as large choices, at %i in %i to %i columns', async (width, least, most) => {
    const page = await open({viewport: {width, height: 900}});
    const boxes = await Promise.all((await choicesOn(page).all()).map((choice) => choice.boundingBox()));
    const [first] = boxes;
    for (const box of boxes.slice(0, 3)) expect(box?.height).toBeGreaterThanOrEqual(44);
    const columns = boxes.filter((box) => box?.y === first?.y).length;
    expect(columns).toBeGreaterThanOrEqual(least);
    expect(columns).toBeLessThanOrEqual(most);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await page.context().close();
  });

  test('is followed from anywhere in a choice, and its other links lead where they say', async () => {
    const page = await open();
    const [slow, down] = await choicesOn(page).all();
    const hrefAt = async (x: number, y: number) =>
      page.evaluate(
        ([left = 0, top = 0]) => document.elementFromPoint(left, top)?.closest('a')?.getAttribute('href'),
        [x, y],
      );
    await slow?.scrollIntoViewIfNeeded();
    const box = await slow?.boundingBox();
    expect(await hrefAt((box?.x ?? 0) + 5, (box?.y ?? 0) + (box?.height ?? 0) - 5)).toBe('/docs/other#slow');
    const other = await slow?.getByText('dashboard').boundingBox();
    expect(await hrefAt((other?.x ?? 0) + 5, (other?.y ?? 0) + 5)).toBe('https://example.com/');
    await down?.click({position: {x: 5, y: 5}});
    await page.waitForURL(/#step-1$/);
    await page.context().close();
  });

  test('works without scripts, and is a plain list on paper', async () => {
    const page = await open({javaScriptEnabled: false});
    await choicesOn(page)
      .first()
      .click({position: {x: 5, y: 5}});
    await page.waitForURL(/\/docs\/other#slow$/);
    await page.context().close();
    const paper = await open();
    await paper.emulateMedia({media: 'print'});
    const styles = await choicesOn(paper)
      .first()
      .evaluate((item) => {
        const {display, borderTopWidth} = getComputedStyle(item);
        return `${display} ${borderTopWidth} ${getComputedStyle(item.parentElement as Element).display}`;
      });
    expect(styles).toBe('list-item 0px block');
    await paper.context().close();
  });
});

describe('a command and what it should show', () => {
  const partsOn = async (page: Page) => {
    const expected = page.getByText('What you should see').locator('..');
    const code = expected.locator('xpath=preceding-sibling::*[1]');
    return Promise.all([code.boundingBox(), expected.boundingBox()]) as Promise<
      {x: number; y: number; width: number; height: number}[]
    >;
  };

  test('stand side by side where both have room', async () => {
    const page = await open({viewport: {width: 1280, height: 900}}, 'wide');
    const [code, expected] = await partsOn(page);
    expect(expected?.y).toBe(code?.y);
    expect(expected?.x).toBeCloseTo((code?.x ?? 0) + (code?.width ?? 0), 0);
    expect(code?.width).toBeGreaterThan(440);
    await page.context().close();
  });

  test.each([
    ['beside a table of contents', 1280, 'page'],
    ['on a phone', 390, 'wide'],
  ])('are joined one below the other %s', async (_where, width, name) => {
    const page = await open({viewport: {width, height: 900}}, name);
    const [code, expected] = await partsOn(page);
    expect(expected?.x).toBe(code?.x);
    expect(expected?.y).toBeCloseTo((code?.y ?? 0) + (code?.height ?? 0), 0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await page.context().close();
  });
});
