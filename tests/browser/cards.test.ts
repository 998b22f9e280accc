import type {Browser, Page} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {launch, newContext} from '../support/browser.js';
import {decodeQr, readPdf} from '../support/pdf.js';
import {type SiteServer, serve} from '../support/serve.js';
import {type BuiltSite, buildSite} from '../support/sites.js';

const OWNERS = `sre:
  name: Site reliability
  chat: "#sre"
  phone: "+44 20 7946 0021"
  escalates_to: lead
lead: {name: Engineering lead, phone: "+44 20 7946 0090"}
`;

const page = (title: string, reviewed: string, card: string) =>
  `---\nlast_reviewed_on: ${reviewed}\nreview_in: 90 days\nquick_reference:\n${card}---\n\n# ${title}\n\n\`\`\`bash\nsystemctl restart web\n\`\`\`\n`;

let browser: Browser;
let built: BuiltSite;
let site: SiteServer;

beforeAll(async () => {
  built = await buildSite({
    name: 'cards',
    docs: {
      'owners.yml': OWNERS,
      'web.md': page(
        'Web site',
        '2026-11-01',
        '  right_if: the shop is down\n  contacts: [sre]\n  commands: [{label: Restart, command: systemctl restart web}]\n',
      ),
      'payments.md': page(
        'Payments',
        '2026-01-01',
        '  card: Payments\n  emergency: Money is lost\n  procedures: [{label: Payouts are late, steps: [Hold them, Call]}]\n',
      ),
    },
    options: {api: false, search: false},
    config: {baseUrl: '/ops/', title: 'Shop'},
  });
  if (built.code !== 0) throw new Error(built.output);
  [browser, site] = await Promise.all([launch(), serve(built.dir, '/ops/')]);
});

afterAll(async () => {
  await Promise.all([browser.close(), site.close()]);
});

async function open(route: string, options: {javaScriptEnabled?: boolean; on?: string} = {}): Promise<Page> {
  const context = await newContext(browser, {javaScriptEnabled: options.javaScriptEnabled ?? true});
  if (options.on) await context.clock.setFixedTime(`${options.on}T12:00:00Z`);
  const page = await context.newPage();
  await page.goto(site.url + route, {waitUntil: 'networkidle'});
  return page;
}

const revisionOn = async (page: Page) =>
  (await page.locator('main footer code').first().innerText()).replaceAll(/\s/g, '');

describe('a card', () => {
  test.each([true, false])(
    'begins with its condition and says how to tell the emergency, JavaScript %s',
    async (on) => {
      const page = await open('quick-reference/payments/', {javaScriptEnabled: on});
      const text = await page.locator('main').innerText();
      expect(text).toMatch(
        /^[\s\S]*Payments[\s\S]*Right card if\s+something is wrong with Payments[\s\S]*Emergency\?\s+Money is lost/,
      );
      expect(text).toContain('OVERDUE: 1 page behind this card');
      await page.context().close();
    },
  );

  test('says whom to call next with a number, and which page goes on', async () => {
    const page = await open('quick-reference/site/');
    expect(await page.locator('main').innerText()).toContain('then: Engineering lead +44 20 7946 0090');
    await page.context().close();
    const other = await open('quick-reference/payments/');
    await other.getByRole('link', {name: 'Payments', exact: true}).first().click();
    expect(other.url()).toBe(`${site.url}docs/payments`);
    await other.context().close();
  });
});

test('/quick-reference/ shows all cards, and prints each on a sheet of its own', async () => {
  const page = await open('quick-reference/');
  expect(await page.getByRole('heading', {level: 1}).allInnerTexts()).toEqual(['Quick reference']);
  await expect.poll(() => page.getByRole('heading', {level: 2, name: 'Shop'}).count()).toBe(1);
  expect(await page.getByRole('heading', {level: 2, name: 'Payments'}).count()).toBe(1);
  const ids = await page.locator('main [id]').evaluateAll((all) => all.map(({id}) => id));
  expect(new Set(ids).size).toBe(ids.length);
  const sheets = await readPdf(await page.pdf({format: 'A4'}));
  expect(sheets.map(({text}) => [/systemctl restart/.test(text), /Hold them/.test(text)])).toEqual([
    [true, false],
    [false, true],
  ]);
  await page.context().close();
});

test('a card that is printed months later shows no state of the day it was built on', async () => {
  const page = await open('quick-reference/site/', {on: '2027-06-01'});
  const links = page.getByRole('link', {name: /^Source 1: /});
  expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute('aria-label')))).toEqual([
    'Source 1: Web site, Overdue',
    'Source 1: Web site, Overdue',
  ]);
  const [sheet] = await readPdf(await page.pdf({format: 'A4'}));
  const text = sheet?.text.replace(/\s+/g, ' ');
  expect(text).toContain('OVERDUE: 1 page');
  expect(text).toContain('Printed on 1 Jun 2027');
  expect(text).not.toContain('Fresh');
  await page.context().close();
});

test('without JavaScript a card says what paper must say', async () => {
  const page = await open('quick-reference/site/', {javaScriptEnabled: false});
  const [digest = ''] = (await revisionOn(page)).split('-');
  expect(await page.locator('main').innerText()).toContain(`if its revision begins with ${digest}`);
  await page.context().close();
});

test('a printed card carries dates, revision, boxes and its end', async () => {
  const page = await open('quick-reference/payments/');
  const revision = await revisionOn(page);
  const pdf = await page.pdf({format: 'Letter'});
  const [sheet, ...more] = await readPdf(pdf);
  expect(more).toEqual([]);
  expect(sheet?.text.replace(/\s+/g, ' ')).toMatch(/OVERDUE: 1 page .* End of card/);
  expect(sheet?.text.replace(/\s/g, '')).toContain(revision);
  expect(sheet?.text).not.toMatch(/Print(?!ed on)|One file/);
  expect(await decodeQr(pdf)).toBe(`https://ops.example.com/ops/quick-reference/payments/?r=${revision}`);
  await page.emulateMedia({media: 'print'});
  const boxes = await page
    .locator('main ol ol > li, main ul ol > li')
    .evaluateAll((steps) => steps.map((step) => getComputedStyle(step, '::after').borderTopStyle));
  expect(boxes).toEqual(['solid', 'solid']);
  await page.context().close();
});

describe('whoever comes by the code on paper is told', () => {
  test('that it is current, and until when', async () => {
    const revision = await revisionOn(await open('quick-reference/site/'));
    const page = await open(`quick-reference/site/?r=${revision}`);
    expect(await page.getByRole('status').innerText()).toMatch(/its reviews hold until 30 Jan 2027/);
    await expect.poll(() => page.getByText('Your printed card is current').count()).toBe(1);
    await page.context().close();
  });

  test('that it has expired, though the page was built before that', async () => {
    const revision = await revisionOn(await open('quick-reference/site/'));
    const page = await open(`quick-reference/site/?r=${revision}`, {on: '2027-01-31'});
    expect(await page.locator('main').innerText()).toMatch(
      /Your printed card has expired[\s\S]*held until 30 Jan 2027/i,
    );
    await page.context().close();
  });

  test('that a review behind it does not hold', async () => {
    const revision = await revisionOn(await open('quick-reference/payments/'));
    const page = await open(`quick-reference/payments/?r=${revision}`);
    expect(await page.locator('main').innerText()).toMatch(/Your printed card has expired/i);
    await page.context().close();
  });

  test('that it is superseded, and which revision holds', async () => {
    const page = await open('quick-reference/site/?r=00000000-20251001');
    const said = await page.locator('main').innerText();
    expect(said).toMatch(/Your printed card is superseded[\s\S]*1 Oct 2025/i);
    expect(said).toContain(await revisionOn(page));
    await page.context().close();
  });

  test('that it is newer than this page, which may be an old copy', async () => {
    const page = await open('quick-reference/site/?r=00000000-20261201');
    expect(await page.locator('main').innerText()).toMatch(/newer than this page[\s\S]*Trust the paper/i);
    await page.context().close();
  });

  test('that an address with anything else is none, without running what it says', async () => {
    const page = await open('quick-reference/site/?r=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E');
    expect(await page.getByRole('status').innerText()).toContain('<img src=x onerror=alert(1)>');
    await page.context().close();
  });
});
