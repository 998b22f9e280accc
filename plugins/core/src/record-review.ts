import {contentHash} from './content-hash.js';
import type {CivilDate} from './dates.js';
import type {PageFacts} from './facts.js';
import {setFreshnessComment} from './freshness-comment.js';
import {readFrontMatter} from './front-matter.js';
import {editFrontMatter, type FrontMatterChange} from './front-matter-edit.js';
import {valueAt, type YamlTree} from './yaml-tree.js';

/** What somebody attests. */
export interface Review {
  on: CivilDate;
  by: readonly string[];
  /** Whether they also followed the page, and it worked. */
  tested: boolean;
  /** Fingerprints of what the page watches, by name. */
  fingerprints: ReadonlyMap<string, string>;
  /** Why the page was reviewed together with many others. */
  bulk?: string;
}

/**
 * Writes a review into a page, and changes nothing else of it. The date goes where the page has it already, in
 * whichever spelling; a `review_by` that the review has met is taken out, since the page would stay overdue by it.
 *
 * @param text the whole file
 * @param facts what the page says of itself now
 * @returns the file with the review
 * @throws Error when the front matter does not parse, or another key would change with it
 */
export function recordReview(text: string, facts: PageFacts, review: Review): string {
  const tree = readFrontMatter(text, '').tree;
  const place = placeOfDate(text, tree);
  const dated = place === 'comment' ? (setFreshnessComment(text, review.on) ?? text) : text;
  const changes: FrontMatterChange[] = [
    ...(place === 'comment' ? [] : [{path: place, value: review.on}]),
    {
      path: ['reviewed_by'],
      value: people(review.by, valueAt(tree, 'reviewed_by')),
      after: place === 'comment' ? [] : [place[0] ?? ''],
    },
    {
      path: ['reviewed_content'],
      value: `${review.on} ${contentHash(text)}`,
      after: ['reviewed_by'],
    },
    {
      path: ['reviewed_sources'],
      value: review.fingerprints.size > 0 ? Object.fromEntries(review.fingerprints) : undefined,
      after: ['reviewed_content'],
    },
    {path: ['bulk_review'], value: review.bulk, after: ['reviewed_sources', 'reviewed_content']},
    ...(isMet(facts, review) ? [{path: ['review_by'], value: undefined}] : []),
    ...(review.tested
      ? [
          {path: ['last_tested_on'], value: review.on},
          {
            path: ['tested_by'],
            value: people(review.by, valueAt(tree, 'tested_by')),
            after: ['last_tested_on'],
          },
        ]
      : []),
  ];
  const reviewed = editFrontMatter(dated, changes);
  refuseSideEffects(tree, readFrontMatter(reviewed, '').tree, changes);
  return reviewed;
}

// A value with an anchor may be the value of other keys, too; a review must not attest what nobody meant.
function refuseSideEffects(
  before: YamlTree | undefined,
  after: YamlTree | undefined,
  changes: readonly FrontMatterChange[],
): void {
  const changed = new Set(changes.map(({path}) => path[0]));
  for (const {key, value} of before?.kind === 'map' ? before.entries : []) {
    if (changed.has(key) || valueText(value) === valueText(valueAt(after, key))) continue;
    throw new Error(
      `"${key}" would change with the review, since it refers to it with *. Write its value out`,
    );
  }
}

function valueText(tree: YamlTree | undefined): string {
  return JSON.stringify(tree, (name, value) => (name === 'line' ? undefined : value)) ?? '';
}

/** Whether a due date that the page sets outright lies no later than the review. */
export function isMet({reviewBy}: PageFacts, {on}: Pick<Review, 'on'>): boolean {
  return reviewBy !== undefined && reviewBy <= on;
}

// In the order in which the spellings are read.
function placeOfDate(text: string, tree: YamlTree | undefined): string[] | 'comment' {
  if (valueAt(tree, 'last_reviewed_on')) return ['last_reviewed_on'];
  if (valueAt(tree, 'last_reviewed')) return ['last_reviewed'];
  if (valueAt(valueAt(tree, 'freshness'), 'reviewed')) return ['freshness', 'reviewed'];
  return setFreshnessComment(text, '') === undefined ? ['last_reviewed_on'] : 'comment';
}

function people(by: readonly string[], present: YamlTree | undefined): string | readonly string[] {
  const [only] = by;
  return by.length === 1 && only !== undefined && present?.kind !== 'list' ? only : by;
}
