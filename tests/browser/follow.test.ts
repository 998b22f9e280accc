import fs from 'node:fs';
import path from 'node:path';
import {gzipSync} from 'node:zlib';
import type {Page} from 'playwright-core';
import {describe, expect, test} from 'vitest';
import {accessibilityProblems} from '../support/browser.js';
import {demoInBrowser} from '../support/demo-browser.js';
import {boxes, commands, copied, followedPages, said} from '../support/followed-pages.js';

const pages = followedPages('followed');
const {open} = pages;
const demo = demoInBrowser();

describe('from the alert to the end', () => {
  test('the whole walk', async () => {
    const {page, context, seen} = await open('alerts/HighLatency?namespace=prod&Pod=api-7');
    await page.waitForURL(/docs\/latency/);
    await page.waitForLoadState('networkidle');
    const before = await commands(page);
    expect(before[0]).toContain('<namespace>');

    // Nothing changes before it is accepted.
    await page.getByRole('button', {name: 'Use all 2'}).click();
    await expect.poll(() => said(page)).toBe('2 values filled in');
    const after = await commands(page);
    expect(after[0]).toContain('kubectl -n prod get pods');
    expect(after[1]).toContain('kubectl -n prod logs api-7 --tail 50');
    expect(await page.locator('article p code').first().innerText()).toBe('api-7');

    // What is to be run, without prompts and without output.
    await page.locator('[data-copy]').first().click();
    await expect.poll(() => copied(page)).toBe('kubectl -n prod get pods \\\n  --watch=false');
    await expect.poll(() => said(page)).toBe('Copied');

    const box = boxes(page);
    expect(await box.count()).toBe(5);
    for (const [index, time] of ['12:00', '12:04', '12:07', '12:30'].entries()) {
      await page.clock.setFixedTime(`2026-11-20T${time}:00Z`);
      await box.nth(index).check();
    }
    await expect.poll(() => said(page)).toBe('Done: Restart it. 5 of 5');
    await page.getByRole('button', {name: 'Add a note'}).nth(1).click();
    await page.getByLabel('Note for the timeline').fill('api-7 was gone');
    await page.getByRole('button', {name: 'Save'}).click();

    await page.reload({waitUntil: 'networkidle'});
    expect(await box.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).checked))).toEqual([
      true,
      true,
      true,
      true,
      true,
    ]);
    expect((await commands(page))[1]).toContain('kubectl -n prod logs api-7 --tail 50');
    const run = page.getByRole('region', {name: 'This run'});
    const facts = await run.innerText();
    for (const words of ['Started at 12:00', '30 min', '5 of 5 steps', 'On call: Site reliability', '#sre']) {
      expect(facts).toContain(words);
    }

    await run.getByRole('button', {name: 'Finish'}).click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.innerText(), 'its author has ticked the last').not.toContain('not ticked');
    await dialog.getByRole('button', {name: 'Finish'}).click();
    expect(await dialog.isVisible(), 'the last check is asked for').toBe(true);
    await dialog.getByRole('textbox').fill('p99 back below 300 ms');
    await dialog.getByRole('button', {name: 'Finish'}).click();
    expect(await run.innerText()).toContain('Finished at 12:30');

    await run.getByRole('button', {name: 'Copy timeline'}).click();
    await expect
      .poll(() => copied(page))
      .toBe(
        [
          '- 12:00 — Started: High latency',
          '- 12:00 — Acknowledged the alert.',
          '- 12:04 — Look at the pods (api-7 was gone)',
          '- 12:07 — Read what it says',
          '- 12:30 — Restart it',
          '- 12:30 — Finished. Last check: p99 back below 300 ms',
          '',
        ].join('\n'),
      );

    await run.getByRole('button', {name: 'Start over'}).click();
    await dialog.getByRole('button', {name: 'Keep it'}).click();
    expect(await box.first().isChecked()).toBe(true);
    await run.getByRole('button', {name: 'Start over'}).click();
    await dialog.getByRole('button', {name: 'Forget and start over'}).click();
    expect(await box.first().isChecked()).toBe(false);
    expect(await run.count()).toBe(0);
    // Which pages were opened last is the search's, and says nothing of the run.
    expect(
      await page.evaluate(() =>
        Object.keys(localStorage).filter((key) => /^opsbinder(?!:recent:)/.test(key)),
      ),
    ).toEqual([]);
    expect(await commands(page)).toEqual(before.map((text) => text));
    expect(seen.strangers).toEqual([]);
    // The site has no favicon.
    expect(seen.complaints.filter((text) => !text.includes('404'))).toEqual([]);
    await context.close();
  });

  test('a command that still has blanks says so when it is copied', async () => {
    const {page, context} = await open('docs/latency');
    await page.locator('[data-copy]').nth(1).click();
    await expect.poll(() => said(page)).toBe('Copied, 2 blanks left: <namespace>, <pod>');
    await page.getByLabel('namespace').selectOption('prod');
    await page.locator('[data-copy]').nth(1).click();
    await expect.poll(() => said(page)).toBe('Copied, 1 blank left: <pod>');
    await expect.poll(() => copied(page)).toBe('kubectl -n prod logs <pod> --tail 50');
    await context.close();
  });

  test('what does not fit its pattern goes into no command', async () => {
    const {page, context} = await open('docs/latency');
    await page.getByRole('textbox', {name: 'pod'}).fill('API 7');
    expect((await commands(page))[1]).toContain('<pod>');
    expect(await page.getByText('Should look like [a-z0-9-]+').count()).toBe(1);
    await page.getByRole('textbox', {name: 'pod'}).fill('api-7');
    expect((await commands(page))[1]).toContain('api-7');
    await context.close();
  });
});

test('an MDX page is followed as any other', async () => {
  const {page, context, seen} = await open('docs/parts');
  await page.locator('#blank-pod').fill('api-7');
  await page.locator('#blank-namespace').fill('prod');
  await page.locator('#blank-state').fill('up again');
  const text = await page.locator('article').innerText();
  for (const words of ['kubectl -n prod get pods', 'echo "api-7"', 'oc logs api-7', "'up again'"]) {
    expect(text).toContain(words);
  }
  expect(await boxes(page).count()).toBe(3);
  await boxes(page).nth(1).check();
  expect(await page.getByText('1 of 3 steps').count()).toBe(1);
  expect(seen.complaints.filter((message) => !message.includes('404'))).toEqual([]);
  await context.close();
});

describe('what destroys', () => {
  test('is said before the command, and copied at the second press', async () => {
    const {page, context} = await open('docs/failover');
    const step = page.locator('#step-2');
    const text = await step.innerText();
    expect(text.indexOf('Its data is gone for good')).toBeGreaterThan(-1);
    expect(text.indexOf('Its data is gone for good')).toBeLessThan(text.indexOf('Delete the old primary'));
    expect(text.indexOf('Destructive: deletes')).toBeLessThan(text.indexOf('kubectl delete'));
    await page.evaluate(() => navigator.clipboard.writeText('before'));
    await step.locator('[data-copy]').click();
    await expect.poll(() => copied(page)).toBe('before');
    await expect.poll(() => said(page)).toBe('Destructive: deletes');
    await step.getByRole('button', {name: 'Press again to copy'}).click();
    await expect.poll(() => copied(page)).toBe('kubectl delete pod <primary>');
    await context.close();
  });
});

describe('by keyboard', () => {
  test('c copies the next command, space ticks the current step, ? lists the keys', async () => {
    const {page, context} = await open('docs/failover');
    await page.keyboard.press('c');
    await expect.poll(() => copied(page)).toBe('kubectl get pods');
    await page.keyboard.press('Space');
    expect(await boxes(page).first().isChecked()).toBe(true);
    expect(await page.locator('[data-current]').getAttribute('id')).toBe('step-2');
    await page.keyboard.press('c');
    await expect.poll(() => copied(page)).toBe('kubectl get pods');
    await page.keyboard.press('c');
    await expect.poll(() => copied(page)).toBe('kubectl delete pod <primary>');
    await page.keyboard.press('?');
    const keys = page.getByRole('dialog', {name: 'Keys on this page'});
    expect(await keys.innerText()).toContain('copy the next command');
    await page.keyboard.press('Space');
    expect(await boxes(page).nth(1).isChecked(), 'not behind a dialog').toBe(false);
    await page.keyboard.press('Escape');
    await context.close();
  });

  test('a key that is held down is pressed once, and a step that its author ticked stays ticked', async () => {
    const {page, context} = await open('docs/latency');
    for (let press = 0; press < 4; press += 1) await page.keyboard.down('Space');
    await page.keyboard.up('Space');
    const ticks = () => boxes(page).evaluateAll((all) => all.map((box) => (box as HTMLInputElement).checked));
    expect(await ticks()).toEqual([true, false, false, false, true]);
    for (let press = 0; press < 5; press += 1) await page.keyboard.press('Space');
    expect(await ticks()).toEqual([true, true, true, true, true]);
    await context.close();
  });

  test('a double click is no second press', async () => {
    const {page, context} = await open('docs/failover');
    await page.evaluate(() => navigator.clipboard.writeText('before'));
    await page.locator('#step-2 [data-copy]').dblclick();
    await page.getByRole('button', {name: 'Press again to copy'}).waitFor();
    expect(await copied(page)).toBe('before');
    await context.close();
  });

  test('and who has written a note goes on from there', async () => {
    const {page, context} = await open('docs/failover');
    await page.keyboard.press('Space');
    for (const end of ['Enter', 'Escape']) {
      await page.getByRole('button', {name: /note/}).press('Enter');
      await page.keyboard.type('seen');
      await page.keyboard.press(end);
      await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Edit the note');
    }
    await context.close();
  });

  test('they can be switched off, and on again', async () => {
    const {page, context} = await open('docs/failover');
    await page.getByRole('button', {name: 'Keys on this page'}).click();
    await page.getByRole('checkbox', {name: 'Use these keys'}).uncheck();
    await page.getByRole('button', {name: 'Close'}).click();
    await page.reload({waitUntil: 'networkidle'});
    await page.keyboard.press('Space');
    await page.keyboard.press('?');
    expect(await boxes(page).first().isChecked()).toBe(false);
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.getByRole('button', {name: 'Keys on this page'}).click();
    await page.getByRole('checkbox', {name: 'Use these keys'}).check();
    await page.getByRole('button', {name: 'Close'}).click();
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await page.keyboard.press('Space');
    expect(await boxes(page).first().isChecked()).toBe(true);
    await context.close();
  });

  test('the focus goes on where something has gone', async () => {
    const {page, context} = await open('docs/failover?primary=web-0');
    const focused = () => page.evaluate(() => document.activeElement?.outerHTML.slice(0, 60) ?? '');
    await page.getByRole('button', {name: 'Use for primary'}).press('Enter');
    await expect.poll(focused).toContain('id="blank-primary"');
    await boxes(page).first().press('Space');
    const run = page.getByRole('region', {name: 'This run'});
    await run.getByRole('button', {name: 'Finish'}).press('Enter');
    await page.getByRole('dialog').getByRole('textbox').fill('fine');
    await page.getByRole('dialog').getByRole('textbox').press('Enter');
    await expect.poll(focused).toContain('<button');
    await run.getByRole('button', {name: 'Start over'}).press('Enter');
    await page.getByRole('button', {name: 'Forget and start over'}).press('Enter');
    await expect.poll(focused).toContain('type="checkbox"');
    await context.close();
  });

  test('and fields keep their letters', async () => {
    const {page, context} = await open('docs/failover');
    await page.evaluate(() => navigator.clipboard.writeText('before'));
    await page.getByRole('textbox', {name: 'primary'}).pressSequentially('c ?');
    expect(await page.getByRole('textbox', {name: 'primary'}).inputValue()).toBe('c ?');
    await expect.poll(() => copied(page)).toBe('before');
    expect(await boxes(page).first().isChecked()).toBe(false);
    await context.close();
  });

  test('every control can be reached and used', async () => {
    const {page, context} = await open('docs/failover');
    await page.keyboard.press('Space');
    const reached = new Set<string>();
    for (let press = 0; press < 120; press += 1) {
      await page.keyboard.press('Tab');
      reached.add(
        await page.evaluate(() => {
          const {activeElement: at} = document;
          return at?.hasAttribute('data-copy')
            ? 'copy'
            : at?.hasAttribute('data-tick')
              ? 'tick'
              : (at?.textContent ?? '');
        }),
      );
    }
    expect([...reached]).toEqual(
      expect.arrayContaining(['copy', 'tick', 'Add a note', 'Copy timeline', 'Finish', 'Start over']),
    );
    await context.close();
  });
});

describe('for every reader', () => {
  test.each(['light', 'dark'] as const)(
    'nothing is in the way of assistive technology when %s',
    async (colorScheme) => {
      const {page, context} = await open(
        'docs/runbooks/database-failover?primary=recon-db-a&environment=b%3Bls',
        {colorScheme},
        demo.site,
      );
      expect(await accessibilityProblems(page)).toEqual([]);
      await page.getByRole('button', {name: 'Use for environment'}).click();
      await boxes(page).first().check();
      await page.getByRole('button', {name: 'Add a note'}).click();
      await page.locator('[data-copy]').first().click();
      expect(await accessibilityProblems(page)).toEqual([]);
      for (const name of ['Finish', 'Start over']) {
        await page.getByRole('region', {name: 'This run'}).getByRole('button', {name}).click();
        expect(await accessibilityProblems(page), name).toEqual([]);
        await page.keyboard.press('Escape');
      }
      await context.close();
    },
  );

  test('a finger finds everything on a phone, and nothing is wider than it', async () => {
    const {page, context} = await open('docs/latency?namespace=prod', {
      viewport: {width: 390, height: 844},
      hasTouch: true,
      isMobile: true,
    });
    await page.getByRole('button', {name: 'Use for namespace'}).click();
    await boxes(page).first().check();
    const small = await page.evaluate(() =>
      [
        ...document.querySelectorAll<HTMLElement>(
          'article button:not([class*=toc]), article label:has(input[type=checkbox]), article input:not([type=checkbox]), article select, article summary',
        ),
      ]
        .filter((element) => element.checkVisibility())
        .map((element) => ({text: element.outerHTML.slice(0, 80), box: element.getBoundingClientRect()}))
        .filter(({box}) => box.height < 44 || box.width < 44)
        .map(({text}) => text),
    );
    expect(small).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await context.close();
  });

  test('without JavaScript the page is complete, with its blanks as written', async () => {
    const {page, context} = await open('docs/latency?namespace=prod', {javaScriptEnabled: false});
    const texts = await commands(page);
    expect(texts[0]?.trim().replace(/\n+/g, '\n')).toBe(
      '$ kubectl -n <namespace> get pods \\\n>   --watch=false\nNAME    READY\napi-7   1/1',
    );
    expect(texts[1]).toContain('kubectl -n <namespace> logs <pod> --tail <tail>');
    for (const control of ['[data-copy]', 'details input', 'details select']) {
      expect(await page.locator(`article ${control}`).filter({visible: true}).count(), control).toBe(0);
    }
    await context.close();
  });
});

describe('what it costs', () => {
  const scripts = (page: Page) =>
    page.evaluate(() =>
      (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
        .filter(({initiatorType}) => initiatorType === 'script')
        .map(({name}) => new URL(name).pathname),
    );
  const weight = (paths: readonly string[]) =>
    paths.reduce((sum, name) => sum + gzipSync(fs.readFileSync(path.join(pages.built.dir, name))).length, 0);

  test('is at most 12 KB of script, on the pages that can be followed alone', async () => {
    const loaded: Record<string, string[]> = {};
    for (const route of ['docs/latency', 'docs/failover', 'docs/plain']) {
      // Without the clock of the other tests, which stands in for the browser's own measurements, too.
      const context = await pages.browser.newContext();
      const page = await context.newPage();
      await page.goto(pages.site.url + route, {waitUntil: 'networkidle'});
      loaded[route] = (await scripts(page)).filter((name) => name.includes('/runbook.'));
      await context.close();
    }
    expect(loaded['docs/plain']).toEqual([]);
    expect(loaded['docs/latency']).toHaveLength(1);
    expect(loaded['docs/failover']).toEqual(loaded['docs/latency']);
    expect(weight(loaded['docs/latency'] ?? [])).toBeLessThan(12 * 1024);
    // Nor does it hide elsewhere: in what every page loads, or in the page's own script.
    const others = fs
      .readdirSync(path.join(pages.built.dir, 'assets', 'js'))
      .filter((name) => !name.startsWith('runbook.'))
      .filter((name) =>
        /opsbinder\.(copy|run|blanks|step\.ticked)\b/.test(
          fs.readFileSync(path.join(pages.built.dir, 'assets', 'js', name), 'utf8'),
        ),
      );
    expect(others).toEqual([]);
  });
});
