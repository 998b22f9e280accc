import {expect, test} from 'vitest';
import {parseMarkdown, readAnatomy} from '../src/index.js';

test('directives are the sections they name, steps and commands are counted', () => {
  const tree = parseMarkdown(
    [
      '# P',
      '1. one',
      '2. two',
      '',
      ':::step[Third]',
      '',
      '```bash',
      '# a comment',
      'kubectl -n <namespace> \\',
      '  get pods',
      'kubectl delete pod <pod>',
      '```',
      '',
      ':::',
      '',
      ':::rollback',
      'back',
      ':::',
    ].join('\n'),
  );
  expect(readAnatomy(tree, 'runbook')).toEqual({
    sections: ['rollback'],
    missing: ['verification', 'escalation'],
    steps: 3,
    commands: 2,
    placeholders: ['namespace', 'pod'],
    tasks: 0,
    destructive: 1,
    expectedOutputs: 0,
    languages: ['bash'],
    jumps: [{to: 'rollback', anchor: 'roll-back'}],
  });
});

const FOUR = ['## Meaning', 'x', '## Impact', 'x', '## Diagnosis', 'x', '## Mitigation', 'x'];
const read = (lines: string[], type?: 'alert' | 'runbook') =>
  readAnatomy(parseMarkdown(lines.join('\n')), type);

test('only what is missing depends on the type', () => {
  const lines = ['# P', ...FOUR, '1. one', '- [ ] two'];
  const {missing, ...alert} = read(lines, 'alert');
  expect(missing).toEqual([]);
  const {missing: others, ...runbook} = read(lines, 'runbook');
  expect(others).toEqual(['verification', 'rollback', 'escalation']);
  expect(alert).toEqual(runbook);
  expect(alert).toMatchObject({
    sections: ['meaning', 'impact', 'diagnosis', 'mitigation'],
    steps: 1,
    tasks: 1,
    jumps: [
      {to: 'diagnose', anchor: 'diagnosis'},
      {to: 'fix', anchor: 'mitigation'},
    ],
  });
});

test('of several alerts on one page, what one of them lacks is missing', () => {
  const deeper = (lines: string[]) => lines.map((line) => line.replace(/^## /, '### '));
  const page = (second: string[]) => [
    '# Alerts',
    '## PodDown',
    ...deeper(FOUR),
    '## DiskFull',
    ...deeper(second),
  ];
  expect(read(page(FOUR), 'alert').missing).toEqual([]);
  expect(read(page(FOUR.filter((line) => line !== '## Impact')), 'alert').missing).toEqual(['impact']);
  expect(read(page(FOUR), 'alert').jumps).toEqual([]);
});

test('a page that only says where its content went misses nothing', () => {
  const lines = ['# PodDown', 'This alert has been moved to [its own page](./pod-down.md).'];
  expect(read(lines, 'alert')).toMatchObject({missing: [], movedTo: './pod-down.md'});
});

test('languages are told once each, and what is expected is counted', () => {
  const lines = [
    '```console',
    '$ date',
    'Sat',
    '```',
    '```SQL',
    'DROP TABLE a;',
    '```',
    'Expected output:',
    '```',
    'ok',
    '```',
    ':::expect',
    'ok',
    ':::',
    '```console',
    '$ date',
    '```',
  ];
  expect(read(lines)).toMatchObject({
    languages: ['console', 'SQL'],
    expectedOutputs: 3,
    commands: 2,
    destructive: 1,
  });
});
