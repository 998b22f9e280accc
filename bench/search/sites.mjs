// The sites that are asked, built by the real Docusaurus in folders beside the project's own packages.
import {spawn} from 'node:child_process';
import fs from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
const CLI = path.join(ROOT, 'node_modules', '@docusaurus', 'core', 'bin', 'docusaurus.mjs');
const EASYOPS = '@easyops-cn/docusaurus-search-local';

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

/** Whether the other plugin is installed; without it, it is not asked. */
export const hasEasyops = canResolve(EASYOPS);

const PLAIN = {
  title: 'Handbook',
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
  opsbinder: {presets: [['@opsbinder', {onErrors: 'warn', offline: false}]]},
  stock: {
    presets: [['classic', {blog: false}]],
    themes: hasEasyops
      ? [[EASYOPS, {hashed: true, indexDocs: true, indexBlog: false, docsRouteBasePath: '/docs'}]]
      : [],
  },
};

/**
 * @typedef {object} Site
 * @property {string} dir folder of the built site
 * @property {Map<string, string>} routes the route of each page by its file
 * @property {number} [seconds] how long the build took, where it was built now
 * @property {number} [megabytes] what it held in memory at most, where the system tells
 */

/**
 * Builds a site from a folder of Markdown.
 *
 * @param {'opsbinder' | 'stock'} kind
 * @param {string} folder with the pages
 * @param {string} siteDir made anew, unless `reuse` finds a built site there
 * @returns {Promise<Site>}
 * @throws Error with the end of what the build said, where it fails
 */
export async function buildSite(kind, folder, siteDir, reuse) {
  const dir = path.join(siteDir, 'build');
  if (reuse && fs.existsSync(path.join(siteDir, 'done'))) return {dir, routes: readRoutes(siteDir)};
  fs.rmSync(siteDir, {recursive: true, force: true});
  fs.mkdirSync(siteDir, {recursive: true});
  fs.cpSync(folder, path.join(siteDir, 'docs'), {
    recursive: true,
    filter: (file) => !/(?:^|\/)(?:\.git|node_modules)$/.test(file),
  });
  const config = {...PLAIN, ...SITES[kind]};
  fs.writeFileSync(
    path.join(siteDir, 'docusaurus.config.js'),
    `module.exports = ${JSON.stringify(config, null, 2)};\n`,
  );
  fs.writeFileSync(
    path.join(siteDir, 'package.json'),
    '{"name": "bench-site", "private": true, "browserslist": ["last 2 chrome versions"]}\n',
  );
  const cost = await docusaurusBuild(siteDir);
  if (kind === 'stock') await pagefindDefaults(dir);
  fs.writeFileSync(path.join(siteDir, 'done'), '');
  return {dir, routes: readRoutes(siteDir), ...cost};
}

/** The index as Pagefind makes it when it is told nothing but where the pages are. */
async function pagefindDefaults(dir) {
  const pagefind = await import('pagefind');
  try {
    const {index, errors} = await pagefind.createIndex();
    if (!index) throw new Error(`Pagefind could not start: ${errors.join('; ')}`);
    const added = await index.addDirectory({path: dir});
    const written = await index.writeFiles({outputPath: path.join(dir, 'pagefind')});
    const failures = [...added.errors, ...written.errors];
    if (failures.length > 0) throw new Error(`Pagefind could not index ${dir}: ${failures.join('; ')}`);
    fs.writeFileSync(path.join(dir, PAGEFIND_UI), PAGEFIND_PAGE);
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

function canResolve(name) {
  try {
    createRequire(import.meta.url).resolve(name);
    return true;
  } catch {
    return false;
  }
}
