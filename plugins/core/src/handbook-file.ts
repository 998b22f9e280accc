import picomatch from 'picomatch';
import {addInterval, type CivilDate, parseCivilDate, parseInterval} from './dates.js';
import type {Finding} from './findings.js';
import {describeTree, parseYamlTree, textOf, valueAt, type YamlEntry, type YamlTree} from './yaml-tree.js';

/** How bad it is when a page is needed; the list is in order, worst first. */
export interface Severity {
  id: string;
  title?: string;
  /** As written: `15 minutes`. */
  respondIn?: string;
  resolveIn?: string;
}

/** When pages must exist. */
export interface Tier {
  id: number;
  title: string;
  /** The day by which the pages of the tier must stand; undefined while no launch date is set. */
  due?: CivilDate;
}

/** What holds for pages that do not say it themselves; texts as written, judged where they apply. */
export interface Policy {
  /** Glob over paths below the docs folder. */
  match: string;
  line: number;
  /** Front matter keys that the policy sets. */
  defaults: readonly YamlEntry[];
}

/** `handbook.yml`, read. */
export interface HandbookSettings {
  severities: readonly Severity[];
  tiers: readonly Tier[];
  launch?: CivilDate;
  policies: readonly Policy[];
}

/** The tiers where `handbook.yml` names none: the four of the handbook model. */
const DEFAULT_TIERS: readonly Tier[] = [
  {id: 0, title: 'Before first deploy'},
  {id: 1, title: 'First month'},
  {id: 2, title: 'First quarter'},
  {id: 3, title: 'Deferred'},
];

/** What holds without a `handbook.yml`. */
export const DEFAULT_SETTINGS: HandbookSettings = {severities: [], tiers: DEFAULT_TIERS, policies: []};

/**
 * Reads `handbook.yml`. What is missing in it has its default; what is wrong in it is a finding and counts
 * as missing.
 *
 * @param text the file's text
 * @param source its path relative to the site, for findings
 */
export function readHandbookSettings(
  text: string,
  source: string,
): {settings: HandbookSettings; findings: Finding[]} {
  const {tree, findings} = parseYamlTree(text, source);
  const problem = (at: {line: number}, message: string, hint: string) => {
    findings.push({rule: 'handbook-invalid', level: 'error', source, line: at.line, message, hint});
  };
  if (tree && tree.kind !== 'map' && (tree.kind === 'list' || textOf(tree) !== undefined)) {
    problem(
      tree,
      `The file is ${describeTree(tree)}. Expected a map`,
      `Write ${SETTINGS_KEYS.join(', ')} as keys.`,
    );
  }
  for (const {key, line} of tree?.kind === 'map' ? tree.entries : []) {
    if (SETTINGS_KEYS.includes(key)) continue;
    findings.push({
      rule: 'handbook-key-unknown',
      level: 'warning',
      source,
      line,
      message: `"${key}" means nothing here. Expected one of ${SETTINGS_KEYS.join(', ')}`,
      hint: 'Correct its spelling, or take it out.',
    });
  }
  const entriesOf = (key: string): YamlEntry[] => {
    const value = valueAt(tree, key);
    if (!value || value.kind === 'map') return value?.entries ?? [];
    if (textOf(value) !== undefined || value.kind === 'list') {
      problem(
        value,
        `${key} is ${describeTree(value)}. Expected a map`,
        `Write "${key}:" and its keys below it, indented.`,
      );
    }
    return [];
  };

  const launch = readDate(valueAt(tree, 'launch'), 'launch', problem);
  const severities = entriesOf('severities').map(({key, value}) => ({
    id: key,
    title: textOf(value) ?? textOf(valueAt(value, 'title')),
    respondIn: textOf(valueAt(value, 'respond_in')),
    resolveIn: textOf(valueAt(value, 'resolve_in')),
  }));
  const tiers = entriesOf('tiers').flatMap((entry) => {
    const id = Number(entry.key);
    if (!/^\d+$/.test(entry.key)) {
      problem(entry, `The tier "${entry.key}" is not a whole number`, 'Name tiers 0, 1, 2 and 3.');
      return [];
    }
    return [
      {
        id,
        title: textOf(entry.value) ?? textOf(valueAt(entry.value, 'title')) ?? `Tier ${id}`,
        due: readDue(valueAt(entry.value, 'due'), launch, problem),
      },
    ];
  });
  return {
    settings: {
      severities,
      tiers: tiers.length > 0 ? tiers.sort((a, b) => a.id - b.id) : DEFAULT_TIERS,
      launch,
      policies: readPolicies(valueAt(tree, 'policies'), problem),
    },
    findings,
  };
}

/** The first policy whose glob matches a path below the docs folder. */
export function policyFor(policies: readonly Policy[], path: string): Policy | undefined {
  return policies.find(({match}) => picomatch.isMatch(path, match, {dot: true}));
}

// What may hold for many pages at once. A review is a person's word about one page, so no date is among them.
const POLICY_KEYS: readonly string[] = [
  'type',
  'tier',
  'severity',
  'status',
  'owner',
  'review_in',
  'test_in',
];
const SETTINGS_KEYS: readonly string[] = ['severities', 'tiers', 'launch', 'policies', 'plan'];

type Problem = (at: {line: number}, message: string, hint: string) => void;

function readPolicies(tree: YamlTree | undefined, problem: Problem): Policy[] {
  if (!tree) return [];
  if (tree.kind !== 'list') {
    if (textOf(tree) !== undefined || tree.kind === 'map') {
      problem(
        tree,
        `policies is ${describeTree(tree)}. Expected a list`,
        'Write each policy as "  - {match: "runbooks/**", review_in: 1 month}".',
      );
    }
    return [];
  }
  return tree.items.flatMap((item) => {
    const match = textOf(valueAt(item, 'match'));
    if (item.kind !== 'map' || match === undefined) {
      problem(
        item,
        `A policy without "match"`,
        'Add match: with a path below the docs folder, such as "runbooks/**".',
      );
      return [];
    }
    const defaults = item.entries.filter(({key}) => key !== 'match');
    for (const {key, line} of defaults) {
      if (!POLICY_KEYS.includes(key)) {
        problem(
          {line},
          `A policy cannot set "${key}". Expected one of ${POLICY_KEYS.join(', ')}`,
          'Take it out; what a person attests stands on the page itself.',
        );
      }
    }
    return [{match, line: item.line, defaults: defaults.filter(({key}) => POLICY_KEYS.includes(key))}];
  });
}

function readDate(tree: YamlTree | undefined, key: string, problem: Problem): CivilDate | undefined {
  const text = textOf(tree);
  if (!tree || (text === undefined && tree.kind === 'text')) return undefined;
  const parsed = parseCivilDate(text ?? '');
  if ('date' in parsed) return parsed.date;
  problem(
    tree,
    `${key}: ${describeTree(tree)} is no date of the form YYYY-MM-DD`,
    'Write it like 2026-12-15.',
  );
  return undefined;
}

// `2026-12-15`, `launch` or `launch + 30 days`.
function readDue(
  tree: YamlTree | undefined,
  launch: CivilDate | undefined,
  problem: Problem,
): CivilDate | undefined {
  const text = textOf(tree);
  if (!tree || text === undefined) return undefined;
  const relative = /^launch(?:\s*\+\s*(.+))?$/i.exec(text);
  if (!relative) return readDate(tree, 'due', problem);
  if (relative[1] === undefined) return launch;
  const interval = parseInterval(relative[1]);
  if (!interval || interval === 'never') {
    problem(tree, `due: "${text}" is not understood`, 'Write a date, "launch" or "launch + 30 days".');
    return undefined;
  }
  return launch && addInterval(launch, interval);
}
