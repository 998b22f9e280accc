// What is waited for is mostly the pause in typing, so several tabs share a core.
const TABS = 4;

/**
 * The answers of a search to all queries, in their order.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {import('./engines.mjs').Engine} engine
 * @param {string} url of the site
 * @param {readonly import('./queries.mjs').Query[]} queries
 * @param {(line: string) => void} say told of every query that got no answer in time
 * @returns {Promise<string[][]>} addresses, best first; none where no answer came
 */
export async function askAll(browser, engine, url, queries, say) {
  const answers = [];
  const context = await browser.newContext({serviceWorkers: 'block'});
  const openPage = async () => {
    const page = await context.newPage();
    await engine.open(page, url);
    return page;
  };
  let next = 0;
  const work = async () => {
    let page = await openPage();
    while (next < queries.length) {
      const at = next;
      next += 1;
      const answer = await engine.ask(page, queries[at].text);
      answers[at] = answer ?? [];
      if (answer) continue;
      say(`${engine.name} gave no answer in time to ${queries[at].text}`);
      await page.close();
      page = await openPage();
    }
  };
  try {
    await Promise.all(Array.from({length: TABS}, work));
  } finally {
    await context.close();
  }
  return answers;
}
