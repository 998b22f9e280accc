import {
  CARD_HEADS,
  CARD_SECTIONS,
  type CardEntry,
  type CardHead,
  type CardSection,
  cardId,
  type PagePlace,
} from './cards.js';
import type {Finding} from './findings.js';
import type {RichText} from './markdown.js';
import {SITE_CARD} from './paths.js';
import {describeTree, textOf, textsOf, valueAt, type YamlTree} from './yaml-tree.js';

/**
 * Reads what a page's front matter puts on a card under `quick_reference`. What cannot be understood is a
 * finding with its line.
 */
export function readQuickReference(
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
      hint: 'contacts, urls, commands, procedures and do_not are lists; right_if and emergency are sentences.',
    });
  };
  if (!tree || (tree.kind === 'text' && textOf(tree) === undefined)) return {entries, findings};
  if (tree.kind !== 'map') {
    invalid(tree, `quick_reference is ${describeTree(tree)}`, `a map with ${PARTS.join(', ')}`);
    return {entries, findings};
  }
  const cardName = textOf(valueAt(tree, 'card')) ?? SITE_CARD;
  const card = cardId(cardName);
  for (const {key, line, value} of tree.entries) {
    if (key === 'card' || (value.kind === 'text' && textOf(value) === undefined)) continue;
    const section = PARTS.find((name) => name === key);
    if (!section) {
      invalid({line}, `quick_reference has an unknown key "${key}"`, `one of ${PARTS.join(', ')}, card`);
      continue;
    }
    for (const item of value.kind === 'list' ? value.items : [value]) {
      const content = readItem(section, item);
      if (content) {
        entries.push({
          blocks: [],
          ...content,
          card,
          cardName,
          section,
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

const PARTS = [...CARD_HEADS, ...CARD_SECTIONS];

const EXPECTED_ITEMS: Readonly<Record<CardSection | CardHead, string>> = {
  right_if: 'a condition, as in "payouts are late"',
  emergency: 'a sentence',
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
function readItem(section: CardSection | CardHead, item: YamlTree): ItemContent | undefined {
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
    case 'right_if':
    case 'emergency':
    case 'do_not':
      return text === undefined ? undefined : {label: text};
  }
}

// Without a scheme a browser would look for it on this site.
function isAddress(text: string): boolean {
  return /^(?:(?!javascript)[a-z][a-z0-9+.-]*:\/\/|mailto:|tel:|sms:|\/)\S+$/i.test(text);
}
