import {createHash} from 'node:crypto';
import type {Card} from './card-view.js';
import type {CardBlock} from './cards.js';
import type {Owner} from './owners.js';
import {revisionOf} from './revision.js';

/** The part of a card that is printed as its own words. */
type CardWords = Pick<Card, 'title' | 'rightIf' | 'emergency' | 'sections'> & {
  /** The pages behind the card, whose titles stand on it. */
  sources: readonly {title: string}[];
};

/**
 * Names what a card says today. Two cards with the same words have the same digits, whichever commit they were built
 * from: that another page changed does not make paper old. Addresses behind words, review states and dates are no
 * part of it, since the paper has dates of its own.
 *
 * @param asOf the day of the build
 * @returns such as `1b9f3c2a-20261120`
 */
export function cardRevision(card: CardWords, asOf: string): string {
  const words = [
    card.title,
    card.rightIf.map(({text}) => text),
    card.emergency.map(({text}) => text),
    card.sections.map(({section, entries}) => [
      section,
      entries.map(({label, url, owner, escalation, blocks, source}) => [
        label,
        card.sources[source]?.title ?? null,
        url ?? null,
        owner ? waysOf(owner) : null,
        escalation.map(({name, phone}) => [name, phone ?? null]),
        blocks.map(wordsOf),
      ]),
    ]),
  ];
  const digest = createHash('sha256').update(JSON.stringify(words)).digest('hex').slice(0, 8);
  return revisionOf(digest, asOf);
}

// A rota is printed where there is no number alone.
function waysOf({name, chat, phone, email, oncall}: Owner): (string | null)[] {
  return [name, chat ?? null, phone ?? null, email ?? null, phone === undefined ? (oncall ?? null) : null];
}

function wordsOf(block: CardBlock): unknown {
  const plain = (runs: readonly {text: string}[]) => runs.map(({text}) => text).join('');
  if (block.kind === 'command') return ['command', block.command];
  if (block.kind === 'text') return ['text', plain(block.text)];
  return [block.ordered ? 'ordered' : 'list', block.items.map(plain)];
}
