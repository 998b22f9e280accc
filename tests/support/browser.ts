import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import axe from 'axe-core';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import {AS_OF} from './sites.js';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/** Path of a Chromium on this machine; `CHROME_PATH` wins. Undefined when there is none. */
function findChromium(): string | undefined {
  return [process.env.CHROME_PATH, ...PLACES].find((place) => place && fs.existsSync(place));
}

/**
 * Makes sure that there is a Chromium. On Debian as root it installs the distribution's own; elsewhere it says
 * what to do.
 */
export function ensureChromium(): void {
  if (findChromium()) return;
  const canInstall = process.getuid?.() === 0 && fs.existsSync('/usr/bin/apt-get');
  if (!canInstall) {
    throw new Error('The browser tests need Chromium. Install it, or set CHROME_PATH to where it is.');
  }
  const apt = (...args: string[]) =>
    execFileSync('apt-get', ['-qq', ...args], {
      stdio: 'inherit',
      env: {...process.env, DEBIAN_FRONTEND: 'noninteractive'},
    });
  apt('update');
  apt('install', '-y', 'chromium', 'fonts-liberation');
}

/** Starts Chromium. */
export function launch(): Promise<Browser> {
  return chromium.launch({executablePath: findChromium(), args: ['--no-sandbox']});
}

/**
 * Opens a window on the day for which the sites of the tests speak. States get worse as days pass, so a test that
 * ran under the machine's clock would fail one day. Pages get no service worker unless the test is about that: each
 * window would fetch the site twice.
 */
export async function newContext(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({serviceWorkers: 'block', ...options});
  await context.clock.setFixedTime(`${AS_OF}T12:00:00Z`);
  return context;
}

/** Collects what a page complains about and whom it talks to besides its own site. */
export function watch(
  page: Page,
  siteUrl: string,
): {complaints: string[]; strangers: string[]; requests: string[]} {
  const complaints: string[] = [];
  const strangers: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('registration blocked by Playwright')) return;
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    const url = request.url();
    requests.push(url);
    if (!url.startsWith(siteUrl) && !url.startsWith('data:') && !url.startsWith('blob:')) strangers.push(url);
  });
  return {complaints, strangers, requests};
}

/**
 * What axe-core finds on a page, a line for each rule that fails.
 *
 * @param preload whether it may fetch the page's style sheets, which no script may do from a file
 */
export async function accessibilityProblems(page: Page, {preload = true} = {}): Promise<string[]> {
  await page.evaluate(axe.source);
  const results = await page.evaluate(async (mayFetch) => {
    const {axe: injected} = globalThis as unknown as {axe: typeof axe};
    return injected.run(document, {resultTypes: ['violations'], preload: mayFetch});
  }, preload);
  // One example of each is enough to find the rest, and keeps a failure readable.
  return results.violations.map(
    ({id, nodes: [first, ...more]}) =>
      `${id}: ${first?.target.join(' ')} (+${more.length}) ${first?.failureSummary?.split('\n')[1] ?? ''}`,
  );
}
