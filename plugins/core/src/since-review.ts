import {compareText} from './compare-text.js';
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
export type Incidents = ReadonlyMap<string, readonly Incident[]>;

/**
 * Gathers from the post-mortems which pages were used in which incident. A page that was used is so in every version
 * of the docs; the post-mortem that is named is that of the page's own version where there is one.
 */
export function gatherIncidents<T extends ReadPage>(pages: readonly T[], relations: Relations<T>): Incidents {
  const usedIn = new Map<string, Map<string, T[]>>();
  for (const postMortem of pages) {
    if (postMortem.facts.incidentDate === undefined) continue;
    for (const {text} of postMortem.facts.runbooks) {
      const page = relations.find(postMortem, text);
      if (!page) continue;
      const byPostMortem = usedIn.get(page.id) ?? new Map<string, T[]>();
      byPostMortem.set(postMortem.id, [...(byPostMortem.get(postMortem.id) ?? []), postMortem]);
      usedIn.set(page.id, byPostMortem);
    }
  }
  return new Map(
    pages.map((page) => {
      const incidents = [...(usedIn.get(page.id)?.values() ?? [])].flatMap((copies): Incident[] => {
        const told = copies.find(({version}) => version === page.version) ?? copies[0];
        const on = told?.facts.incidentDate;
        if (!told || on === undefined) return [];
        return [{kind: 'incident', title: told.title, permalink: told.permalink, on}];
      });
      return [page.source, incidents.sort((a, b) => compareText(b.on, a.on))];
    }),
  );
}

type Incident = Extract<Cause, {kind: 'incident'}>;

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
  const findings = forgotten(page);
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

// What a review wrote down and nothing is compared with, or the other way round, would be silence in place of a reason.
function forgotten({source, facts}: ReadPage): Finding[] {
  const {reviewedSources, reviewedContent, reviewLine = 1, watches} = facts;
  const names = new Set(watches.map(({text}) => text));
  const noLonger = [...(reviewedSources?.keys() ?? [])].filter((name) => !names.has(name));
  const notYet = reviewedContent ? watches.filter(({text}) => !reviewedSources?.has(text)) : [];
  const hint = 'Run handbook:review for this page.';
  return [
    ...noLonger.map((name) => ({
      rule: 'watch-forgotten',
      level: 'warning' as const,
      source,
      line: reviewLine,
      message: `reviewed_sources names "${name}", which the page no longer watches. A change there is not seen`,
      hint,
    })),
    ...notYet.map(({text, line}) => ({
      rule: 'watch-unreviewed',
      level: 'warning' as const,
      source,
      line,
      message: `watches: "${text}" came after the last review, which has not written down how it was`,
      hint,
    })),
  ];
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
