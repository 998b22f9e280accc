import {createHash} from 'node:crypto';
import type {LoadContext} from '@docusaurus/types';
import type {Card, Finding, Paper, QrCode} from '@opsbinder/core';
import type {GatheredCard} from '../gather-cards.js';
import type {PluginOptions} from '../options.js';
import {drawQr} from '../qr.js';
import {tooLongFinding} from './budget.js';
import {openPress, type Press} from './compiler.js';
import {fontFiles} from './font-files.js';
import {missingGlyphFindings} from './glyphs.js';
import {type Sheet, type SheetContext, writeSheet} from './sheet.js';
import {standaloneHtml} from './standalone.js';
import {measureSheet, typeset} from './typeset.js';

/** What is made of a card for paper and sticks. */
export interface CardPapers extends CardSheets {
  gathered: GatheredCard;
  /** Leads to the card's page, with the revision. */
  qr: QrCode;
  /** The text of the single file. */
  html: string;
}

/** The sheets of a card that could be made, and what is wrong with it. */
export interface CardSheets {
  pdfs: {paper: Paper; file: string; bytes: Buffer}[];
  findings: Finding[];
}

/** Sheets by what they were made from, so that `docusaurus start` makes only those that change. */
export type SheetCache = Map<string, CardSheets>;

/** What the sheets of a site depend on besides its cards. */
export type PaperOptions = Pick<PluginOptions, 'pdf' | 'leastPoints' | 'fonts'> & {
  /** Whether nothing is to be written: cards are checked then, and no time goes into the size of their type. */
  onlyCheck?: boolean;
};

/**
 * Sets every card on each of its papers and writes its single file, all in memory.
 *
 * @param cache holds what this makes, and nothing else afterwards
 * @returns the cards in order; with the reason where no sheets can be made on this machine
 * @throws Error where the option `fonts` names no font
 */
export async function makePapers(
  cards: readonly GatheredCard[],
  options: PaperOptions,
  context: SheetContext & Pick<LoadContext, 'siteDir'>,
  cache: SheetCache,
): Promise<{papers: CardPapers[]; reason?: string}> {
  const press = options.pdf ? await openPress(fontFiles(options.fonts, context.siteDir)) : undefined;
  const before = new Map(cache);
  cache.clear();
  const codes = await Promise.all(cards.map(({liveUrl}) => drawQr(liveUrl)));
  let tooLong = 0;
  // One after the other, so that it is always the same ones for which something is tried.
  const papers = cards.map((gathered, index): CardPapers => {
    const qr = codes[index] as QrCode;
    const sheetOf = (card: Card) => writeSheet({...gathered, card}, qr, context);
    const sheet = sheetOf(gathered.card);
    const own = {gathered, qr, html: standaloneHtml(sheet)};
    if (!press || 'reason' in press) return {...own, pdfs: [], findings: []};
    const mayTry = tooLong < MOST_TRIED;
    const key = digestOf([sheet, gathered.card, gathered.pdfs, options, mayTry]);
    const sheets = before.get(key) ?? setCard(gathered, sheetOf, options, press, mayTry);
    cache.set(key, sheets);
    if (sheets.findings.some(({rule}) => rule === 'card-too-long')) tooLong++;
    return {...own, ...sheets};
  });
  return {papers, ...(press && 'reason' in press && {reason: press.reason})};
}

/** Of so many cards that are too long it is tried what to leave out, which takes a second or two each. */
const MOST_TRIED = 8;

function setCard(
  {card, pdfs}: GatheredCard,
  sheetOf: (card: Card) => Sheet,
  {leastPoints: least, onlyCheck}: PaperOptions,
  press: Press,
  mayTry: boolean,
): CardSheets {
  const measure = (one: Card, paper: Paper) => measureSheet(sheetOf(asOverdue(one)), paper, least, press);
  const over = pdfs
    .map(({paper}) => ({paper, ...measure(card, paper)}))
    .filter(({over: points}) => points > 0)
    .map(({over: points, room, ...one}) => ({...one, points, share: points / room}));
  const tooLong = (paper: Paper) => over.some((one) => one.paper === paper);
  const set = pdfs.map(({paper, file}) => {
    // What is too long in the smallest type need not be tried in larger.
    const most = onlyCheck || tooLong(paper) ? least : undefined;
    return {paper, file, ...typeset(sheetOf(card), paper, least, press, most)};
  });
  const overOf = (shorter: Card, paper: Paper) => measure(shorter, paper).over;
  const fitsToday = over.every(({paper}) => set.some((one) => one.paper === paper && one.over <= 0));
  const missing = [...new Set(set.flatMap((one) => one.missing))];
  return {
    pdfs: set.flatMap(({paper, file, pdf}) => (pdf && !tooLong(paper) ? [{paper, file, bytes: pdf}] : [])),
    findings: [
      ...(over.length > 0
        ? [tooLongFinding({card, over, least, fitsToday}, mayTry ? overOf : undefined)]
        : []),
      ...missingGlyphFindings(card, missing),
    ],
  };
}

/**
 * The card on the day when every page behind it is overdue, and its words are longest. What fits then fits today, and
 * no build fails because a night has passed.
 */
function asOverdue(card: Card): Card {
  return {
    ...card,
    sources: card.sources.map(({freshness, ...source}) => ({
      ...source,
      freshness:
        freshness.dueBy === undefined || freshness.state === 'exempt'
          ? freshness
          : {...freshness, state: 'overdue', byDate: 'overdue'},
    })),
  };
}

function digestOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
