import type {Card} from '@opsbinder/core';
import fc from 'fast-check';
import {parse} from 'parse5';
import {expect, test} from 'vitest';
import {cardOf, LIVE_URL, papersOf} from './papers-of.js';

type Node = {nodeName: string; value?: string; attrs?: {name: string; value: string}[]; childNodes?: Node[]};

function nodesOf(node: Node): Node[] {
  return [node, ...(node.childNodes ?? []).flatMap(nodesOf)];
}

function textOf(node: Node): string {
  if (node.nodeName === 'style') return '';
  return node.value ?? (node.childNodes ?? []).map(textOf).join('');
}

const PAGE = `---
last_reviewed_on: 2026-11-01
quick_reference:
  contacts: [sre]
  urls: [{label: Grafana, url: https://grafana.example.com/d/recon}]
  commands: [{label: Pods, command: "kubectl -n <namespace> get pods\\n  -o wide"}]
  procedures: [{label: Primary is gone, steps: [Wait 5 minutes]}]
  do_not: [Never start the old primary again]
---
`;

const html = async (card: Card) => (await papersOf(card, {pdf: false})).html;

test('the file is whole: no error of a parser, one title, headings in order', async () => {
  const errors: string[] = [];
  const root = parse(await html(cardOf({failover: PAGE})), {
    onParseError: ({code}) => errors.push(code),
  }) as unknown as Node;
  expect(errors).toEqual([]);
  const headings = nodesOf(root).filter(({nodeName}) => /^h\d$/.test(nodeName));
  expect(headings.map(({nodeName}) => nodeName)).toEqual(['h1', 'h2', 'h2', 'h2', 'h2', 'h2', 'h2']);
  expect(headings.map(textOf)).toEqual([
    'Reconciliation',
    'Contacts',
    'Critical addresses',
    'Commands',
    'Emergency procedures',
    'Do not',
    'Sources',
  ]);
});

test('it asks for nothing beside it: no script, no file, no network', async () => {
  const file = await html(cardOf({failover: PAGE}));
  const nodes = nodesOf(parse(file) as unknown as Node);
  const names = new Set(nodes.map(({nodeName}) => nodeName));
  for (const name of ['script', 'link', 'img', 'iframe', 'object', 'base', 'use'])
    expect(names).not.toContain(name);
  const attributes = nodes.flatMap(({attrs = []}) => attrs.map(({name}) => name));
  expect(attributes.filter((name) => name === 'src' || name === 'style' || name.startsWith('on'))).toEqual(
    [],
  );
  const urls = [...file.matchAll(/url\((.{0,20})/g)].map(([, start]) => start);
  expect(urls.every((url) => url?.startsWith('data:'))).toBe(true);
  expect(file).not.toContain('@import');
});

test('its links lead to the live pages by their whole addresses', async () => {
  const nodes = nodesOf(parse(await html(cardOf({failover: PAGE}))) as unknown as Node);
  const links = nodes.flatMap(({nodeName, attrs}) => (nodeName === 'a' ? (attrs?.[0]?.value ?? []) : []));
  expect(links).toEqual([
    'tel:+442079460021',
    'https://grafana.example.com/d/recon',
    'https://ops.example.com/docs/failover/',
    'https://ops.example.com/docs/failover/',
    LIVE_URL,
  ]);
});

test('a command stands in it with its lines and spaces', async () => {
  const nodes = nodesOf(parse(await html(cardOf({failover: PAGE}))) as unknown as Node);
  const [command] = nodes.filter(({nodeName}) => nodeName === 'pre');
  expect(command && textOf(command)).toBe('kubectl -n <namespace> get pods\n  -o wide');
});

test('words are words, whatever they mean in HTML', async () => {
  const card = cardOf({failover: PAGE});
  const hostile = fc
    .array(
      fc.constantFrom(
        '<b>',
        '</style>',
        '</pre>',
        '<!--',
        '-->',
        '&amp;',
        '&',
        '"',
        "'",
        '<',
        '>',
        '`',
        'x',
        ' ',
      ),
      {
        minLength: 1,
      },
    )
    .map((parts) => parts.join('').trim() || 'x');
  await fc.assert(
    fc.asyncProperty(hostile, hostile, async (label, href) => {
      const written: Card = {
        ...card,
        title: label,
        sections: card.sections.map(({section, entries}) => ({
          section,
          entries: entries.map((entry) => ({
            ...entry,
            label,
            url: `https://example.com/${href}`,
            blocks: [
              {kind: 'command' as const, command: label},
              {kind: 'text' as const, text: [{text: label, href: `https://example.com/${href}`}]},
            ],
          })),
        })),
      };
      const root = parse(await html(written)) as unknown as Node;
      const nodes = nodesOf(root);
      expect(nodes.some(({nodeName}) => nodeName === 'b' || nodeName === '#comment')).toBe(false);
      for (const name of ['h1', 'title', 'pre']) {
        expect(textOf(nodes.find(({nodeName}) => nodeName === name) ?? root)).toBe(label);
      }
      const hrefs = nodes.flatMap(({attrs = []}) => attrs.filter(({name}) => name === 'href'));
      expect(hrefs.map(({value}) => value)).toContain(`https://example.com/${href}`);
    }),
  );
});

test('an address that would run something is words, too', async () => {
  const card = cardOf({failover: PAGE});
  const written: Card = {
    ...card,
    sections: card.sections.map(({section, entries}) => ({
      section,
      entries: entries.map((entry) => ({
        ...entry,
        url: 'javascript:alert(1)',
        blocks: [{kind: 'text' as const, text: [{text: 'x', href: 'data:text/html,x'}]}],
      })),
    })),
  };
  const file = await html(written);
  expect(file).toContain('javascript:alert(1)');
  expect(file).not.toMatch(/href="(javascript|data):/);
});
