// Asks three searches for pages of a folder of Markdown, in a real browser: npm run bench:search -- [folder]
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {chromium} from 'playwright-core';
import {ENGINES} from './engines.mjs';
import {readPage} from './page.mjs';
import {KINDS, makeQueries} from './queries.mjs';
import {figures, score, table} from './score.mjs';
import {serve} from './serve.mjs';
import {buildSite, hasEasyops} from './sites.mjs';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
// What is waited for is mostly the pause in typing, so several tabs share a core.
const TABS = 4;

const say = (line = '') => process.stdout.write(`${line}\n`);

const {values: flags, positionals} = parseArgs({
  allowPositionals: true,
  options: {
    reuse: {type: 'boolean'},
    keep: {type: 'boolean'},
    failures: {type: 'boolean'},
    json: {type: 'string'},
    only: {type: 'string'},
    kinds: {type: 'string'},
  },
});
const folder = path.resolve(positionals[0] ?? path.join(ROOT, 'docs'));
const scratch = path.join(ROOT, `.scratch-bench-${path.basename(folder)}`);

const pages = readPages(folder);
const wantedKinds = flags.kinds?.split(',') ?? KINDS;
const queries = makeQueries(pages).filter(({kind}) => wantedKinds.includes(kind));
const several = queries.filter(({answers}) => answers.length > 1).length;
say(`${folder}: ${pages.length} pages, ${queries.length} queries; ${several} have more than one answer`);

const report = {folder, pages: pages.length, queries: queries.length, several, engines: {}};
const names = flags.only?.split(',') ?? Object.keys(ENGINES);
const sites = new Map();
const browser = await chromium.launch({executablePath: findChromium(), args: ['--no-sandbox']});
try {
  for (const name of names) {
    if (name === 'easyops' && !hasEasyops) {
      say('easyops is not installed, so it is not asked');
      continue;
    }
    try {
      report.engines[name] = await measure(ENGINES[name]);
    } catch (error) {
      say(`\n${ENGINES[name]?.name ?? name} could not be measured: ${error.stack ?? error}`);
      process.exitCode = 1;
    }
  }
} finally {
  await browser.close();
  if (!flags.keep && !flags.reuse) fs.rmSync(scratch, {recursive: true, force: true});
}
printTable();
if (flags.failures) printFailures();
if (flags.json) fs.writeFileSync(flags.json, `${JSON.stringify(report, null, 1)}\n`);

async function measure(engine) {
  if (!engine) throw new Error(`Expected one of ${Object.keys(ENGINES).join(', ')}`);
  const site = await siteOf(engine.site);
  const server = await serve(site.dir);
  try {
    const start = performance.now();
    const answers = await askAll(engine, server.url);
    const seconds = (performance.now() - start) / 1000;
    say(`${engine.name}: asked in ${seconds.toFixed(0)} s`);
    return {seconds, answers: queries.map((query, at) => score(query, answers[at], site.routes))};
  } finally {
    await server.close();
  }
}

async function siteOf(kind) {
  if (!sites.has(kind)) {
    const site = await buildSite(kind, folder, path.join(scratch, kind), flags.reuse);
    const missing = pages.filter(({file}) => !site.routes.has(file));
    if (missing.length > 0) say(`${kind}: ${missing.length} pages are not in the site: ${missing[0].file} …`);
    const cost = [
      site.seconds ? `built in ${site.seconds.toFixed(0)} s` : 'as built before',
      site.megabytes ? `${site.megabytes.toFixed(0)} MB of memory` : '',
    ];
    say(`${kind}: ${cost.filter(Boolean).join(', ')}`);
    sites.set(kind, site);
  }
  return sites.get(kind);
}

/** The answers to all queries, in their order. */
async function askAll(engine, url) {
  const answers = [];
  const context = await browser.newContext({serviceWorkers: 'block'});
  try {
    let next = 0;
    const openPage = async () => {
      const page = await context.newPage();
      await engine.open(page, url);
      return page;
    };
    const work = async () => {
      let page = await openPage();
      while (next < queries.length) {
        const at = next;
        next += 1;
        const answer = await engine.ask(page, queries[at].text);
        answers[at] = answer ?? [];
        if (answer) continue;
        say(`${engine.name} gave up on ${queries[at].text}`);
        await page.close();
        page = await openPage();
      }
    };
    await Promise.all(Array.from({length: TABS}, work));
  } finally {
    await context.close();
  }
  return answers;
}

function printTable() {
  const rows = [
    ['', ...Object.keys(report.engines).flatMap((name) => [ENGINES[name].name, '@1', '@3', 'MRR'])],
  ];
  for (const kind of [...KINDS, 'all']) {
    const row = Object.values(report.engines).flatMap(({answers}) => {
      const {queries, ...shares} = figures(
        answers.filter(({query}) => kind === 'all' || query.kind === kind),
      );
      return [queries, ...Object.values(shares).map((share) => (queries ? share.toFixed(3) : '-'))];
    });
    rows.push([kind, ...row]);
  }
  say(`\n${table(rows)}`);
}

function printFailures() {
  for (const [name, {answers}] of Object.entries(report.engines)) {
    const failed = answers.filter(({rank}) => rank !== 1);
    say(`\n${ENGINES[name].name}: ${failed.length} queries whose first result is another page`);
    for (const {query, found, rank} of failed) {
      say(
        `  ${query.kind} ${rank ? `#${rank}` : '--'} ${query.text}\n      ${query.page} < ${found.slice(0, 3).join(' ') || 'nothing'}`,
      );
    }
  }
}

// By Docusaurus's defaults, names that begin with an underscore are partials, and those with a dot are hidden.
function readPages(folder) {
  const files = fs
    .readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && /\.mdx?$/.test(entry.name))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .filter((file) => !/(?:^|\/)[._]|(?:^|\/)node_modules\//.test(file))
    .sort();
  return files
    .map((file) => readPage(file, fs.readFileSync(path.join(folder, file), 'utf8')))
    .filter((page) => page !== undefined);
}

function findChromium() {
  const places = [
    process.env.CHROME_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ];
  const found = places.find((place) => place && fs.existsSync(place));
  if (!found) throw new Error('The bench needs Chromium. Install it, or set CHROME_PATH to where it is.');
  return found;
}
