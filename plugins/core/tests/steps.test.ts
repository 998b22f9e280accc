import type {Root} from 'mdast';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import {unified} from 'unified';
import {describe, expect, test} from 'vitest';
import {parseMarkdown, readSteps} from '../src/index.js';

const steps = (...lines: string[]) =>
  readSteps(parseMarkdown(lines.join('\n'))).map(
    ({text, kind, section}) => `${kind} ${section ?? '-'}: ${text}`,
  );

describe('ordered lists', () => {
  test('in sections where one does something', () => {
    expect(
      steps(
        '# PodDown',
        '## Diagnosis',
        '1. Look at the pods:',
        '',
        '   ```bash',
        '   kubectl get pods',
        '   ```',
        '2. The log tells more',
        '## Mitigation',
        '### The disk is full',
        '1. Delete *old* files',
        '## Escalation',
        '1. At once: the platform team',
      ),
    ).toEqual([
      'item diagnosis: Look at the pods:',
      'item diagnosis: The log tells more',
      'item mitigation: Delete old files',
      'item escalation: At once: the platform team',
    ]);
  });

  test.each(['Meaning', 'Impact', 'Root cause', 'Timeline', 'References', 'How it works'])(
    'under "%s" are no steps',
    (heading) => expect(steps(`## ${heading}`, '1. The queue fills', '2. The disk fills')).toEqual([]),
  );

  test('under a bold label, until the next heading', () => {
    expect(
      steps(
        '## PodDown',
        '**Impact:** Users wait.',
        '',
        '**Meaning**',
        '',
        '1. The pod is down.',
        '',
        '**Mitigation:**',
        '',
        '1. The pod must go',
        '## DiskFull',
        '**Note:** mind the gap',
        '',
        '1. The disk is large.',
      ),
    ).toEqual(['item mitigation: The pod must go']);
  });

  test('under a name of its own, when they tell what to do', () => {
    expect(steps('# Keys', '## New key', '1. Go to the vault', '2. Choose "New"')).toHaveLength(2);
    expect(steps('## New key', '1. If it is locked, unlock it', '2. Then (as root) the key')).toHaveLength(2);
    expect(steps('## Rotate the key', '1. Key into vault', '2. Restart of the pods')).toHaveLength(2);
    expect(steps('## Flow', '1. The user signs up', '2. The user gets a key')).toEqual([]);
    expect(steps('## Log levels', '1. Public keys', '2. Private keys')).toEqual([]);
    expect(steps('## Kinds', '1. Public keys', '2. Private keys')).toEqual([]);
  });

  test('under a name of its own, on a page with commands', () => {
    const page = ['## New key', '1. Key into vault', '2. Pods anew', '', '## Check', '```sh', 'ls', '```'];
    expect(steps(...page)).toHaveLength(2);
  });

  test('of links alone are none', () => {
    expect(
      steps(
        '## Diagnosis',
        '1. [Dashboard](https://a.example)',
        '2. <https://b.example>',
        '3. Logs: [x](https://c.example)',
      ),
    ).toEqual([]);
    expect(steps('## Diagnosis', '1. See [the dashboard](https://a.example) for peaks')).toHaveLength(1);
  });

  test('in another list are a part of its item', () => {
    expect(steps('## Procedure', '1. One', '   1. Sub', '2. Two', '', '- Else', '  1. Not this')).toEqual([
      'item procedure: One',
      'item procedure: Two',
    ]);
  });
});

describe('blocks', () => {
  test(':::step is one step, whatever list it holds', () => {
    expect(
      steps('## Procedure', ':::step[Stop the **writers**]{danger}', '1. One', '2. Two', ':::', '1. Three'),
    ).toEqual(['directive procedure: Stop the writers', 'item procedure: Three']);
    expect(steps(':::step', 'Stop the writers.', ':::')).toEqual(['directive -: Stop the writers.']);
  });

  test(':::verify, :::rollback and :::escalate are sections, until they end', () => {
    expect(steps(':::rollback', '1. The old version', ':::', '1. The new version')).toEqual([
      'item rollback: The old version',
    ]);
  });

  test('what is expected, sent or chosen is not done', () => {
    for (const name of ['expect', 'message', 'decision']) {
      expect(steps('## Procedure', `:::${name}`, '1. Stop it', '- [ ] Stop it', ':::')).toEqual([]);
    }
  });

  test('a note and a card hold steps of the page', () => {
    expect(steps('## Procedure', ':::note', '1. Stop it', ':::')).toHaveLength(1);
    expect(steps('## Procedure', ':::card[Stop]', '1. Stop it', ':::')).toHaveLength(1);
  });
});

describe('the tree of a remark plugin', () => {
  const inMdx = (text: string) =>
    readSteps(
      unified().use(remarkParse).use(remarkGfm).use(remarkMdx).use(remarkDirective).parse(text) as Root,
    );

  test('gives the same steps, in MDX too', () => {
    const text = [
      '## Procedure',
      '1. One',
      '2. Two',
      '',
      '- [ ] Three',
      '',
      ':::step[Four]',
      '',
      '1. Sub',
      '',
      ':::',
      '',
      ':::rollback',
      '',
      '1. Five',
      '',
      ':::',
    ].join('\n');
    const shown = (found: ReturnType<typeof readSteps>) =>
      found.map(({text: words, kind, section}) => ({words, kind, section}));
    expect(shown(inMdx(text))).toEqual(shown(readSteps(parseMarkdown(text))));
    expect(inMdx(text)).toHaveLength(5);
  });

  test('finds steps in the elements of MDX', () => {
    expect(
      inMdx('## Mitigation\n\n<details>\n\n1. The pod\n\n</details>\n').map(({section}) => section),
    ).toEqual(['mitigation']);
  });
});

test('every item with a box is a task, nested ones too, and is counted once', () => {
  expect(
    steps('## Meaning', '- [ ] A', '  - [x] B', '- C', '', '1. [ ] D', '', '::::step[E]', '- [ ] F', '::::'),
  ).toEqual([
    'task meaning: A',
    'task meaning: B',
    'task meaning: D',
    'directive meaning: E',
    'task meaning: F',
  ]);
});

test('headings in code, links and with numbers name their sections', () => {
  expect(steps('## 2. [Mitigation](https://a.example) of `X`', '1. The pod')).toEqual([
    'item mitigation: The pod',
  ]);
});

test('the title says what a page is, and is no part of it', () => {
  expect(steps('# Overview', '1. Open the vault')).toEqual(['item -: Open the vault']);
  expect(steps('# Meaning', 'x', '# Mitigation', '1. The pod')).toEqual(['item mitigation: The pod']);
});
