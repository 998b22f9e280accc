// What the development server serves as `pagefind.js`: Pagefind's interface over whichever index is the newest. It
// waits for the first one, and takes the next as soon as it is there, so that no page need be loaded anew. Pagefind's
// own code, and all else that belongs to an index, stands in the folder of that index.

/** What the server says of its indexes; see `ServedFolder`. */
interface Newest {
  /** Folder of the newest index; missing as long as there is none. */
  folder?: string;
  /** Why there is none. */
  problem?: string;
}

type Method = (...args: unknown[]) => unknown;
type Engine = Record<string, Method>;

const here = new URL('.', import.meta.url);
const PAUSE_MS = 400;

async function readNewest(): Promise<Newest> {
  // The server has browsers ask each time whether the file is still the same.
  const response = await fetch(new URL('newest.json', here));
  // A server without that file answers with the home page.
  return response.headers.get('content-type')?.includes('json') ? ((await response.json()) as Newest) : {};
}

/** The folder of the newest index, once there is one. */
async function newestFolder(): Promise<string> {
  for (;;) {
    const {folder, problem} = await readNewest();
    if (folder !== undefined) return folder;
    if (problem !== undefined) throw new Error(problem);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

/** An engine that is made anew, with all that was set in it, when there is a newer index. */
function following(start: (pagefind: Engine) => Engine | Promise<Engine>): (name: string) => Method {
  const settings: {name: string; args: unknown[]}[] = [];
  let folder: string | undefined;
  let engine: Promise<Engine> | undefined;
  // Results of the engine before may still be shown and fetched.
  let previous: Promise<Engine> | undefined;

  async function begin(newest: string): Promise<Engine> {
    const pagefind = (await import(
      /* webpackIgnore: true */ new URL(`${newest}/pagefind.js`, here).href
    )) as Engine;
    const begun = await start(pagefind);
    for (const {name, args} of settings) await begun[name]?.(...args);
    return begun;
  }

  async function newestEngine(): Promise<Engine> {
    const newest = await newestFolder();
    if (!engine || newest !== folder) {
      previous?.then((old) => old.destroy?.()).catch(() => {});
      previous = engine;
      folder = newest;
      asked = newest;
      engine = begin(newest);
      engine.catch(() => {
        engine = undefined;
      });
    }
    return engine;
  }

  return (name) =>
    async (...args) => {
      const isSetting = name === 'options' || name === 'mergeIndex';
      const now = await newestEngine();
      if (isSetting) settings.push({name, args});
      return now[name]?.(...args);
    };
}

const METHODS = [
  'options',
  'init',
  'mergeIndex',
  'search',
  'debouncedSearch',
  'preload',
  'filters',
  'destroy',
];

let asked: string | undefined;

/** The folder of the index that was asked last: what is known of one holds for no other. */
export function generation(): string | undefined {
  return asked;
}

const page = following((pagefind) => pagefind);

export const options = page('options');
export const init = page('init');
export const mergeIndex = page('mergeIndex');
export const search = page('search');
export const debouncedSearch = page('debouncedSearch');
export const preload = page('preload');
export const filters = page('filters');
export const destroy = page('destroy');

export function createInstance(...args: unknown[]): Engine {
  const instance = following((pagefind) => pagefind.createInstance?.(...args) as Engine);
  return Object.fromEntries(METHODS.map((name) => [name, instance(name)]));
}
