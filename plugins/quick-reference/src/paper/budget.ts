import type {Card, CardEntryView, CardSection, Finding, Paper} from '@opsbinder/core';

/** A card that takes more than one sheet at the smallest type. */
export interface TooLong {
  card: Card;
  /** The papers that it does not fit, each with what is too much, as a share of the room of one sheet. */
  over: {paper: Paper; share: number; points: number}[];
  /** The smallest type, in points. */
  least: number;
  /** Whether it fits as long as its pages are not overdue, which takes words. */
  fitsToday: boolean;
}

/**
 * Says by how much a card is too long, and which of its entries to leave out so that it fits: few, and the least
 * urgent. That they are enough has been tried.
 *
 * @param fits whether a card fits every paper at the smallest size
 */
export function tooLongFinding(
  {card, over, least, fitsToday}: TooLong,
  fits: (card: Card) => boolean,
): Finding {
  const papers = over.map(({paper, share, points}) => {
    const millimetres = Math.ceil((points / 72) * 25.4);
    return `${PAPER_NAMES[paper]} by ${millimetres} mm (${Math.ceil(share * 100)} % of a sheet)`;
  });
  const out = entriesToLeaveOut(card, fits);
  const first = (out ?? entriesByNeed(card))[0];
  return {
    rule: 'card-too-long',
    level: 'error',
    source: first?.entry.from.source ?? '',
    line: first?.entry.from.line ?? 1,
    message: `The card "${card.title}" does not fit one sheet at ${least} points${fitsToday ? ' once its pages are overdue' : ''}: it is longer than ${papers.join(' and ')}`,
    hint: out
      ? `It fits without ${list(out.map(placeOf))}. Leave those out, shorten others, or put some on a card of its own.`
      : 'It does not fit even without its entries: shorten what it is for and how to tell an emergency, or let fewer pages say something on it.',
  };
}

const PAPER_NAMES: Readonly<Record<Paper, string>> = {a4: 'A4', letter: 'Letter'};

interface Place {
  section: CardSection;
  entry: CardEntryView;
}

/**
 * The fewest of the least urgent entries without which a card fits.
 *
 * @returns undefined where nothing fits, whatever is left out
 */
export function entriesToLeaveOut(card: Card, fits: (card: Card) => boolean): Place[] | undefined {
  const candidates = entriesByNeed(card);
  const fitsWithout = (places: readonly Place[]) => fits(withoutEntries(card, places));
  if (!fitsWithout(candidates)) return undefined;
  // Without the first `most` it fits, without the first `least` it does not.
  let least = 0;
  let most = candidates.length;
  while (most - least > 1) {
    const middle = Math.floor((least + most) / 2);
    if (fitsWithout(candidates.slice(0, middle))) most = middle;
    else least = middle;
  }
  // A small one may have been on the way to a large one that is enough by itself. Of a long list nobody asks that.
  const out = candidates.slice(0, most);
  if (out.length > MOST_TO_TRY) return out;
  for (const place of [...out].reverse()) {
    const others = out.filter((other) => other !== place);
    if (others.length > 0 && fitsWithout(others)) out.splice(out.indexOf(place), 1);
  }
  return out;
}

/** Each try sets the whole card once on every paper. */
const MOST_TO_TRY = 12;

// Whom to call and what never to do are needed by whoever has nothing but the card.
const LAST_TO_GO: readonly CardSection[] = ['contacts', 'do_not'];

/** All entries, the least urgent first: those of the least urgent page, and of its entries the last. */
function entriesByNeed({sections}: Card): Place[] {
  const places = sections.flatMap(({section, entries}) => entries.map((entry) => ({section, entry})));
  const isKept = ({section}: Place) => Number(LAST_TO_GO.includes(section));
  return places.reverse().sort((a, b) => isKept(a) - isKept(b) || b.entry.source - a.entry.source);
}

/** The card as it would be if its pages did not say these. */
function withoutEntries(card: Card, places: readonly Place[]): Card {
  const out = new Set(places.map(({entry}) => entry));
  const sections = card.sections
    .map(({section, entries}) => ({section, entries: entries.filter((entry) => !out.has(entry))}))
    .filter(({entries}) => entries.length > 0);
  const lines = [...card.rightIf, ...card.emergency];
  const used = new Set([
    ...sections.flatMap(({entries}) => entries.map(({source}) => source)),
    ...lines.map(({source}) => source),
  ]);
  const kept = card.sources.map((_, index) => index).filter((index) => used.has(index));
  return {
    ...card,
    sections: sections.map(({section, entries}) => ({
      section,
      entries: entries.map((entry) => ({...entry, source: kept.indexOf(entry.source)})),
    })),
    sources: kept.flatMap((index) => card.sources[index] ?? []),
  };
}

function placeOf({entry: {label, from}}: Place): string {
  return `"${label}" (${from.source}:${from.line})`;
}

function list(texts: readonly string[]): string {
  return texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} and ${texts.at(-1)}`;
}
