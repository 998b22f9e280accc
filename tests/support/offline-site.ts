import type {BrowserContext, Page} from 'playwright-core';
import type {SiteFixture} from './sites.js';

/** Where the site of the offline tests is served. */
export const BASE = '/ops/';

const FAILOVER = (words: string) => `---
type: runbook
tier: 0
severity: P0
alerts: [PrimaryDown]
last_reviewed_on: 2026-11-01
review_in: 99 years
quick_reference:
  commands:
    - {label: Pods, command: kubectl get pods}
placeholders:
  namespace: {description: Where the service runs}
---

# Failover

${words}

![The plan](./plan.svg)

The list is [a file of its own](./hosts.txt).

## Procedure

1. Look at the pods:

   \`\`\`bash
   kubectl -n <namespace> get pods
   \`\`\`

2. Say so.
`;

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><rect width="20" height="20"/></svg>';

/**
 * A binder of which some is kept and some is not.
 *
 * @param words that stand on the page of tier 0, to tell one deploy from another
 */
export function offlineSite(
  name: string,
  words: string,
  offline: object | false = {},
): SiteFixture & {name: string} {
  return {
    name,
    docs: {
      'handbook.yml': 'severities:\n  P0: {title: Critical, respond_in: 15 minutes}\n',
      'failover.md': FAILOVER(words),
      'plan.svg': SVG,
      'hosts.txt': 'db-1\n',
      'restore.md': '---\ntype: runbook\ntier: 1\n---\n\n# Restore\n\nBring the *quokka* back.\n',
      'capacity.md': '---\ntier: 2\n---\n\n# Capacity\n\nHow much there is.\n\n[Budget](budget.md)\n',
      'budget.md': '---\ntier: 2\n---\n\n# Budget\n\nWhat it costs.\n',
    },
    files: {'static/favicon.svg': SVG},
    options: {api: false, offline},
    config: {
      baseUrl: BASE,
      favicon: 'favicon.svg',
      themeConfig: {
        navbar: {
          items: [
            {to: '/docs/capacity', label: 'Capacity'},
            {to: '/docs/budget', label: 'Budget'},
          ],
        },
      },
    },
  };
}

/** Opens the site for the first time, and waits until its worker answers: then all that it keeps ready is there. */
export async function firstVisit(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  await workerAnswers(page);
  return page;
}

/** Waits until a worker answers for a page. */
export async function workerAnswers(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
}

/** Waits until another version of the worker is in charge. */
export async function nextVersion(page: Page, version: string): Promise<void> {
  const change = async (old: string) => {
    const state = await caches.open('opsbinder-offline:/ops/:state');
    const versions = await (await state.match('/ops/?opsbinder-versions'))?.json();
    const registration = await navigator.serviceWorker.getRegistration();
    return versions?.[0] !== old && registration?.active?.state === 'activated';
  };
  await until(() => page.evaluate(change, version));
}

/** The version of the worker in charge. */
export function versionOf(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const state = await caches.open('opsbinder-offline:/ops/:state');
    const versions = await (await state.match('/ops/?opsbinder-versions'))?.json();
    return versions?.[0] ?? '';
  });
}

/** Asks again and again. Playwright's own `waitForFunction` takes any promise for an answer. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + 30_000;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error('It did not come about within 30 seconds.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
