import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {parseMarkdown, placeholderSettings, readFrontMatter} from '../src/index.js';

const BODY = '```bash\nkubectl -n <namespace> logs <pod> --token $TOKEN\n```\n';

/** What is read of a page with this front matter. */
function read(yaml: string, body = BODY) {
  const source = 'docs/p.md';
  const {tree} = readFrontMatter(`---\n${yaml}\n---\n`, source);
  const {settings, placeholders, findings} = placeholderSettings(tree, {source, tree: parseMarkdown(body)});
  return {
    settings,
    names: placeholders.map(({name}) => name),
    findings: findings.map(({line, rule, level}) => `${line} ${level} ${rule}`),
    messages: findings.map(({message}) => message),
  };
}

test('a page without the key has no settings, and its blanks all the same', () => {
  expect(read('title: P')).toMatchObject({settings: [], names: ['namespace', 'pod'], findings: []});
  expect(placeholderSettings(undefined, {source: 'p', tree: parseMarkdown(BODY)}).placeholders).toHaveLength(
    2,
  );
});

describe('a list of names', () => {
  test('is enough', () => {
    const {settings, findings} = read('placeholders: [Pod, NAMESPACE]');
    expect(settings).toEqual([
      {name: 'Pod', key: 'pod', line: 2, options: [], secret: false},
      {name: 'NAMESPACE', key: 'namespace', line: 2, options: [], secret: false},
    ]);
    expect(findings).toEqual([]);
  });

  test('may be a single one', () => {
    expect(read('placeholders: pod').settings.map(({name}) => name)).toEqual(['pod']);
  });

  test('makes a variable a blank', () => {
    expect(read('placeholders:\n  - token').names).toEqual(['namespace', 'pod', 'TOKEN']);
  });

  test('keeps the line of each', () => {
    expect(read('title: x\nplaceholders:\n  - pod\n  - namespace').settings.map(({line}) => line)).toEqual([
      4, 5,
    ]);
  });
});

describe('a map of names', () => {
  test('says what is known of each', () => {
    const {settings, findings} = read(
      [
        'placeholders:',
        '  namespace:',
        '    description: Where the shop runs',
        '    default: shop',
        '    options: [shop, shop-canary]',
        '  pod:',
        "    pattern: '[a-z0-9-]+'",
        '  token:',
        '    secret: true',
      ].join('\n'),
    );
    expect(findings).toEqual([]);
    expect(settings).toMatchObject([
      {
        name: 'namespace',
        description: 'Where the shop runs',
        default: 'shop',
        options: ['shop', 'shop-canary'],
        secret: false,
      },
      {name: 'pod', pattern: '[a-z0-9-]+', options: []},
      {name: 'token', secret: true},
    ]);
  });

  test('may say nothing of one', () => {
    expect(read('placeholders:\n  pod:\n  namespace: ~')).toMatchObject({
      settings: [{name: 'pod'}, {name: 'namespace'}],
      findings: [],
    });
  });

  test('a name that says so makes it secret, unless it is said not to be', () => {
    const {settings} = read('placeholders:\n  token:\n    description: x\n  pod: {secret: true}');
    expect(settings.map(({secret}) => secret)).toEqual([true, true]);
    expect(read('placeholders: {token: {secret: false}}').settings[0]?.secret).toBe(false);
  });
});

describe('anything else is said, with its line', () => {
  test.each([
    ['placeholders: [[pod]]', ['2 error value-unexpected']],
    ['placeholders: [{pod: x}]', ['2 error value-unexpected']],
    ['placeholders: ["-"]', ['2 error value-unexpected']],
    ['placeholders:\n  pod: the pod', ['3 error value-unexpected']],
    ['placeholders:\n  pod: [a]', ['3 error value-unexpected']],
    ['placeholders:\n  pod:\n    descripton: x', ['4 warning placeholder-key-unknown']],
    ['placeholders:\n  pod:\n    description: [x]', ['4 error value-unexpected']],
    ['placeholders:\n  pod:\n    options: a', ['4 error value-unexpected']],
    ['placeholders:\n  pod:\n    options: [[a], b]', ['4 error value-unexpected']],
    ['placeholders:\n  pod:\n    pattern: "[a-"', ['4 error placeholder-pattern-invalid']],
    ['placeholders:\n  pod:\n    secret: perhaps', ['4 error value-unexpected']],
    ['placeholders:\n  pod:\n    options: [a]\n    default: b', ['5 error placeholder-default-invalid']],
    ['placeholders:\n  pod:\n    pattern: a+\n    default: ab', ['5 error placeholder-default-invalid']],
    ['placeholders:\n  token:\n    default: s3cret', ['4 error placeholder-secret-default']],
    ['placeholders: [pod, Pod]', ['2 error placeholder-twice']],
    ['placeholders:\n  - pod\n  - node', ['4 warning placeholder-unused']],
  ])('%s', (yaml, expected) => expect(read(yaml).findings).toEqual(expected));

  test('and what is wrong counts as not given', () => {
    const wrong =
      'placeholders: {pod: {pattern: "(", default: x, options: y, description: {}, secret: perhaps}}';
    expect(read(wrong).settings).toEqual([{name: 'pod', key: 'pod', line: 2, options: [], secret: true}]);
    expect(read('placeholders: {pod: {options: [a], default: b}}').settings[0]?.default).toBeUndefined();
  });

  test('a name that stands nowhere is told which do', () => {
    expect(read('placeholders: [node]').messages).toEqual([
      'placeholders: "node" stands nowhere in the page\'s code. Expected one of namespace, pod',
    ]);
    expect(read('placeholders: [node]', 'Nothing.').messages[0]).toContain('The page has no blanks');
  });

  test('a variable that the page sets itself stands nowhere as a blank', () => {
    expect(read('placeholders: [token]', `${BODY}\n\`TOKEN=x\``).findings).toEqual([
      '2 warning placeholder-unused',
    ]);
  });

  test('a secret with a default never shows it', () => {
    const {messages} = read('placeholders: {token: {default: s3cret}}');
    expect(messages.join()).not.toContain('s3cret');
  });
});

test('whatever stands there, nothing throws', () => {
  const value = fc.constantFrom(
    '',
    'x',
    '[x]',
    '{a: b}',
    '[[x]]',
    'null',
    '"("',
    '{pattern: "("}',
    '{options: {}}',
  );
  fc.assert(
    fc.property(fc.string(), value, value, (name, a, b) => {
      read(`placeholders:\n  ${JSON.stringify(name)}: ${a}\n  pod: {pattern: ${b || 'x'}, default: y}`);
      read(`placeholders: ${a}`);
    }),
  );
});
