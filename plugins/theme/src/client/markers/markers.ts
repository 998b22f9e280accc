import type {Freshness, FreshnessState, Markers} from '@opsbinder/core';

/** A page that is marked, or will be one day. */
export interface MarkedPage {
  freshness: Freshness;
  states: readonly FreshnessState[];
}

/** All pages that can be marked, by their path as `pathOf` gives it. */
export function readMarkers(markers: readonly Markers[]): Map<string, MarkedPage> {
  return new Map(
    markers.flatMap(({states, pages}) =>
      Object.entries(pages).map(([permalink, [state, dueBy, dueSoonFrom]]): [string, MarkedPage] => [
        pathOf(permalink),
        {states, freshness: {state, reasons: [], dueBy, dueSoonFrom}},
      ]),
    ),
  );
}

/** The page that a link leads to: without a part of it, and with or without a slash at its end the same. */
export function pathOf(href: string): string {
  return href.replace(/[?#].*$/, '').replace(/(.)\/$/, '$1');
}
