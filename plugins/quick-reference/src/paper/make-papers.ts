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
export type PaperOptions = Pick<PluginOptions, 'pdf' | 'leastPoints' | 'fonts'>;

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
  const papers = await Promise.all(
    cards.map(async (gathered): Promise<CardPapers> => {
      const qr = await drawQr(gathered.liveUrl);
      const sheetOf = (card: Card) => writeSheet({...gathered, card}, qr, context);
      const sheet = sheetOf(gathered.card);
      const own = {gathered, qr, html: standaloneHtml(sheet)};
      if (!press || 'reason' in press) return {...own, pdfs: [], findings: []};
      const key = digestOf([sheet, gathered.card, gathered.pdfs, options]);
      const sheets = before.get(key) ?? setCard(gathered, sheetOf, options.leastPoints, press);
      cache.set(key, sheets);
      return {...own, ...sheets};
    }),
  );
  return {papers, ...(press && 'reason' in press && {reason: press.reason})};
}

function setCard(
  {card, pdfs}: GatheredCard,
  sheetOf: (card: Card) => Sheet,
  least: number,
  press: Press,
): CardSheets {
  const set = pdfs.map(({paper, file}) => ({paper, file, ...typeset(sheetOf(card), paper, least, press)}));
  const measure = (one: Card, paper: Paper) => measureSheet(sheetOf(asOverdue(one)), paper, least, press);
  const over = pdfs.flatMap(({paper}) => {
    const {over: points, room} = measure(card, paper);
    return points > 0 ? [{paper, points, share: points / room}] : [];
  });
  const fits = (shorter: Card) => over.every(({paper}) => measure(shorter, paper).over <= 0);
  const fitsToday = over.every(({paper}) => set.some((one) => one.paper === paper && one.over <= 0));
  const tooLong = (paper: Paper) => over.some((one) => one.paper === paper);
  const missing = [...new Set(set.flatMap((one) => one.missing))];
  return {
    pdfs: set.flatMap(({paper, file, pdf}) => (pdf && !tooLong(paper) ? [{paper, file, bytes: pdf}] : [])),
    findings: [
      ...(over.length > 0 ? [tooLongFinding({card, over, least, fitsToday}, fits)] : []),
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
