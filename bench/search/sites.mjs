// The sites that are asked, built by the real Docusaurus in folders beside the project's own packages.
import {spawn} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
const CLI = path.join(ROOT, 'node_modules', '@docusaurus', 'core', 'bin', 'docusaurus.mjs');

/** A page of the stock site with Pagefind's own interface, as its guide has it. */
export const PAGEFIND_UI = 'pagefind-ui.html';
const PAGEFIND_PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<link href="/pagefind/pagefind-ui.css" rel="stylesheet">
<script src="/pagefind/pagefind-ui.js"></script>
</head>
<body>
<div id="search"></div>
<script>new PagefindUI({element: '#search'});</script>
</body>
</html>
`;

/** What the sites say of themselves. */
export const SITE = {title: 'Handbook', titleDelimiter: '|', noIndex: false};

const PLAIN = {
  title: SITE.title,
  url: 'https://ops.example.com',
  baseUrl: '/',
  future: {v4: true},
  onBrokenLinks: 'ignore',
  onBrokenAnchors: 'ignore',
  markdown: {format: 'detect', hooks: {onBrokenMarkdownLinks: 'ignore', onBrokenMarkdownImages: 'ignore'}},
};

/** What is written into the configuration of each site. Both have their pages below `/docs`. */
const SITES = {
  // A foreign folder's mistakes are not what is measured.
  opsbinder: () => ({presets: [['@opsbinder', {onErrors: 'warn', offline: false}]]}),
  stock: (easyops) => ({
    presets: [['classic', {blog: false}]],
    themes: easyops
      ? [[easyops, {hashed: true, indexDocs: true, indexBlog: false, docsRouteBasePath: '/docs'}]]
      : [],
  }),
};

const MARK = 'done';

/**
 * @typedef {object} Site
 * @property {string} dir folder of the built site
 * @property {Map<string, string>} routes the route of each page by its file
 * @property {boolean} hasEasyops whether the other plugin's search is part of it
 * @property {number} [seconds] how long the build took, where it was built now
 * @property {number} [megabytes] what it held in memory at most, where the system tells
 */

/**
 * Builds a site from a folder of Markdown.
 *
 * @param {'opsbinder' | 'stock'} kind
 * @param {string} folder with the pages
 * @param {string} siteDir made anew, unless `reuse` finds a built site there
 * @param {{reuse?: boolean, easyops?: string}} how `easyops`: folder of the plugin of that name, for the stock site
 * @returns {Promise<Site>}
 * @throws Error with the end of what the build said, where it fails
 */
export async function buildSite(kind, folder, siteDir, {reuse = false, easyops} = {}) {
  const dir = path.join(siteDir, 'build');
  const mark = path.join(siteDir, MARK);
  if (reuse && fs.existsSync(mark))
    return {dir, routes: readRoutes(siteDir), ...JSON.parse(fs.readFileSync(mark, 'utf8'))};
  fs.rmSync(siteDir, {recursive: true, force: true});
  fs.mkdirSync(siteDir, {recursive: true});
  fs.cpSync(folder, path.join(siteDir, 'docs'), {
    recursive: true,
    filter: (file) => !/(?:^|\/)(?:\.git|node_modules)$/.test(file),
  });
  const config = {...PLAIN, ...SITES[kind](easyops)};
  fs.writeFileSync(
    path.join(siteDir, 'docusaurus.config.js'),
    `module.exports = ${JSON.stringify(config, null, 2)};\n`,
  );
  fs.writeFileSync(
    path.join(siteDir, 'package.json'),
    '{"name": "bench-site", "private": true, "browserslist": ["last 2 chrome versions"]}\n',
  );
  const cost = await docusaurusBuild(siteDir);
  if (kind === 'stock') {
    await pagefindDefaults(dir, path.join(dir, 'pagefind'));
    fs.writeFileSync(path.join(dir, PAGEFIND_UI), PAGEFIND_PAGE);
  }
  const hasEasyops = kind === 'stock' && easyops !== undefined;
  fs.writeFileSync(mark, JSON.stringify({hasEasyops}));
  return {dir, routes: readRoutes(siteDir), hasEasyops, ...cost};
}

/**
 * The index as Pagefind makes it when it is told nothing but where the pages are.
 *
 * @param {Iterable<{url: string, html: () => string}>} [others] pages that are not in the folder
 */
export async function pagefindDefaults(dir, outputPath, others = []) {
  const pagefind = await import('pagefind');
  const failures = [];
  try {
    const {index, errors} = await pagefind.createIndex();
    if (!index) throw new Error(`Pagefind could not start: ${errors.join('; ')}`);
    failures.push(...(await index.addDirectory({path: dir})).errors);
    for (const {url, html} of others) {
      failures.push(...(await index.addHTMLFile({url, content: html()})).errors);
    }
    failures.push(...(await index.writeFiles({outputPath})).errors);
    if (failures.length > 0) throw new Error(`Pagefind could not index ${dir}: ${failures.join('; ')}`);
  } finally {
    await pagefind.close();
  }
}

// What Docusaurus has loaded says which page stands where, for every site alike.
function readRoutes(siteDir) {
  const folder = path.join(siteDir, '.docusaurus', 'docusaurus-plugin-content-docs', 'default');
  const routes = new Map();
  for (const name of fs.readdirSync(folder)) {
    if (!/^site-.*\.json$/.test(name)) continue;
    const {source, permalink} = JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8'));
    if (source?.startsWith('@site/docs/')) routes.set(source.slice('@site/docs/'.length), permalink);
  }
  return routes;
}

function docusaurusBuild(siteDir) {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CLI, 'build'], {
      cwd: siteDir,
      env: {...process.env, NODE_ENV: undefined, NO_COLOR: '1', FORCE_COLOR: '0'},
    });
    const stop = () => child.kill();
    process.once('exit', stop);
    let output = '';
    const take = (chunk) => {
      output = (output + chunk).slice(-4000);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    let megabytes;
    const watch = setInterval(() => {
      megabytes = peakMemory(child.pid) ?? megabytes;
    }, 500);
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(watch);
      process.off('exit', stop);
      if (code === 0) resolve({seconds: (performance.now() - start) / 1000, megabytes});
      else reject(new Error(`The build in ${siteDir} ended with ${code}. It said:\n${output}`));
    });
  });
}

// Linux tells what a process held at most; elsewhere it stays unknown.
function peakMemory(pid) {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB/m.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kilobytes && Number(kilobytes) / 1024;
  } catch {
    return undefined;
  }
}
