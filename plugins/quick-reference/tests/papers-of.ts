import type {Card, Paper} from '@opsbinder/core';
import {assembleCard} from '../src/card.js';
import type {GatheredCard} from '../src/gather-cards.js';
import {type CardPapers, makePapers, type PaperOptions} from '../src/paper/make-papers.js';
import type {SheetContext} from '../src/paper/sheet.js';
import {handbookOf} from './handbook-of.js';

/** A site in English, or in another language with the words that its `code.json` has. */
export function siteIn(
  language = 'en',
  codeTranslations: Record<string, string> = {},
): SheetContext & {siteDir: string} {
  return {
    siteDir: __dirname,
    siteConfig: {url: 'https://ops.example.com', baseUrl: '/'},
    codeTranslations,
    i18n: {
      currentLocale: language,
      localeConfigs: {[language]: {htmlLang: language, direction: language === 'ar' ? 'rtl' : 'ltr'}},
    },
  } as unknown as SheetContext & {siteDir: string};
}

/** The site's card of pages by id. */
export function cardOf(pages: Record<string, string>): Card {
  return assembleCard(handbookOf(pages), 'site', {
    title: 'Reconciliation',
    commit: '7adc0210b1e4',
    rightIf: 'something is wrong with Reconciliation',
  });
}

export const LIVE_URL = 'https://ops.example.com/quick-reference/site/?r=1b9f3c2a-20261120';

interface MadeWith extends Partial<PaperOptions> {
  site?: ReturnType<typeof siteIn>;
}

/** What is made of a card. */
export async function papersOf(card: Card, options: MadeWith = {}): Promise<CardPapers> {
  const [made] = await allPapersOf([card], options);
  if (!made) throw new Error('Nothing was made of the card');
  return made;
}

/** What is made of the cards of one site. */
export async function allPapersOf(cards: readonly Card[], options: MadeWith = {}): Promise<CardPapers[]> {
  const {site = siteIn(), ...own} = options;
  const gathered = cards.map(
    (card): GatheredCard => ({
      card,
      route: '/quick-reference/site/',
      liveUrl: LIVE_URL,
      html: ['/quick-reference/site.card.html'],
      pdfs: [
        {paper: 'a4', file: '/quick-reference/site.pdf'},
        {paper: 'letter', file: '/quick-reference/site.letter.pdf'},
      ],
    }),
  );
  const settings = {pdf: true, leastPoints: 9, fonts: [], ...own};
  const {papers, reason} = await makePapers(gathered, settings, site, new Map());
  if (reason !== undefined) throw new Error(reason);
  return papers;
}

/** The sheet of a card on one paper. */
export function sheetOn({pdfs, findings}: CardPapers, paper: Paper): Buffer {
  const found = pdfs.find((pdf) => pdf.paper === paper);
  if (!found) throw new Error(`No sheet: ${JSON.stringify(findings)}`);
  return found.bytes;
}
