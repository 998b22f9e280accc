import {beforeAll, describe, expect, test} from 'vitest';
import {builtWords, lostWords, sourceWords} from '../../bench/words/words.mjs';
import {type BuiltSite, buildSite} from '../support/sites.js';

// One page for each way of writing that teams come with.
const PAGES: Record<string, string> = {
  tags: [
    '# Restart <pod-name>',
    '',
    'Ask <first name> at <host:port> or <user@host>, see <https://wiki.example.com/page>.',
    '',
    '<namespace>',
    '**bold** after a tag',
    '',
    '- item with <cluster-id>',
    '  1. nested with <node> and `<code>`',
    '',
    '| <column> | b |',
    '| --- | --- |',
    '| x <cell> | <br> y |',
    '',
    '<details><summary>More of <it></summary>',
    '',
    'Hidden <thing> text.',
    '',
    '</details>',
    '',
    '<table> has no rows, and 1 <2 and 3> 2.',
  ].join('\n'),
  lookalikes: [
    '# Look-alikes',
    '',
    'At 10:30 on localhost:8080 see svc:web[0], host:port{a=1}, redis:lock:17 and arn:aws:iam::123:role/admin.',
    '',
    '::: runbook',
    'With a blank.',
    ':::',
    '',
    ':::runbook Title',
    'With words.',
    ':::',
    '',
    ':::unheard-of[Title]{x=one}',
    'Unknown block.',
    ':::',
    '',
    '::leaf[words]{a=b} stays',
    '',
    '::leaf[alone]{a=b}',
    '',
    '## Restart db:main[1]',
    '',
    '1. Run app:deploy{env=prod}',
  ].join('\n'),
  dialects: [
    '---',
    'title: Dialects',
    '---',
    '',
    '<%= partial "partials/contact" %>',
    '',
    '<% if production? %>Only in production<% end %>',
    '',
    '!!! warning "Mind the gap"',
    '    Indented text of the warning.',
    '',
    '??? note',
    '    Folded text.',
    '',
    'A paragraph',
    '{: .alert .alert-info}',
    '',
    '{{< figure src="disk.png" title="A disk" >}}',
    '',
    '{{% notice tip %}}A tip{{% /notice %}}',
    '',
    '{% include contact.html team="sre" %} and {{VAR}} and {{ .Values.image }}',
    '',
    '=== "Linux"',
    '',
    '    apt install x',
    '',
    '> [!NOTE]',
    '> Words of the note.',
    '',
    '--8<-- "shared.md"',
    '',
    '{braces} and {also: this} and $CTA Call to action $CTA',
    '',
    'Term',
    ': Definition of the term',
    '',
    'A note[^1] and ~~struck~~ text.',
    '',
    '[^1]: Words of the footnote.',
  ].join('\n'),
  commands: [
    '1. Log in:',
    '',
    '   ```console',
    '   $ kubectl -n <namespace> get pods',
    '   NAME    READY',
    '   web-0   1/1',
    '   ```',
    '',
    '   - and look:',
    '',
    '     ```',
    '     export TOKEN={{TOKEN}} && curl https://x.example.com/<id>?a=1#frag',
    '     ```',
    '',
    '2. Then `oc delete pod <pod>`, and',
    '',
    '       indented code in an item',
    '',
    '> ```sql',
    '> DELETE FROM jobs;',
    '> ```',
    '',
    '```yaml title="values.yaml"',
    'image: {{ .Values.image }} # {: .x}',
    '```',
    '',
    '**Diagnosis:** bold label with `code`',
    '',
    ':::::step[Stop the writers]{danger minutes="2"}',
    '',
    '```bash',
    'kubectl scale deployment/web --replicas=0',
    '```',
    '',
    '::::expect',
    'scaled',
    '::::',
    '',
    ':::::',
    '',
    ':::rollback',
    'Scale up again.',
    ':::',
  ].join('\n'),
  jekyll:
    '---\nlayout: page\n---\n\n* TOC\n{:toc}\n\n# Late title\n\nText with an [unknown reference][nowhere] and a \\<escaped\\> tag &lt;entity&gt;.\n\n![Disk usage](./gone.png "A title")\n',
  windows: '\uFEFF# Windows\r\n\r\n<drive>\r\nline ends of another system\r\n\r\n1. Run <setup.exe>\r\n',
};

let built: BuiltSite;
beforeAll(async () => {
  const docs = Object.fromEntries(Object.entries(PAGES).map(([name, text]) => [`${name}.md`, text]));
  built = await buildSite({name: 'nothing-is-lost', docs, options: {onErrors: 'warn'}});
  if (built.code !== 0) throw new Error(built.output);
});

describe('every word of a page that is prose or code is on the page as it is built', () => {
  test.each(Object.entries(PAGES))('%s', (name, text) => {
    const source = sourceWords(text);
    expect(source.length).toBeGreaterThan(8);
    expect(lostWords(source, builtWords(built.html(`docs/${name}`)))).toEqual([]);
  });
});

test('what is another tool’s markup is told, with its line', () => {
  const {findings} = JSON.parse(built.read('docs-health.json'));
  const told = (findings as {rule: string; source: string; line: number; message: string}[])
    .filter(({rule, source}) => rule === 'foreign-markup' && source === 'docs/dialects.md')
    .map(({line, message}) => `${line} ${/ is (an? [\w ]+?)(?:,|$)/.exec(message)?.[1]}`);
  expect(told).toEqual([
    '5 an ERB tag',
    '9 an admonition of MkDocs',
    '16 an attribute list of kramdown',
    '18 a shortcode of Hugo',
    '22 a tag of Liquid or Jinja',
    '22 a variable of a template',
    '24 a tab or snippet of MkDocs',
    '28 an alert of GitHub',
  ]);
});

describe('the comparison itself', () => {
  test('sees a word that is lost', () => {
    const html = '<article><div class="theme-doc-markdown"><p>Restart in </p></div></article>';
    expect(lostWords(sourceWords('Restart <pod-name> in'), builtWords(html))).toEqual(['pod', 'name']);
  });

  test('sees a word that is there less often, and none that stands outside the text', () => {
    const html =
      '<nav>one two</nav><div class="theme-doc-markdown"><header data-pagefind-ignore>two</header><p>one</p></div>';
    expect(lostWords(sourceWords('one one two'), builtWords(html))).toEqual(['one', 'two']);
  });

  test('takes neither comments nor addresses for words', () => {
    expect(
      sourceWords('---\na: b\n---\n# T {#id}\n<!-- c -->\n[x](https://y.example) <span class="z">s</span>'),
    ).toEqual(['T', 'x', 's']);
  });
});
