import type {CardBlock, CardSection} from './cards.js';
import type {CivilDate} from './dates.js';
import type {PageStatus} from './facts.js';
import type {Freshness} from './freshness.js';
import type {Owner} from './owners.js';

/** A card, ready to show and to print. */
export interface Card {
  id: string;
  title: string;
  asOf: CivilDate;
  /**
   * Eight hexadecimal digits that stand for the words of the card, and the day of the build, such as
   * `1b9f3c2a-20261120`. As long as the digits are the same, what is on paper is what the binder says, whatever else
   * of it has changed; the day tells which of two is the newer. See cardRevision.
   */
  revision: string;
  /**
   * The commit that the site was built from, shortened, with a `+` where the handbook has changes that are in no
   * commit; undefined where there is none.
   */
  commit?: string;
  /** See cardValidUntil. */
  validUntil?: CivilDate;
  /** What this card is for: each text goes on after "Right card if". Never empty. */
  rightIf: CardLine[];
  /** How to tell that this is an emergency; empty where neither a page nor `handbook.yml` says it. */
  emergency: CardLine[];
  sections: {section: CardSection; entries: CardEntryView[]}[];
  /** The pages behind the card. */
  sources: CardSource[];
}

/** A sentence of a card's head. */
export interface CardLine {
  text: string;
  /** Position of its page in the card's `sources`; undefined for what follows from the site itself. */
  source?: number;
}

/** An entry with all that it needs on a page of its own. */
export interface CardEntryView {
  label: string;
  blocks: CardBlock[];
  url?: string;
  owner?: Owner;
  /** Those to turn to after the owner, in order. */
  escalation: Owner[];
  /** Position of its page in the card's `sources`. */
  source: number;
  /** The very place that says it. */
  permalink: string;
  /** The file and line that put it on the card, for findings. */
  from: {source: string; line: number};
}

/** A page behind a card. */
export interface CardSource {
  title: string;
  permalink: string;
  freshness: Freshness;
  status: PageStatus;
}

/** Where a card can be had. */
export interface CardPlaces {
  /** Its page. */
  permalink: string;
  /** The file that needs no other; undefined in `docusaurus start`, which makes no files. */
  html?: string;
  /** Ready-made sheets; empty where none are made. */
  pdfs: {paper: Paper; permalink: string}[];
}

/** Sizes of paper that cards are made for. */
export const PAPERS = ['a4', 'letter'] as const;
export type Paper = (typeof PAPERS)[number];

/** A QR code: `path` draws its dark modules in a square of `size` modules, without the quiet zone. */
export interface QrCode {
  /** What it says. */
  text: string;
  size: number;
  path: string;
}

/** A card as a page shows it. */
export interface CardView extends CardPlaces {
  card: Card;
  /** Leads to the card's page, with the revision. */
  qr: QrCode;
}

/** What the page of a card shows, or of all cards. */
export interface CardPageData {
  /** One on a card's own page; all of them on the page of cards. */
  cards: CardView[];
  /** Whether this is the page of all cards. */
  isIndex: boolean;
  /** The other cards of the binder, on the page of one. */
  others: {title: string; permalink: string}[];
}
