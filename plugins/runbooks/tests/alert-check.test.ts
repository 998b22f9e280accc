import {buildHandbook, type CivilDate} from '@opsbinder/core';
import {describe, expect, test} from 'vitest';
import {type CheckInput, checkAlerts} from '../src/alert-check.js';
import {ALERT_FORMATS} from '../src/alert-report.js';
import {readAlertRules} from '../src/alert-rules.js';

const PAGES: Record<string, string> = {
  'latency.md':
    '---\nalerts: [HighLatency, VeryHighLatency]\n---\n\n# The latency is high\n\n## Impact\n\n## Impact\n',
  'etcd/NoLeader.md': '---\nalerts: [NoLeader]\n---\n\n# No leader\n',
  'kafka/NoLeader.md': '---\nalerts: [KafkaNoLeader]\n---\n\n# No leader\n',
  'many.md': '---\nalerts: headings\n---\n\n# Many\n\n## ErrorBurst\n\n## QueueStuck\n',
};

const handbook = buildHandbook({
  asOf: '2026-11-20' as CivilDate,
  dueSoonDays: 14,
  defaultReviewIn: {amount: 90, unit: 'day'},
  bulkReviewLimit: 10,
  documents: Object.entries(PAGES).map(([path, text]) => ({
    id: path.replace('.md', ''),
    source: `docs/${path}`,
    path,
    permalink: `/ops/docs/${path.replace('.md', '')}`,
    title: path,
    text,
    version: 'current',
    edition: 'last',
    unlisted: false,
  })),
  ownersFile: {source: 'docs/owners.yml'},
  handbookFile: {source: 'docs/handbook.yml'},
  watchedHash: () => undefined,
});

function check(rules: string, more: {bases?: string[]; withLabels?: boolean} = {}) {
  const input: CheckInput = {
    ...readAlertRules(rules, 'rules.yml'),
    site: {
      siteUrl: 'https://ops.example.com/ops/',
      bases: more.bases ?? [],
      locales: ['en', 'fr'],
      alerts: '/alerts/',
    },
    urlOf: ({slug}) => `https://ops.example.com/ops/alerts/${slug}/`,
    withLabels: more.withLabels ?? false,
  };
  return checkAlerts(handbook, input);
}

const rule = (alert: string, url?: string) =>
  `groups:\n- name: g\n  rules:\n  - alert: ${alert}\n    expr: up == 0\n${url ? `    annotations:\n      runbook_url: '${url}'\n` : ''}`;

/** Where one URL leads: `state`, or `state file#heading`. */
function leadsTo(url: string, bases?: string[]): string | undefined {
  const {runbookUrl} = check(rule('HighLatency', url), {bases}).rules[0] ?? {};
  return runbookUrl ? [runbookUrl.state, runbookUrl.leadsTo].filter(Boolean).join(' ') : undefined;
}

describe('rules are read', () => {
  const names = (text: string) =>
    readAlertRules(text, 'rules.yml').rules.map(({alert, line}) => `${alert}:${line}`);

  test('from rule files, without recording rules', () => {
    const text =
      'groups:\n  - name: a\n    rules:\n      - record: job:up\n        expr: up\n      - alert: A\n        expr: up == 0\n  - name: b\n    rules:\n      - expr: up == 0\n        alert: B\n';
    expect(names(text)).toEqual(['A:6', 'B:11']);
  });

  test('from PrometheusRule objects, lists of them and several documents', () => {
    const object = (name: string, indent: string) =>
      [
        'apiVersion: monitoring.coreos.com/v1',
        'kind: PrometheusRule',
        'spec:',
        '  groups:',
        '  - rules:',
        `    - alert: ${name}`,
      ]
        .map((line) => `${indent}${line}\n`)
        .join('');
    const item = object('C', '    ').replace('    api', '  - api');
    const text = `# rules\n---\n${object('A', '')}--- # next\nkind: ConfigMap\ndata: {groups: no}\n...\n---\n${object('B', '')}---\napiVersion: v1\nkind: List\nitems:\n${item}`;
    expect(names(text)).toEqual(['A:8', 'B:19', 'C:29']);
  });

  test('from nothing, and from what is something else', () => {
    for (const text of [
      '',
      '# only a comment\n',
      'a: 1\n',
      '- a\n',
      'groups:\n',
      'groups: x\n',
      'groups: [{rules: }]\n',
    ]) {
      expect(readAlertRules(text, 'rules.yml')).toEqual({rules: [], findings: []});
    }
  });

  test('what does not parse is an error with its line, and the other documents still count', () => {
    const text = `${rule('A')}---\ngroups:\n- name: {{ .Values.name }}\n  rules: [\n---\n${rule('B')}`;
    const {rules, findings} = readAlertRules(text, 'rules.yml');
    expect(rules.map(({alert}) => alert)).toEqual(['A', 'B']);
    expect(findings).toMatchObject([{rule: 'yaml-invalid', level: 'error', source: 'rules.yml'}]);
    expect(findings[0]?.line).toBeGreaterThanOrEqual(7);
    expect(findings[0]?.line).toBeLessThanOrEqual(10);
  });
});

describe('an alert', () => {
  test('gets the address that leads to its page, whatever the case of its name', () => {
    expect(check(rule('highlatency')).rules).toMatchObject([
      {
        page: {source: 'docs/latency.md', heading: null},
        use: 'https://ops.example.com/ops/alerts/HighLatency/',
      },
    ]);
    expect(check(rule('QueueStuck')).rules).toMatchObject([
      {page: {source: 'docs/many.md', heading: 'queuestuck'}},
    ]);
  });

  test('without a page is an error at its rule', () => {
    const {findings, summary} = check(rule('DiskFull'));
    expect(findings).toContainEqual(
      expect.objectContaining({rule: 'alert-without-page', level: 'error', source: 'rules.yml', line: 4}),
    );
    expect(summary).toMatchObject({rules: 1, alerts: 1, alertsWithoutPage: 1});
  });

  test('that no rule raises is a warning at its page', () => {
    const {findings, withoutRule} = check(rule('HighLatency'));
    expect(withoutRule.map(({alert}) => alert)).toEqual([
      'ErrorBurst',
      'KafkaNoLeader',
      'NoLeader',
      'QueueStuck',
      'VeryHighLatency',
    ]);
    expect(findings.every(({level}) => level === 'warning')).toBe(true);
    expect(findings).toContainEqual(expect.objectContaining({source: 'docs/many.md', line: 9}));
  });

  test('carries the labels that its rule is seen to have', () => {
    const text = `groups:
- rules:
  - alert: HighLatency
    expr: |
      # by (not_this)
      sum by (namespace, pod) (rate(errors[5m])) > 1
    labels: {severity: page, team: shop}
    annotations:
      summary: '{{ $labels.pod }} of {{$labels.service}} is slow'
`;
    expect(check(text, {withLabels: true}).rules[0]?.use).toBe(
      'https://ops.example.com/ops/alerts/HighLatency/?pod={{ $labels.pod | urlquery }}&service={{ $labels.service | urlquery }}&namespace={{ $labels.namespace | urlquery }}&team={{ $labels.team | urlquery }}',
    );
  });
});

describe('a runbook_url', () => {
  test.each([
    ['https://ops.example.com/ops/alerts/HighLatency/', 'page docs/latency.md'],
    ['http://OPS.example.com/ops/alerts/highlatency', 'page docs/latency.md'],
    ['https://ops.example.com/ops/alerts/HighLatency.html', 'page docs/latency.md'],
    ['https://ops.example.com/ops/fr/alerts/HighLatency/', 'page docs/latency.md'],
    ['https://ops.example.com/ops/alerts/ErrorBurst/', 'page docs/many.md#errorburst'],
    [
      'https://ops.example.com/ops/alerts/HighLatency/?pod={{ $labels.pod | urlquery }}',
      'page docs/latency.md',
    ],
    ['https://ops.example.com/ops/docs/latency', 'page docs/latency.md'],
    ['/ops/docs/latency/', 'page docs/latency.md'],
    ['https://ops.example.com/ops/docs/latency#impact-1', 'page docs/latency.md#impact-1'],
    ['https://ops.example.com/ops/docs/latency?a=b#impact', 'page docs/latency.md#impact'],
    ['https://ops.example.com/ops/docs/latency#impact-2', 'nowhere'],
    ['https://ops.example.com/ops/docs/Latency', 'nowhere'],
    ['https://ops.example.com/ops/alerts/DiskFull/', 'nowhere'],
    ['https://ops.example.com/ops/alerts/{{ $labels.alertname }}/', 'templated'],
    ['https://ops.example.com/opsx/docs/latency', 'elsewhere'],
    ['https://wiki.example.com/latency', 'elsewhere'],
    ['https://github.com/shop/ops/blob/main/runbooks/etcd/NoLeader.md', 'elsewhere docs/etcd/NoLeader.md'],
  ])('%s leads to: %s', (url, expected) => expect(leadsTo(url)).toBe(expected));

  const GIT = 'https://github.com/shop/ops/blob/main/';
  test.each([
    [`${GIT}runbooks/latency.md`, `${GIT}runbooks`, 'page docs/latency.md'],
    [`${GIT}runbooks/latency.md#impact`, GIT, 'page docs/latency.md#impact'],
    [`${GIT}runbooks/latency.md#L10-L20`, GIT, 'page docs/latency.md'],
    [`${GIT}docs/latency.md`, GIT, 'page docs/latency.md'],
    [`${GIT}runbooks/none.md`, GIT, 'nowhere'],
    [`${GIT}runbooks/etcd/`, GIT, 'nowhere'],
    ['https://old.example.com/ops/docs/latency', 'https://old.example.com/ops/', 'page docs/latency.md'],
  ])('%s with --base %s leads to: %s', (url, base, expected) => expect(leadsTo(url, [base])).toBe(expected));

  test('of a Git host means a file in the folder of the pages, not one of the same name elsewhere', () => {
    const text = [
      rule('NoLeader', `${GIT}runbooks/etcd/NoLeader.md`),
      rule('HighLatency', `${GIT}runbooks/latency.md`),
      rule('KafkaNoLeader', `${GIT}other/latency.md`),
      rule('QueueStuck', `${GIT}runbooks/NoLeader.md`),
    ].join('---\n');
    const {rules} = check(text, {bases: [GIT]});
    expect(rules.map(({runbookUrl}) => runbookUrl?.leadsTo)).toEqual([
      'docs/etcd/NoLeader.md',
      'docs/latency.md',
      null,
      null,
    ]);
  });

  test('that leads nowhere is an error at its line, with the one to use', () => {
    const {findings} = check(rule('HighLatency', 'https://ops.example.com/ops/docs/latency#gone'));
    expect(findings).toContainEqual({
      rule: 'runbook-url-broken',
      level: 'error',
      source: 'rules.yml',
      line: 7,
      message:
        'The runbook_url of HighLatency, "https://ops.example.com/ops/docs/latency#gone", leads to docs/latency.md, which has no heading #gone',
      hint: 'Write runbook_url: https://ops.example.com/ops/alerts/HighLatency/',
    });
  });

  test('that leads to the page of another alert is a warning', () => {
    const {findings} = check(rule('HighLatency', 'https://ops.example.com/ops/alerts/NoLeader/'));
    expect(findings).toContainEqual(
      expect.objectContaining({rule: 'runbook-url-other-page', level: 'warning', line: 7}),
    );
  });
});

test('the same is printed for people, programs and GitHub', () => {
  const found = check(rule('DiskFull, "100%"'));
  expect(ALERT_FORMATS.text?.(found)).toContain('1 rule for 1 alert; 1 without a page.');
  expect(JSON.parse(ALERT_FORMATS.json?.(found) ?? '')).toEqual(found);
  expect(ALERT_FORMATS.github?.(found)).toContain(
    '::error file=rules.yml,line=4,title=alert-without-page::No page answers the alert DiskFull, "100%25".',
  );
});
