import {describe, expect, test} from 'vitest';
import {isCommandFence, pageBlanks, parseMarkdown, readCode, readMessage, stepIds} from '../src/index.js';

describe('a fence that holds what is to be run', () => {
  test.each([
    ['bash', 'kubectl get pods'],
    ['console', '$ kubectl get pods'],
    ['sql', 'SELECT 1'],
    ['promql', 'up == 0'],
    [undefined, '$ anything'],
    [undefined, '# the pods\nkubectl get pods'],
    ['text', 'oc get pods'],
  ])('%s: %s', (language, code) => {
    expect(isCommandFence(code, language)).toBe(true);
  });

  test.each([
    [undefined, 'NAME   READY'],
    ['yaml', 'kubectl: yes'],
    ['json', '{}'],
    ['text', 'Error: no such pod'],
    ['log', 'oc get pods'],
  ])('is not %s: %s', (language, code) => {
    expect(isCommandFence(code, language)).toBe(false);
  });
});

test('a blank is one with those of other spellings, and stands where it stands', () => {
  const [first, second] = readCode('oc logs <pod-name>\noc get "<POD_NAME>"', 'bash');
  expect(first?.blanks).toEqual([{start: 8, end: 18, key: 'podname', place: 'bare', startsWord: true}]);
  expect(second?.blanks).toEqual([{start: 8, end: 18, key: 'podname', place: 'double', startsWord: true}]);
  expect(second?.blanks[0] && 'oc get "<POD_NAME>"'.slice(8, 18)).toBe('<POD_NAME>');
});

test('a text to send has blanks, too, and brackets of its own', () => {
  expect(readMessage('Since <start-time> UTC [see here](x), {{ owner }} looks.\nArray[0]')).toEqual([
    {
      line: 0,
      prompt: 0,
      printed: false,
      blanks: [
        {start: 6, end: 18, key: 'starttime', place: 'prose', startsWord: false},
        {start: 38, end: 49, key: 'owner', place: 'prose', startsWord: false},
      ],
    },
  ]);
});

test('a page asks for the blanks of its code and of its messages, each once', () => {
  const tree = parseMarkdown(
    "Read `<pod>`.\n\n```bash\noc logs <pod> -n <namespace>\n```\n\n:::message[Chat]\n<pod> is back since <time>.\n:::\n\n<time> in prose is nobody's blank.\n",
  );
  const {blanks, findings} = pageBlanks(undefined, {source: 'docs/a.md', tree});
  expect(blanks.map(({name}) => name)).toEqual(['pod', 'namespace', 'time']);
  expect(findings).toEqual([]);
});

describe('the name of a step', () => {
  const ids = (markdown: string) => {
    const list = parseMarkdown(markdown).children[0];
    return list?.type === 'list' ? stepIds(list.children) : [];
  };

  test('stays when it moves, and changes with its words and its commands', () => {
    const [look, wait] = ids('1. Look\n2. Wait\n');
    expect(ids('1. Breathe\n2. Wait\n3. Look\n').slice(1)).toEqual([wait, look]);
    expect(ids('1. Look\n   `oc get pods`\n')[0]).not.toBe(look);
    expect(ids('1. Look\n\n   ```\n   a\n   ```\n')).not.toEqual(ids('1. Look\n\n   ```\n   b\n   ```\n'));
  });

  test('tells equal steps apart', () => {
    expect(new Set(ids('1. Wait\n2. Look\n3. Wait\n')).size).toBe(3);
  });
});
