import {describe, expect, test} from 'vitest';
import {namesIn, quoted, tellingPart} from '../src/client/search/paste';

describe('what a pasted line has between quotes', () => {
  test.each([
    [
      `02:14:07 level=error msg="connection refused" job='nightly' path=/x`,
      ['connection refused', 'nightly'],
    ],
    ['{"level":"error","msg":"failed to reconcile"}', ['failed to reconcile', 'error']],
    ['{"msg":"open \\"a b\\": denied"}', ['open \\"a b\\": denied']],
    ['run `kubectl get pods` first', ['kubectl get pods']],
    ["the pod's log and the node's log", []],
    ['an "open end', []],
  ])('%s', (line, messages) => {
    expect(quoted(line)).toEqual(messages);
  });

  test('of a long one only the first few', () => {
    const line = Array.from({length: 100}, (_, at) => `"message number ${at}"`).join(' ');
    expect(quoted(line)).toHaveLength(6);
  });
});

describe('what an alert is pasted as', () => {
  test.each([
    ['[FIRING:1] KubePodCrashLooping (monitoring k8s-0 warning)', ['KubePodCrashLooping']],
    ['alertname=etcdmembersdown severity=warning', ['etcdmembersdown']],
    ['alertname = NodeDown\nseverity = critical', ['NodeDown']],
    ['ALERTS{alertname="NodeDown",alertstate="firing"}', ['NodeDown']],
    ['https://github.com/x/y/blob/main/alerts/NodeDown.md#meaning', ['NodeDown']],
    ['disk is full', []],
  ])('%s', (text, names) => {
    expect(namesIn(text)).toEqual(names);
  });
});

describe('of a long paste is looked for', () => {
  test('what went wrong, before where', () => {
    const frames = Array.from({length: 300}, (_, at) => `\tat com.example.Thing${at}.run(Thing.java:${at})`);
    const trace = [
      'Request took 3 s',
      ...frames,
      'Caused by: java.lang.Exception: database space exceeded',
      ...frames,
    ];
    const part = tellingPart(trace.join('\n'));
    expect(part.split('\n')[0]).toBe('Caused by: java.lang.Exception: database space exceeded');
    expect(part).not.toContain('Thing.java');
  });

  test('no more than a page can have', () => {
    const log = Array.from({length: 5000}, (_, at) => `word${at} other${at} error`).join('\n');
    expect(tellingPart(log).split(/\s+/).length).toBeLessThanOrEqual(41);
    expect(tellingPart('x'.repeat(100_000)).length).toBeLessThanOrEqual(2000);
  });

  test('all of a short one', () => {
    expect(tellingPart('oc get pods\n  -n x')).toBe('oc get pods\n  -n x');
  });
});
