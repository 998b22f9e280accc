import type {AlertRoute} from './alerts.js';
import type {CardEntry} from './cards.js';
import type {Placed} from './fact-reader.js';
import type {Cause} from './freshness.js';
import {SITE_CARD} from './paths.js';

/** A link to a page. */
export interface PageLink {
  title: string;
  permalink: string;
}

/** Where a page is used: what leads there, and what goes with it. */
export interface PageUses {
  /** Names of the alerts that lead to it. */
  alerts: string[];
  /** The incidents in which it was used, the latest first. */
  incidents: (PageLink & {on: string})[];
  /** The cards on which something of it stands, the site's own first and without a title: it is called like the site. */
  cards: {id: string; title?: string}[];
  /** The pages that it names as related, then those that name it so. */
  related: PageLink[];
}

/** What a page needs to be told where it is used. */
export interface UsedPage extends PageLink {
  source: string;
  unlisted: boolean;
  facts: {related: readonly Placed[]; status: string};
}

/**
 * Where pages are used, by their files; pages that are used nowhere are left out.
 *
 * @param pages all pages
 * @param find the page that a text under `related` of another page means
 * @param incidents the incidents by the file of the page
 * @param alerts where alerts lead
 * @param cardEntries what stands on cards
 */
export function gatherUses<T extends UsedPage>(
  pages: readonly T[],
  {
    find,
    incidents,
    alerts,
    cardEntries,
  }: {
    find: (from: T, text: string) => T | undefined;
    incidents: ReadonlyMap<string, readonly Extract<Cause, {kind: 'incident'}>[]>;
    alerts: readonly AlertRoute[];
    cardEntries: readonly CardEntry[];
  },
): ReadonlyMap<string, PageUses> {
  const related = new Map<T, Set<T>>(pages.map((page) => [page, new Set<T>()]));
  const named = pages.map((from) => ({
    from,
    to: from.facts.related.flatMap(({text}) => find(from, text) ?? []).filter((to) => to !== from),
  }));
  for (const {from, to} of named) for (const page of to) related.get(from)?.add(page);
  for (const {from, to} of named) {
    // What its author keeps off lists, or has put away, is not to come up on other pages.
    if (from.unlisted || from.facts.status === 'deprecated') continue;
    for (const page of to) related.get(page)?.add(from);
  }
  const uses = new Map<string, PageUses>();
  for (const page of pages) {
    const use: PageUses = {
      alerts: alerts.filter((alert) => alert.page.source === page.source).map(({name}) => name),
      incidents: (incidents.get(page.source) ?? []).map(({title, permalink, on}) => ({title, permalink, on})),
      cards: cardsWith(page.source, cardEntries),
      related: [...(related.get(page) ?? [])].map(({title, permalink}) => ({title, permalink})),
    };
    if (Object.values(use).some((list) => list.length > 0)) uses.set(page.source, use);
  }
  return uses;
}

function cardsWith(source: string, entries: readonly CardEntry[]): PageUses['cards'] {
  const names = new Map(
    entries.filter((entry) => entry.source === source).map(({card, cardName}) => [card, cardName]),
  );
  const site = names.delete(SITE_CARD) ? [{id: SITE_CARD}] : [];
  return [...site, ...[...names].map(([id, title]) => ({id, title}))];
}
