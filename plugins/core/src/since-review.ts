import {contentHash} from './content-hash.js';
import type {PageFacts} from './facts.js';
import type {Finding} from './findings.js';
import type {Cause} from './freshness.js';
import type {Relations, RelationTarget} from './relations.js';

/** A page before it is judged. */
export interface ReadPage extends RelationTarget {
  title: string;
  permalink: string;
  /** The file's text. */
  text: string;
  facts: PageFacts;
}

/**
 * The fingerprint of something that a page watches; undefined where there is nothing of that name.
 *
 * @param page the page that watches
 * @param name what it writes in `watches`
 */
export type WatchedHash = (page: {source: string}, name: string) => string | undefined;

/** The incidents in which pages were used, by the file of the page, the latest first. */
export type Incidents = ReadonlyMap<string, readonly Extract<Cause, {kind: 'incident'}>[]>;

/** Gathers from the post-mortems which pages were used in which incident. */
export function gatherIncidents<T extends ReadPage>(pages: readonly T[], relations: Relations<T>): Incidents {
  const incidents = new Map<string, Extract<Cause, {kind: 'incident'}>[]>();
  for (const postMortem of pages) {
    const {incidentDate: on, runbooks} = postMortem.facts;
    if (on === undefined) continue;
    const used = new Set(runbooks.flatMap(({text}) => relations.find(postMortem, text)?.source ?? []));
    for (const source of used) {
      const {title, permalink} = postMortem;
      incidents.set(source, [...(incidents.get(source) ?? []), {kind: 'incident', title, permalink, on}]);
    }
  }
  for (const list of incidents.values()) list.sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
  return incidents;
}

/**
 * What has happened to a page since its review, by what the review wrote down. A page without `reviewed_content`
 * or `reviewed_sources` simply has nothing to compare.
 *
 * @returns what takes the review back, incidents first; the fingerprints of what is watched, by name, as they are
 *   now; and a finding for each thing that is watched and not there
 */
export function sinceReview(
  page: ReadPage,
  incidents: Incidents,
  watchedHash: WatchedHash,
): {causes: Cause[]; fingerprints: ReadonlyMap<string, string>; findings: Finding[]} {
  const {lastReviewedOn, reviewedContent, reviewedSources, watches} = page.facts;
  const findings: Finding[] = [];
  const fingerprints = new Map<string, string>();
  const changed = watches.filter(({text, line}) => {
    const now = watchedHash(page, text);
    const then = reviewedSources?.get(text);
    if (now === undefined) findings.push(missing(page.source, text, line, then !== undefined));
    else fingerprints.set(text, now);
    return then !== undefined && now !== then;
  });
  if (lastReviewedOn === undefined) return {causes: [], fingerprints, findings};
  return {
    fingerprints,
    causes: [
      ...(incidents.get(page.source) ?? []).filter(({on}) => on > lastReviewedOn),
      ...changed.map(({text}): Cause => ({kind: 'source-changed', path: text})),
      ...(reviewedContent && reviewedContent.hash !== contentHash(page.text)
        ? [{kind: 'edited'} as const]
        : []),
    ],
    findings,
  };
}

// What was there at the review and is gone has changed, which the page's state says; a name that never led
// anywhere would let the page look fresh for ever.
function missing(source: string, name: string, line: number, wasThere: boolean): Finding {
  return {
    rule: 'watched-missing',
    level: wasThere ? 'warning' : 'error',
    source,
    line,
    message: `watches: "${name}" leads to no file. Expected a path or glob from the site's folder, one relative to this file that begins with ./ or ../, or openapi:<id>`,
    hint: wasThere
      ? 'It was there at the last review: correct the path, or take it away, and review the page.'
      : 'Correct the path, or take it away.',
  };
}
