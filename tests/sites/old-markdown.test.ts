import {beforeAll, describe, expect, test} from 'vitest';
import {type BuiltSite, buildSite} from '../support/sites.js';

// A folder as teams really have it: no front matter, another tool's front matter, text that looks like tags,
// directives and templates, links that lead nowhere.
const OLD = {
  'README.md': 'No heading here, only text about the <cluster> at 10:30.\n',
  'alerts/PodDown.md': [
    '# PodDown',
    '',
    '## Meaning',
    '',
    'The pod <pod-name> in {namespace} is down; see svc:web[0], host:port{a=1} and http://localhost:8080/.',
    '',
    'Keys are redis:lock:17 and arn:aws:key:x, which is no :key: emoji.',
    '',
    '<namespace>',
    '**bold** after a tag',
    '',
    '## Mitigation',
    '',
    '1. Log in:',
    '',
    '   ```console',
    '   $ kubectl -n <namespace> delete pod <pod-name>',
    '   ```',
    '',
    ':::unheard-of[Title]{x=1}',
    'Inside the unknown block.',
    ':::',
    '',
    '<%= partial "contact" %> {{VAR}} !!! note',
    '',
    '![missing](images/gone.png) [gone](./gone.md)',
    '',
  ].join('\n'),
  'hugo.md':
    '---\ntitle: 2024-01-05\nweight: 3\ntags: ops, oncall\nid: team/hugo\nlast_update: 2024-01-01\ndraft: "false"\n---\n\nHugo page.\n',
  'rule.md': '---\n\nA page that begins with a rule: and a colon.\n',
  'empty.md': '',
  'owned.md':
    '---\nowner: someone\nquick_reference:\n  contacts: [someone]\n---\n\n# Owned\n\nAsk :owner[someone].\n',
  'tagged.md': '---\nowner: !Ref x\n---\n\n# Tagged\n',
  'spaces in name/A page.md': '# Spaces\n\n[PodDown](../alerts/PodDown.md)\n',
  'windows.md': '---\r\nlast_reviewed_on: 2026-11-01\r\n---\r\n\r\n# Windows\r\n\r\nLine ends.\r\n',
};

let built: BuiltSite;
beforeAll(async () => {
  built = await buildSite({name: 'old-markdown', docs: OLD, options: {onErrors: 'warn'}});
});

describe('a folder of old Markdown', () => {
  test('builds, without owners.yml and handbook.yml', () => {
    expect(built.output).toContain('Generated static files');
    expect(built.code).toBe(0);
    const {summary} = JSON.parse(built.read('docs-health.json'));
    expect(summary).toMatchObject({documents: 9, fresh: 1, unknown: 8});
  });

  test('keeps every word that looks like something else', () => {
    const text = built.text('docs/alerts/PodDown');
    for (const words of [
      'The pod <pod-name> in {namespace} is down; see svc:web[0], host:port{a=1} and',
      'Keys are redis:lock:17 and arn:aws:key:x, which is no 🔑 emoji.',
      '<namespace>',
      'bold after a tag',
      ':::unheard-of[Title]{x=1}',
      'Inside the unknown block.',
      '<%= partial',
      '{{VAR}} !!! note',
    ]) {
      expect(text).toContain(words);
    }
    expect(built.text('docs')).toContain('text about the <cluster> at 10:30.');
  });

  test('takes another tool’s front matter and markup, and tells what it could not use', () => {
    expect(built.text('docs/hugo')).toContain('Hugo page.');
    const {findings} = JSON.parse(built.read('docs-health.json'));
    expect(
      findings.map(
        ({source, line, rule}: {source: string; line: number; rule: string}) => `${source}:${line} ${rule}`,
      ),
    ).toEqual([
      'docs/alerts/PodDown.md:24 foreign-markup',
      'docs/alerts/PodDown.md:24 foreign-markup',
      'docs/hugo.md:5 front-matter-unusable',
      'docs/hugo.md:6 front-matter-unusable',
      'docs/tagged.md:2 yaml-unsupported',
    ]);
  });

  test('without owners.yml, an owner is taken at its word', () => {
    expect(built.text('docs/owned')).toContain('Ask someone');
    expect(built.text('quick-reference')).toContain('someone');
  });

  test('a rule at the top of a page hides none of it', () => {
    expect(built.text('docs/rule')).toContain('A page that begins with a rule: and a colon.');
  });

  test('says of each page that nobody has reviewed it', () => {
    expect(built.text('docs/alerts/PodDown')).toContain('Not reviewed');
  });
});

test.each([
  ['an empty docs folder', {}],
  [
    'a docs folder with settings alone',
    {'owners.yml': 'a: {name: A}\n', 'handbook.yml': 'launch: 2026-12-15\n'},
  ],
])('%s builds', async (what, docs) => {
  const empty = await buildSite({name: what.replaceAll(' ', '-'), docs});
  expect(empty.output).toContain('holds no page yet');
  expect(empty.code).toBe(0);
  expect(JSON.parse(empty.read('docs-health.json')).summary.documents).toBe(0);
  expect(empty.text('')).toContain('The binder holds 0 pages');
  expect(empty.text('quick-reference')).toContain('No page puts anything on this card yet');
});
