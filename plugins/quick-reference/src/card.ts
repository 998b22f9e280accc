import {
  CARD_SECTIONS,
  type Card,
  type CardBlock,
  type CardEntry,
  type CardEntryView,
  type CardHead,
  type CardLine,
  cardRevision,
  cardValidUntil,
  decodePath,
  escalationChain,
  type Handbook,
  type HandbookPage,
  joinPath,
  mergeEntries,
  type RichText,
} from '@opsbinder/core';

/** What a card is called, and what stands on it where no page says it. */
export interface CardFrame {
  title: string;
  /** The commit as it is shown; null where there is none. */
  commit: string | null;
  /** What the card is for. */
  rightIf: string;
  /** How to tell an emergency; undefined where nothing is known. */
  emergency?: string;
}

/**
 * Puts a card together. Entries follow the urgency of their pages: tier first, then severity as
 * `handbook.yml` orders them, then doc id.
 */
export function assembleCard(handbook: Handbook, id: string, frame: CardFrame): Card {
  const pages = new Map(handbook.pages.map((page) => [page.source, page]));
  const severities = handbook.settings.severities.map((severity) => severity.id);
  const urgency = ({facts}: HandbookPage) => {
    const severity = severities.indexOf(facts.severity ?? '');
    return (facts.tier ?? 99) * 100 + (severity === -1 ? 99 : severity);
  };
  const entries = mergeEntries(handbook.cardEntries.filter((entry) => entry.card === id)).flatMap((entry) => {
    const page = pages.get(entry.source);
    return page ? [{entry, page}] : [];
  });
  entries.sort((a, b) => urgency(a.page) - urgency(b.page));

  const sources = [...new Set(entries.map(({page}) => page))];
  const linesOf = (head: CardHead, otherwise: string | undefined): CardLine[] => {
    const lines = entries.filter(({entry}) => entry.section === head);
    if (lines.length === 0) return otherwise === undefined ? [] : [{text: otherwise}];
    return lines.map(({entry, page}) => ({text: entry.label, source: sources.indexOf(page)}));
  };
  const shown = sources.map(({title, permalink, freshness, facts: {status}}) => ({
    title,
    permalink,
    freshness,
    status,
  }));
  const words = {
    title: frame.title,
    rightIf: linesOf('right_if', frame.rightIf),
    emergency: linesOf('emergency', frame.emergency),
    sections: CARD_SECTIONS.map((section) => ({
      section,
      entries: entries
        .filter(({entry}) => entry.section === section)
        .map(({entry, page}) => showEntry(entry, page, sources.indexOf(page), handbook)),
    })).filter((group) => group.entries.length > 0),
  };
  return {
    id,
    ...words,
    asOf: handbook.asOf,
    revision: cardRevision({...words, sources}, handbook.asOf),
    ...(frame.commit !== null && {commit: frame.commit}),
    validUntil: cardValidUntil(shown),
    sources: shown,
  };
}

function showEntry(entry: CardEntry, page: HandbookPage, source: number, handbook: Handbook): CardEntryView {
  const [owner, ...next] = entry.owner === undefined ? [] : escalationChain(handbook.owners, entry.owner);
  return {
    label: owner?.name ?? entry.label,
    blocks: entry.blocks.map((block) => resolveLinks(block, page, handbook)),
    url: entry.url,
    owner,
    // Whoever has called three has called enough.
    escalation: next.slice(0, 3),
    source,
    permalink: entry.anchor === '' ? page.permalink : `${page.permalink}#${entry.anchor}`,
    from: {source: entry.source, line: entry.line},
  };
}

function resolveLinks(block: CardBlock, page: HandbookPage, handbook: Handbook): CardBlock {
  const resolve = (texts: RichText[]) =>
    texts.map((text) => ({
      ...text,
      text: text.owner === undefined ? text.text : ownerText(text.owner, handbook),
      href: resolveHref(text.href, page, handbook),
    }));
  if (block.kind === 'text') return {...block, text: resolve(block.text)};
  if (block.kind === 'list') return {...block, items: block.items.map(resolve)};
  return block;
}

function ownerText(id: string, handbook: Handbook): string {
  const owner = handbook.owners.get(id);
  return owner ? [owner.name, owner.chat, owner.phone].filter(Boolean).join(' ') : id;
}

// A link to another file of the handbook is right on its page and wrong on a card, which stands elsewhere. A
// link that leads to no known page stays words.
function resolveHref(href: string | undefined, page: HandbookPage, handbook: Handbook): string | undefined {
  if (href === undefined || href.startsWith('/')) return href;
  if (/^[a-z][a-z0-9+.-]*:/i.test(href)) return /^(javascript|data|vbscript):/i.test(href) ? undefined : href;
  if (href.startsWith('#')) return `${page.permalink}${href}`;
  const [file = '', fragment] = href.split('#');
  const path = joinPath(page.path, decodePath(file));
  const found = handbook.pages.find((other) => other.version === page.version && other.path === path);
  return found && (fragment ? `${found.permalink}#${fragment}` : found.permalink);
}
