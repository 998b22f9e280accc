import {freshnessValue, type Handbook, type HandbookPage} from '@opsbinder/core';

/** What the index should know of a page besides its text. */
export interface PageFacts {
  /** Values to filter by, by the filter's name. None of them is searched for. */
  filters: Record<string, string[]>;
  /** Names under which the page is known besides its title: they count like it. */
  names: string[];
}

/** The plugin without which nobody has judged how fresh pages are. */
export const FRESHNESS_PLUGIN = '@opsbinder/docusaurus-plugin-freshness';

/** The value of the filter `rank` for what comes after everything else. */
export const LAST = 'last';

/**
 * Facts of all pages of a handbook, by address without a slash at its end: what kind each is, who answers for it, how
 * fresh it is, and the alerts it answers.
 *
 * @param withFreshness whether the site judges freshness; without the plugin for it nobody has reviewed anything
 */
export function factsByPermalink(handbook: Handbook, withFreshness: boolean): Map<string, PageFacts> {
  const alerts = new Map<HandbookPage, string[]>();
  for (const {page, name} of handbook.alerts) alerts.set(page, [...(alerts.get(page) ?? []), name]);
  return new Map(
    handbook.pages.map((page) => [
      withoutSlash(page.permalink),
      {filters: pageFilters(page, withFreshness), names: alerts.get(page) ?? []},
    ]),
  );
}

function pageFilters({facts, freshness}: HandbookPage, withFreshness: boolean): Record<string, string[]> {
  const {type, tier, severity, status, owner, services, lastReviewedOn} = facts;
  return present({
    type: [type],
    tier: [tier?.toString()],
    severity: [severity],
    owner: [owner],
    service: services,
    status: [status === 'published' ? undefined : status],
    rank: [status === 'deprecated' ? LAST : undefined],
    freshness: [withFreshness ? freshnessValue(freshness) : undefined],
    reviewed: [withFreshness ? lastReviewedOn : undefined],
  });
}

/** An address as pages are looked up by it: sites differ in whether it ends in a slash. */
export function withoutSlash(path: string): string {
  return path.replace(/(.)\/$/, '$1');
}

/**
 * The name written so that a search that begins in the middle of it finds it: `KubePodCrashLooping` also as
 * `PodCrashLooping` and `CrashLooping`. Its words one by one are in the index anyway.
 */
export function nameWords(name: string): string[] {
  const starts = [
    ...name.matchAll(
      /(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|(?<=[_.:/-])(?=[\p{L}\p{N}])/gu,
    ),
  ];
  const tails = starts.map(({index}) => name.slice(index));
  // The last word alone is one of those that the index has.
  return [name, ...tails.slice(0, -1)];
}

function present(values: Record<string, readonly (string | undefined)[]>): Record<string, string[]> {
  const known = Object.entries(values).map(
    ([name, list]) => [name, list.filter((value) => value !== undefined)] as const,
  );
  return Object.fromEntries(known.filter(([, list]) => list.length > 0));
}
