import {compareFindings, type Finding} from './findings.js';
import {type Freshness, nextTransition} from './freshness.js';
import {summarizeFreshness} from './freshness-summary.js';
import type {Handbook, HandbookPage} from './handbook.js';

/** The name and version of the file's schema. */
export const DOCS_HEALTH_SCHEMA = 'opsbinder/docs-health/1';

/**
 * What `docs-health.json` holds: all that is known of the handbook on one day. What is not known is null.
 *
 * @param handbook the handbook
 * @param commit the revision it was built from, or null where there is none
 * @param furtherFindings findings from outside the model, such as those of the API description
 */
export function docsHealth(
  handbook: Handbook,
  commit: string | null,
  furtherFindings: readonly Finding[] = [],
) {
  const transitions = handbook.pages
    .flatMap(({freshness, testing}) => [freshness, testing])
    .flatMap((judged) => nextTransition(judged) ?? [])
    .sort();
  return {
    schema: DOCS_HEALTH_SCHEMA,
    asOf: handbook.asOf,
    commit,
    nextTransitionOn: transitions[0] ?? null,
    summary: summarizeFreshness(handbook.pages.map(({freshness}) => freshness.state)),
    documents: handbook.pages.map(documentHealth),
    findings: [...handbook.findings, ...furtherFindings].sort(compareFindings),
    plan: [],
  };
}

function documentHealth(page: HandbookPage) {
  const {facts, freshness, testing} = page;
  const {sections, missing, steps, commands, placeholders} = page.anatomy;
  return {
    id: page.id,
    source: page.source,
    permalink: page.permalink,
    title: page.title,
    type: facts.type ?? null,
    tier: facts.tier ?? null,
    severity: facts.severity ?? null,
    owner: facts.owner ?? null,
    status: facts.status,
    freshness: {
      state: freshness.state,
      reasons: freshness.reasons,
      lastReviewedOn: facts.lastReviewedOn ?? null,
      reviewBy: dueBy(freshness),
    },
    testing: {
      state: testing.state,
      reasons: testing.reasons,
      lastTestedOn: facts.lastTestedOn ?? null,
      testBy: dueBy(testing),
      testedBy: facts.testedBy,
    },
    anatomy: {sections, missing, steps, commands, placeholders},
  };
}

function dueBy(judged: Freshness): string | null {
  return judged.dueBy ?? null;
}
