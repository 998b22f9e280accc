import {describe, expect, test} from 'vitest';
import {type PageSource, pageHtml} from '../src/dev/page-html';
import {readBuiltPage, type SiteFacts} from '../src/page';

const SITE: SiteFacts = {
  title: 'Acme Binder',
  titleDelimiter: '|',
  noIndex: false,
  versions: new Map([['docs-default-1.0', {name: '1.0', label: '1.0', isServed: false}]]),
};

function written(text: string, more: Partial<PageSource> = {}): string {
  return pageHtml({
    text,
    format: 'md',
    title: 'A page',
    language: 'en',
    categories: [],
    keepCase: false,
    ...more,
  });
}

/** The words of a page as the index gets them. */
function words(text: string, more: Partial<PageSource> = {}): string {
  const page = readBuiltPage(written(text, more), SITE);
  if ('leftOut' in page) return page.leftOut;
  const [, body = ''] = /<body>([\s\S]*)<\/body>/.exec(page.html) ?? [];
  return body
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
}

function ids(text: string, more: Partial<PageSource> = {}): string[] {
  return [...written(text, more).matchAll(/<h[1-6] id="([^"]*)"/g)].map(([, id = '']) => id);
}

const mdx = {format: 'mdx'} as const;

describe('headings', () => {
  test('have the ids of the built page', () => {
    const text =
      '# Title\n\n## Meaning\n\n## Meaning\n\n## ErrorBurst {#bursts}\n\n## Named <!-- #by-comment -->\n\n## Restart `<pod-name>` & go\n\n:::rollback\n\nUndo.\n\n:::\n';
    expect(ids(text)).toEqual([
      'meaning',
      'meaning-1',
      'bursts',
      'by-comment',
      'restart-pod-name--go',
      'roll-back',
    ]);
  });

  test('keep their case where the site keeps it', () => {
    expect(ids('## Restart It\n', {keepCase: true})).toEqual(['Restart-It']);
  });

  test.each([
    ['a comment', '## Named {/* #own */}\n'],
    ['the older form', '## Named \\{#own}\n'],
  ])('in MDX take an id from %s', (_, text) => {
    expect(ids(text, mdx)).toEqual(['own']);
    expect(words(text, mdx)).toBe('A page Named');
  });

  test('begin with the page’s title, once', () => {
    expect(words('Text.\n')).toBe('A page Text.');
    expect(words('# Own title\n\nText.\n')).toBe('Own title Text.');
  });
});

describe('what is found', () => {
  test.each([
    ['blanks that look like tags', 'Restart <pod-name> now.\n', 'A page Restart <pod-name> now.'],
    ['at the start of a line, too', '<namespace> is yours.\n', 'A page <namespace> is yours.'],
    ['elements that nobody closes', 'Write to <address> today.\n', 'A page Write to <address> today.'],
    [
      'text that looks like a directive',
      'At 10:30 see svc:web[0]{a=1}.\n',
      'A page At 10:30 see svc:web[0]{a=1}.',
    ],
    [
      'code',
      '```sh\nkubectl get pods -n <ns> | grep "a & b"\n```\n',
      'A page kubectl get pods -n <ns> | grep "a & b"',
    ],
    ['cells', '| a | b |\n| - | - |\n| c1 | c2 |\n', 'A page a b c1 c2'],
    ['boxes with their titles', ':::warning[Mind it]\n\nText.\n\n:::\n', 'A page Mind it Text.'],
    ['links by reference', 'See [the log][1].\n\n[1]: https://example.com "Title"\n', 'A page See the log.'],
    ['footnotes', 'Text.[^1]\n\n[^1]: A note.\n', 'A page Text. A note.'],
    ['the words of pictures', '![A red light](light.png)\n', 'A page A red light'],
    [
      'what is in real elements',
      '<details><summary>More</summary>\n\nInside.\n\n</details>\n',
      'A page More Inside.',
    ],
  ])('%s', (_, text, expected) => {
    expect(words(text)).toBe(expected);
  });

  test('front matter and comments are not', () => {
    expect(words('---\nowner: sre\n---\n\nText.<!-- a <b>secret</b> -->\n\n<!-- block -->\n')).toBe(
      'A page Text.',
    );
  });

  test('a lone tag that swallows what follows in a browser swallows nothing', () => {
    expect(words('Fill in the <template> first.\n\nThen go on.\n')).toBe(
      'A page Fill in the <template> first. Then go on.',
    );
  });
});

describe('of MDX', () => {
  test('the text of components stays, and code goes', () => {
    const text =
      'import Tabs from "@theme/Tabs";\nexport const a = 1;\n\n<Tabs groupId="os">\n<TabItem value="l" label="Linux">\n\nUse *apt*.\n\n</TabItem>\n</Tabs>\n\nAbout {a} and {"words"}. {/* no */}\n';
    expect(words(text, mdx)).toBe('A page Linux Use apt. About and words.');
  });

  test('elements keep the ids that lead to them', () => {
    expect(ids('<h2 id="by-hand">By hand</h2>\n', mdx)).toEqual(['by-hand']);
  });

  test('a page that does not compile is found by its words', () => {
    expect(words('Restart <pod-name> in {namespace.\n\n## Then\n', mdx)).toBe(
      'A page Restart <pod-name> in {namespace. Then',
    );
  });
});

describe('what the index is told beside the words', () => {
  test('the categories around the page', () => {
    const page = readBuiltPage(written('Text.\n', {categories: ['Runbooks', 'R & D']}), SITE);
    expect('html' in page && page.html).toContain('content="Runbooks › R &amp; D"');
  });

  test('which version it is of', () => {
    const page = readBuiltPage(written('Text.\n', {tag: 'docs-default-1.0'}), SITE);
    expect('html' in page && page.html).toContain('"version[content]" content="1.0"');
  });

  test('its language', () => {
    expect(written('Text.\n', {language: 'de'})).toContain('<html lang="de">');
  });
});
