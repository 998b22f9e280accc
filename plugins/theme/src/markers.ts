import fs from 'node:fs';
import path from 'node:path';
import type {HtmlTags, LoadContext} from '@docusaurus/types';
import {generate} from '@docusaurus/utils';
import {cssString} from '@opsbinder/core/browser';

// The freshness plugin writes it; the client side imports it, so it has to be there without that plugin, too.
const FILE = path.join('opsbinder', 'markers.json');

/** The words for states that can be marked, as `stateWord` has them on the client side. */
export const MARK_WORDS: Readonly<Record<string, {id: string; message: string}>> = {
  overdue: {id: 'opsbinder.freshness.overdue', message: 'Overdue'},
  'due-soon': {id: 'opsbinder.freshness.dueSoon', message: 'Due soon'},
  unknown: {id: 'opsbinder.freshness.unknown', message: 'Not reviewed'},
};

/** Writes that nothing is marked. Whatever an earlier build has left must not show: its plugin may be gone. */
export function writeNoMarkers({generatedFilesDir}: Pick<LoadContext, 'generatedFilesDir'>): Promise<void> {
  return generate(generatedFilesDir, FILE, '[]');
}

/**
 * What the head of every page must hold for marks to have words: style sheets know no translations.
 *
 * @returns a style element with a variable for each state that this site marks; undefined where it marks none
 */
export function markWords({
  generatedFilesDir,
  codeTranslations,
}: Pick<LoadContext, 'generatedFilesDir' | 'codeTranslations'>): HtmlTags | undefined {
  const markers: {states: string[]}[] = JSON.parse(
    fs.readFileSync(path.join(generatedFilesDir, FILE), 'utf8'),
  );
  const states = new Set(markers.flatMap((instance) => instance.states));
  const variables = Object.entries(MARK_WORDS)
    .filter(([state]) => states.has(state))
    .map(
      ([state, {id, message}]) => `--opsbinder-word-${state}:${cssString(codeTranslations[id] ?? message)}`,
    );
  if (variables.length === 0) return undefined;
  return [{tagName: 'style', innerHTML: `:root{${variables.join(';')}}`}];
}
