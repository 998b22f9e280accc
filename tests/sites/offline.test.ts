import fs from 'node:fs';
import path from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import {DEMO} from '../support/demo-site.js';
import {type BuiltSite, buildSite, builtSite} from '../support/sites.js';

const DOCS = {
  'restart.md': '---\ntype: runbook\ntier: 0\nowner: ops\n---\n\n# Restart\n\n![Plan](/img/plan.svg)\n',
  'later.md': '---\ntier: 2\n---\n\n# Later\n',
  'owners.yml': 'ops: {name: Operations}\n',
};
const SVG = '<svg xmlns="http://www.w3.org/2000/svg"/>';

interface Manifest {
  base: string;
  leaveAlone: string[];
  lang: string;
  home: string | null;
  shell: string[];
  files: Record<string, [string, number]>;
  pages: [string, string][];
  words: Record<string, string>;
}

function manifestOf(text: string): Manifest {
  return JSON.parse(/^const MANIFEST = (.*);$/m.exec(text)?.[1] ?? '');
}

const pagesOf = ({files}: Manifest) => Object.keys(files).filter((file) => file.endsWith('.html'));

describe('the project’s own site', () => {
  const demo = builtSite(DEMO);
  const manifest = manifestOf(demo.read('sw.js'));

  test('keeps its launch pad, all pages of tiers 0 and 1, its cards and its search', () => {
    const health = JSON.parse(demo.read('docs-health.json'));
    const wanted = health.documents
      .filter(({tier}: {tier?: number}) => tier === 0 || tier === 1)
      .map(({permalink}: {permalink: string}) => `${permalink.slice(1)}/index.html`);
    expect(wanted.length).toBeGreaterThan(5);
    const files = Object.keys(manifest.files);
    expect(files).toEqual(expect.arrayContaining([...wanted, 'index.html', 'quick-reference/index.html']));
    expect(files).toEqual(expect.arrayContaining(['pagefind/pagefind.js', 'pagefind/wasm.en.pagefind']));
    expect(manifest.home).toBe('index.html');
  });

  test('keeps what follows a runbook and what searches, and not what shows the API', () => {
    const scripts = fs.readdirSync(path.join(DEMO, 'assets', 'js'));
    const kept = scripts.filter((name) => `assets/js/${name}` in manifest.files);
    expect(kept.filter((name) => name.startsWith('runbook.'))).toHaveLength(1);
    const saying = (words: string, names: string[]) =>
      names.filter((name) => demo.read(`assets/js/${name}`).includes(words));
    expect(saying('opsbinder.search.placeholder', kept)).not.toEqual([]);
    // Redoc calls itself so in its code.
    expect(saying('redoc-wrap', scripts)).not.toEqual([]);
    expect(saying('redoc-wrap', kept)).toEqual([]);
    expect(Object.keys(manifest.files).filter((file) => /openapi|-ui\.(js|css)$/.test(file))).toEqual([]);
  });

  test('is a script that a browser takes, and whose files are there as it says', () => {
    expect(() => new Function(demo.read('sw.js'))).not.toThrow();
    for (const [file, [, size]] of Object.entries(manifest.files)) {
      expect(fs.statSync(path.join(DEMO, file)).size, file).toBe(size);
    }
  });
});

describe('a site in two languages, with pages as files', () => {
  let built: BuiltSite;
  beforeAll(async () => {
    built = await buildSite({
      name: 'offline-languages',
      docs: DOCS,
      files: {
        'static/img/plan.svg': SVG,
        'static/files/hosts.txt': 'db-1\n',
        'i18n/fr/code.json': JSON.stringify({'opsbinder.offline.built': {message: 'Copie du {date}.'}}),
      },
      options: {api: false, offline: {also: ['/owners/**', '/files/*.txt'], except: ['/img/**']}},
      config: {baseUrl: '/ops/', trailingSlash: false, i18n: {defaultLocale: 'en', locales: ['en', 'fr']}},
    });
    if (built.code !== 0) throw new Error(built.output);
  });

  test('has a worker for each, which leave each other alone', () => {
    const [en, fr] = [manifestOf(built.read('sw.js')), manifestOf(built.read('fr/sw.js'))];
    expect(en).toMatchObject({base: '/ops/', leaveAlone: ['/ops/fr/'], lang: 'en'});
    expect(fr).toMatchObject({base: '/ops/fr/', leaveAlone: [], lang: 'fr'});
    expect(Object.keys(en.files).filter((file) => file.startsWith('fr/'))).toEqual([]);
    expect(fr.words).toMatchObject({built: 'Copie du {date}.', retry: 'Try again'});
  });

  test('keeps the pages where they stand, with what is asked for besides and without what is not', () => {
    const manifest = manifestOf(built.read('sw.js'));
    expect(pagesOf(manifest)).toEqual(
      expect.arrayContaining(['docs/restart.html', 'index.html', 'owners.html', 'owners/ops.html']),
    );
    expect(pagesOf(manifest)).not.toContain('docs/later.html');
    expect(Object.keys(manifest.files)).toContain('files/hosts.txt');
    expect(Object.keys(manifest.files)).not.toContain('img/plan.svg');
    expect(manifest.pages).toContainEqual(['docs/restart.html', 'Restart']);
    expect(manifest.shell.join()).toMatch(/\/ops\/assets\/js\/runtime~main\.\w+\.js/);
  });

  test('says on every page for which day it was built', () => {
    expect(built.html('docs/later')).toMatch(/<meta name="?opsbinder-built"? content="?2026-11-20"?/);
  });
});

describe('a site with something wrong', () => {
  test('that is too large to keep is told what is large, and how to mend it', async () => {
    const {code, output} = await buildSite({
      name: 'offline-limit',
      docs: DOCS,
      options: {api: false, offline: {limit: 0.1}},
    });
    expect(code).not.toBe(0);
    expect(output).toMatch(/the offline copy would be \d\.\d+ MB in \d+ files, and the limit is 0\.1 MB/);
    expect(output).toMatch(/assets\/js\/main\.\w+\.js \(0\.\d+ MB\)/);
    expect(output).toContain('option tiers');
  });

  test('that has plugin-pwa is refused before anything is built', async () => {
    const {code, output, dir} = await buildSite({
      name: 'offline-pwa',
      docs: DOCS,
      files: {'plugin-pwa/index.js': "module.exports = () => ({name: 'docusaurus-plugin-pwa'});\n"},
      config: {plugins: ['./plugin-pwa/index.js']},
    });
    expect(code).not.toBe(0);
    expect(output).toContain('take @docusaurus/plugin-pwa out of the plugins');
    expect(fs.existsSync(path.join(dir, 'index.html'))).toBe(false);
  });

  test('that has plugin-pwa under another name is refused all the same', async () => {
    const {code, output} = await buildSite({
      name: 'offline-hidden-pwa',
      docs: DOCS,
      files: {'own/index.js': "module.exports = () => ({name: 'docusaurus-plugin-pwa'});\n"},
      options: {api: false, search: false},
      config: {plugins: ['./own/index.js']},
    });
    expect(code).not.toBe(0);
    expect(output).toContain('take @docusaurus/plugin-pwa out of the plugins');
  });

  test('that has a worker of its own is told so', async () => {
    const {code, output} = await buildSite({
      name: 'offline-own-worker',
      docs: DOCS,
      files: {'static/sw.js': '// ours\n'},
    });
    expect(code).not.toBe(0);
    expect(output).toContain("static/sw.js is the site's own service worker");
  });
});
