import fs from 'node:fs/promises';
import path from 'node:path';
import {digest} from './manifest.js';
import type {Manifest, OffManifest} from './worker/manifest.js';

const FOLDER = path.join(__dirname, 'worker');

/** The text of `sw.js` for a site that is kept offline. */
export async function workerText(manifest: Omit<Manifest, 'version'>): Promise<string> {
  const code = await bundle('worker.js');
  const version = digest(JSON.stringify(manifest) + code).slice(0, 16);
  return withHead({version, ...manifest}, code);
}

/** The text of `sw.js` for a site that is not: it removes what an earlier build has left. */
export async function offWorkerText(manifest: OffManifest): Promise<string> {
  return withHead(manifest, await bundle('off.js'));
}

function withHead(manifest: object, code: string): string {
  // Some hosts and editors take these two for the end of a line.
  const head = JSON.stringify(manifest)
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029');
  return `// Written by @opsbinder/docusaurus-plugin-offline. Not to be cached by hosts.\nconst MANIFEST = ${head};\n${code}`;
}

/** Puts compiled modules into one script: a browser that updates a worker must need no second file for it. */
async function bundle(main: string): Promise<string> {
  const modules = new Map<string, string>();
  const add = async (name: string): Promise<void> => {
    if (modules.has(name)) return;
    const code = await fs.readFile(path.join(FOLDER, name), 'utf8');
    modules.set(name, code);
    for (const [, next = ''] of code.matchAll(/\brequire\("\.\/([\w-]+\.js)"\)/g)) await add(next);
  };
  await add(main);
  const parts = [...modules].map(
    ([name, code]) => `${JSON.stringify(`./${name}`)}(exports, require) {\n${code.trim()}\n}`,
  );
  return `const MODULES = {\n${parts.join(',\n')}\n};
const LOADED = {};
function load(name) {
  if (!LOADED[name]) MODULES[name]((LOADED[name] = {}), load);
  return LOADED[name];
}
load(${JSON.stringify(`./${main}`)});
`;
}
