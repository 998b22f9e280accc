import type {BlockContent, Code, DefinitionContent, List, ListItem, Root} from 'mdast';
import type {ContainerDirective} from 'mdast-util-directive';
import {visit} from 'unist-util-visit';
import {CARD_SECTIONS, type CardBlock, type CardEntry, cardAnchor, cardId, type PagePlace} from './cards.js';
import {isDirectiveLabel, ownerIdOf} from './directives.js';
import type {Finding} from './findings.js';
import {plainText, type RichText, richText} from './markdown.js';
import {SITE_CARD} from './paths.js';

/** Reads the `:::card` blocks of a page, in order. A block without a label or with an unknown section is a finding. */
export function readCardBlocks(tree: Root, place: PagePlace): {entries: CardEntry[]; findings: Finding[]} {
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
      cardName: node.attributes?.card ?? SITE_CARD,
      section,
      label,
      blocks: node.children.filter((child) => !isDirectiveLabel(child)).flatMap(blockOf),
      anchor: cardAnchor(label),
      source: place.source,
      line,
    });
  });
  return {entries, findings};
}

type Block = BlockContent | DefinitionContent;

function blockOf(node: Block): CardBlock[] {
  switch (node.type) {
    case 'code':
      return [{kind: 'command', command: node.value}];
    case 'paragraph':
    case 'heading':
      return [{kind: 'text', text: richText(node.children)}];
    case 'list':
      return [
        {kind: 'list', ordered: node.ordered === true, items: node.children.map(itemText)},
        ...commandsBelow(node),
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
    case 'leafDirective':
      return node.name === 'owner'
        ? [{kind: 'text', text: [{text: ownerIdOf(node), owner: ownerIdOf(node)}]}]
        : [];
    default:
      return [{kind: 'text', text: [{text: plainText(node)}]}];
  }
}

// The parts of an item on one line, a nested list behind dashes. Commands follow the list as blocks of their own.
function itemText(item: ListItem): RichText[] {
  const parts = item.children.map((child): RichText[] => {
    if (child.type === 'code') return [];
    if (child.type === 'paragraph') return richText(child.children);
    if (child.type === 'list')
      return child.children.flatMap((nested) => [{text: '– '}, ...itemText(nested), {text: ' '}]);
    return [{text: plainText(child)}];
  });
  return parts
    .filter((part) => part.length > 0)
    .flatMap((part, index) => (index > 0 ? [{text: ' '}, ...part] : part));
}

function commandsBelow(list: List): CardBlock[] {
  const commands: CardBlock[] = [];
  visit(list, 'code', (node: Code) => {
    commands.push({kind: 'command', command: node.value});
  });
  return commands;
}
