import {spawn} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '..', '..');
const CLI = path.join(ROOT, 'node_modules', '@docusaurus', 'core', 'bin', 'docusaurus.mjs');

/** The day for which all sites of the tests speak, unless a test says otherwise. */
export const AS_OF = '2026-11-20';

/** What a command printed and how it ended. */
export interface Run {
  code: number;
  output: string;
}

/** A site that a test has built. */
export interface BuiltSite extends Run {
  /** Folder of the built site. */
  dir: string;
  baseUrl: string;
  /** Text of a built file. */
  read(file: string): string;
  /** HTML of a page by its route below the base, wherever the site's slashes put it. */
  html(route: string): string;
  /** The words of a page, as a reader sees them. */
  text(route: string): string;
}

/** A small site, made for one behaviour. */
export interface SiteFixture {
  name: string;
  /** Files of the docs folder by path. */
  docs?: Record<string, string>;
  /** Further files of the site by path. */
  files?: Record<string, string>;
  /** Options of the preset. */
  options?: object;
  /** Keys of the site's configuration that differ from the plain ones. */
  config?: object;
  env?: Record<string, string>;
}

/** Where the sites of the tests are made; inside the project, so that they find its packages. */
export const SITES = path.join(ROOT, 'tests', '.sites');

/** Makes a site anew and builds it; a build that fails is a result, too. */
export async function buildSite(fixture: SiteFixture): Promise<BuiltSite> {
  const siteDir = writeSite(fixture);
  const run = await docusaurus(['build'], siteDir, fixture.env);
  return builtSite(path.join(siteDir, 'build'), run, (fixture.config as {baseUrl?: string})?.baseUrl);
}

/** Builds the project's own site into a folder. */
export async function buildDemo(dir: string, env: Record<string, string> = {}): Promise<BuiltSite> {
  return builtSite(dir, await docusaurus(['build', '--out-dir', dir], ROOT, env));
}

/** The site in a folder. */
export function builtSite(dir: string, run: Run = {code: 0, output: ''}, baseUrl = '/'): BuiltSite {
  const read = (file: string) => fs.readFileSync(path.join(dir, file), 'utf8');
  const html = (route: string) => {
    const file = [`${route}.html`, path.join(route, 'index.html')].find((name) =>
      fs.existsSync(path.join(dir, name)),
    );
    if (!file) throw new Error(`No page ${route} in ${dir}. The build said:\n${run.output}`);
    // The minifier leaves out quotes where it can, and React marks where two texts meet.
    return read(file)
      .replaceAll('<!-- -->', '')
      .replace(/\s(href|src|id)=([^\s"'>]+)/g, ' $1="$2"');
  };
  return {...run, dir, baseUrl, read, html, text: (route) => visibleText(html(route))};
}

const ENTITIES: Record<string, string> = {lt: '<', gt: '>', amp: '&', quot: '"', '#x27': "'", '#39': "'"};

function visibleText(html: string): string {
  return html
    .replace(/<(script|style|head)\b[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&(#?\w+);/g, (entity, name: string) => ENTITIES[name] ?? entity)
    .replace(/\s+/g, ' ');
}

/** Makes a site anew without building it, for commands that work on its files. */
export function writeSite({name, docs = {}, files = {}, options = {}, config = {}}: SiteFixture): string {
  const siteDir = path.join(SITES, name);
  fs.rmSync(siteDir, {recursive: true, force: true});
  fs.mkdirSync(path.join(siteDir, 'docs'), {recursive: true});
  const own = {
    title: 'Test site',
    url: 'https://ops.example.com',
    baseUrl: '/',
    future: {v4: true},
    onBrokenLinks: 'warn',
    markdown: {format: 'detect', hooks: {onBrokenMarkdownLinks: 'warn', onBrokenMarkdownImages: 'warn'}},
    presets: [['@opsbinder', options]],
    ...config,
  };
  const all = {
    'docusaurus.config.js': `module.exports = ${JSON.stringify(own, null, 2)};\n`,
    'package.json': '{"name": "test-site", "private": true, "browserslist": ["last 2 chrome versions"]}\n',
    ...files,
    ...Object.fromEntries(Object.entries(docs).map(([file, text]) => [path.join('docs', file), text])),
  };
  for (const [file, text] of Object.entries(all)) {
    const target = path.join(siteDir, file);
    fs.mkdirSync(path.dirname(target), {recursive: true});
    fs.writeFileSync(target, text);
  }
  return siteDir;
}

/** Runs a command of Docusaurus's in a site; `input` is what is piped into it. */
export function docusaurus(
  args: string[],
  cwd: string,
  env: Record<string, string> = {},
  input?: string,
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CLI, ...args], {
      cwd,
      // A vitest run sets NODE_ENV, which would make the site a test build.
      env: {
        ...process.env,
        NODE_ENV: undefined,
        NO_COLOR: '1',
        FORCE_COLOR: '0',
        OPSBINDER_AS_OF: AS_OF,
        ...env,
      },
    });
    if (input !== undefined) child.stdin.end(input);
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr.on('data', (chunk) => {
      output += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({code: code ?? 1, output}));
  });
}
