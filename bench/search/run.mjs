// Asks three searches for pages of a folder of Markdown, in a real browser: npm run bench:search -- [folder]
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {chromium} from 'playwright-core';
import {askAll} from './ask.mjs';
import {fetchEasyops} from './easyops.mjs';
import {ENGINES} from './engines.mjs';
import {enlarge} from './enlarge.mjs';
import {writeEnlargedIndex} from './enlarged-index.mjs';
import {readPage} from './page.mjs';
import {KINDS, makeQueries} from './queries.mjs';
import {bytesTable, costTable, failureLines, scoreTable} from './report.mjs';
import {score} from './score.mjs';
import {serve} from './serve.mjs';
import {buildSite} from './sites.mjs';
import {spread, weigh} from './weigh.mjs';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
// Of an enlarged folder not every page is asked for: there, bytes and time are what is looked at.
const ASKED_OF_ENLARGED = 400;
const WEIGHED = 20;

const say = (line = '') => process.stdout.write(`${line}\n`);

const {values: flags, positionals} = parseArgs({
  allowPositionals: true,
  options: {
    pages: {type: 'string'},
    sample: {type: 'string'},
    weigh: {type: 'string'},
    only: {type: 'string'},
    kinds: {type: 'string'},
    failures: {type: 'boolean'},
    json: {type: 'string'},
    reuse: {type: 'boolean'},
    rebuild: {type: 'string'},
    keep: {type: 'boolean'},
  },
});
const folder = path.resolve(positionals[0] ?? path.join(ROOT, 'docs'));
const wantedPages = flags.pages ? wholeNumber('pages', flags.pages) : 0;
const names = listOf('only', flags.only, Object.keys(ENGINES));
const kinds = listOf('kinds', flags.kinds, KINDS);
const rebuilt = flags.rebuild ? listOf('rebuild', flags.rebuild, ['opsbinder', 'stock']) : [];
const scratch = path.join(ROOT, `.scratch-bench-${path.basename(folder)}`);
if (!fs.existsSync(folder)) stop(`Expected a folder of Markdown, found nothing at ${folder}`);
const files = readFolder(folder);
const enlarged = enlarge(files, wantedPages);
const pages = enlarged
  .map(({file, markdown}) => readPage(file, markdown))
  .filter((page) => page !== undefined);
if (pages.length === 0) stop(`Expected pages of Markdown in ${folder}, found none`);
const copies = enlarged.slice(files.length);
const all = makeQueries(pages).filter(({kind}) => kinds.includes(kind));
const sample = flags.sample
  ? wholeNumber('sample', flags.sample)
  : copies.length > 0
    ? ASKED_OF_ENLARGED
    : all.length;
const queries = spread(all, sample);
const several = queries.filter(({answers}) => answers.length > 1).length;
say(`${folder}: ${pages.length} pages, ${queries.length} queries; ${several} have more than one answer`);
if (copies.length > 0) {
  say(
    `Enlarged: the indexes, by ${copies.length} copies with other words, made of built pages, and the queries.`,
  );
  say(
    'Not enlarged: the sites, so results that are copies lead nowhere, and the pages that a site makes by itself.',
  );
}

const weighed = flags.weigh ? wholeNumber('weigh', flags.weigh) : WEIGHED;
const easyops = names.includes('easyops') && copies.length === 0 ? await fetchEasyops(ROOT, say) : undefined;
const results = new Map();
const sites = new Map();
const browser = await chromium.launch({executablePath: findChromium(), args: ['--no-sandbox']});
// Playwright takes this signal for the browser's alone.
process.once('SIGTERM', () => process.exit(143));
try {
  for (const name of names) await attempt(name, ask);
  const toWeigh = queriesToWeigh();
  for (const name of results.keys()) await attempt(name, (engine) => weighAll(name, engine, toWeigh));
} finally {
  await browser.close();
  for (const site of sites.values()) await site.server.close();
  if (!flags.keep && !flags.reuse) fs.rmSync(scratch, {recursive: true, force: true});
}
say(`\n${scoreTable(results)}`);
say(`\n${costTable(results)}`);
say(`\n${bytesTable(results)}`);
if (flags.failures) for (const line of failureLines(results)) say(line);
if (flags.json) {
  const report = {
    folder,
    pages: pages.length,
    queries: queries.length,
    several,
    engines: Object.fromEntries(results),
  };
  fs.writeFileSync(flags.json, `${JSON.stringify(report, null, 1)}\n`);
}

/** One search that cannot be measured says so, and the others go on. */
async function attempt(name, measure) {
  const engine = ENGINES[name];
  try {
    if (name === 'easyops' && !(await canAskEasyops(engine.site))) return;
    await measure(engine, name);
  } catch (error) {
    say(`\n${engine.name} could not be measured: ${error.stack ?? error}`);
    process.exitCode = 1;
  }
}

async function canAskEasyops(kind) {
  if (copies.length > 0) say('easyops is not asked: its index is made while Docusaurus builds');
  if (!easyops) return false;
  const {hasEasyops} = await siteOf(kind);
  if (!hasEasyops) say('easyops is not asked: the site was built without it. --rebuild stock brings it in');
  return hasEasyops;
}

async function ask(engine, name) {
  const site = await siteOf(engine.site);
  const start = performance.now();
  const answers = await askAll(browser, engine, site.server.url, queries, say);
  say(`${engine.name}: asked in ${((performance.now() - start) / 1000).toFixed(0)} s`);
  results.set(name, {
    answers: queries.map((query, at) => score(query, answers[at], site.routes)),
    weights: [],
  });
}

async function weighAll(name, engine, toWeigh) {
  const site = await siteOf(engine.site);
  const [start] = site.routes.values();
  for (const {text} of toWeigh) {
    results.get(name).weights.push(await weigh(browser, engine, site.server, start, text));
  }
}

// What nobody finds has no first result.
function queriesToWeigh() {
  const answered = queries.filter((_query, at) =>
    [...results.values()].every(({answers}) => answers[at].found.length > 0),
  );
  return spread(answered, weighed);
}

async function siteOf(kind) {
  const known = sites.get(kind);
  if (known) return known;
  const site = await buildSite(kind, folder, path.join(scratch, kind), {
    reuse: flags.reuse && !rebuilt.includes(kind),
    easyops,
  });
  const inFront = copies.length > 0 ? path.join(scratch, kind, `enlarged-${wantedPages}`) : undefined;
  if (inFront) {
    const routes = await writeEnlargedIndex(kind, site, {files, copies}, inFront);
    for (const [file, route] of routes) site.routes.set(file, route);
  }
  const missing = pages.filter(({file}) => !site.routes.has(file));
  if (missing.length > 0)
    say(`${kind}: ${missing.length} pages are not in the site, such as ${missing[0].file}`);
  const memory = site.megabytes ? `, ${site.megabytes.toFixed(0)} MB of memory` : '';
  say(`${kind}: ${site.seconds ? `built in ${site.seconds.toFixed(0)} s${memory}` : 'as built before'}`);
  const served = {...site, server: await serve(site.dir, inFront)};
  sites.set(kind, served);
  return served;
}

// By Docusaurus's defaults, names that begin with an underscore are partials, and those with a dot are hidden.
function readFolder(dir) {
  return fs
    .readdirSync(dir, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && /\.mdx?$/.test(entry.name))
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .filter((file) => !/(?:^|\/)(?:[._]|node_modules\/)/.test(file))
    .sort()
    .map((file) => ({file, markdown: fs.readFileSync(path.join(dir, file), 'utf8')}));
}

function listOf(flag, value, known) {
  const wanted = value?.split(',') ?? known;
  const stranger = wanted.find((one) => !known.includes(one));
  if (stranger !== undefined) stop(`--${flag} ${stranger}: expected some of ${known.join(',')}`);
  return wanted;
}

function wholeNumber(flag, value) {
  if (!/^[1-9]\d*$/.test(value)) stop(`--${flag} ${value}: expected a number of 1 or more`);
  return Number(value);
}

function findChromium() {
  const places = [
    process.env.CHROME_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ];
  const found = places.find((place) => place && fs.existsSync(place));
  return found ?? stop('The bench needs Chromium. Install it, or set CHROME_PATH to where it is.');
}

function stop(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
