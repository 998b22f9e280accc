import path from 'node:path';
import type {LoadContext} from '@docusaurus/types';
import {generate} from '@docusaurus/utils';
import type {Freshness, FreshnessState, Handbook, Marker, Markers} from '@opsbinder/core';
import type {AllContent} from '@opsbinder/handbook';

/** The states that can be marked where a page is only named, in sidebars and on cards. */
export const MARKABLE_STATES = ['overdue', 'due-soon', 'unknown'] as const;
/** One of them. */
export type MarkableState = (typeof MARKABLE_STATES)[number];

/** Gathers what sidebars and cards need to mark pages, next versions of pages included. */
export function gatherMarkers({pages}: Pick<Handbook, 'pages'>, states: readonly MarkableState[]): Markers {
  const marked = pages.flatMap(({permalink, freshness}): [string, Marker][] => {
    const marker = markedState(freshness, states);
    return marker ? [[permalink, marker]] : [];
  });
  return {states, pages: Object.fromEntries(marked)};
}

function markedState(
  {state, dueBy, dueSoonFrom}: Freshness,
  states: readonly MarkableState[],
): Marker | undefined {
  const marks = (candidate: FreshnessState) => states.some((marked) => marked === candidate);
  switch (state) {
    case 'fresh':
      if (marks('due-soon')) return [state, dueBy, dueSoonFrom];
      return marks('overdue') ? [state, dueBy] : undefined;
    case 'due-soon':
      return marks('due-soon') || marks('overdue') ? [state, dueBy] : undefined;
    case 'overdue':
    case 'unknown':
      return marks(state) ? [state] : undefined;
    case 'exempt':
      return undefined;
  }
}

// The theme imports the module under this name, and makes it an empty list before any plugin comes to write it.
const FILE = path.join('opsbinder', 'markers.json');

/** What the instances of this plugin have gathered in one load of the site. */
interface Gathered {
  byInstance: Map<string, Markers>;
  written: Promise<void>;
}

const gatheredIn = new WeakMap<AllContent, Gathered>();

/**
 * Writes the module from which the theme marks pages in sidebars and on cards. Every instance of the plugin adds
 * its pages to the same one.
 *
 * @param options the instance and the states to mark; without any, its pages are left out
 * @param allContent the argument of `allContentLoaded`, by which instances of one load are told from the next
 */
export function writeMarkers(
  handbook: Handbook,
  {id, markers: states}: {id: string; markers: readonly MarkableState[]},
  {context, allContent}: {context: LoadContext; allContent: AllContent},
): Promise<void> {
  const gathered = gatheredIn.get(allContent) ?? {byInstance: new Map(), written: Promise.resolve()};
  gatheredIn.set(allContent, gathered);
  if (states.length > 0) gathered.byInstance.set(id, gatherMarkers(handbook, states));
  // In the order of their ids, whoever came first: two builds of one site are the same.
  const all = [...gathered.byInstance].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, markers]) => markers);
  // One after another: instances load at the same time, and the last to write must be the one that knows all.
  gathered.written = gathered.written.then(() =>
    generate(context.generatedFilesDir, FILE, JSON.stringify(all)),
  );
  return gathered.written;
}
