import fs from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';

const PLUGINS = path.resolve(__dirname, '..', '..', 'plugins');

/** Who may import whom; one way only. What is in no list may import nobody. */
const MAY_IMPORT: Record<string, string[]> = {
  core: [],
  handbook: ['core'],
  theme: ['core'],
  runbooks: ['core', 'handbook'],
  freshness: ['core', 'handbook'],
  'quick-reference': ['core', 'handbook'],
  'api-reference': ['core', 'handbook'],
  search: ['core', 'handbook'],
  offline: ['core', 'handbook'],
  preset: [
    'core',
    'handbook',
    'theme',
    'runbooks',
    'freshness',
    'quick-reference',
    'api-reference',
    'search',
    'offline',
  ],
};

interface Import {
  file: string;
  module: string;
}

function sourceFiles(folder: string): string[] {
  return fs
    .readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mts|js|mjs)$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));
}

/** Every module that a text names in an import, an export from, a require or a dynamic import. */
function importsOf(text: string): string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, '');
  const patterns = [
    /\b(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]/g,
    /\bimport\s*['"]([^'"]+)['"]/g,
    /\b(?:import|require)(?:\.resolve)?\(\s*['"]([^'"]+)['"]/g,
  ];
  return patterns.flatMap((pattern) => [...code.matchAll(pattern)].map(([, module = '']) => module));
}

const folders = fs
  .readdirSync(PLUGINS)
  .filter((name) => fs.existsSync(path.join(PLUGINS, name, 'package.json')));
const packageOf = new Map(
  folders.map((folder) => [
    JSON.parse(fs.readFileSync(path.join(PLUGINS, folder, 'package.json'), 'utf8')).name as string,
    folder,
  ]),
);

function importsIn(folder: string): Import[] {
  return sourceFiles(path.join(PLUGINS, folder, 'src')).flatMap((file) =>
    importsOf(fs.readFileSync(file, 'utf8')).map((module) => ({file: path.relative(PLUGINS, file), module})),
  );
}

function folderOf({file, module}: Import): string | undefined {
  if (module.startsWith('.')) return path.join(path.dirname(file), module).split(path.sep)[0];
  return packageOf.get(
    module
      .split('/')
      .slice(0, module.startsWith('@') ? 2 : 1)
      .join('/'),
  );
}

test('every package is known here', () => {
  expect(Object.keys(MAY_IMPORT).sort()).toEqual([...folders].sort());
});

test.each(folders)('%s imports only what lies below it', (folder) => {
  const wrong = importsIn(folder).filter((found) => {
    const target = folderOf(found);
    return target !== undefined && target !== folder && !MAY_IMPORT[folder]?.includes(target);
  });
  expect(wrong).toEqual([]);
});

test('core knows no Docusaurus, no React, no files, no network, no processes', () => {
  const allowed = new Set([
    'github-slugger',
    'mdast',
    'mdast-util-directive',
    'mdast-util-to-string',
    // A digest of a text is a function of that text alone.
    'node:crypto',
    'picomatch',
    'remark-directive',
    'remark-gfm',
    'remark-parse',
    'temporal-polyfill',
    'unified',
    'unist-util-visit',
    'unist-util-visit-parents',
    'yaml',
  ]);
  expect(importsIn('core').filter(({module}) => !module.startsWith('.') && !allowed.has(module))).toEqual([]);
});

test('what core gives to pages brings no library along', () => {
  const src = path.join(PLUGINS, 'core', 'src');
  // `import type` leaves nothing behind in a script.
  const valueImports = (file: string) =>
    importsOf(fs.readFileSync(path.join(src, file), 'utf8').replace(/^import type [^;]*;$/gm, '')).map(
      (module) => module.replace(/^\.\/(.*)\.js$/, '$1.ts'),
    );
  const modules = [...valueImports('browser.ts'), 'fill.ts'];
  expect(modules.length).toBeGreaterThan(1);
  expect(modules.flatMap(valueImports)).toEqual([]);
});

test('core does not read the clock, chance or the environment', () => {
  const impure =
    /\bDate\.now\b|\bnew Date\(\s*\)|\bTemporal\.Now\b|\bMath\.random\b|\bperformance\b|\bprocess\.|\bglobalThis\b/;
  const guilty = sourceFiles(path.join(PLUGINS, 'core', 'src')).filter((file) =>
    impure.test(fs.readFileSync(file, 'utf8')),
  );
  expect(guilty).toEqual([]);
});

test('only the glue reads the clock', () => {
  const clock = /\bDate\.now\b|\bnew Date\(\s*\)/;
  const readers = folders
    .filter((folder) => folder !== 'theme')
    .flatMap((folder) => sourceFiles(path.join(PLUGINS, folder, 'src')))
    // What runs before the reader's eyes knows the reader's day.
    .filter((file) => !file.includes(`${path.sep}browser${path.sep}`))
    .filter((file) => clock.test(fs.readFileSync(file, 'utf8')))
    .map((file) => path.relative(PLUGINS, file));
  expect(readers).toEqual(['handbook/src/load.ts']);
});

test('the check itself sees every way to import', () => {
  const text = [
    "import a from 'a';",
    "import type {B} from 'b';",
    "import {\n  c,\n} from 'c';",
    "import 'd';",
    "export * from 'e';",
    "const f = require('f');",
    "await import('g');",
    "require.resolve('h');",
    "// import x from 'x';",
    "/* import y from 'y'; */",
  ].join('\n');
  expect(importsOf(text).sort()).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']);
});
