import {expect, test} from 'vitest';
import {handbookOf, page} from './support.js';

const findingsOf = (command: string, body: string) =>
  handbookOf({
    p: page(
      `quick_reference:\n  commands:\n    - label: Pods\n      command: ${JSON.stringify(command)}`,
      body,
    ),
  }).findings.filter(({rule}) => rule === 'card-command-differs');

test.each([
  ['in a fence', 'kubectl get pods', '```bash\nkubectl get pods\n```'],
  ['behind a prompt, among output', 'kubectl get pods', '```console\n$ kubectl get pods\nNAME  READY\n```'],
  ['within a sentence', 'kubectl get pods', 'Run `kubectl get pods` first.'],
  [
    'continued on a second line',
    'kubectl get pods -l app=web',
    '```bash\nkubectl get pods \\\n  -l app=web\n```',
  ],
  ['in a list', 'kubectl get pods', '1. Look:\n\n   ```bash\n   kubectl   get pods\n   ```'],
  ['of two lines', 'cd /srv\nmake stop', '```bash\ncd /srv\necho here\nmake stop\n```'],
])('a command of a card that its page has is fine: %s', (_, command, body) => {
  expect(findingsOf(command, body)).toEqual([]);
});

test('one that was changed on the page alone is told, with what the page has', () => {
  const found = findingsOf('kubectl -n prod get pods', '```bash\nkubectl -n prod get pods -o wide\nls\n```');
  expect(found).toMatchObject([
    {
      level: 'warning',
      line: 4,
      message: expect.stringContaining('The page has kubectl -n prod get pods -o wide'),
    },
  ]);
});

test('no other command is named that merely begins with the same word', () => {
  const [found] = findingsOf('kubectl drain node-1', '```bash\nkubectl get pods\n```');
  expect(found?.message).toContain('Expected a command that the page has');
});
