import type {Freshness, FreshnessState, Markers} from '@opsbinder/core';
import {fromMarker} from '../pages/summary.js';

/** A page that is marked, or will be one day. */
export interface MarkedPage {
  freshness: Freshness;
  states: readonly FreshnessState[];
}

/** All pages that can be marked, by their path as `pathOf` gives it. */
export function readMarkers(markers: readonly Markers[]): Map<string, MarkedPage> {
  return new Map(
    markers.flatMap(({states, pages}) =>
      Object.entries(pages).map(([permalink, marker]): [string, MarkedPage] => [
        pathOf(permalink),
        {states, freshness: fromMarker(marker)},
      ]),
    ),
  );
}

/** The page that a link leads to: without a part of it, and with or without a slash at its end the same. */
export function pathOf(href: string): string {
  return href.replace(/[?#].*$/, '').replace(/(.)\/$/, '$1');
}
