import {describe, expect, test} from 'vitest';
import {findForeignMarkup, parseMarkdown} from '../src/index.js';

const find = (text: string, source = 'docs/a.md', lineOffset = 0) =>
  findForeignMarkup(parseMarkdown(text), text, {source, lineOffset});

describe('markup of other tools is told, with its line', () => {
  test.each([
    ['<%= partial "contact" %>', 'an ERB tag', 1],
    ['x\n\n<% if a\n %>\n', 'an ERB tag', 3],
    ['x\n\n!!! note "Mind"\n    the gap\n', 'an admonition of MkDocs', 3],
    ['??? danger\n', 'an admonition of MkDocs', 1],
    ['=== "Linux"\n\n    ls\n', 'a tab or snippet of MkDocs', 1],
    ['--8<-- "shared.md"\n', 'a tab or snippet of MkDocs', 1],
    ['A box\n{: .no_toc}\n', 'an attribute list of kramdown', 2],
    ['* toc\n{:toc}\n', 'an attribute list of kramdown', 2],
    ['{{< figure src="a.png" >}}', 'a shortcode of Hugo', 1],
    ['[x]({{< ref "a.md" >}})', 'a shortcode of Hugo', 1],
    ['{{% notice %}}', 'a shortcode of Hugo', 1],
    ['{% include note.md %}', 'a tag of Liquid or Jinja', 1],
    ['Call {{ON_CALL}} now', 'a variable of a template', 1],
    ['Call {{ .Values.team }} now', 'a variable of a template', 1],
    ['> [!WARNING]\n> Mind the gap\n', 'an alert of GitHub', 1],
  ])('%j: %s', (text, name, line) => {
    const found = find(text);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({rule: 'foreign-markup', level: 'warning', source: 'docs/a.md', line});
    expect(found[0]?.message).toContain(name);
    expect(found[0]?.message).toContain('Expected Markdown');
    expect(found[0]?.hint).not.toBe('');
  });
});

test.each([
  '`<%= x %>` and `{{VAR}}`',
  '```yaml\nimage: {{ .Values.image }}\n```\n',
  '- item\n\n  ```jinja\n  {% if x %}\n  ```\n',
  '    {{VAR}}\n',
  '<!-- {: .x} {{VAR}} -->',
  'A {brace}, a {: smile}, 5 % {of} it, {{}}',
  'What?! Really!!! Yes',
  '> [!] x',
  '<pod-name> and <10%',
])('what is code, a comment or just text is not: %j', (text) => expect(find(text)).toEqual([]));

test('each dialect is told once for a page, with its places', () => {
  const text = '<%= a %>\n\n{{A}} {{B}}\n\n<%= b %> <%= c %>\n';
  const found = find(text, 'docs/a.md', 10);
  expect(found.map(({line}) => line)).toEqual([11, 13]);
  expect(found[0]?.message).toBe(
    '"<%= a %>" is an ERB tag, which the page shows as it is written; 3 times, on lines 11, 15. Expected Markdown',
  );
  expect(found[1]?.message).toContain('; 2 times, on line 13.');
});

test('the places of a page with many are not all listed', () => {
  const [found] = find(Array.from({length: 30}, (_, index) => `<%= x${index} %>\n`).join('\n'));
  expect(found?.message).toContain('; 30 times, on lines 1, 3, 5, 7, 9 and further down.');
});

test('braces in MDX are its own', () => {
  expect(find('<div style={{color: "red"}}>x</div>', 'docs/a.mdx')).toEqual([]);
});
