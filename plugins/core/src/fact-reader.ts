import {dateHint, dateMessage} from './date-mistakes.js';
import {addDays, type CivilDate, type Interval, parseCivilDate, parseInterval} from './dates.js';
import type {Finding} from './findings.js';
import {
  describeTree,
  isNothing,
  textOf,
  textsOf,
  valueAt,
  type YamlEntry,
  type YamlTree,
} from './yaml-tree.js';

/** A text from front matter with the line it stands on. */
export interface Placed {
  text: string;
  line: number;
}

/** Where the values of a page's keys stand. */
export interface FactPlaces {
  /** The page's file, and the file that the policies are from, for findings. */
  source: string;
  handbookSource: string;
  asOf: CivilDate;
  /** The page's own entries, strongest first. */
  own: readonly YamlEntry[];
  /** Those of its policy. */
  inherited: readonly YamlEntry[];
}

/** A value and whether it comes from a policy. */
export type Found = Placed & {fromPolicy: boolean};

/**
 * Reads the values of keys as what they are meant to be. A value that is something else counts as not given, and
 * is a finding.
 */
export class FactReader {
  readonly findings: Finding[] = [];

  constructor(private readonly places: FactPlaces) {}

  /** The value of a key as it stands there. */
  tree(key: string): YamlTree | undefined {
    return this.lookUp(key)?.entry.value;
  }

  /** The line of the page's file on which a key stands; undefined where the page itself does not have it. */
  lineOf(key: string): number | undefined {
    return this.places.own.find((entry) => entry.key === key)?.line;
  }

  /** One text. */
  text(key: string): Found | undefined {
    const found = this.lookUp(key);
    if (!found) return undefined;
    const {value, line} = found.entry;
    if (value.kind !== 'text') {
      this.report(
        'value-unexpected',
        'error',
        {line, fromPolicy: found.fromPolicy},
        `${key} is ${describeTree(value)}. Expected one value`,
        `Write "${key}: value" on one line.`,
      );
      return undefined;
    }
    const text = textOf(value);
    return text === undefined ? undefined : {text, line, fromPolicy: found.fromPolicy};
  }

  /**
   * A day; of a moment, its day. Unless it may be one to come, a day later than tomorrow is a mistake.
   */
  date(key: string, {mayBeFuture = false, isMoment = false} = {}): CivilDate | undefined {
    const found = this.lookUp(key);
    if (!found) return undefined;
    const {value, line} = found.entry;
    const {asOf} = this.places;
    if (value.kind === 'text' && isNothing(value.text.trim())) {
      this.report(
        'date-empty',
        'warning',
        {line},
        `${key} has no value`,
        `Write the day as ${key}: ${asOf}, or take the line away.`,
      );
      return undefined;
    }
    const text = value.kind === 'text' ? value.text.trim() : '';
    const parsed = parseCivilDate(isMoment ? text.replace(/[T ].*$/, '') : text);
    if ('problem' in parsed) {
      const {rule, message} = dateMessage(parsed.problem, key, describeTree(value));
      this.report(rule, 'error', {line}, message, dateHint(parsed.problem, text, key));
      return undefined;
    }
    // One day of grace: it may be tomorrow already where the author sits.
    if (!mayBeFuture && parsed.date > addDays(asOf, 1)) {
      this.report(
        'date-future',
        'error',
        {line},
        `${key}: "${parsed.date}" lies after ${asOf}, the day of this build. Expected a day on which it was done`,
        key === 'last_reviewed_on'
          ? 'Write the day of the last real review. To set when the next is due, use review_by.'
          : 'Write the day on which it really happened.',
      );
      return undefined;
    }
    return parsed.date;
  }

  /** A length of time, or `never`. */
  interval(key: string): Interval | undefined {
    const found = this.text(key);
    if (!found) return undefined;
    const parsed = parseInterval(found.text);
    if (!parsed) {
      this.report(
        'interval-invalid',
        'error',
        found,
        `${key}: "${found.text}" is no length of time. Expected such as 90 days, 6 weeks, 3 months, 1 year or never`,
        `Write ${key}: 3 months.`,
      );
    }
    return parsed;
  }

  /** One of some words, in any case. */
  oneOf<T extends string>(key: string, allowed: readonly T[]): T | undefined {
    const found = this.text(key);
    if (!found) return undefined;
    const value = found.text.toLowerCase();
    const match = allowed.find((candidate) => candidate === value);
    // Other tools use these keys for things of their own, so a stranger's value is no reason to stop.
    if (!match) {
      this.report(
        `${key}-unknown`,
        'warning',
        found,
        `${key}: "${found.text}" is not known. Expected one of ${allowed.join(', ')}`,
        `Write one of them, or take the line away.`,
      );
    }
    return match;
  }

  /** Texts: one, or a list of them. */
  list(key: string): Placed[] {
    const value = this.tree(key);
    for (const item of value?.kind === 'list' ? value.items : value ? [value] : []) {
      if (item.kind === 'text') continue;
      this.report(
        'value-unexpected',
        'error',
        item,
        `${key} holds ${describeTree(item)}. Expected texts`,
        `Write "${key}: [one, two]", or each on a line of its own after "- ".`,
      );
    }
    return textsOf(value);
  }

  /** Texts by name. */
  map(key: string): {name: string; text: string; line: number}[] {
    const value = this.tree(key);
    if (!value || (value.kind === 'text' && textOf(value) === undefined)) return [];
    if (value.kind !== 'map') {
      this.report(
        'value-unexpected',
        'error',
        value,
        `${key} is ${describeTree(value)}. Expected a map`,
        `Write "${key}:" and "  name: value" below it, or take the line away.`,
      );
      return [];
    }
    return value.entries.flatMap(({key: name, line}) => {
      const text = textOf(valueAt(value, name));
      return text === undefined ? [] : [{name, text, line}];
    });
  }

  /** Adds a finding. A mistake in a policy is a mistake of handbook.yml, wherever it applies. */
  report(
    rule: string,
    level: Finding['level'],
    at: {line: number; fromPolicy?: boolean},
    message: string,
    hint: string,
  ): void {
    const {source, handbookSource} = this.places;
    this.findings.push({
      rule,
      level,
      source: at.fromPolicy ? handbookSource : source,
      line: at.line,
      message,
      hint,
    });
  }

  private lookUp(key: string): {entry: YamlEntry; fromPolicy: boolean} | undefined {
    const is = (candidate: YamlEntry) => candidate.key === key;
    const entry = this.places.own.find(is);
    if (entry) return {entry, fromPolicy: false};
    const policy = this.places.inherited.find(is);
    return policy && {entry: policy, fromPolicy: true};
  }
}
