import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {findPages, type Question} from '../../plugins/theme/src/client/search/find.js';
import {type IndexPage, type OpenIndex, openIndex} from '../support/search-index.js';

const known = (filters: Record<string, string[]>, names: string[] = []) => ({filters, names});

const PAGES: Record<string, IndexPage> = {
  '/alerts/crash': {
    html: '<h1>KubePodCrashLooping</h1><h2 id=m>Meaning</h2><p>A container of the pod stops again and again.<h2 id=f>Mitigation</h2><pre><code>kubectl rollout undo deployment/web</code></pre>',
    facts: known({type: ['alert'], tier: ['0'], reviewed: ['2026-10-01']}),
  },
  '/alerts/not-ready': {
    html: '<h1>KubePodNotReady</h1><h2 id=m>Meaning</h2><p>Often the pod crash looping alert fires as well. See the looping of the pod crash by crash.',
    facts: known({type: ['alert'], tier: ['1'], reviewed: ['2026-11-01']}),
  },
  '/db/reconciliation': {
    html: '<h1>Reconciliation is slow</h1><h2 id=s>Symptoms</h2><p>The log says <code>failed to reconcile records: ECONNREFUSED</code> and http 429.<h2 id=t>Tables</h2><table><thead><tr><th>Index<th>Call<tbody><tr><td>idx_status_created<td>/api/reconciliation/records<tr><td>alphabet<td>c1</table>',
    facts: known({type: ['runbook'], tier: ['0'], severity: ['P0']}),
  },
  '/db/disk': {
    html: '<h1>Disk is full</h1><h2 id=d>Delete old logs</h2><p>An error of the web pod: the disk is full. Error, error, error of a pod.',
    facts: known({type: ['runbook'], tier: ['1']}),
  },
  '/db/old-disk': {
    html: '<h1>Disk is full, as it was done before</h1><p>Disk full, disk full, disk full: delete it all.',
    facts: known({type: ['runbook'], status: ['deprecated'], rank: ['last']}),
  },
  '/2.0/install': {html: '<h1>Install</h1><p>Install it with the package manager.', tag: 'docs-default-2.0'},
  '/1.0/install': {html: '<h1>Install</h1><p>Install it from the archives.', tag: 'docs-default-1.0'},
};

let index: OpenIndex;
beforeAll(async () => {
  index = await openIndex(PAGES, {
    versions: {
      served: ['2.0'],
      all: [
        {name: '1.0', label: '1.0'},
        {name: '2.0', label: '2.0'},
      ],
    },
  });
});
afterAll(() => index.close());

async function ask(question: Question) {
  const found = await findPages(index.engine, question);
  const urls = await Promise.all(found.hits.map(async (hit) => (await hit.data()).url));
  return {...found, urls};
}
const first = async (typed: string) => (await ask({typed})).urls[0];

describe('words of the trade are found as they are typed', () => {
  test.each([
    ['KubePodCrashLooping', '/alerts/crash'],
    ['pod crash looping', '/alerts/crash'],
    ['podcrash', '/alerts/crash'],
    ['crashloop', '/alerts/crash'],
    ['KubePodCrash', '/alerts/crash'],
    ['kubectl rollout undo', '/alerts/crash'],
    ['kubectl rollout undo deployment/web', '/alerts/crash'],
    ['ECONNREFUSED', '/db/reconciliation'],
    ['idx_status_created', '/db/reconciliation'],
    ['/api/reconciliation/records', '/db/reconciliation'],
    ['http 429', '/db/reconciliation'],
    ['delete old logs', '/db/disk'],
  ])('%s', async (typed, url) => {
    expect(await first(typed)).toBe(url);
  });

  test('P0 is a word like others', async () => {
    expect((await ask({typed: 'P0'})).missing).toEqual(['P0']);
  });
});

describe('each cell of a table, and never two as one', () => {
  test.each(['Index', 'Call', 'idx_status_created', '/api/reconciliation/records', 'alphabet', 'c1'])(
    '%s',
    async (cell) => {
      expect((await ask({typed: cell})).urls).toContain('/db/reconciliation');
    },
  );

  test('alphabetc1', async () => {
    expect((await ask({typed: 'alphabetc1'})).missing).toEqual(['alphabetc1']);
  });
});

describe('a pasted line', () => {
  test.each([
    '2026-11-20T02:14:07.123Z ERROR [worker-7] "failed to reconcile records: ECONNREFUSED" pod/web-7f9c8d-x2x',
    'web-7f9c8d-x2x | 02:14:07 level=error msg="failed to reconcile records" attempt=3',
    '{"level":"error","ts":1763604847,"msg":"failed to reconcile records"}',
  ])('is found by what is known of it: %s', async (line) => {
    expect(await first(line)).toBe('/db/reconciliation');
  });

  test('says which of its words no page has', async () => {
    const {missing, words} = await ask({typed: 'ECONNREFUSED from api-7f9c2'});
    expect(missing).toContain('api-7f9c2');
    expect(words).toContain('ECONNREFUSED');
  });

  test('of which no page has a word finds nothing', async () => {
    expect(await ask({typed: 'zyzzyva xylograph'})).toMatchObject({
      urls: [],
      missing: ['zyzzyva', 'xylograph'],
      words: [],
    });
  });
});

test.each(['itinerary', 'podium', 'архив'])(
  'a word that only begins like one in the index is not found: %s',
  async (typed) => {
    expect(await ask({typed})).toMatchObject({urls: [], missing: [typed]});
  },
);

test.each(['???', '🔥', '$$$'])('signs alone find nothing, also with filters: %s', async (typed) => {
  expect(await ask({typed, count: true})).toMatchObject({urls: [], missing: [typed]});
});

describe('an alert is found as it is pasted', () => {
  test.each([
    '[FIRING:1] KubePodCrashLooping (openshift-monitoring prometheus-k8s-0 warning)',
    'alertname=KubePodCrashLooping severity=warning',
    'alertname = KubePodCrashLooping\ncontainer = error\npod = web\nseverity = warning',
    'alertname=kubepodcrashlooping pod=web error=full',
    'ALERTS{alertname="KubePodCrashLooping",alertstate="firing",pod="web"}',
    'https://example.com/runbooks/pod/disk/KubePodCrashLooping.md',
    'KubePodCrashLooping (2 active)',
  ])('%s', async (pasted) => {
    expect(await first(pasted)).toBe('/alerts/crash');
  });
});

test('a line that was copied with its quotes is no exact phrase', async () => {
  expect(await first('"2026-11-20T02:14:07Z failed to reconcile records in ns-7"')).toBe(
    '/db/reconciliation',
  );
});

test('a long paste asks for no more than a short one', async () => {
  const line = '{"level":"error","ts":"02:14:07","msg":"failed to reconcile records","pod":"web-7f9c8"}\n';
  const {pagefind} = index.engine;
  let searches = 0;
  const counting = {
    ...index.engine,
    pagefind: {
      ...pagefind,
      search: (...args: Parameters<typeof pagefind.search>) => {
        searches += 1;
        return pagefind.search(...args);
      },
    },
  };
  const {hits} = await findPages(counting, {typed: line.repeat(2000)});
  expect((await hits[0]?.data())?.url).toBe('/db/reconciliation');
  expect(searches).toBeLessThan(200);
});

test('words in quotes are found side by side only', async () => {
  expect((await ask({typed: '"looping of the pod"'})).urls).toEqual(['/alerts/not-ready']);
  expect((await ask({typed: '"pod the of looping"'})).urls).toEqual([]);
});

test('what is deprecated comes last, however often it says it', async () => {
  expect((await ask({typed: 'disk full'})).urls).toEqual(['/db/disk', '/db/old-disk']);
});

describe('docs versions', () => {
  test('only that which readers are served answers by itself', async () => {
    expect((await ask({typed: 'install'})).urls).toEqual(['/2.0/install']);
    expect((await ask({typed: 'install', count: true})).urls).toEqual(['/2.0/install']);
  });

  test('another answers when it is chosen, and both when both are, the older last', async () => {
    expect((await ask({typed: 'install', filters: {version: ['1.0']}})).urls).toEqual(['/1.0/install']);
    expect((await ask({typed: 'install', filters: {version: ['1.0', '2.0']}})).urls).toEqual([
      '/2.0/install',
      '/1.0/install',
    ]);
  });

  test('pages of no version belong to all', async () => {
    expect((await ask({typed: 'disk', filters: {version: ['1.0']}})).urls).toContain('/db/disk');
  });
});

describe('filters', () => {
  test('leave what has one of the chosen values of each', async () => {
    const {urls} = await ask({typed: 'pod', filters: {type: ['alert', 'runbook'], tier: ['1']}});
    expect([...urls].sort()).toEqual(['/alerts/not-ready', '/db/disk']);
  });

  test('alone give all pages they let through', async () => {
    expect((await ask({typed: '', filters: {severity: ['P0']}})).urls).toEqual(['/db/reconciliation']);
  });

  test('of which no page has the value leave nothing', async () => {
    expect((await ask({typed: 'pod', filters: {tier: ['9']}})).urls).toEqual([]);
  });

  test('are counted as if chosen alone in their group', async () => {
    const {counts} = await ask({typed: 'pod', filters: {tier: ['1']}, count: true});
    expect(counts?.tier).toEqual({0: 1, 1: 2});
    expect(counts?.type).toEqual({alert: 1, runbook: 1});
    const chosen = await ask({typed: 'install', filters: {type: ['runbook']}, count: true});
    expect(chosen.counts?.version).toEqual({'1.0': 0, '2.0': 0});
    const all = await ask({typed: 'install', count: true});
    expect(all.counts?.version).toEqual({'1.0': 1, '2.0': 1});
  });
});

test('by review date, the latest comes first and what was never reviewed last', async () => {
  expect((await ask({typed: 'pod', sort: 'reviewed'})).urls).toEqual([
    '/alerts/not-ready',
    '/alerts/crash',
    '/db/disk',
  ]);
});

describe('in a language without spaces between words', () => {
  let japanese: OpenIndex;
  beforeAll(async () => {
    japanese = await openIndex(
      {
        '/a': {html: '<h1>切り戻し</h1><p>次を実行してください kubectl rollout undo を待つ'},
        '/b': {html: '<h1>データベース</h1><p>接続が拒否された場合 ECONNREFUSED ログを確認する'},
      },
      {},
      'ja',
    );
  });
  afterAll(() => japanese.close());

  test.each([
    ['kubectl', '/a'],
    ['kubectl rollout undo', '/a'],
    ['ECONNREFUSED', '/b'],
    ['ログ ECONNREFUSED', '/b'],
    ['データベース', '/b'],
  ])('%s', async (typed, url) => {
    const {hits} = await findPages(japanese.engine, {typed});
    expect((await hits[0]?.data())?.url).toBe(url);
  });
});
