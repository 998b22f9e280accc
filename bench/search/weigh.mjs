// What the first result costs: bytes on the wire and time, each in a browser that has been nowhere before.
import {quantile} from './score.mjs';

// While somebody types, a search may fetch what it needs. Then the text is there at once, as if pasted: no letters
// before it have been answered.
const TYPING = 1000;
const PATIENCE = 60_000;

/**
 * @typedef {object} Weight
 * @property {string} text what was typed
 * @property {number} bytes bodies of all answers that were asked for between the focus and the first result
 * @property {number} requests
 * @property {number} milliseconds from the last key to the first result
 * @property {Pick<import('./serve.mjs').Sent, 'route' | 'bytes' | 'isPrefetch'>[]} sent what the bytes are
 */

/**
 * Weighs one query.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {import('./engines.mjs').Engine} engine
 * @param {Awaited<ReturnType<typeof import('./serve.mjs').serve>>} server
 * @param {string} route page on which the search is used
 * @param {string} text
 * @returns {Promise<Weight>}
 */
export async function weigh(browser, engine, server, route, text) {
  const context = await browser.newContext({serviceWorkers: 'block', viewport: {width: 1280, height: 900}});
  try {
    const page = await context.newPage();
    await page.goto(`${server.url}${engine.start ?? route}`, {waitUntil: 'networkidle'});
    const from = Date.now();
    await engine.focus(page);
    await page.waitForTimeout(TYPING);
    const shown = page.evaluate(
      ([result, patience]) =>
        new Promise((resolve, reject) => {
          setTimeout(() => reject(new Error('No result is shown')), patience);
          let typedAt;
          const look = () => {
            // Asking whether it can be seen has the page laid out: what is drawn next shows it.
            if (typedAt === undefined || !document.querySelector(result)?.checkVisibility()) return;
            observer.disconnect();
            resolve({milliseconds: performance.now() - typedAt, at: Date.now()});
          };
          const observer = new MutationObserver(look);
          observer.observe(document.body, {childList: true, subtree: true, attributes: true});
          document.addEventListener('input', () => (typedAt = performance.now()), {
            capture: true,
            once: true,
          });
          globalThis.isWatched = true;
        }),
      [engine.result, PATIENCE],
    );
    await page.waitForFunction(() => globalThis.isWatched);
    await page.keyboard.insertText(text);
    const {milliseconds, at} = await shown;
    const sent = server.sent.filter((answer) => answer.at >= from && answer.at <= at);
    return {
      text,
      bytes: sent.reduce((sum, {bytes}) => sum + bytes, 0),
      requests: sent.length,
      milliseconds,
      sent: sent.map(({route, bytes, isPrefetch}) => ({route, bytes, isPrefetch})),
    };
  } finally {
    await context.close();
  }
}

/** Some of the items, spread evenly. */
export function spread(items, count) {
  if (items.length <= count) return [...items];
  return Array.from({length: count}, (_, at) => items[Math.floor((at * items.length) / count)]);
}

/** The figures of some weights: medians, and the most bytes and the 95th percentile of the times. */
export function weightFigures(weights) {
  const bytes = weights.map((weight) => weight.bytes);
  const times = weights.map((weight) => weight.milliseconds);
  return {
    bytes: quantile(bytes, 0.5),
    maxBytes: Math.max(...bytes),
    requests: quantile(
      weights.map((weight) => weight.requests),
      0.5,
    ),
    milliseconds: quantile(times, 0.5),
    p95: quantile(times, 0.95),
  };
}

const PREFETCHED = 'prefetched';

/** What a file is to a search, in the order of the table: the first that its address matches. */
const FILE_KINDS = [
  ['interface', /^\/assets\/|\/pagefind-ui\.|\/pagefind-(?:modular|component|highlight)/],
  ['pagefind.js', /\/pagefind\.js$/],
  ['worker', /\/pagefind-worker\.js$/],
  ['wasm', /\/wasm\.[^/]*\.pagefind$/],
  ['settings', /\/pagefind\/[^/]*\.json$/],
  ['list of pages', /\.pf_meta$/],
  ['words', /\.pf_index$/],
  ['pages', /\.pf_fragment$/],
  ['filters', /\.pf_filter$/],
  ['whole index', /\/search-index[^/]*\.json$/],
  ['other', /./],
];

export const KINDS_OF_FILES = [...FILE_KINDS.map(([kind]) => kind), PREFETCHED];

/** What a file is to a search: one of `KINDS_OF_FILES`. */
export function kindOfFile(route) {
  return FILE_KINDS.find(([, form]) => form.test(route))?.[0] ?? 'other';
}

/** Bytes by kind of file, on average, so that they add up; what is fetched for a page that a link leads to, by itself. */
export function bytesByKind(weights) {
  const sums = new Map();
  for (const {route, bytes, isPrefetch} of weights.flatMap(({sent}) => sent)) {
    const kind = isPrefetch ? PREFETCHED : kindOfFile(route);
    sums.set(kind, (sums.get(kind) ?? 0) + bytes / weights.length);
  }
  return sums;
}
