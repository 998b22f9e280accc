import type {LoadContext} from '@docusaurus/types';
import {
  type Card,
  type CardBlock,
  type CardEntryView,
  type CardSection,
  type CardSource,
  cardDoubts,
  type FreshnessState,
  isItsOwnLabel,
  nextToCall,
  type Owner,
  type QrCode,
  type RichText,
  telephoneLink,
  withoutScheme,
} from '@opsbinder/core';
import type {GatheredCard} from '../gather-cards.js';
import {countWord, dateWord, directionOf, languageOf, word} from '../words.js';

/** What of the site a sheet depends on. */
export type SheetContext = Pick<LoadContext, 'codeTranslations' | 'i18n' | 'siteConfig'>;

/** A card in the words of one language, ready for paper: what the PDF and the single file both show, in order. */
export interface Sheet {
  /** Language tag, such as `en` or `pt-BR`. */
  language: string;
  direction: 'ltr' | 'rtl';
  /** The day of the build, `YYYY-MM-DD`. */
  asOf: string;
  title: string;
  rightIf: LabelledLines;
  /** Absent where nobody says what an emergency is. */
  emergency?: LabelledLines;
  /** Until when the card may be relied upon, and as of when. */
  validity: string;
  /** What behind the card does not hold; empty where all does. */
  warnings: string[];
  groups: SheetGroup[];
  sources: {title: string; items: SheetSource[]};
  /** Which card this is. */
  revision: string;
  /** Where to ask whether it is still good, and the address as it is printed. */
  stillCurrent: string;
  address: Link;
  qr: QrCode & {label: string};
  /** The last words: whoever reads them knows that nothing is missing. */
  end: string;
}

interface LabelledLines {
  label: string;
  lines: string[];
}

interface SheetGroup {
  section: CardSection;
  title: string;
  /** The title where a column begins in the middle of the group. */
  continued: string;
  entries: SheetEntry[];
}

/** Words that lead somewhere; `href` is absolute. */
interface Link {
  text: string;
  href?: string;
}

interface SheetEntry {
  label: string;
  /** Number of the page that says it, as `sources` counts. */
  source: number;
  /** Ways to reach a contact, or the address. */
  values: Link[];
  /** Whom to call next. */
  nextCall?: string;
  blocks: CardBlock[];
  /** Where an emergency procedure goes on. */
  runbook?: Link;
}

interface SheetSource extends Link {
  number: number;
  state: string;
}

/** Puts a card into words. Nothing in it is markup: each text is to be shown as it is. */
export function writeSheet({card, liveUrl}: GatheredCard, qr: QrCode, context: SheetContext): Sheet {
  const say = (id: string, message: string, values?: Record<string, string>) =>
    word(context, id, message, values);
  const date = (day: string) => dateWord(context, day);
  const lines = (list: Card['rightIf']) => list.map(({text}) => text);
  return {
    language: languageOf(context),
    direction: directionOf(context),
    asOf: card.asOf,
    title: card.title,
    rightIf: {label: say('opsbinder.card.rightIf', 'Right card if'), lines: lines(card.rightIf)},
    ...(card.emergency.length > 0 && {
      emergency: {label: say('opsbinder.card.emergency', 'Emergency?'), lines: lines(card.emergency)},
    }),
    validity: [
      say('opsbinder.card.asOf', 'As of {date}.', {date: date(card.asOf)}),
      ...(card.validUntil === undefined
        ? []
        : card.validUntil < card.asOf
          ? [say('opsbinder.card.wasValidUntil', 'Was valid until {date}.', {date: date(card.validUntil)})]
          : [say('opsbinder.card.validUntil', 'Valid until {date}.', {date: date(card.validUntil)})]),
    ].join(' '),
    warnings: warningsOf(card, context),
    groups: card.sections.map(({section, entries}) => {
      const title = sectionWord(section, context);
      return {
        section,
        title,
        continued: say('opsbinder.card.continued', '{section}, continued', {section: title}),
        entries: entries.map((entry) => writeEntry(entry, section, card, context)),
      };
    }),
    sources: {
      title: say('opsbinder.card.sources', 'Sources'),
      items: card.sources.map((source, index) => ({
        number: index + 1,
        text: source.title,
        href: absolute(source.permalink, context),
        state: stateOf(source, context),
      })),
    },
    revision:
      card.commit === undefined
        ? say('opsbinder.card.revision', 'Revision {revision} of {date}', {
            revision: card.revision,
            date: date(card.asOf),
          })
        : say('opsbinder.card.revisionAt', 'Revision {revision} of {date}, commit {commit}', {
            revision: card.revision,
            date: date(card.asOf),
            commit: card.commit,
          }),
    stillCurrent: say('opsbinder.card.stillCurrent', 'Still current? Ask here:'),
    address: {text: withoutScheme(liveUrl), href: liveUrl},
    qr: {...qr, label: say('opsbinder.card.qr', 'QR code: is this card still current?')},
    end: say('opsbinder.card.end', 'End of card'),
  };
}

// Paper says what held on the day it was made; the page behind its code says what holds today.
function warningsOf({sources}: Card, context: SheetContext): string[] {
  const {overdue, unreviewed, takenBack, unfinished} = cardDoubts(sources);
  const some = (id: string, message: string, count: number) =>
    count === 0 ? [] : [word(context, id, message, {count: String(count), total: String(sources.length)})];
  return [
    ...(overdue > 0
      ? [
          countWord(
            context,
            'opsbinder.card.overdue',
            'OVERDUE: {count} page behind this card. Check before you act.|OVERDUE: {count} pages behind this card. Check before you act.',
            overdue,
          ),
        ]
      : []),
    ...some(
      'opsbinder.card.unreviewed',
      'Never reviewed: {count} of {total} pages behind this card.',
      unreviewed,
    ),
    ...some(
      'opsbinder.card.takenBack',
      'Changed since their review: {count} of {total} pages behind this card.',
      takenBack,
    ),
    ...some(
      'opsbinder.card.unfinished',
      'Not published yet: {count} of {total} pages behind this card.',
      unfinished,
    ),
  ];
}

function writeEntry(
  entry: CardEntryView,
  section: CardSection,
  card: Card,
  context: SheetContext,
): SheetEntry {
  const runbook = section === 'procedures' ? card.sources[entry.source] : undefined;
  return {
    label: isItsOwnLabel(entry) ? '' : entry.label,
    source: entry.source + 1,
    values: [
      ...(entry.owner ? waysOf(entry.owner, entry.label, context) : []),
      ...(entry.url === undefined ? [] : [addressLink(entry.url, context)]),
    ],
    ...(entry.escalation.length > 0 && {
      nextCall: word(context, 'opsbinder.card.thenCall', 'then: {names}', {
        names: nextToCall(entry.escalation, card),
      }),
    }),
    blocks: entry.blocks.map((block) => withAbsoluteLinks(block, context)),
    ...(runbook && {runbook: {text: runbook.title, href: absolute(entry.permalink, context)}}),
  };
}

// Chat and telephone are what one uses at night; what else is known stands in where there is no number.
function waysOf({chat, phone, email, oncall}: Owner, label: string, context: SheetContext): Link[] {
  const talk = chat === undefined || chat === label ? [] : [{text: chat}];
  if (phone !== undefined) return [...talk, {text: phone, href: telephoneLink(phone)}];
  return [
    ...talk,
    ...(email === undefined ? [] : [{text: email, href: `mailto:${email}`}]),
    ...(oncall === undefined ? [] : [addressLink(oncall, context)]),
  ];
}

function withAbsoluteLinks(block: CardBlock, context: SheetContext): CardBlock {
  const resolve = (runs: readonly RichText[]) =>
    runs.map(({href, ...run}) => ({
      ...run,
      ...(href !== undefined && {href: absolute(href, context)}),
    }));
  if (block.kind === 'text') return {...block, text: resolve(block.text)};
  if (block.kind === 'list') return {...block, items: block.items.map(resolve)};
  return block;
}

function addressLink(url: string, context: SheetContext): Link {
  const href = absolute(url, context);
  // One of the site's own is typed with its host.
  return {text: withoutScheme(url.startsWith('/') ? (href ?? url) : url), href};
}

/** A sheet lies on a desk or a stick, not on the site: only whole addresses lead anywhere from there. */
function absolute(href: string, {siteConfig}: SheetContext): string | undefined {
  if (href.startsWith('/') && !href.startsWith('//')) {
    const {url, baseUrl} = siteConfig;
    // As links on pages: what does not begin with the base is meant below it.
    return url + (href.startsWith(baseUrl) ? href : baseUrl + href.slice(1));
  }
  return /^(https?|mailto|tel):/i.test(href) ? href : undefined;
}

function stateOf({freshness: {state, byDate, dueBy}}: CardSource, context: SheetContext): string {
  const name = stateWord(state, context);
  // Where something besides the date made the state, the date would explain it wrongly.
  const saysDate =
    dueBy !== undefined && (byDate ?? state) === state && state !== 'exempt' && state !== 'fresh';
  return saysDate ? `${name}, ${dateWord(context, dueBy)}` : name;
}

function stateWord(state: FreshnessState, context: SheetContext): string {
  switch (state) {
    case 'fresh':
      return word(context, 'opsbinder.freshness.fresh', 'Fresh');
    case 'due-soon':
      return word(context, 'opsbinder.freshness.dueSoon', 'Due soon');
    case 'overdue':
      return word(context, 'opsbinder.freshness.overdue', 'Overdue');
    case 'unknown':
      return word(context, 'opsbinder.freshness.unknown', 'Not reviewed');
    case 'exempt':
      return word(context, 'opsbinder.freshness.exempt', 'Exempt');
  }
}

function sectionWord(section: CardSection, context: SheetContext): string {
  switch (section) {
    case 'contacts':
      return word(context, 'opsbinder.card.contacts', 'Contacts');
    case 'urls':
      return word(context, 'opsbinder.card.urls', 'Critical addresses');
    case 'commands':
      return word(context, 'opsbinder.card.commands', 'Commands');
    case 'procedures':
      return word(context, 'opsbinder.card.procedures', 'Emergency procedures');
    case 'do_not':
      return word(context, 'opsbinder.card.doNot', 'Do not');
  }
}
