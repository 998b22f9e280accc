import type {Page} from 'playwright-core';

/** Opens the search dialog from the keyboard, once the page listens to it. */
export async function openSearch(page: Page, keys = '/'): Promise<void> {
  await page.locator('html[data-has-hydrated="true"]').waitFor({state: 'attached'});
  await page.keyboard.press(keys);
  await page.locator('dialog[open] input').waitFor();
}

/** Types into the open dialog and waits for pages that match. */
export async function searchFor(page: Page, query: string): Promise<void> {
  await page.locator('dialog input').fill(query);
  await page.locator('dialog a[data-result]').first().waitFor();
}

/** Opens the search page and waits until its filters are there. */
export async function openSearchPage(page: Page, siteUrl: string, query = ''): Promise<void> {
  await page.goto(`${siteUrl}search/${query}`);
  await page.locator('fieldset', {hasText: 'Type'}).waitFor({state: 'attached'});
}

/** The titles of the results, in order, once there are as many as it says. */
export async function titles(page: Page, count: string): Promise<string[]> {
  await page.locator('[role=status]', {hasText: count}).waitFor();
  return page.locator('a[data-result] > span:first-child').allTextContents();
}
