import headings from '@docusaurus/mdx-loader/lib/remark/headings/index.js';
import type {Root} from 'mdast';
import {visit} from 'unist-util-visit';
import {expect, test} from 'vitest';
import {parseMarkdown, readHeadings} from '../src/index.js';

/** The ids that Docusaurus's own plugin gives. */
async function docusaurusIds(text: string, keepCase: boolean): Promise<string[]> {
  const tree = parseMarkdown(text);
  const plugin = headings as unknown as (options: object) => (tree: Root) => Promise<void>;
  await plugin({anchorsMaintainCase: keepCase})(tree);
  const ids: string[] = [];
  visit(tree, 'heading', ({data}) => {
    ids.push((data as {id: string}).id);
  });
  return ids;
}

const PAGES = [
  '# HighLatency\n\n## Meaning\n\n## Impact\n\n## Meaning\n\n## Meaning-1\n\n## Meaning\n',
  '## With `code`, *stress* and [a link](https://example.com)\n',
  '## ErrorBurst {#bursts}\n\n## Bursts\n\n## `Code` {#the code}\n\n## **Bold {#bold}**\n',
  '## Named <!-- #by-comment -->\n\n## Not named <!-- by-comment -->\n\n## A <kbd>Ctrl</kbd> key\n',
  '## Größe & Übersicht: 100 %\n\n## 概要\n\n## 🔥\n\n##\n\n## -\n',
  '> ## In a quote\n\n- ## In a list\n\nSetext\n------\n\n## Setext\n',
  ':::note\n\n## In a box\n\n:::\n\n## In a box\n',
  '## Rate 10:30 at localhost:3000\n',
];

test.each(PAGES)('ids are those of Docusaurus: %j', async (text) => {
  for (const keepCase of [false, true]) {
    const own = readHeadings(parseMarkdown(text), {keepCase}).map(({id}) => id);
    expect(own).toEqual(await docusaurusIds(text, keepCase));
  }
});

test('what only looks like a tag is text, and sections of blocks have their headings', () => {
  const text =
    '## Restart <pod-name>\n\n:::verify\nLook.\n:::\n\n:::rollback[Undo it]\nDo.\n:::\n\n## Verify\n';
  expect(readHeadings(parseMarkdown(text)).map(({id}) => id)).toEqual([
    'restart-pod-name',
    'verify',
    'undo-it',
    'verify-1',
  ]);
});
