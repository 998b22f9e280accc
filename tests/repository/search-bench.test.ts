import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {removeShared} from '../../bench/search/easyops.mjs';
import {enlarge, makeCopier} from '../../bench/search/enlarge.mjs';
import {readPage, wordParts} from '../../bench/search/page.mjs';
import {makeQueries} from '../../bench/search/queries.mjs';
import {figures, quantile, routeOf, score} from '../../bench/search/score.mjs';
import {bytesByKind, kindOfFile} from '../../bench/search/weigh.mjs';

/** The queries of some pages, as `kind: text → pages that answer it`. */
function queriesOf(files: Record<string, string>): string[] {
  const pages = Object.entries(files).flatMap(([file, markdown]) => readPage(file, markdown) ?? []);
  return makeQueries(pages).map(({kind, text, answers}) => `${kind}: ${text} → ${answers.join(' ')}`);
}

/** The texts of one kind that a page is asked by. */
function asked(kind: string, markdown: string, file = 'page.md'): string[] {
  return queriesOf({[file]: markdown})
    .filter((line) => line.startsWith(`${kind}: `))
    .map((line) => line.slice(kind.length + 2).replace(/ → \S+$/, ''));
}

const PAGE = `# KubePodCrashLooping

## Meaning

The \`KubePodCrashLooping\` alert fires when a container restarts again and again.

## Why a container ends

It printed "connection refused by upstream", code ECONNREFUSED.

\`\`\`console
$ kubectl -n web get pods
NAME      READY
$ kubectl -n web logs web-0
\`\`\`
`;

describe('the queries of a page', () => {
  test('are one of each kind', () => {
    expect(queriesOf({'alerts/KubePodCrashLooping.md': PAGE})).toEqual(
      [
        'title: KubePodCrashLooping',
        'title-words: kube pod crash looping',
        'alert: KubePodCrashLooping',
        'half: KubePodCrash',
        'heading: Meaning',
        'error: connection refused by upstream',
        'command: kubectl -n web get pods',
        'phrase: container restarts again',
        'log: 2026-11-20T02:14:07Z ERROR "connection refused by upstream" pod/web-7f9c8',
      ].map((line) => `${line} → alerts/KubePodCrashLooping.md`),
    );
  });

  test('leave out pages that are not to be found', () => {
    expect(
      queriesOf({'a.md': '---\ndraft: true\n---\n\n# A', 'b.md': '---\nunlisted: true\n---\n\n# B'}),
    ).toEqual([]);
  });

  test.each([
    ['front matter', '---\ntitle: From above\n---\n\n# In the text', 'From above'],
    ['the first heading', '# In `the` text', 'In the text'],
    ['the name of the file', 'Only text.', 'page'],
    ['the name of the file, where text stands above the heading', 'Text.\n\n# Late', 'page'],
  ])('take the title from %s', (_, markdown, title) => {
    expect(asked('title', markdown)).toEqual([title]);
  });

  test.each([
    [
      'front matter',
      'page.md',
      '---\nalerts: [DiskFull, DiskSlow]\n---\n\n# Disks',
      ['DiskFull', 'DiskSlow'],
    ],
    ['a title', 'page.md', '# etcdHighFsyncDurations', ['etcdHighFsyncDurations']],
    ['a file with another title', 'NodeClockSkew.md', '# Clocks that differ', ['NodeClockSkew']],
    ['nothing: a file that is no alert', 'podDebug.md', '# Look into a pod', []],
    ['nothing: a title of one word', 'page.md', '# Deployment', []],
  ])('take alerts from %s', (_, file, markdown, alerts) => {
    expect(asked('alert', markdown, file)).toEqual(alerts);
  });

  test('do not ask for half an alert of which too little is left', () => {
    expect(asked('half', '# DNSDown')).toEqual([]);
    expect(asked('half', '# NodeDown')).toEqual(['Node']);
  });

  test.each([
    ['words and numbers', 'Set `DATABASE_TIMEOUT_MS` or see 0x80070005.', 'DATABASE_TIMEOUT_MS'],
    ['dots', 'Look for kube.node.status here.', 'kube.node.status'],
    ['a status', 'It says HTTP 429 now.', 'HTTP 429'],
    ['a path', 'Read /var/log/postgres.log first.', '/var/log/postgres.log'],
    ['camel case, at the end of a sentence', 'The pod says ImagePullBackOff.', 'ImagePullBackOff'],
    ['quotes around an error', 'It says "no route: host not found" then.', 'no route: host not found'],
  ])('find an error-like token with %s', (_, text, token) => {
    expect(asked('error', `# Page\n\n${text}`)).toEqual([token]);
  });

  test.each([
    ['an address', 'See https://example.com/a_long_path/of_words.'],
    ['a blank', 'Open /etc/<name>/config and `\u0024{LONG_NAME}`.'],
    ['quotes around anything', 'Press "Save and go on".'],
    ['the page itself', 'This is PodCrash.'],
  ])('take for no error %s', (_, text) => {
    expect(asked('error', `# PodCrash\n\n${text}`)).toEqual([]);
  });

  test.each([
    ['without its prompt', '```bash\n$ oc get nodes\n```', 'oc get nodes'],
    ['below a comment', '```bash\n# All nodes\noc get nodes\n```', 'oc get nodes'],
    ['up to where the line goes on', '```sh\noc get nodes \\\n  -o wide\n```', 'oc get nodes'],
    ['in a fence without a language', '```\nkubectl get pods\n```', 'kubectl get pods'],
  ])('take the first command %s', (_, fence, command) => {
    expect(asked('command', `# Page\n\n${fence}`)).toEqual([command]);
  });

  test.each([
    ['output', '```console\n - alertname = KubeNodeNotReady\n```'],
    ['another language', '```yaml\nname: value\n```'],
    ['text in a fence without a language', '```\nSome text\n```'],
  ])('take for no command %s', (_, fence) => {
    expect(asked('command', `# Page\n\n${fence}`)).toEqual([]);
  });

  test('take of phrases that are equally rare one without function words, else the first', () => {
    expect(
      asked('phrase', '# Page\n\nThis is what the disks of nodes show when full disks fail slowly.'),
    ).toEqual(['full disks fail']);
    expect(asked('phrase', '# Page\n\nIt is on the way.')).toEqual(['It is on']);
  });

  test('take a rarer phrase though it has function words', () => {
    const others = {'b.md': '# B\n\nFull disks fail.'};
    expect(queriesOf({'a.md': '# A\n\nFull disks fail on it.', ...others})).toContain(
      'phrase: disks fail on → a.md',
    );
  });

  test('take a phrase from the lead where no section says what the page means', () => {
    expect(
      asked('phrase', '# Page\n\nMoves the `primary` to another node.\n\n## Steps\n\nPress the red button.'),
    ).toEqual(['to another node']);
  });
});

describe('the answers to a query', () => {
  test('are all pages that have it in the same role', () => {
    const lines = queriesOf({
      'a.md': '# A\n\n```bash\noc get nodes\n```\n',
      'b.md': '# B\n\n```bash\noc get pods\noc get  NODES\n```\n',
      'c.md': '# C\n\nSomebody says oc get nodes here.\n',
    });
    expect(lines.filter((line) => line.startsWith('command'))).toEqual([
      'command: oc get nodes → a.md b.md',
      'command: oc get pods → b.md',
    ]);
  });

  test('to half an alert are all that begin so', () => {
    expect(
      queriesOf({'a.md': '# DiskFillingFast', 'b.md': '# DiskFillingSlowly', 'c.md': '# DiskGone'}),
    ).toContain('half: DiskFilling → a.md b.md');
  });

  test('tell a token from a longer one', () => {
    expect(queriesOf({'a.md': '# A\n\n`rate_limit`', 'b.md': '# B\n\n`rate_limit_hits`'})).toContain(
      'error: rate_limit → a.md',
    );
  });

  test('prefer the heading and the phrase that the fewest pages have', () => {
    const lines = queriesOf({
      'a.md': '# A\n\nThe alert fires when disks melt.\n\n## Impact\n\n## Melted disks',
      'b.md': '# B\n\nThe alert fires when pods end.\n\n## Impact',
    });
    expect(lines).toContain('heading: Melted disks → a.md');
    expect(lines).toContain('phrase: fires when disks → a.md');
  });

  test('hold the page that the query is from', () => {
    const word = fc.constantFrom(
      'DiskFull',
      'pods',
      'rate_limit',
      '`oc get`',
      'The',
      'fires',
      '"a failed call"',
      '#',
      '\n\n',
    );
    const body = fc.array(word, {maxLength: 30}).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(body, {minLength: 1, maxLength: 5}), (bodies) => {
        const pages = bodies.flatMap((markdown, at) => readPage(`page-${at}.md`, markdown) ?? []);
        for (const query of makeQueries(pages)) expect(query.answers).toContain(query.page);
      }),
    );
  });
});

test.each([
  ['KubePodCrashLooping', ['Kube', 'Pod', 'Crash', 'Looping']],
  ['HTTPErrorsHigh', ['HTTP', 'Errors', 'High']],
  ['etcd_disk-full', ['etcd', 'disk', 'full']],
])('the words of %s', (name, words) => {
  expect(wordParts(name)).toEqual(words);
});

describe('the score', () => {
  const query = {kind: 'title', text: 'a', page: 'a.md', answers: ['a.md']};
  const routes = new Map([['a.md', '/docs/a']]);

  test('knows a page by its address, however it is written', () => {
    for (const address of [
      '/docs/a',
      '/docs/a/',
      '/docs/a#part',
      '/docs/a.html',
      'http://localhost:1/docs/a/index.html?x',
    ])
      expect(routeOf(address)).toBe('/docs/a');
    expect(routeOf('/index.html')).toBe('/');
  });

  test('counts several results of one page as one', () => {
    expect(score(query, ['/docs/b#x', '/docs/b#y', '/docs/a'], routes).rank).toBe(2);
    expect(score(query, ['/docs/b'], routes).rank).toBe(0);
  });

  test('is of nothing where nothing was asked', () => {
    expect(figures([])).toEqual({queries: 0, success1: 0, success3: 0, mrr: 0});
  });

  test('weighs ranks', () => {
    const scored = [1, 2, 4, 0].map((rank) => ({query, found: [], rank}));
    expect(figures(scored)).toEqual({queries: 4, success1: 0.25, success3: 0.5, mrr: 1.75 / 4});
  });

  test('takes quantiles that were measured', () => {
    expect([0, 0.5, 0.95, 1].map((at) => quantile([5, 1, 4, 2, 3], at))).toEqual([1, 3, 5, 5]);
  });
});

describe('an enlarged folder', () => {
  const files = [
    {
      file: 'alerts/KubePodCrash.md',
      markdown: '# KubePodCrash\n\nSee [this](KubePodCrash.md), https://example.com/KubePodCrash.',
    },
    {
      file: 'guide.md',
      markdown: '---\nowner: platform\nalerts: [DiskFull]\n---\n\n# A guide\n\nSome words for people.',
    },
  ];

  test('begins with the pages themselves, and is as large as wanted', () => {
    expect(enlarge(files, 7).slice(0, 2)).toEqual(files);
    expect(enlarge(files, 7)).toHaveLength(7);
    expect(enlarge(files, 1)).toEqual(files);
  });

  test('is the same every time, and no two pages are', () => {
    const all = enlarge(files, 60);
    expect(enlarge(files, 60)).toEqual(all);
    expect(new Set(all.map(({file}) => file)).size).toBe(60);
    expect(new Set(all.map(({markdown}) => markdown)).size).toBe(60);
    const titles = all.map(({markdown}) => /^# .*$/m.exec(markdown)?.[0]);
    expect(new Set(titles).size).toBe(60);
  });

  test('renames an alert wherever it stands, but in addresses', () => {
    const copy = enlarge(files, 3)[2];
    const name = copy?.file.replace(/^copy-01\/alerts\/(.*)\.md$/, '$1') ?? '';
    expect(name).toMatch(/^[A-Z]\w+Crash$/);
    expect(name).not.toBe('KubePodCrash');
    const [title, , text] = copy?.markdown.split('\n') ?? [];
    expect(title).toBe(`# ${name}`);
    expect(text).toContain(`](${name}.md), https://example.com/KubePodCrash.`);
  });

  test('leaves the keys and values of front matter, but for names', () => {
    expect(enlarge(files, 4)[3]?.markdown).toMatch(/^---\nowner: platform\nalerts: \[\w+Full\]\n---\n/);
  });

  test('has words left out and put in, so that no copy packs as another, but not where a link leads', () => {
    const words = 'some words stand here for people who look at pages of many sorts and colours'.split(' ');
    const markdown = `${words.join(' ')} [link](${words.join('/')}.md)`;
    const copies = enlarge(
      ['a', 'b', 'c'].map((name) => ({file: `${name}.md`, markdown})),
      60,
    ).slice(3);
    const counts = new Set(copies.map((copy) => copy.markdown.replace(/\[.*/, '').match(/\w+/g)?.length));
    expect(counts.size).toBeGreaterThan(3);
    for (const copy of copies) expect(copy.markdown).toMatch(/\]\(\w+(\/\w+){14}\.md\)$/);
  });

  test('has the same words in what was built of a page', () => {
    const copy = enlarge(files, 3)[2];
    const name = copy?.file.replace(/^copy-01\/alerts\/(.*)\.md$/, '$1') ?? '';
    const copier = makeCopier(files);
    const html =
      '<title>KubePodCrash | Handbook</title><nav>KubePodCrash</nav><main>' +
      '<h1>KubePodCrash</h1><a title="KubePodCrash > x" href=KubePodCrash>Copy</a>' +
      '<style>.KubePodCrash</style>&amp; https://example.com/KubePodCrash</main>';
    expect(copier.html(html, 1)).toBe(
      html.replace('<title>KubePodCrash', `<title>${name}`).replace('<h1>KubePodCrash', `<h1>${name}`),
    );
    expect(copier.route('alerts/KubePodCrash/', 1)).toBe(`copy-01/alerts/${name}/`);
  });

  test('has a title of its own in what was built of a page, too', () => {
    const title = /^# (.*)$/m.exec(enlarge(files, 4)[3]?.markdown ?? '')?.[1];
    expect(title).toMatch(/^A \w+ of \w+$/);
    expect(makeCopier(files).html('<main><h1 class=a>A guide</h1></main>', 1)).toBe(
      `<main><h1 class=a>${title}</h1></main>`,
    );
  });
});

describe('the bytes to the first result', () => {
  test.each([
    ['/assets/js/123.abc.js', 'interface'],
    ['/pagefind/pagefind-ui.js', 'interface'],
    ['/pagefind/pagefind.js', 'pagefind.js'],
    ['/pagefind/pagefind-worker.js', 'worker'],
    ['/pagefind/wasm.en.pagefind', 'wasm'],
    ['/pagefind/search.json', 'settings'],
    ['/pagefind/pagefind.en_12.pf_meta', 'list of pages'],
    ['/pagefind/index/en_12.pf_index', 'words'],
    ['/pagefind/fragment/en_12.pf_fragment', 'pages'],
    ['/search-index-docs-1.json', 'whole index'],
    ['/favicon.ico', 'other'],
  ])('know what %s is', (route, kind) => {
    expect(kindOfFile(route)).toBe(kind);
  });

  test('are averages by kind, which add up', () => {
    const weight = (...bytes: number[]) => ({
      text: '',
      bytes: 0,
      requests: 0,
      milliseconds: 0,
      sent: [
        ...bytes.map((one) => ({route: '/pagefind/index/a.pf_index', bytes: one, isPrefetch: false})),
        {route: '/assets/js/page.js', bytes: 7, isPrefetch: true},
      ],
    });
    expect([...bytesByKind([weight(100, 200), weight(40)])]).toEqual([
      ['words', 170],
      ['prefetched', 7],
    ]);
  });
});

test('what a fetched plugin shares with the repository is taken from the repository', () => {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'shared-'));
  const add = (folder: string, name: string, version: string) => {
    fs.mkdirSync(path.join(dir, folder, name), {recursive: true});
    fs.writeFileSync(path.join(dir, folder, name, 'package.json'), JSON.stringify({version}));
  };
  for (const [name, version] of [
    ['@docusaurus/core', '3.0.0'],
    ['same', '1.0.0'],
    ['other', '2.0.0'],
    ['reactive', '2.0.0'],
    ['alone', '1.0.0'],
  ] as const)
    add('own', name, version);
  for (const name of ['@docusaurus/core', 'same', 'other', 'reactive']) add('shared', name, '1.0.0');
  removeShared(path.join(dir, 'own'), path.join(dir, 'shared'));
  expect(fs.readdirSync(path.join(dir, 'own')).sort()).toEqual(['@docusaurus', 'alone', 'other', 'reactive']);
  expect(fs.readdirSync(path.join(dir, 'own', '@docusaurus'))).toEqual([]);
  fs.rmSync(dir, {recursive: true});
});
