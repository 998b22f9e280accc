import fs from 'node:fs';
import axe from 'axe-core';
import {type Browser, chromium, type Page} from 'playwright-core';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/** Path of a Chromium on this machine; `CHROME_PATH` wins. Throws with the mend when there is none. */
export function findChromium(): string {
  const found = [process.env.CHROME_PATH, ...PLACES].find((place) => place && fs.existsSync(place));
  if (!found)
    throw new Error(
      'The browser tests need Chromium. Install it (apt-get install chromium) or set CHROME_PATH.',
    );
  return found;
}

/** Starts Chromium. */
export function launch(): Promise<Browser> {
  return chromium.launch({executablePath: findChromium(), args: ['--no-sandbox']});
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

/** What axe-core finds on a page, a line for each rule that fails, without the rules that the caller exempts. */
export async function accessibilityProblems(page: Page, exempt: readonly string[] = []): Promise<string[]> {
  await page.evaluate(axe.source);
  const results = await page.evaluate(async () => {
    const {axe: injected} = globalThis as unknown as {axe: typeof axe};
    return injected.run(document, {resultTypes: ['violations']});
  });
  // One example of each is enough to find the rest, and keeps a failure readable.
  return results.violations
    .filter(({id}) => !exempt.includes(id))
    .map(
      ({id, nodes: [first, ...more]}) =>
        `${id}: ${first?.target.join(' ')} (+${more.length}) ${first?.failureSummary?.split('\n')[1] ?? ''}`,
    );
}
