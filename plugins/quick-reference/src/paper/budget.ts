import type {Card, CardEntryView, CardSection, Finding, Paper} from '@opsbinder/core';

/** A paper that a card does not fit. */
interface TooHigh {
  paper: Paper;
  share: number;
  points: number;
  /** How high each entry is in a column, in points, by section. */
  heights: number[][];
}

/** By how many points a card is too high for a paper; less than 0 where there is room left. Sets the whole card. */
type OverOf = (card: Card, paper: Paper) => number;

/** A card that takes more than one sheet at the smallest type. */
export interface TooLong {
  card: Card;
  /** The papers that it does not fit, each with what is too much, as a share of the room of one sheet. */
  over: TooHigh[];
  /** The smallest type, in points. */
  least: number;
  /** Whether it fits as long as its pages are not overdue, which takes words. */
  fitsToday: boolean;
}

/**
 * Says by how much a card is too long, and which of its entries to leave out so that it fits: few, and the least
 * urgent. That they are enough has been tried.
 *
 * @param overOf by how much a card is too high at the smallest size; without it nothing is tried, and no entry named
 */
export function tooLongFinding({card, over, least, fitsToday}: TooLong, overOf?: OverOf): Finding {
  const papers = over.map(({paper, share, points}) => {
    const millimetres = Math.ceil((points / 72) * 25.4);
    return `${PAPER_NAMES[paper]} by ${millimetres} mm (${Math.ceil(share * 100)} % of a sheet)`;
  });
  const out = overOf && entriesToLeaveOut(card, over, overOf);
  const first = (out ?? entriesByNeed(card))[0];
  return {
    rule: 'card-too-long',
    level: 'error',
    source: first?.entry.from.source ?? '',
    line: first?.entry.from.line ?? 1,
    message: `The card "${card.title}" does not fit one sheet at ${least} points${fitsToday ? ' once its pages are overdue' : ''}: it is longer than ${papers.join(' and ')}`,
    hint: hintOf(out, overOf !== undefined),
  };
}

function hintOf(out: readonly Place[] | undefined, isTried: boolean): string {
  if (out) {
    return `It fits without ${list(out.map(placeOf))}. Leave those out, shorten others, or put some on a card of its own.`;
  }
  return isTried
    ? 'It does not fit even without its entries: shorten what it is for and how to tell an emergency, or let fewer pages say something on it.'
    : 'Leave out its least urgent entries, shorten others, or put some on a card of its own. Which are enough is tried for the first cards alone: mend those, and the build says it of this one.';
}

const PAPER_NAMES: Readonly<Record<Paper, string>> = {a4: 'A4', letter: 'Letter'};

interface Place {
  section: CardSection;
  entry: CardEntryView;
}

/**
 * Few of the least urgent entries without which a card fits. How many is reckoned from the heights of the entries, then
 * tried: a try takes long.
 *
 * @param over the papers that it does not fit
 * @returns undefined where nothing fits, whatever is left out
 */
export function entriesToLeaveOut(card: Card, over: readonly TooHigh[], overOf: OverOf): Place[] | undefined {
  // The one that it fits least comes first: where that is not enough, no other needs to be tried.
  const papers = [...over].sort((a, b) => b.points - a.points);
  const [worst] = papers;
  if (!worst) return [];
  const overWithout = (places: readonly Place[]): number => {
    const shorter = withoutEntries(card, places);
    let most = Number.NEGATIVE_INFINITY;
    for (const {paper} of papers) {
      most = Math.max(most, overOf(shorter, paper));
      if (most > 0) break;
    }
    return most;
  };
  // In two columns a sheet loses half the height of an entry.
  const heights = new Map(
    card.sections.flatMap(({entries}, section) =>
      entries.map((entry, index) => [entry, (worst.heights[section]?.[index] ?? 0) / 2] as const),
    ),
  );
  const heightOf = (place: Place | undefined) => (place && heights.get(place.entry)) ?? 0;

  const candidates = entriesByNeed(card);
  const heightAt = (index: number) => heightOf(candidates[index]);
  // Without the first `few` it does not fit, by `tooHigh`; without the first `enough` it does, with room for `room`.
  let few = 0;
  let tooHigh = worst.points;
  let enough = candidates.length + 1;
  let room = 0;
  for (let tries = 0; enough - few > 1; tries++) {
    let next = few + 1;
    if (tries >= MOST_RECKONED) next = Math.floor((few + enough) / 2);
    else if (enough > candidates.length) {
      for (let sum = 0; next < candidates.length; next++) {
        sum += heightAt(next - 1);
        if (sum >= tooHigh) break;
      }
    } else {
      next = enough - 1;
      for (let sum = 0; next > few + 1; next--) {
        sum += heightAt(next);
        if (sum + heightAt(next - 1) > room) break;
      }
    }
    const left = overWithout(candidates.slice(0, next));
    if (left > 0) [few, tooHigh] = [next, left];
    else [enough, room] = [next, -left];
  }
  if (enough > candidates.length) return undefined;

  // A small one may have been on the way to a large one that is enough by itself.
  const out = candidates.slice(0, enough);
  // That the last is needed has been tried, and none that is as high as one that is needed can go back.
  let needed = heightOf(out.at(-1));
  let tries = 0;
  for (const place of out.slice(0, -1).reverse()) {
    const height = heightOf(place);
    if (height >= needed || height > room + UNSURE || tries >= MOST_IN_VAIN) continue;
    const others = out.filter((other) => other !== place);
    const left = overWithout(others);
    if (left > 0) {
      needed = height;
      tries++;
    } else {
      out.splice(out.indexOf(place), 1);
      room = -left;
    }
  }
  return out;
}

// Where heights mislead so often, halving is sure to end.
const MOST_RECKONED = 5;
const MOST_IN_VAIN = 3;
// In points. Titles of groups, and columns that are not even.
const UNSURE = 15;

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
