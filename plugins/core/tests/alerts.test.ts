import {describe, expect, test} from 'vitest';
import {alertPermalink, readFrontMatter} from '../src/index.js';
import {handbookOf, page, places} from './support.js';

/** Alerts as `name → address`. */
const routes = (pages: Record<string, string>, more?: Parameters<typeof handbookOf>[1]) =>
  handbookOf(pages, more).alerts.map((alert) => `${alert.name} → ${alertPermalink(alert)}`);

describe('the alerts that lead to a page', () => {
  test('are those that its front matter lists', () => {
    expect(routes({p: page('alerts: [HighLatency, ErrorBurst]')})).toEqual([
      'ErrorBurst → /docs/p',
      'HighLatency → /docs/p',
    ]);
    expect(routes({p: page('alerts: HighLatency')})).toEqual(['HighLatency → /docs/p']);
  });

  test.each([
    ['its H1', 'p', '# HighLatency\n', 'HighLatency'],
    ['its H1 in code', 'p', '# `HighLatency`\n', 'HighLatency'],
    ['its H1 with the word before', 'p', '# Alert: HighLatency\n', 'HighLatency'],
    ['its H1 before its file', 'MachineConfigDaemonRebootError', '# MCDRebootError\n', 'MCDRebootError'],
    ['its file where the H1 is a sentence', 'a/HighLatency', '# The latency is high\n', 'HighLatency'],
    ['its file where the H1 says more', 'etcdNoLeader', '# etcdNoLeader [deprecated]\n', 'etcdNoLeader'],
    ['its file without an H1', 'HighLatency', 'Text.\n', 'HighLatency'],
    ['the folder of an index page', 'HighLatency/index', '# The latency is high\n', 'HighLatency'],
    ['one plain word that both agree on', 'Watchdog', '# Watchdog\n', 'Watchdog'],
    ['words with underscores', 'p', '# HIGH_LATENCY\n', 'HIGH_LATENCY'],
  ])('of a page of type alert: %s', (_, id, body, expected) => {
    expect(routes({[id]: page('type: alert', body)})).toEqual([`${expected} → /docs/${id}`]);
  });

  test('follow from a policy, too, and an empty list says that there are none', () => {
    const handbook = 'policies:\n  - {match: "**", type: alert}\n';
    const pages = {HighLatency: '# HighLatency\n', ErrorBurst: page('alerts: []', '# ErrorBurst\n')};
    expect(routes(pages, {handbook})).toEqual(['HighLatency → /docs/HighLatency']);
  });

  test.each([
    ['gatherLogs', '# Optional log gathering\n'],
    ['overview', '# Overview\n'],
    ['hierarchy/README', '# Alerts Hierarchy\n'],
    ['high-latency', '# High latency\n'],
  ])('are asked for where neither title nor file is a name: %s', (id, body) => {
    const handbook = handbookOf({[id]: page('type: alert', body)});
    expect(handbook.alerts).toEqual([]);
    expect(places(handbook)).toEqual([`docs/${id}.md:1 alert-unnamed`]);
  });

  test('are none on pages of other types, and none of pages that are not to be used', () => {
    expect(routes({HighLatency: page('type: runbook', '# HighLatency\n')})).toEqual([]);
    expect(routes({p: page('status: deprecated\nalerts: [HighLatency]')})).toEqual([]);
  });
});

describe('a page with a heading for each alert', () => {
  const BODY = `# Alerts of the shop

## Overview

### HighLatency

#### Meaning

### ErrorBurst {#bursts}

#### Meaning

### How to use PromQL

### \`QueueStuck\`
`;

  test('answers each with its heading, at the level that holds them', () => {
    expect(routes({p: page('alerts: headings', BODY)})).toEqual([
      'ErrorBurst → /docs/p#bursts',
      'HighLatency → /docs/p#highlatency',
      'QueueStuck → /docs/p#queuestuck',
    ]);
  });

  test('may say so in words', () => {
    const body =
      '## Group Name: "absent"\n\n##### Alert Name: "KubeAPIDown"\n\n##### Alert Name: "Watchdog"\n';
    expect(routes({p: page('alerts: headings', body)})).toEqual([
      'KubeAPIDown → /docs/p#alert-name-kubeapidown',
      'Watchdog → /docs/p#alert-name-watchdog',
    ]);
  });

  test('is told when no heading is a name', () => {
    const handbook = handbookOf({p: page('alerts: headings', '# A\n\n## What to do\n')});
    expect(places(handbook)).toEqual(['docs/p.md:1 alert-unnamed']);
  });
});

describe('two claims on one alert', () => {
  test('are an error that names both places, whatever the case', () => {
    const handbook = handbookOf({
      a: page('title: A\nalerts:\n  - HighLatency'),
      b: page('alerts: [highlatency]'),
    });
    expect(handbook.findings).toMatchObject([
      {rule: 'alert-duplicate', level: 'error', source: 'docs/b.md', line: 2},
    ]);
    expect(handbook.findings[0]?.message).toContain('docs/a.md:4');
    expect(handbook.alerts.map((alert) => alert.page.id)).toEqual(['a']);
  });

  test('are an error for two headings', () => {
    const handbook = handbookOf({p: page('alerts: headings', '# A\n\n## HighLatency\n\n## HighLatency\n')});
    expect(handbook.findings).toMatchObject([{source: 'docs/p.md', line: 9}]);
    expect(handbook.findings[0]?.message).toContain('docs/p.md:7');
  });

  test('are none where one page is no longer to be used', () => {
    const old = page('status: deprecated\nalerts: [HighLatency]');
    expect(places(handbookOf({a: page('alerts: [HighLatency]'), b: old}))).toEqual([]);
  });
});

test('every name has an address of its own that is safe', () => {
  const names = ['HighLatency', 'Disk full (/var)', 'disk-full-var', 'Überlauf', '../../etc', '🔥'];
  const {alerts} = handbookOf({p: page(`alerts: ${JSON.stringify(names)}`)});
  expect(Object.fromEntries(alerts.map(({name, slug}) => [name, slug]))).toEqual({
    HighLatency: 'HighLatency',
    'Disk full (/var)': 'Disk-full-var',
    'disk-full-var': 'disk-full-var-2',
    Überlauf: 'Uberlauf',
    '../../etc': 'etc',
    '🔥': 'alert',
  });
});

test('the lines are those of the file', () => {
  const text = page('alerts:\n  # the pager\n  - HighLatency\n  - ErrorBurst');
  expect(readFrontMatter(text, 'p').findings).toEqual([]);
  expect(handbookOf({p: text}).alerts.map(({name, line}) => [name, line])).toEqual([
    ['ErrorBurst', 5],
    ['HighLatency', 4],
  ]);
});
