import {isHash} from './content-hash.js';
import {type CivilDate, type Interval, parseCivilDate} from './dates.js';
import {FactReader, type Placed} from './fact-reader.js';
import type {Finding} from './findings.js';
import type {HandbookSettings, Policy} from './handbook-file.js';
import type {Owners} from './owners.js';
import {textOf, valueAt, type YamlEntry, type YamlTree} from './yaml-tree.js';

export type {Placed} from './fact-reader.js';

/** What a page is; decides which sections it should have. */
export const PAGE_TYPES = [
  'runbook',
  'alert',
  'troubleshooting',
  'checklist',
  'postmortem',
  'guide',
  'reference',
  'architecture',
  'decision',
] as const;
/** One of the types. */
export type PageType = (typeof PAGE_TYPES)[number];

/** Where a page stands in its life. */
export const PAGE_STATUSES = ['draft', 'in-review', 'published', 'deprecated'] as const;
/** One of the statuses. */
export type PageStatus = (typeof PAGE_STATUSES)[number];

/** The text that a review found, as `handbook:review` wrote it down. */
export interface ReviewedContent {
  /** The review it belongs to. */
  on: CivilDate;
  hash: string;
}

/** What a page says of itself, after its policy, checked. */
export interface PageFacts {
  type?: PageType;
  tier?: number;
  severity?: string;
  status: PageStatus;
  owner?: string;
  /** A chat channel in place of an owner (`owner_slack`, as UK government pages have it). */
  ownerChat?: string;
  lastReviewedOn?: CivilDate;
  reviewIn?: Interval;
  reviewBy?: CivilDate;
  reviewedBy: string[];
  reviewedContent?: ReviewedContent;
  /** Fingerprints of what the page watches, by its name in `watches`, as the review found them. */
  reviewedSources?: ReadonlyMap<string, string>;
  /** Why it was reviewed together with many others. */
  bulkReview?: string;
  /** Line of the page's file that holds the review date. */
  reviewLine?: number;
  lastTestedOn?: CivilDate;
  testIn?: Interval;
  testedBy: string[];
  /** The alerts it answers, or that its headings are alerts; undefined where the page says nothing of it. */
  alerts?: Placed[] | 'headings';
  services: string[];
  related: Placed[];
  /** What the page describes: paths, globs, `openapi:<id>`. */
  watches: Placed[];
  /** Of a post-mortem: the day of the incident, and the pages that were used in it. */
  incidentDate?: CivilDate;
  runbooks: Placed[];
  quickReference?: YamlTree;
}

/** What facts are checked against. */
export interface FactsContext {
  source: string;
  asOf: CivilDate;
  settings: HandbookSettings;
  /** Undefined where the handbook has no `owners.yml`: then any owner is taken at its word. */
  owners?: Owners;
  ownersSource: string;
  handbookSource: string;
  policy?: Policy;
  /** Facts from a comment in the page's text, as front matter under `freshness` would hold them. */
  comment?: readonly YamlEntry[];
}

/**
 * Reads a page's facts from its front matter and its policy (the page wins, key by key).
 *
 * @param tree the front matter, or undefined for a page without
 * @returns the facts that hold, and a finding for each value that is not what its key expects; such a value
 *   counts as not given
 */
export function readFacts(
  tree: YamlTree | undefined,
  context: FactsContext,
): {facts: PageFacts; findings: Finding[]} {
  const own = tree?.kind === 'map' ? tree.entries : [];
  const freshness = valueAt(tree, 'freshness');
  // The spellings of other houses are the same facts: see the contract's list of keys "also read".
  const elsewhere = [...(freshness?.kind === 'map' ? freshness.entries : []), ...(context.comment ?? [])];
  const reader = new FactReader({
    source: context.source,
    handbookSource: context.handbookSource,
    asOf: context.asOf,
    own: [
      ...own,
      ...renamed(own, 'last_reviewed', 'last_reviewed_on'),
      ...renamed(elsewhere, 'reviewed', 'last_reviewed_on'),
      ...renamed(elsewhere, 'owner', 'owner'),
    ],
    inherited: context.policy?.defaults ?? [],
  });
  const texts = (key: string) => reader.list(key).map(({text}) => text);
  const type = reader.oneOf('type', PAGE_TYPES);
  const lastReviewedOn = reader.date('last_reviewed_on');
  const reviewedContent = readReviewedContent(reader, lastReviewedOn);

  return {
    facts: {
      type,
      tier: readTier(reader, context),
      severity: readSeverity(reader, context),
      status: reader.oneOf('status', PAGE_STATUSES) ?? 'published',
      owner: readOwner(reader, context),
      ownerChat: reader.text('owner_slack')?.text,
      lastReviewedOn,
      reviewIn: reader.interval('review_in'),
      reviewBy: reader.date('review_by', {mayBeFuture: true}),
      reviewedBy: texts('reviewed_by'),
      reviewedContent: reviewedContent === 'of another review' ? undefined : reviewedContent,
      reviewedSources: reviewedContent === 'of another review' ? undefined : readReviewedSources(reader),
      bulkReview: reader.text('bulk_review')?.text,
      reviewLine: reader.lineOf('last_reviewed_on'),
      lastTestedOn: reader.date('last_tested_on'),
      testIn: reader.interval('test_in'),
      testedBy: texts('tested_by'),
      alerts: readAlerts(reader),
      services: texts('services'),
      related: reader.list('related'),
      watches: reader.list('watches'),
      ...(type === 'postmortem'
        ? {incidentDate: readIncidentDate(reader), runbooks: reader.list('runbooks')}
        : {runbooks: []}),
      quickReference: valueAt(tree, 'quick_reference'),
    },
    findings: reader.findings,
  };
}

// An empty list is a word, too: no alert leads here.
function readAlerts(reader: FactReader): PageFacts['alerts'] {
  const tree = reader.tree('alerts');
  if (!tree || (tree.kind === 'text' && textOf(tree) === undefined)) return undefined;
  if (textOf(tree)?.toLowerCase() === 'headings') return 'headings';
  return reader.list('alerts');
}

function readTier(reader: FactReader, {settings, handbookSource}: FactsContext): number | undefined {
  const found = reader.text('tier');
  if (!found) return undefined;
  const ids = settings.tiers.map(({id}) => id);
  const match = ids.find((id) => String(id) === found.text);
  if (match === undefined) {
    reader.report(
      'tier-unknown',
      'error',
      found,
      `tier: "${found.text}" does not exist. Expected one of ${ids.join(', ')}`,
      `Write one of them, or name the tier under "tiers" in ${handbookSource}.`,
    );
  }
  return match;
}

function readSeverity(reader: FactReader, {settings, handbookSource}: FactsContext): string | undefined {
  const found = reader.text('severity');
  const ids = settings.severities.map(({id}) => id);
  if (!found || ids.length === 0) return found?.text;
  const match = ids.find((id) => id.toLowerCase() === found.text.toLowerCase());
  if (match === undefined) {
    reader.report(
      'severity-unknown',
      'error',
      found,
      `severity: "${found.text}" does not exist. Expected one of ${ids.join(', ')}`,
      `Write one of them, or name the severity under "severities" in ${handbookSource}.`,
    );
  }
  return match;
}

function readOwner(reader: FactReader, {owners, ownersSource}: FactsContext): string | undefined {
  const found = reader.text('owner');
  if (!found || !owners || owners.has(found.text)) return found?.text;
  reader.report(
    'owner-unknown',
    'error',
    found,
    `owner: "${found.text}" is not an owner. Expected one of ${[...owners.keys()].join(', ')}`,
    `Add "${found.text}" to ${ownersSource}, or name an owner who is there.`,
  );
  return undefined;
}

// A date that was changed by hand leaves behind what was written down for the review before; it says nothing of
// the text that this review found.
function readReviewedContent(
  reader: FactReader,
  lastReviewedOn: CivilDate | undefined,
): ReviewedContent | 'of another review' | undefined {
  const found = reader.text('reviewed_content');
  if (!found) return undefined;
  const [day = '', hash = ''] = found.text.split(/\s+/);
  const parsed = parseCivilDate(day);
  if ('problem' in parsed || !isHash(hash)) {
    reader.report(
      'review-hash-invalid',
      'error',
      found,
      `reviewed_content: "${found.text}" is not what handbook:review writes. Expected a date and a sha256`,
      'Run handbook:review for this page, or take the line away.',
    );
    return undefined;
  }
  if (lastReviewedOn === undefined || parsed.date === lastReviewedOn) return {on: parsed.date, hash};
  reader.report(
    'review-by-hand',
    'warning',
    found,
    `reviewed_content belongs to the review of ${parsed.date}, and last_reviewed_on is ${lastReviewedOn}. What changed since then cannot be told`,
    'Run handbook:review for this page, or take reviewed_content and reviewed_sources away.',
  );
  return 'of another review';
}

function readReviewedSources(reader: FactReader): ReadonlyMap<string, string> {
  const entries = reader.map('reviewed_sources').filter((entry) => {
    if (isHash(entry.text)) return true;
    reader.report(
      'review-hash-invalid',
      'error',
      entry,
      `reviewed_sources: "${entry.name}: ${entry.text}" is not what handbook:review writes. Expected a sha256`,
      'Run handbook:review for this page, or take the line away.',
    );
    return false;
  });
  return new Map(entries.map(({name, text}) => [name, text]));
}

// `started_at` is a moment; its first ten characters are the day.
function readIncidentDate(reader: FactReader): CivilDate | undefined {
  const key = reader.tree('incident_date') ? 'incident_date' : 'started_at';
  const date = reader.date(key, {isMoment: key === 'started_at'});
  const runbooks = reader.list('runbooks')[0];
  if (date === undefined && runbooks && !reader.tree(key)) {
    reader.report(
      'incident-undated',
      'warning',
      runbooks,
      'runbooks names pages that were used in the incident, and no key says when that was',
      'Write the day as incident_date: 2026-11-20.',
    );
  }
  return date;
}

function renamed(entries: readonly YamlEntry[], from: string, to: string): YamlEntry[] {
  return entries.filter(({key}) => key === from).map((entry) => ({...entry, key: to}));
}
