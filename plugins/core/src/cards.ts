import type {BlockContent, DefinitionContent, Root} from 'mdast';
import type {ContainerDirective} from 'mdast-util-directive';
import {visit} from 'unist-util-visit';
import type {Finding} from './findings.js';
import {plainText, type RichText, richText} from './markdown.js';
import {describeTree, textOf, textsOf, valueAt, type YamlTree} from './yaml-tree.js';

/** The groups of a card, in the order in which they stand on it. */
export const CARD_SECTIONS = ['contacts', 'urls', 'commands', 'procedures', 'do_not'] as const;
export type CardSection = (typeof CARD_SECTIONS)[number];

/** The card that entries go to when they name none. */
export const SITE_CARD = 'site';

/** A piece of an entry. */
export type CardBlock =
  | {kind: 'text'; text: RichText[]}
  | {kind: 'command'; command: string}
  | {kind: 'list'; ordered: boolean; items: RichText[][]};

/** One thing on a card, with the place in the handbook that it comes from. */
export interface CardEntry {
  card: string;
  section: CardSection;
  label: string;
  blocks: CardBlock[];
  /** An owner's id, for a contact named in front matter. */
  owner?: string;
  url?: string;
  /** Id of the page that says it. */
  page: string;
  /** Anchor on that page; empty for entries from front matter. */
  anchor: string;
  source: string;
  line: number;
}

/** The id under which a `:::card` block can be linked to. */
export function cardAnchor(label: string): string {
  const slug = label
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return `card-${slug || 'entry'}`;
}

/** The name of a card as it stands in an address. */
export function cardId(name: string): string {
  return cardAnchor(name).slice('card-'.length);
}

/** What a card is called: the site's own card like the site, any other by the name its entries give it. */
export function cardTitle(id: string, siteTitle: string): string {
  if (id === SITE_CARD) return siteTitle;
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Where a card stands: the site's own at the route itself, any other below it. */
export function cardRoute(route: string, id: string): string {
  const folder = route.endsWith('/') ? route : `${route}/`;
  return id === SITE_CARD ? folder : `${folder}${id}/`;
}

interface PagePlace {
  page: string;
  source: string;
  /** Lines of the file before its body. */
  lineOffset: number;
}

/**
 * Reads the entries that a page puts on cards: `quick_reference` in its front matter, then its `:::card`
 * blocks in order.
 */
export function readCardEntries(
  quickReference: YamlTree | undefined,
  tree: Root,
  place: PagePlace,
): {entries: CardEntry[]; findings: Finding[]} {
  const fromFrontMatter = readQuickReference(quickReference, place);
  const fromBlocks = readCardBlocks(tree, place);
  return {
    entries: [...fromFrontMatter.entries, ...fromBlocks.entries],
    findings: [...fromFrontMatter.findings, ...fromBlocks.findings],
  };
}

/** Two entries of one section of one card under the same label cannot be told apart on paper. */
export function findDuplicateEntries(entries: readonly CardEntry[]): Finding[] {
  const seen = new Map<string, CardEntry>();
  return entries.flatMap((entry) => {
    const key = [entry.card, entry.section, entry.label.toLowerCase()].join('\n');
    const first = seen.get(key);
    if (!first) {
      seen.set(key, entry);
      return [];
    }
    if (isSameFact(first, entry)) return [];
    return [
      {
        rule: 'card-duplicate',
        level: 'error' as const,
        source: entry.source,
        line: entry.line,
        message: `"${entry.label}" stands twice under ${entry.section} of the card "${entry.card}": also in ${first.source}:${first.line}`,
        hint: 'Give one of the two another label, another card, or take it away.',
      },
    ];
  });
}

/** Entries without those that repeat an owner or an address under the same label. */
export function mergeEntries(entries: readonly CardEntry[]): CardEntry[] {
  return entries.filter(
    (entry, index) =>
      !entries
        .slice(0, index)
        .some(
          (earlier) =>
            earlier.card === entry.card && earlier.label === entry.label && isSameFact(earlier, entry),
        ),
  );
}

// Pages may share an owner or an address: that is one fact. The same command or procedure written twice is
// two copies, which drift apart.
function isSameFact(a: CardEntry, b: CardEntry): boolean {
  if (a.section !== b.section) return false;
  return (a.owner !== undefined && a.owner === b.owner) || (a.url !== undefined && a.url === b.url);
}

function readQuickReference(
  tree: YamlTree | undefined,
  place: PagePlace,
): {entries: CardEntry[]; findings: Finding[]} {
  const findings: Finding[] = [];
  const entries: CardEntry[] = [];
  const invalid = (at: {line: number}, what: string, expected: string) => {
    findings.push({
      rule: 'card-invalid',
      level: 'error',
      source: place.source,
      line: at.line,
      message: `${what}. Expected ${expected}`,
      hint: 'See "Quick reference" in the handbook contract: contacts, urls, commands, procedures and do_not are lists.',
    });
  };
  if (!tree || (tree.kind === 'text' && textOf(tree) === undefined)) return {entries, findings};
  if (tree.kind !== 'map') {
    invalid(tree, `quick_reference is ${describeTree(tree)}`, `a map with ${CARD_SECTIONS.join(', ')}`);
    return {entries, findings};
  }
  const card = cardId(textOf(valueAt(tree, 'card')) ?? SITE_CARD);
  for (const {key, line, value} of tree.entries) {
    if (key === 'card' || (value.kind === 'text' && textOf(value) === undefined)) continue;
    const section = CARD_SECTIONS.find((name) => name === key);
    if (!section) {
      invalid(
        {line},
        `quick_reference has an unknown key "${key}"`,
        `one of ${CARD_SECTIONS.join(', ')}, card`,
      );
      continue;
    }
    for (const item of value.kind === 'list' ? value.items : [value]) {
      const content = readItem(section, item);
      if (content) {
        entries.push({
          blocks: [],
          ...content,
          card,
          section,
          page: place.page,
          anchor: '',
          source: place.source,
          line: item.line,
        });
      } else {
        invalid(
          item,
          `${describeTree(item)} under quick_reference.${key} is not understood`,
          EXPECTED_ITEMS[section],
        );
      }
    }
  }
  return {entries, findings};
}

const EXPECTED_ITEMS: Readonly<Record<CardSection, string>> = {
  contacts: 'the id of an owner',
  urls: 'an address with its scheme (https://…), "Label: address", or a map with label and url',
  commands: 'a command, or a map with label and command',
  procedures: 'a sentence, or a map with label and steps',
  do_not: 'a sentence',
};

type ItemContent = Pick<CardEntry, 'label'> & Partial<Pick<CardEntry, 'blocks' | 'owner' | 'url'>>;

const ITEM_KEYS = new Set([
  'label',
  'title',
  'name',
  'symptom',
  'url',
  'href',
  'command',
  'run',
  'steps',
  'owner',
  'id',
]);

// A map may also be written as "Label: value", which YAML reads as a map of one key.
function readItem(section: CardSection, item: YamlTree): ItemContent | undefined {
  const text = textOf(item);
  const pick = (...names: string[]) =>
    names.map((name) => textOf(valueAt(item, name))).find((found) => found !== undefined);
  const label = pick('label', 'title', 'name', 'symptom');
  const single = item.kind === 'map' && item.entries.length === 1 ? item.entries[0] : undefined;
  const only = single && !ITEM_KEYS.has(single.key) ? single : undefined;
  switch (section) {
    case 'contacts': {
      const owner = text ?? pick('owner', 'id');
      return owner === undefined ? undefined : {label: owner, owner};
    }
    case 'urls': {
      const url = text ?? pick('url', 'href') ?? textOf(only?.value);
      if (url === undefined) return undefined;
      const labelled = /^(.+?):\s+(\S+)$/.exec(url);
      if (labelled?.[1] && labelled[2] && isAddress(labelled[2]))
        return {label: labelled[1], url: labelled[2]};
      if (!isAddress(url)) return undefined;
      return {label: label ?? (text === undefined ? only?.key : undefined) ?? url, url};
    }
    case 'commands': {
      const command = text ?? pick('command', 'run') ?? textOf(only?.value);
      if (command === undefined) return undefined;
      return {
        label: label ?? (text === undefined ? only?.key : undefined) ?? command,
        blocks: [{kind: 'command', command}],
      };
    }
    case 'procedures': {
      if (text !== undefined) return {label: text};
      const steps = textsOf(valueAt(item, 'steps') ?? only?.value).map((step): RichText[] => [
        {text: step.text},
      ]);
      const name = label ?? only?.key;
      if (name === undefined || steps.length === 0) return undefined;
      return {label: name, blocks: [{kind: 'list', ordered: true, items: steps}]};
    }
    case 'do_not':
      return text === undefined ? undefined : {label: text};
  }
}

// Without a scheme a browser would look for it on this site.
function isAddress(text: string): boolean {
  return /^([a-z][a-z0-9+.-]*:|\/)\S+$/i.test(text);
}

function readCardBlocks(tree: Root, place: PagePlace): {entries: CardEntry[]; findings: Finding[]} {
  const entries: CardEntry[] = [];
  const findings: Finding[] = [];
  visit(tree, 'containerDirective', (node: ContainerDirective) => {
    if (node.name !== 'card') return;
    const line = (node.position?.start.line ?? 1) + place.lineOffset;
    const [labelNode] = node.children.filter(isDirectiveLabel);
    const label = labelNode ? plainText(labelNode) : '';
    const named = node.attributes?.section ?? 'procedures';
    const section = CARD_SECTIONS.find((name) => name === named.replace('-', '_'));
    if (label === '' || !section) {
      findings.push({
        rule: 'card-invalid',
        level: 'error',
        source: place.source,
        line,
        message:
          label === ''
            ? 'A :::card without a label'
            : `:::card has section="${named}". Expected one of ${CARD_SECTIONS.join(', ')}`,
        hint: 'Write :::card[Label]{section="commands"}.',
      });
      return;
    }
    entries.push({
      card: cardId(node.attributes?.card ?? SITE_CARD),
      section,
      label,
      blocks: node.children.filter((child) => !isDirectiveLabel(child)).flatMap(blockOf),
      page: place.page,
      anchor: cardAnchor(label),
      source: place.source,
      line,
    });
  });
  return {entries, findings};
}

function isDirectiveLabel(node: BlockContent | DefinitionContent): boolean {
  return node.type === 'paragraph' && node.data !== undefined && 'directiveLabel' in node.data;
}

function blockOf(node: BlockContent | DefinitionContent): CardBlock[] {
  switch (node.type) {
    case 'code':
      return [{kind: 'command', command: node.value}];
    case 'paragraph':
    case 'heading':
      return [{kind: 'text', text: richText(node.children)}];
    case 'list':
      return [
        {
          kind: 'list',
          ordered: node.ordered === true,
          items: node.children.map((item) => item.children.flatMap(itemText)),
        },
        ...node.children.flatMap((item) =>
          item.children.filter((child) => child.type === 'code').flatMap(blockOf),
        ),
      ];
    case 'table':
      return [
        {
          kind: 'list',
          ordered: false,
          items: node.children.map((row) => [{text: row.children.map(plainText).join(' · ')}]),
        },
      ];
    case 'html':
      return /^<!--/.test(node.value) ? [] : [{kind: 'text', text: [{text: node.value}]}];
    case 'blockquote':
    case 'containerDirective':
      return node.children.flatMap(blockOf);
    default:
      return [{kind: 'text', text: [{text: plainText(node)}]}];
  }
}

// A command inside a list item follows the list as a block of its own.
function itemText(node: BlockContent | DefinitionContent): RichText[] {
  if (node.type === 'paragraph') return richText(node.children);
  if (node.type === 'list') {
    return node.children.flatMap((item) => [{text: ' – '}, ...item.children.flatMap(itemText)]);
  }
  return node.type === 'code' ? [] : [{text: plainText(node)}];
}
