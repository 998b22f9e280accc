import type {CivilDate, Freshness, FreshnessState} from '@opsbinder/core';

/** What an instance of the freshness plugin writes of its pages. */
export interface Markers {
  /** The states to mark. */
  states: FreshnessState[];
  /** By permalink: the state as built, and the days on which it gets worse. */
  pages: Record<string, [state: FreshnessState, dueBy?: CivilDate, dueSoonFrom?: CivilDate]>;
}

/** A page that is marked, or will be one day. */
export interface Marker {
  freshness: Freshness;
  states: readonly FreshnessState[];
}

/** All pages that can be marked, by their path as `pathOf` gives it. */
export function readMarkers(markers: readonly Markers[]): Map<string, Marker> {
  return new Map(
    markers.flatMap(({states, pages}) =>
      Object.entries(pages).map(([permalink, [state, dueBy, dueSoonFrom]]): [string, Marker] => [
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
