import type {PageFacts} from './facts.js';
import type {Finding} from './findings.js';
import type {Freshness} from './freshness.js';

/** What is looked at of a page. */
interface ReviewedPage {
  source: string;
  version: string;
  facts: PageFacts;
  freshness: Freshness;
}

/**
 * Finds reviews that were probably none: more pages than anybody reads in a day, with the same date and the same
 * reviewer. Pages that were edited since do not count, for their state says so already.
 *
 * @param limit how many pages may share a review
 * @returns a warning for each such day and reviewer, at the first of its pages
 */
export function findBulkReviews(pages: readonly ReviewedPage[], limit: number): Finding[] {
  const groups = new Map<string, ReviewedPage[]>();
  for (const page of pages) {
    const {lastReviewedOn, reviewedBy} = page.facts;
    const isEdited = page.freshness.causes?.some(({kind}) => kind === 'edited') ?? false;
    if (lastReviewedOn === undefined || page.freshness.exempt !== undefined || isEdited) continue;
    const key = JSON.stringify([page.version, lastReviewedOn, [...reviewedBy].sort()]);
    groups.set(key, [...(groups.get(key) ?? []), page]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first && group.length > limit ? [bulkReview(first, group, limit)] : [];
  });
}

function bulkReview(first: ReviewedPage, group: readonly ReviewedPage[], limit: number): Finding {
  const {lastReviewedOn, reviewedBy, reviewLine} = first.facts;
  const who = reviewedBy.length > 0 ? `by ${reviewedBy.join(', ')}` : 'by nobody who is named';
  const why = [...new Set(group.flatMap(({facts}) => facts.bulkReview ?? []))];
  const given = why.length > 0 ? `. Reason given: ${why.join('; ')}` : '';
  return {
    rule: 'bulk-review',
    level: 'warning',
    source: first.source,
    line: reviewLine ?? 1,
    message: `${group.length} pages were reviewed on ${lastReviewedOn} ${who}, this one first. Expected at most ${limit} in a day${given}`,
    hint: 'Review them one by one, on days of their own; review_by spreads what is due.',
  };
}
