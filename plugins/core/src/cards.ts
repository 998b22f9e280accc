import type {Finding} from './findings.js';
import type {RichText} from './markdown.js';
import {SITE_CARD} from './paths.js';

/** The groups of a card, in the order in which they stand on it. */
export const CARD_SECTIONS = ['contacts', 'urls', 'commands', 'procedures', 'do_not'] as const;
export type CardSection = (typeof CARD_SECTIONS)[number];

/** What the head of a card says: what it is for, and how to tell that this is the emergency. */
export const CARD_HEADS = ['right_if', 'emergency'] as const;
export type CardHead = (typeof CARD_HEADS)[number];

/** A piece of an entry. */
export type CardBlock =
  | {kind: 'text'; text: RichText[]}
  | {kind: 'command'; command: string}
  | {kind: 'list'; ordered: boolean; items: RichText[][]};

/** One thing on a card, with the place in the handbook that it comes from. */
export interface CardEntry {
  card: string;
  /** The card's name as its author wrote it. */
  cardName: string;
  section: CardSection | CardHead;
  label: string;
  blocks: CardBlock[];
  /** An owner's id, for a contact named in front matter. */
  owner?: string;
  url?: string;
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
  const slug = cardAnchor(name).slice('card-'.length);
  // The page of all cards is a file of that name.
  return slug === 'index' ? 'card-index' : slug;
}

/** What a card is called: the site's own card like the site, any other by the name that its entries give it. */
export function cardTitle(id: string, entries: readonly CardEntry[], siteTitle: string): string {
  if (id === SITE_CARD) return siteTitle;
  return entries.find(({card}) => card === id)?.cardName ?? id;
}

/** The file that entries are read from. */
export interface PagePlace {
  source: string;
  /** Lines of the file before its body. */
  lineOffset: number;
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

// Pages may share an owner or an address, or say of a card what it is for: that is one fact. The same command or procedure written twice is
// two copies, which drift apart.
function isSameFact(a: CardEntry, b: CardEntry): boolean {
  if (a.section !== b.section) return false;
  if (CARD_HEADS.some((head) => head === a.section)) return a.label === b.label;
  return (a.owner !== undefined && a.owner === b.owner) || (a.url !== undefined && a.url === b.url);
}

/** As many as people take in at a glance: Degani and Wiener found checklists skipped where groups were longer. */
const MOST_IN_GROUP = 9;

/** A group of a card with more than nine entries is not read, it is searched. */
export function findLongGroups(entries: readonly CardEntry[]): Finding[] {
  const groups = new Map<string, CardEntry[]>();
  for (const entry of mergeEntries(entries)) {
    const key = `${entry.card}\n${entry.section}`;
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return [...groups.values()].flatMap((group) => {
    const first = group[MOST_IN_GROUP];
    if (!first) return [];
    return [
      {
        rule: 'card-group-long',
        level: 'warning' as const,
        source: first.source,
        line: first.line,
        message: `"${first.label}" is number ${MOST_IN_GROUP + 1} of ${group.length} under ${first.section} of the card "${first.card}". Expected ${MOST_IN_GROUP} at most`,
        hint: 'Leave out what is not needed in the first five minutes, or put some of it on a card of its own.',
      },
    ];
  });
}

/** Names of cards that differ and stand for the same address, so that their entries meet on one card. */
export function findSameCards(entries: readonly CardEntry[]): Finding[] {
  const first = new Map<string, CardEntry>();
  const told = new Set<string>();
  return entries.flatMap((entry) => {
    const other = first.get(entry.card);
    if (!other) first.set(entry.card, entry);
    if (!other || other.cardName === entry.cardName || told.has(entry.cardName)) return [];
    told.add(entry.cardName);
    return [
      {
        rule: 'card-name',
        level: 'warning' as const,
        source: entry.source,
        line: entry.line,
        message: `The card "${entry.cardName}" is the same as "${other.cardName}" in ${other.source}:${other.line}: both are at ${entry.card}/`,
        hint: 'Write the name alike in both, or give one of the cards another name.',
      },
    ];
  });
}
