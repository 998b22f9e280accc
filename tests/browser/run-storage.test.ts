import {describe, expect, test} from 'vitest';
import {boxes, commands, followedPages} from '../support/followed-pages.js';
import {FOLLOWED_SITE} from '../support/followed-site.js';
import {buildSite} from '../support/sites.js';

const pages = followedPages('run-storage');
const {open} = pages;

const UNSAVED = 'This browser keeps nothing for this page';
const checked = (page: Awaited<ReturnType<typeof open>>['page']) =>
  boxes(page).evaluateAll((all) => all.map((box) => (box as HTMLInputElement).checked));

describe('ticks and values', () => {
  test('are the same in two windows of the page', async () => {
    const context = await pages.window();
    const [one, two] = [await context.newPage(), await context.newPage()];
    for (const page of [one, two])
      await page.goto(`${pages.site.url}docs/latency`, {waitUntil: 'networkidle'});
    await boxes(one).first().check();
    await two.getByText('Started at 12:00').waitFor();
    await boxes(two).nth(1).check();
    await one.getByText('3 of 5 steps').waitFor();
    await two.locator('#blank-namespace').selectOption('staging');
    await one.locator('[data-blank=namespace]', {hasText: 'staging'}).first().waitFor();
    await one.getByRole('button', {name: 'Start over'}).click();
    await one.getByRole('button', {name: 'Forget and start over'}).click();
    await two.getByRole('region', {name: 'This run'}).waitFor({state: 'detached'});
    expect(await checked(two)).toEqual([false, false, false, false, true]);
    await context.close();
  });

  test('are of one page, not of all', async () => {
    const {page, context} = await open('docs/latency');
    await boxes(page).first().check();
    await page.goto(`${pages.site.url}docs/failover`, {waitUntil: 'networkidle'});
    expect(await checked(page)).toEqual([false, false, false]);
    await context.close();
  });

  test('of an incident of yesterday fill no command of today', async () => {
    const {page, context} = await open('docs/latency');
    await page.locator('#blank-namespace').selectOption('prod');
    await boxes(page).first().check();
    await page.clock.setFixedTime('2026-11-21T09:00:00Z');
    await page.reload({waitUntil: 'networkidle'});
    expect((await commands(page))[0]).toContain('<namespace>');
    expect((await checked(page))[0], 'what was done stays done').toBe(true);
    await context.close();
  });

  test('last until the page is closed where storage is full', async () => {
    const {page, context, seen} = await open('docs/latency');
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await boxes(page).first().check();
    await boxes(page).nth(1).check();
    await page.locator('#blank-namespace').selectOption('prod');
    expect(await page.getByText(UNSAVED).count()).toBe(1);
    expect((await checked(page)).slice(0, 2)).toEqual([true, true]);
    expect((await commands(page))[0]).toContain('kubectl -n prod');
    expect(seen.complaints.filter((text) => !text.includes('404'))).toEqual([]);
    await context.close();
  });

  test('and are forgotten there, too, by who starts over', async () => {
    const {page, context} = await open('docs/latency');
    await boxes(page).first().check();
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await boxes(page).nth(1).check();
    await page.getByRole('button', {name: 'Start over'}).click();
    await page.getByRole('button', {name: 'Forget and start over'}).click();
    await page.reload({waitUntil: 'networkidle'});
    expect(await checked(page)).toEqual([false, false, false, false, true]);
    await context.close();
  });

  test('and where storage is off', async () => {
    const context = await pages.window();
    await context.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(`${pages.site.url}docs/latency`, {waitUntil: 'networkidle'});
    await boxes(page).first().check();
    expect((await checked(page))[0]).toBe(true);
    expect(await page.getByText(UNSAVED).count()).toBe(1);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test.each([
    'no JSON',
    'null',
    '[]',
    '{"ticks": 3, "values": [1], "startedAt": "yesterday"}',
    '{"ticks": {"x": {"at": 1e99, "name": 5}}, "values": {"namespace": {"a": 1}}, "touched": -1}',
    '{"ticks": {"__proto__": {"at": 5, "name": "x"}}, "values": {"constructor": "x"}, "startedAt": 1e300}',
  ])('start anew where %s stands in storage', async (garbage) => {
    const context = await pages.window();
    await context.addInitScript((text) => {
      if (!sessionStorage.getItem('once')) localStorage.setItem('opsbinder:/docs/latency', text);
      sessionStorage.setItem('once', 'yes');
    }, garbage);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(`${pages.site.url}docs/latency`, {waitUntil: 'networkidle'});
    expect(await page.getByRole('region', {name: 'This run'}).count()).toBe(0);
    await boxes(page).first().check();
    await page.reload({waitUntil: 'networkidle'});
    expect((await checked(page))[0]).toBe(true);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('of a step that was edited are dropped, and it is said which', async () => {
    const {page, context} = await open('docs/latency');
    for (const index of [0, 1, 2]) await boxes(page).nth(index).check();
    const edited = FOLLOWED_SITE.docs['latency.md']
      .replace('logs <pod> --tail', 'logs <pod> --previous --tail')
      .replace('1. Acknowledged the alert.\n2. ', '1. Breathe.\n2. Acknowledged the alert.\n3. ')
      .replace('3. Read', '4. Read');
    const rebuilt = await buildSite({
      name: 'run-storage',
      ...FOLLOWED_SITE,
      docs: {...FOLLOWED_SITE.docs, 'latency.md': edited},
    });
    expect(rebuilt.code).toBe(0);
    await page.reload({waitUntil: 'networkidle'});
    expect(await checked(page)).toEqual([false, true, true, false, false, true]);
    const notice = page.getByText('These steps were ticked and have been edited since').locator('..');
    expect(await notice.innerText()).toContain('Read what it says');
    expect(await notice.innerText()).not.toContain('Look at the pods');
    await page.reload({waitUntil: 'networkidle'});
    expect(await notice.count(), 'until it was seen').toBe(1);
    await notice.getByRole('button').click();
    await page.reload({waitUntil: 'networkidle'});
    expect(await page.getByText('have been edited since').count()).toBe(0);
    await context.close();
  });
});
