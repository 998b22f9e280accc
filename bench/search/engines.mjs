// How each search is asked: by its own code, in a page of its own site.
import {PAGEFIND_UI} from './sites.mjs';

/** Results that are looked at: as many as our own search shows at once. */
export const SHOWN = 8;
// Milliseconds. An answer that takes longer is none.
const PATIENCE = 30_000;

/**
 * @typedef {object} Engine
 * @property {string} name
 * @property {'opsbinder' | 'stock'} site which site it is part of
 * @property {string} [start] page on which it is used; any page where left out
 * @property {string} result selector of what shows a result
 * @property {(page: import('playwright-core').Page) => Promise<void>} focus gets its field ready to be typed into
 * @property {(page: import('playwright-core').Page, url: string) => Promise<void>} open gets a page ready to be asked
 * @property {(page: import('playwright-core').Page, text: string) => Promise<string[] | undefined>} ask addresses of
 *   results, best first; undefined where no answer came, and the page is of no more use
 */

const EASYOPS_BOX = '.navbar__search-input';

/** @type {Record<string, Engine>} */
export const ENGINES = {
  opsbinder: {
    name: 'Opsbinder',
    site: 'opsbinder',
    result: 'dialog a[data-result]',
    async open(page, url) {
      await page.goto(`${url}/404`);
      await this.focus(page);
    },
    async focus(page) {
      await page.locator('html[data-has-hydrated="true"]').waitFor({state: 'attached'});
      await page.keyboard.press('/');
      await page.locator('dialog input').waitFor();
    },
    ask: (page, text) =>
      askField(page, text, {
        field: 'dialog input',
        status: 'dialog [role=status]',
        waiting: 'Searching…',
        nothing: 'Nothing found',
        // The dialog has other links, too: sections of results, pages opened before, help where nothing is found.
        result: 'dialog a[data-result]',
      }),
  },
  easyops: {
    name: 'easyops',
    site: 'stock',
    result: '.navbar__search [role=option]',
    async open(page, url) {
      await page.addInitScript(tapAnswers);
      await page.goto(`${url}/404`);
      await this.focus(page);
      await page.locator(`${EASYOPS_BOX}[role=combobox]`).waitFor();
    },
    async focus(page) {
      await page.locator('html[data-has-hydrated="true"]').waitFor({state: 'attached'});
      await page.locator(EASYOPS_BOX).focus();
    },
    ask: (page, text) =>
      page.evaluate(
        async ([query, box, patience]) => {
          // It keeps its last answer, and does not ask for the same text again.
          if (globalThis.lastAsked === query) return globalThis.lastAnswer;
          const input = document.querySelector(box);
          const type = (value) => {
            input.value = value;
            input.dispatchEvent(new Event('input', {bubbles: true}));
          };
          type('');
          const answer = new Promise((resolve) => {
            globalThis.takeAnswer = resolve;
            setTimeout(resolve, patience);
          });
          type(query);
          globalThis.lastAnswer = (await answer)?.map(({document: {u}}) => u);
          globalThis.lastAsked = query;
          return globalThis.lastAnswer;
        },
        [text, EASYOPS_BOX, PATIENCE],
      ),
  },
  pagefind: {
    name: 'Pagefind',
    site: 'stock',
    start: `/${PAGEFIND_UI}`,
    result: '.pagefind-ui__result-link',
    focus: (page) => page.locator('.pagefind-ui__search-input').focus(),
    async open(page, url) {
      await page.goto(`${url}/404`);
      await page.evaluate(async () => {
        globalThis.pagefind = await import('/pagefind/pagefind.js');
        await globalThis.pagefind.init();
      });
    },
    ask: (page, text) =>
      page.evaluate(
        async ([query, count]) => {
          const {results} = await globalThis.pagefind.search(query);
          const pages = await Promise.all(results.slice(0, count).map((result) => result.data()));
          return pages.map(({url}) => url);
        },
        [text, SHOWN],
      ),
  },
};

// The box shows what its worker answers, in that order, and no addresses: they are read on their way.
function tapAnswers() {
  const {addEventListener} = MessagePort.prototype;
  const tapped = new WeakSet();
  MessagePort.prototype.addEventListener = function (...args) {
    if (args[0] === 'message' && !tapped.has(this)) {
      tapped.add(this);
      addEventListener.call(this, 'message', ({data}) => {
        if (Array.isArray(data?.value)) globalThis.takeAnswer?.(data.value);
      });
    }
    return addEventListener.apply(this, args);
  };
}

/**
 * Types a text into a search field and waits for what is shown for it. The field is emptied first, and so is what is
 * shown: the next thing there is the answer to this text.
 *
 * @returns {Promise<string[] | undefined>} addresses; none where it says that there is nothing
 * @throws where the page says anything else, such as that its index could not be loaded
 */
async function askField(page, text, selectors) {
  return page.evaluate(
    async ([query, {field, status, waiting, nothing, result}, patience]) => {
      const input = document.querySelector(field);
      const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
      const type = (value) => {
        setValue.call(input, value);
        input.dispatchEvent(new Event('input', {bubbles: true}));
      };
      const said = () => document.querySelector(status)?.textContent ?? '';
      const addresses = () => [...document.querySelectorAll(result)].map((link) => link.href);
      // Whether it holds before nobody would wait any more.
      const until = (holds) =>
        new Promise((resolve) => {
          if (holds()) return resolve(true);
          const done = (isHeld) => {
            clearTimeout(timer);
            observer.disconnect();
            resolve(isHeld);
          };
          const observer = new MutationObserver(() => holds() && done(true));
          const timer = setTimeout(() => done(false), patience);
          observer.observe(document.body, {childList: true, subtree: true, characterData: true});
        });
      type('');
      if (!(await until(() => addresses().length === 0 && said() === ''))) return undefined;
      type(query);
      if (!(await until(() => addresses().length > 0 || (said() !== '' && said() !== waiting))))
        return undefined;
      if (addresses().length === 0 && !said().startsWith(nothing))
        throw new Error(`No answer to ${query}: the page says ${said()}`);
      return addresses();
    },
    [text, selectors, PATIENCE],
  );
}
