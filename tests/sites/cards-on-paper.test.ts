import fs from 'node:fs';
import path from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import {decodeQr, openPdf, readPdf} from '../support/pdf.js';
import {type BuiltSite, buildSite, SITES} from '../support/sites.js';

const page = (title: string, card: string) =>
  `---\nlast_reviewed_on: 2026-11-01\nquick_reference:\n${card}---\n\n# ${title}\n`;

const DOCS = {
  'owners.yml': 'sre: {name: Site reliability, phone: "+44 20 7946 0021"}\n',
  'web.md': page(
    'Web site',
    '  contacts: [sre]\n  commands: [{label: Restart, command: systemctl restart web}]\n',
  ),
  'payments.md': page(
    'Payments',
    '  card: Payments\n  procedures: [{label: Payouts are late, steps: [Hold them]}]\n',
  ),
};

const exists = (site: BuiltSite, file: string) => fs.existsSync(path.join(site.dir, file));
const bytesOf = (site: BuiltSite, file: string) => fs.readFileSync(path.join(site.dir, file));

describe('a site below a base, in two languages', () => {
  let site: BuiltSite;
  beforeAll(async () => {
    site = await buildSite({
      name: 'cards-on-paper',
      docs: DOCS,
      files: {
        'i18n/de/code.json': JSON.stringify({'opsbinder.card.contacts': {message: 'Kontakte'}}),
      },
      options: {api: false, search: false},
      config: {baseUrl: '/ops/', title: 'Shop', i18n: {defaultLocale: 'en', locales: ['en', 'de']}},
    });
    if (site.code !== 0) throw new Error(site.output);
  });

  test.each(['', 'de/'])('has the files of every card in %s', (locale) => {
    for (const card of ['site', 'payments']) {
      for (const end of ['.pdf', '.letter.pdf', '.html', '.card.html']) {
        expect(exists(site, `${locale}quick-reference/${card}${end}`), `${card}${end}`).toBe(true);
      }
    }
  });

  test('leads from each card to its own files', () => {
    const html = site.html('quick-reference/payments/index');
    for (const end of ['pdf', 'letter.pdf', 'card.html'])
      expect(html).toContain(`href="/ops/quick-reference/payments.${end}"`);
    expect(html).not.toContain('/ops/quick-reference/site.pdf');
    expect(site.html('de/quick-reference/site/index')).toContain('href="/ops/de/quick-reference/site.pdf"');
  });

  test('has a code on each sheet that leads to the page of that language', async () => {
    const from = 'https://ops.example.com/ops/';
    expect(await decodeQr(bytesOf(site, 'quick-reference/payments.pdf'))).toMatch(
      new RegExp(`^${from}quick-reference/payments/\\?r=[\\da-f]{8}-20261120$`),
    );
    expect(await decodeQr(bytesOf(site, 'de/quick-reference/site.letter.pdf'))).toMatch(
      new RegExp(`^${from}de/quick-reference/site/`),
    );
  });

  test('speaks the language of the site on paper and in the file', async () => {
    const german = bytesOf(site, 'de/quick-reference/site.pdf');
    const [sheet] = await readPdf(german);
    expect(sheet?.text).toContain('Kontakte');
    expect(sheet?.text).toContain('20. Nov. 2026');
    expect((await (await openPdf(german)).getMetadata()).info).toMatchObject({Language: 'de'});
    expect(site.read('de/quick-reference/site.html')).toMatch(/<html lang="de"[\s\S]*<h2>Kontakte<\/h2>/);
  });

  test('has links in its single file that lead to the live site', () => {
    expect(site.read('quick-reference/payments.html')).toContain(
      'href="https://ops.example.com/ops/docs/payments',
    );
  });
});

describe('a card that cannot be printed', () => {
  const long = page(
    'Long',
    `  card: Long\n  do_not:\n${Array.from({length: 150}, (_, index) => `    - Never do number ${index}\n`).join('')}`,
  );
  let site: BuiltSite;
  beforeAll(async () => {
    site = await buildSite({
      name: 'cards-too-long',
      docs: {...DOCS, 'long.md': long},
      options: {api: false, search: false, onErrors: 'warn'},
      config: {trailingSlash: false},
    });
    if (site.code !== 0) throw new Error(site.output);
  });

  test('is told with file and line, in the build and in docs-health.json', () => {
    expect(site.output).toMatch(/docs\/long\.md:\d+ {2}error {2}The card "Long" does not fit one sheet/);
    const {findings} = JSON.parse(site.read('docs-health.json'));
    expect(findings.map(({rule}: {rule: string}) => rule)).toContain('card-too-long');
  });

  test('has no sheet, and its page leads to none; the others keep theirs', () => {
    expect(exists(site, 'quick-reference/long.pdf')).toBe(false);
    expect(site.html('quick-reference/long')).not.toContain('.pdf');
    expect(exists(site, 'quick-reference/payments.pdf')).toBe(true);
    expect(site.html('quick-reference/payments')).toContain('href="/quick-reference/payments.pdf"');
  });

  test('without slashes at the end, the single file does not take the place of the page', () => {
    expect(site.read('quick-reference/payments.html')).toContain('<script');
    expect(site.read('quick-reference/payments.card.html')).not.toContain('<script');
    expect(site.html('quick-reference/payments')).toContain('href="/quick-reference/payments.card.html"');
    expect(site.html('quick-reference/payments')).toContain('/quick-reference/payments?r=');
  });
});

// What a machine is like for which the package has no binary, or where npm has left it out.
function withoutBinary(): string {
  const file = path.join(SITES, 'without-binary.cjs');
  fs.mkdirSync(SITES, {recursive: true});
  fs.writeFileSync(
    file,
    `const Module = require('node:module');
const resolve = Module._resolveFilename;
Module._resolveFilename = function (request, ...rest) {
  if (!/typst-ts-node-compiler[-.]/.test(request)) return resolve.call(this, request, ...rest);
  throw Object.assign(new Error('Cannot find module ' + request), {code: 'MODULE_NOT_FOUND'});
};
`,
  );
  return file;
}

test('where the optional package does not run, the build says so once and goes on without PDFs', async () => {
  const site = await buildSite({
    name: 'cards-without-press',
    docs: DOCS,
    options: {api: false, search: false},
    config: {i18n: {defaultLocale: 'en', locales: ['en', 'de']}},
    env: {NODE_OPTIONS: `--require ${JSON.stringify(withoutBinary())}`},
  });
  expect(site.code, site.output).toBe(0);
  expect(site.output.match(/Quick-reference cards get no PDFs/g)).toHaveLength(1);
  expect(site.output).toContain('npm install --include=optional');
  expect(exists(site, 'quick-reference/site.pdf')).toBe(false);
  expect(exists(site, 'quick-reference/site.html')).toBe(true);
  expect(site.html('quick-reference/site/index')).not.toContain('.pdf');
});
