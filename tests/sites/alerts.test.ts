import fs from 'node:fs';
import path from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import {type BuiltSite, buildSite, docusaurus, writeSite} from '../support/sites.js';

const DOCS = {
  'latency.md':
    '---\nalerts: [HighLatency, "Disk full (/var)"]\nseverity: P1\nowner: sre\nlast_reviewed_on: 2026-11-01\n---\n\n# The latency is <high> & "rising"\n\nText.\n',
  'many.md':
    '---\nalerts: headings\n---\n\n# Many\n\n## ErrorBurst {#bursts}\n\nText.\n\n### Meaning\n\n## QueueStuck\n\n### Meaning\n\n## `Größe`NotKnown\n\nText.\n',
  'ownpage.md': '---\nslug: /alerts/OwnPage\nalerts: [OwnPage]\n---\n\n# Written by hand\n\nText.\n',
  'old.md': '---\nstatus: deprecated\nalerts: [Gone]\n---\n\n# Old\n\nText.\n',
};
const OPTIONS = {api: false, docs: {routeBasePath: '/'}};

/** Where a page sends its reader: with JavaScript, without, and by link. */
function leadsTo(html: string) {
  return {
    script: /location\.replace\((.*?)\)<\/script>/.exec(html)?.[1],
    refresh: /<noscript><meta http-equiv="refresh" content="0; url=([^"]*)">/.exec(html)?.[1],
    link: /<a href="([^"]*)"/.exec(html)?.[1],
  };
}

describe.each([
  ['with a slash at the end', true, '/index.html', '/'],
  ['without a slash at the end', false, '.html', ''],
  ['with slashes as they come', undefined, '/index.html', '/'],
])('a site %s', (_how, trailingSlash, ending, slash) => {
  let built: BuiltSite;
  const docSlash = trailingSlash === true ? '/' : '';
  beforeAll(async () => {
    built = await buildSite({
      name: `alerts-${String(trailingSlash)}`,
      docs: DOCS,
      options: OPTIONS,
      config: {baseUrl: '/ops/', trailingSlash},
    });
    if (built.code !== 0) throw new Error(built.output);
  });

  test('sends the reader of an alert to its page, and keeps what the address says', () => {
    expect(leadsTo(built.read(`alerts/HighLatency${ending}`))).toEqual({
      script: `"/ops/latency${docSlash}"+location.search+location.hash`,
      refresh: `/ops/latency${docSlash}`,
      link: `/ops/latency${docSlash}`,
    });
  });

  test('sends the reader to the heading that Docusaurus has built', () => {
    for (const [name, id] of [
      ['ErrorBurst', 'bursts'],
      ['QueueStuck', 'queuestuck'],
      ['GroßeNotKnown', 'größenotknown'],
    ]) {
      expect(built.html('many')).toContain(`id="${id}"`);
      const {refresh, script} = leadsTo(built.read(`alerts/${name}${ending}`));
      expect(decodeURIComponent(refresh ?? '')).toBe(`/ops/many${docSlash}#${id}`);
      expect(decodeURIComponent(script ?? '')).toBe(
        `"/ops/many${docSlash}"+location.search+(location.hash||"#${id}")`,
      );
    }
  });

  test('answers in lower case, too, and names with signs in a safe form', () => {
    const html = built.read(`alerts/HighLatency${ending}`);
    expect(built.read(`alerts/highlatency${ending}`)).toBe(html);
    expect(leadsTo(built.read(`alerts/Disk-full-var${ending}`)).link).toBe(`/ops/latency${docSlash}`);
    expect(html).toContain('</a>: The latency is &lt;high&gt; &amp; &quot;rising&quot;');
  });

  test('knows all other spellings on the page for what is not found', () => {
    expect(built.read('404.html')).toContain('fetch(found[1]+"alerts.json")');
  });

  test('lists alerts for programs', () => {
    const {schema, asOf, alerts} = JSON.parse(built.read('alerts.json'));
    expect([schema, asOf]).toEqual(['opsbinder/alerts/1', '2026-11-20']);
    expect(alerts.map(({name}: {name: string}) => name)).toEqual([
      'Disk full (/var)',
      'ErrorBurst',
      'GrößeNotKnown',
      'HighLatency',
      'OwnPage',
      'QueueStuck',
    ]);
    expect(alerts[3]).toEqual({
      name: 'HighLatency',
      permalink: `/ops/latency${docSlash}`,
      url: `https://ops.example.com/ops/latency${docSlash}`,
      route: `/ops/alerts/HighLatency${slash}`,
      title: 'The latency is <high> & "rising"',
      severity: 'P1',
      owner: 'sre',
      freshness: 'fresh',
      source: 'docs/latency.md',
      line: 2,
    });
    expect(alerts[2].route).toBe(`/ops/alerts/Gro%C3%9FeNotKnown${slash}`);
    expect(alerts[1]).toMatchObject({permalink: `/ops/many${docSlash}#bursts`, severity: null, line: 7});
  });

  test('lists alerts for people', () => {
    expect(built.text('alerts')).toMatch(/HighLatency ?P1 ?The latency is <high> & "rising" ?sre ?Fresh/);
    expect(built.html('alerts')).toContain(`href="/ops/many${docSlash}#bursts"`);
    expect(built.text('alerts')).not.toContain('Gone');
  });

  test("leaves a page of the site's own where it is", () => {
    expect(built.text('alerts/OwnPage')).toContain('Written by hand');
    expect(built.read(`alerts/OwnPage${ending}`)).not.toContain('location.replace');
  });

  test('keeps the addresses of alerts from search engines and from its own search', () => {
    expect(built.read(`alerts/HighLatency${ending}`)).toContain('<meta name="robots" content="noindex">');
    expect(built.read('sitemap.xml')).not.toContain('HighLatency');
    expect(built.output).not.toContain('broken');
  });

  test('names no alert in the script of every page', () => {
    const dir = path.join(built.dir, 'assets', 'js');
    const [main = ''] = fs.readdirSync(dir).filter((name) => name.startsWith('main.'));
    expect(fs.readFileSync(path.join(dir, main), 'utf8')).not.toContain('HighLatency');
  });
});

test('two pages for one alert stop the build, and both are named', async () => {
  const built = await buildSite({
    name: 'alerts-twice',
    docs: {
      'a.md': '---\nalerts: [HighLatency]\n---\n# A\n',
      'b.md': '---\ntitle: B\nalerts:\n  - highlatency\n---\n# B\n',
    },
    options: {...OPTIONS, search: false},
  });
  expect(built.code).toBe(1);
  expect(built.output).toContain('docs/b.md:4');
  expect(built.output).toContain('leads here and to docs/a.md:2');
});

test('alerts can be moved and switched off, and the list is the same in every build', async () => {
  const site = {
    name: 'alerts-moved',
    docs: DOCS,
    options: {...OPTIONS, search: false, runbooks: {alerts: '/pager/'}},
  };
  const first = await buildSite(site);
  expect(first.code).toBe(0);
  const list = first.read('alerts.json');
  expect(JSON.parse(list).alerts[3].route).toBe('/pager/HighLatency/');
  expect(leadsTo(first.read('pager/HighLatency/index.html')).link).toBe('/latency');
  expect((await buildSite(site)).read('alerts.json')).toBe(list);
  const off = await buildSite({...site, options: {...site.options, runbooks: {alerts: false}}});
  expect(off.code).toBe(0);
  expect(fs.existsSync(path.join(off.dir, 'alerts.json'))).toBe(false);
  expect(fs.existsSync(path.join(off.dir, 'alerts', 'HighLatency'))).toBe(false);
  expect(off.read('404.html')).not.toContain('alerts.json');
});

describe('handbook:alerts', () => {
  let siteDir: string;
  const rule = (alert: string, url: string) =>
    `groups:\n  - name: shop\n    rules:\n      - record: a\n        expr: up\n      - alert: ${alert}\n        expr: up == 0\n        annotations: {summary: "{{ $labels.pod }}", runbook_url: "${url}"}\n`;
  beforeAll(() => {
    siteDir = writeSite({
      name: 'alerts-rules',
      docs: DOCS,
      files: {
        'rules/good/latency.yml': rule('HighLatency', 'https://ops.example.com/alerts/HighLatency/'),
        'rules/good/deep/burst.yaml': rule('ErrorBurst', 'https://ops.example.com/many#bursts'),
        'rules/good/notes.txt': 'no YAML: [',
        'rules/bad/page.yml': rule('DiskFull', 'https://wiki.example.com/disk'),
        'rules/bad/url.yml': rule('QueueStuck', 'https://ops.example.com/many#gone'),
        'rules/broken.yml': 'groups:\n  - name: "open\n',
        'rules/git.yml': rule('QueueStuck', 'https://git.example.com/ops/blob/main/docs/many.md#queuestuck'),
      },
      options: OPTIONS,
    });
  });
  const run = (...args: string[]) => docusaurus(['handbook:alerts', ...args], siteDir);

  test('reads files, folders and globs, and is content when every alert has a page', async () => {
    for (const args of [
      ['rules/good'],
      ['rules/good/**/*.y*ml'],
      ['rules/good/latency.yml', 'rules/good/deep/burst.yaml'],
    ]) {
      const {code, output} = await run(...args);
      expect(output).toContain('2 rules for 2 alerts; 0 without a page.');
      expect(output).toContain('runbook_url: 2 to a page here, 0 nowhere, 0 elsewhere');
      expect(output).toContain('  OwnPage  docs/ownpage.md:3');
      expect(code).toBe(0);
    }
  });

  test('fails for an alert without a page and for a runbook_url that leads nowhere, with file and line', async () => {
    const {code, output} = await run('rules/bad', '--format', 'github');
    expect(code).toBe(1);
    expect(output).toContain('::error file=rules/bad/page.yml,line=6,title=alert-without-page::');
    expect(output).toContain('::error file=rules/bad/url.yml,line=8,title=runbook-url-broken::');
  });

  test('prints the address to use, with labels where they are wanted', async () => {
    const {output} = await run('--labels', 'rules/good/latency.yml');
    expect(output).toContain(
      'runbook_url: "https://ops.example.com/alerts/HighLatency/?pod={{ $labels.pod | urlquery }}"',
    );
  });

  test('takes other addresses of the pages for what they are', async () => {
    const args = ['rules/git.yml', '--format', 'json', '--base', 'https://git.example.com/ops/blob/main/'];
    const {code, output} = await run(...args);
    const {schema, rules} = JSON.parse(output);
    expect(schema).toBe('opsbinder/alert-rules/1');
    expect(rules[0].runbookUrl).toMatchObject({state: 'page', leadsTo: 'docs/many.md#queuestuck', line: 8});
    expect(code).toBe(0);
  });

  test('says what is wrong with a file, a path or an option', async () => {
    const broken = await run('rules/broken.yml');
    expect(broken.output).toMatch(/rules\/broken\.yml:2 {2}error {2}The YAML does not parse/);
    expect(broken.code).toBe(1);
    const none = await run('rules/none.yml');
    expect(none.output).toContain('No rule file is found at rules/none.yml.');
    expect(none.code).toBe(1);
    const format = await run('rules/good', '--format', 'xml');
    expect(format.output).toContain('--format xml is not known. Expected one of text, json, github.');
  });
});
