import type {Page} from 'playwright-core';
import {describe, expect, test} from 'vitest';
import {newContext} from '../support/browser.js';
import {demoInBrowser} from '../support/demo-browser.js';
import {textsOf} from '../support/paper.js';
import {readPdf} from '../support/pdf.js';

const demo = demoInBrowser();

/** Number of pages of a PDF: its page objects, each once. */
function pageCount(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

async function open(route: string, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
  const context = await newContext(demo.browser, {colorScheme});
  const page = await context.newPage();
  await page.goto(demo.site.url + route, {waitUntil: 'networkidle'});
  return page;
}

describe.each(['A4', 'Letter'] as const)('on %s', (format) => {
  test('the quick-reference card is one sheet', async () => {
    const page = await open('quick-reference/');
    expect(pageCount(await page.pdf({format, preferCSSPageSize: false}))).toBe(1);
    await page.context().close();
  });

  test('every word of the card is on it', async () => {
    const page = await open('quick-reference/site/');
    const [sheet] = await readPdf(await page.pdf({format}));
    const onPaper = sheet?.text.replace(/\s/g, '') ?? '';
    // A rota is a page to look at, and paper has no link to it.
    await page.locator('[class*=rota]').evaluateAll((rotas) => rotas.map((rota) => rota.remove()));
    const words = await textsOf(page, 'main article');
    expect(words.length).toBeGreaterThan(150);
    expect(words.filter((word) => !onPaper.includes(word))).toEqual([]);
    await page.context().close();
  });

  test('a runbook takes several, so that the count above means something', async () => {
    const page = await open('docs/runbooks/database-failover');
    expect(pageCount(await page.pdf({format}))).toBeGreaterThan(2);
    await page.context().close();
  });
});

describe('the printed card', () => {
  test('carries its dates, and keeps every command whole', async () => {
    const page = await open('quick-reference/');
    await page.emulateMedia({media: 'print'});
    const text = await page.locator('main').innerText();
    expect(text).toMatch(/As of 20 Nov 2026/);
    const cut = await page
      .locator('main pre')
      .evaluateAll((blocks) => blocks.filter((block) => block.scrollWidth > block.clientWidth + 1).length);
    expect(cut).toBe(0);
    await page.context().close();
  });

  test('is set in 9 points or more, its commands, sources and revision in 8, the numbers of sources in 7.5', async () => {
    const page = await open('quick-reference/');
    await page.emulateMedia({media: 'print'});
    const sizes = await page.locator('main *').evaluateAll((elements) =>
      elements
        .filter((element) =>
          [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
        )
        .map((element) => ({
          least: element.closest('a[aria-label^="Source "], a[title^="Source "] [aria-hidden]')
            ? 7.5
            : element.closest('pre, #sources + ol, main footer')
              ? 8
              : 9,
          size: Number.parseFloat(getComputedStyle(element).fontSize) * 0.75,
          text: element.textContent,
        })),
    );
    for (const least of [7.5, 8, 9]) expect(sizes.map((found) => found.least)).toContain(least);
    expect(sizes.filter(({least, size}) => size < least)).toEqual([]);
    await page.context().close();
  });
});

test('a page printed from the dark is dark ink on white', async () => {
  const page = await open('docs/runbooks/deployment', 'dark');
  await page.emulateMedia({media: 'print', colorScheme: 'dark'});
  const inks = await page
    .locator('.theme-code-block pre, .theme-code-block pre span')
    .evaluateAll((parts) => [...new Set(parts.map((part) => getComputedStyle(part).color))]);
  expect(inks).toEqual(['rgb(0, 0, 0)']);
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  const colours = await page.evaluate(() => {
    const paragraph = document.querySelector('article p') as Element;
    return {
      theme: document.documentElement.getAttribute('data-theme'),
      background: getComputedStyle(document.documentElement).backgroundColor,
      ink: getComputedStyle(paragraph).color,
    };
  });
  expect(colours).toEqual({theme: 'light', background: 'rgb(255, 255, 255)', ink: 'rgb(0, 0, 0)'});
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
  await page.context().close();
});
