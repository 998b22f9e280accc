import {createHash} from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {DEMO} from '../support/demo-site.js';
import {AS_OF, buildDemo, builtSite, SITES} from '../support/sites.js';

const demo = builtSite(DEMO);

/** Every file of a folder with the hash of its content. */
function fingerprints(dir: string): Record<string, string> {
  const files = fs.readdirSync(dir, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files
      .map((entry) => path.join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [
        path.relative(dir, file),
        createHash('sha256').update(fs.readFileSync(file)).digest('hex'),
      ]),
  );
}

test('docs-health.json knows every page of the sample handbook, and finds nothing wrong in it', () => {
  const health = JSON.parse(demo.read('docs-health.json'));
  expect(health.schema).toBe('opsbinder/docs-health/1');
  expect(health.asOf).toBe(AS_OF);
  expect(health.findings).toEqual([]);
  expect(health.documents.length).toBe(health.summary.documents);
  expect(health.documents.length).toBeGreaterThanOrEqual(10);
  const states = new Set(
    health.documents.map(({freshness}: {freshness: {state: string}}) => freshness.state),
  );
  expect([...states].sort()).toEqual(['due-soon', 'fresh', 'overdue']);
});

test.each([
  'index.html',
  'tiers/index.html',
  'tiers/0/index.html',
  'quick-reference/index.html',
  'api/index.html',
])('%s is there', (file) => {
  expect(fs.existsSync(path.join(DEMO, file))).toBe(true);
});

test('two builds for one day are the same, byte for byte, whatever fonts the machine has', async () => {
  const noFonts = path.join(SITES, 'no-fonts.conf');
  fs.writeFileSync(noFonts, '<fontconfig><dir>/no/such/folder</dir></fontconfig>');
  const again = await buildDemo(path.join(SITES, 'demo-again'), {FONTCONFIG_FILE: noFonts});
  expect(again.code).toBe(0);
  expect(fingerprints(again.dir)).toEqual(fingerprints(DEMO));
});

test('another day changes the badges, even when the bundler keeps what it has', async () => {
  const later = await buildDemo(path.join(SITES, 'demo-later'), {OPSBINDER_AS_OF: '2027-12-01'});
  expect(later.code).toBe(0);
  const {summary} = JSON.parse(later.read('docs-health.json'));
  expect(summary.overdue).toBe(summary.documents);
  expect(demo.text('docs/runbooks/deployment')).toContain('Fresh');
  expect(later.text('docs/runbooks/deployment')).toContain('review was due on');
});

test('nothing of the API description or its renderer is on any other page', () => {
  const pages = ['', 'docs/runbooks/deployment', 'quick-reference'];
  const scripts = new Set(
    pages.flatMap((page) =>
      [...demo.html(page).matchAll(/(?:src|href)="\/(assets\/js\/[^"]+\.js)"/g)].map(([, file = '']) => file),
    ),
  );
  expect(scripts.size).toBeGreaterThan(0);
  for (const page of pages)
    expect(demo.html(page), page).not.toMatch(/listRecords|redocly|styled-components/i);
  for (const file of [
    ...scripts,
    ...fs.readdirSync(path.join(DEMO, 'assets/css')).map((name) => `assets/css/${name}`),
  ]) {
    const text = demo.read(file);
    expect(text, file).not.toContain('listRecords');
    expect(text, file).not.toMatch(/redocly|styled-components/i);
  }
});
