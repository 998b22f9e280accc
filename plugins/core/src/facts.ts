import {dateHint, dateMessage} from './date-mistakes.js';
import {addDays, type CivilDate, type Interval, parseCivilDate, parseInterval} from './dates.js';
import type {Finding} from './findings.js';
import type {HandbookSettings, Policy} from './handbook-file.js';
import type {Owners} from './owners.js';
import {
  describeTree,
  isNothing,
  textOf,
  textsOf,
  valueAt,
  type YamlEntry,
  type YamlTree,
} from './yaml-tree.js';

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
export type PageType = (typeof PAGE_TYPES)[number];

/** Where a page stands in its life. */
export const PAGE_STATUSES = ['draft', 'in-review', 'published', 'deprecated'] as const;
export type PageStatus = (typeof PAGE_STATUSES)[number];

/** A text from front matter with the line it stands on. */
export interface Placed {
  text: string;
  line: number;
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
  lastTestedOn?: CivilDate;
  testIn?: Interval;
  testedBy: string[];
  alerts: string[];
  services: string[];
  related: Placed[];
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
  const findings: Finding[] = [];
  const report = (
    rule: string,
    level: Finding['level'],
    at: {line: number},
    message: string,
    hint: string,
  ) => {
    findings.push({rule, level, source: context.source, line: at.line, message, hint});
  };
  const own = tree?.kind === 'map' ? tree.entries : [];
  const inherited = context.policy?.defaults ?? [];

  // The spellings of other houses are the same facts: see the contract's list of keys "also read".
  const freshness = own.find(({key}) => key === 'freshness')?.value;
  const aliases: YamlEntry[] = [
    ...renamed(own, 'last_reviewed', 'last_reviewed_on'),
    ...(freshness?.kind === 'map'
      ? [
          ...renamed(freshness.entries, 'reviewed', 'last_reviewed_on'),
          ...renamed(freshness.entries, 'owner', 'owner'),
        ]
      : []),
  ];
  const lookUp = (key: string): {entry: YamlEntry; fromPolicy: boolean} | undefined => {
    const entry = [...own, ...aliases].find((candidate) => candidate.key === key);
    if (entry) return {entry, fromPolicy: false};
    const policy = inherited.find((candidate) => candidate.key === key);
    return policy && {entry: policy, fromPolicy: true};
  };

  // A mistake in a policy is a mistake of handbook.yml, wherever it applies.
  const reportAt = (fromPolicy: boolean, ...[rule, level, at, message, hint]: Parameters<typeof report>) => {
    if (fromPolicy)
      findings.push({rule, level, source: context.handbookSource, line: at.line, message, hint});
    else report(rule, level, at, message, hint);
  };

  const scalar = (key: string) => {
    const found = lookUp(key);
    if (!found) return undefined;
    const {value, line} = found.entry;
    if (value.kind !== 'text') {
      reportAt(
        found.fromPolicy,
        'value-unexpected',
        'error',
        {line},
        `${key} is ${describeTree(value)}. Expected one value`,
        `Write "${key}: value" on one line.`,
      );
      return undefined;
    }
    const text = textOf(value);
    return text === undefined ? undefined : {text, line, fromPolicy: found.fromPolicy};
  };

  const date = (key: string, mayBeFuture: boolean): CivilDate | undefined => {
    const found = lookUp(key);
    if (!found) return undefined;
    const {value, line} = found.entry;
    if (value.kind === 'text' && isNothing(value.text.trim())) {
      report(
        'date-empty',
        'warning',
        {line},
        `${key} has no value`,
        `Write the day as ${key}: ${context.asOf}, or take the line away.`,
      );
      return undefined;
    }
    const text = value.kind === 'text' ? value.text.trim() : '';
    const parsed = parseCivilDate(text);
    if ('problem' in parsed) {
      const {rule, message} = dateMessage(parsed.problem, key, describeTree(value));
      report(rule, 'error', {line}, message, dateHint(parsed.problem, text, key));
      return undefined;
    }
    // One day of grace: it may be tomorrow already where the author sits.
    if (!mayBeFuture && parsed.date > addDays(context.asOf, 1)) {
      report(
        'date-future',
        'error',
        {line},
        `${key}: "${parsed.date}" lies after ${context.asOf}, the day of this build. Expected a day on which it was done`,
        key === 'last_reviewed_on'
          ? 'Write the day of the last real review. To set when the next is due, use review_by.'
          : 'Write the day on which it really happened.',
      );
      return undefined;
    }
    return parsed.date;
  };

  const interval = (key: string): Interval | undefined => {
    const found = scalar(key);
    if (!found) return undefined;
    const parsed = parseInterval(found.text);
    if (!parsed) {
      reportAt(
        found.fromPolicy,
        'interval-invalid',
        'error',
        found,
        `${key}: "${found.text}" is no length of time. Expected such as 90 days, 6 weeks, 3 months, 1 year or never`,
        `Write ${key}: 3 months.`,
      );
    }
    return parsed;
  };

  const oneOf = <T extends string>(key: string, allowed: readonly T[]): T | undefined => {
    const found = scalar(key);
    if (!found) return undefined;
    const value = found.text.toLowerCase();
    const match = allowed.find((candidate) => candidate === value);
    // Other tools use these keys for things of their own, so a stranger's value is no reason to stop.
    if (!match) {
      reportAt(
        found.fromPolicy,
        `${key}-unknown`,
        'warning',
        found,
        `${key}: "${found.text}" is not known. Expected one of ${allowed.join(', ')}`,
        `Write one of them, or take the line away.`,
      );
    }
    return match;
  };

  const list = (key: string) => {
    const found = lookUp(key);
    const value = found?.entry.value;
    for (const item of value?.kind === 'list' ? value.items : value ? [value] : []) {
      if (item.kind === 'text') continue;
      report(
        'value-unexpected',
        'error',
        item,
        `${key} holds ${describeTree(item)}. Expected texts`,
        `Write "${key}: [one, two]", or each on a line of its own after "- ".`,
      );
    }
    return textsOf(value);
  };

  const tier = (() => {
    const found = scalar('tier');
    if (!found) return undefined;
    const ids = context.settings.tiers.map(({id}) => id);
    const match = ids.find((id) => String(id) === found.text);
    if (match === undefined) {
      reportAt(
        found.fromPolicy,
        'tier-unknown',
        'error',
        found,
        `tier: "${found.text}" does not exist. Expected one of ${ids.join(', ')}`,
        `Write one of them, or name the tier under "tiers" in ${context.handbookSource}.`,
      );
    }
    return match;
  })();

  const severity = (() => {
    const found = scalar('severity');
    const ids = context.settings.severities.map(({id}) => id);
    if (!found || ids.length === 0) return found?.text;
    const match = ids.find((id) => id.toLowerCase() === found.text.toLowerCase());
    if (match === undefined) {
      reportAt(
        found.fromPolicy,
        'severity-unknown',
        'error',
        found,
        `severity: "${found.text}" does not exist. Expected one of ${ids.join(', ')}`,
        `Write one of them, or name the severity under "severities" in ${context.handbookSource}.`,
      );
    }
    return match;
  })();

  const owner = (() => {
    const found = scalar('owner');
    if (!found || !context.owners) return found?.text;
    if (context.owners.has(found.text)) return found.text;
    reportAt(
      found.fromPolicy,
      'owner-unknown',
      'error',
      found,
      `owner: "${found.text}" is not an owner. Expected one of ${[...context.owners.keys()].join(', ')}`,
      `Add "${found.text}" to ${context.ownersSource}, or name an owner who is there.`,
    );
    return undefined;
  })();

  return {
    facts: {
      type: oneOf('type', PAGE_TYPES),
      tier,
      severity,
      status: oneOf('status', PAGE_STATUSES) ?? 'published',
      owner,
      ownerChat: scalar('owner_slack')?.text,
      lastReviewedOn: date('last_reviewed_on', false),
      reviewIn: interval('review_in'),
      reviewBy: date('review_by', true),
      reviewedBy: list('reviewed_by').map(({text}) => text),
      lastTestedOn: date('last_tested_on', false),
      testIn: interval('test_in'),
      testedBy: list('tested_by').map(({text}) => text),
      alerts: list('alerts').map(({text}) => text),
      services: list('services').map(({text}) => text),
      related: list('related'),
      quickReference: valueAt(tree, 'quick_reference'),
    },
    findings,
  };
}

function renamed(entries: readonly YamlEntry[], from: string, to: string): YamlEntry[] {
  return entries.filter(({key}) => key === from).map((entry) => ({...entry, key: to}));
}
