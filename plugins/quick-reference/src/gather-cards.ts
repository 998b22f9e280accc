import type {LoadContext} from '@docusaurus/types';
import {
  type Card,
  cardRoute,
  cardTitle,
  type Handbook,
  type Paper,
  routeFolder,
  SITE_CARD,
} from '@opsbinder/core';
import {binderUrl, shownCommit} from '@opsbinder/handbook';
import {assembleCard} from './card.js';
import type {PluginOptions} from './options.js';
import {word} from './words.js';

/** A card with the places of what is made of it, below the site's base. */
export interface GatheredCard {
  card: Card;
  /** Its page. */
  route: string;
  /** Its address, with host and revision: what the paper's code leads to. */
  liveUrl: string;
  /** The file that needs nothing beside it, under each of its names; pages lead to the first. */
  html: string[];
  pdfs: {paper: Paper; file: string}[];
}

/** Puts the cards together that anything stands on, the site's own first, then by name. */
export async function gatherCards(
  handbook: Handbook,
  options: PluginOptions,
  context: LoadContext,
): Promise<GatheredCard[]> {
  const commit = await shownCommit(context.siteDir, options.docsDir);
  const emergency = worstSeverity(handbook, context);
  const siteTitle = options.title ?? context.siteConfig.title;
  const folder = routeFolder(options.route);
  return cardIds(handbook).map((id) => {
    const title = cardTitle(id, handbook.cardEntries, siteTitle);
    const rightIf = word(context, 'opsbinder.card.rightIfTitle', 'something is wrong with {title}', {title});
    const card = assembleCard(handbook, id, {title, commit, rightIf, emergency});
    const route = cardRoute(options.route, id);
    return {
      card,
      route,
      liveUrl: `${context.siteConfig.url}${asServed(binderUrl(context, route), context)}?r=${card.revision}`,
      html: htmlNames(context).map((name) => `${folder}${id}${name}`),
      pdfs: options.papers.map((paper, index) => ({
        paper,
        file: index === 0 ? `${folder}${id}.pdf` : `${folder}${id}.${paper}.pdf`,
      })),
    };
  });
}

// `<card>.html` is what one looks for in the folder. But a host that hides `.html` from addresses shows the card's
// page at that name, and without slashes at the ends of addresses that page itself is built there.
function htmlNames({siteConfig}: LoadContext): string[] {
  return siteConfig.trailingSlash === false ? ['.card.html'] : ['.card.html', '.html'];
}

// An address on paper is asked for as it is: some hosts know a page with a slash at its end alone, some without.
function asServed(url: string, {siteConfig}: LoadContext): string {
  return siteConfig.trailingSlash === false ? url.replace(/\/$/, '') : url;
}

function cardIds({cardEntries}: Handbook): string[] {
  return [...new Set(cardEntries.map(({card}) => card))].sort(
    (a, b) => Number(b === SITE_CARD) - Number(a === SITE_CARD) || (a < b ? -1 : 1),
  );
}

// What the handbook calls worst is the emergency; how fast it wants an answer says how bad that is.
function worstSeverity({settings}: Handbook, context: LoadContext): string | undefined {
  const [worst] = settings.severities;
  if (!worst?.respondIn) return undefined;
  const times = worst.resolveIn
    ? word(context, 'opsbinder.launchPad.times', 'respond in {respond}, resolve in {resolve}', {
        respond: worst.respondIn,
        resolve: worst.resolveIn,
      })
    : word(context, 'opsbinder.severity.respondIn', 'respond in {time}', {time: worst.respondIn});
  return `${worst.id} ${worst.title}: ${times}`;
}
