import type {Link, LinkReference, Nodes, Parents, Root} from 'mdast';
import {visit} from 'unist-util-visit';
import {plainText} from './markdown.js';
import {walkOutline} from './outline.js';
import {readSteps} from './steps.js';

/** A link whose address must be on paper, too. */
export interface PaperAddress {
  node: Link | LinkReference;
  /** What a reader types or dials: a web address whole, a mail address or telephone number without its scheme. */
  address: string;
}

/**
 * The links of a page whose addresses somebody with nothing but paper needs: those to other hosts, mail addresses
 * and telephone numbers, in steps and tasks, in decisions, and where the page says whom to call. None whose words
 * are its address already, and none for an address that an earlier link has brought.
 */
export function paperAddresses(tree: Root): PaperAddress[] {
  const targets = new Map<string, string>();
  visit(tree, 'definition', ({identifier, url}) => {
    if (!targets.has(identifier)) targets.set(identifier, url);
  });
  const steps = new Set<Nodes>(readSteps(tree).map(({node}) => node));
  const shown = new Set<string>();
  const found: PaperAddress[] = [];
  walkOutline(tree, ({node, ancestors, place}) => {
    if (node.type !== 'link' && node.type !== 'linkReference') return undefined;
    const url = node.type === 'link' ? node.url : targets.get(node.identifier);
    const address = url === undefined ? undefined : addressOf(url);
    const isNeeded =
      place.section === 'escalation' || ancestors.some((around) => steps.has(around) || isDecision(around));
    if (address === undefined || !isNeeded) return undefined;
    const bare = bareAddress(address);
    const isWritten = bareAddress(plainText(node)) === bare;
    if (!isWritten && !shown.has(bare)) found.push({node, address});
    shown.add(bare);
    return undefined;
  });
  return found;
}

function isDecision(node: Parents): boolean {
  return node.type === 'containerDirective' && node.name === 'decision';
}

function addressOf(url: string): string | undefined {
  if (/^https?:\/\//i.test(url)) return url;
  const [, address] = /^(?:mailto|tel):([^?]+)/i.exec(url) ?? [];
  return address;
}

// `+44 20 7946` is the number that `tel:+44207946` dials, and `example.com` the page at `https://example.com/`.
function bareAddress(text: string): string {
  const bare = text
    .trim()
    .toLowerCase()
    .replace(/^(?:https?:\/\/|mailto:|tel:)/, '')
    .replace(/\/$/, '');
  return /^\+?[\d\s().-]+$/.test(bare) ? bare.replace(/[^+\d]/g, '') : bare;
}
