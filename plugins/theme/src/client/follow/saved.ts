/** A step that is done: when, and what was noted of it. */
export interface Tick {
  /** Milliseconds since 1970. */
  at: number;
  /** The step's first words, to speak of it once it is gone from the page. */
  name: string;
  note?: string;
}

/** What is remembered of a page between visits, in this browser alone. */
export interface Saved {
  /** When something was last changed. */
  touched: number;
  /** What blanks are filled with, by key. Never a secret. */
  values: Record<string, string>;
  /** Ticks by the name of the step; `false` for one that its author ticked and the reader did not find done. */
  ticks: Record<string, Tick | false>;
  startedAt?: number;
  finished?: {at: number; check: string};
  /** Steps that were ticked and are not on the page as they were, until the reader says to have seen it. */
  changed: readonly string[];
}

export const NOTHING: Saved = {touched: 0, values: {}, ticks: {}, changed: []};

/** How long values are kept. Whoever comes later has another incident, and commands must not speak of the last one. */
const VALUES_HOLD = 12 * 60 * 60 * 1000;

const PREFIX = 'opsbinder:';

/** The name under which a page is remembered: its address without the slash at its end. */
export function storageKey(path: string): string {
  return PREFIX + (path.replace(/\/+$/, '') || '/');
}

/** What is remembered under a name. Whatever else stands there counts as nothing; it throws where storage is off. */
export function readSaved(key: string, now: number): Saved {
  const saved = parse(localStorage.getItem(key));
  const isOld = now - saved.touched > VALUES_HOLD;
  return isOld ? {...saved, values: {}} : saved;
}

/** @throws where storage is full or off */
export function writeSaved(key: string, saved: Saved): void {
  const {startedAt, values, ticks, changed} = saved;
  if (startedAt === undefined && [values, ticks, changed].every(isEmpty)) {
    localStorage.removeItem(key);
  } else localStorage.setItem(key, JSON.stringify(saved));
}

/** Takes away what is remembered, where it can be: also where storage is full and takes nothing new. */
export function forgetSaved(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Where storage is off, nothing is remembered.
  }
}

function isEmpty(record: object): boolean {
  return Object.keys(record).length === 0;
}

// Anybody can write there: an older version of this page, another program of the same host, a curious hand.
function parse(text: string | null): Saved {
  let value: unknown;
  try {
    value = JSON.parse(text ?? '');
  } catch {
    return NOTHING;
  }
  if (!isRecord(value)) return NOTHING;
  const {finished} = value;
  return {
    touched: timeOf(value.touched) ?? 0,
    values: entriesOf(value.values, (item) => (typeof item === 'string' ? item : undefined)),
    ticks: entriesOf(value.ticks, tickOf),
    startedAt: timeOf(value.startedAt),
    changed: Array.isArray(value.changed) ? value.changed.filter((name) => typeof name === 'string') : [],
    finished:
      isRecord(finished) && timeOf(finished.at) !== undefined && typeof finished.check === 'string'
        ? {at: timeOf(finished.at) as number, check: finished.check}
        : undefined,
  };
}

function tickOf(value: unknown): Tick | false | undefined {
  if (value === false) return false;
  if (!isRecord(value)) return undefined;
  const at = timeOf(value.at);
  if (at === undefined || typeof value.name !== 'string') return undefined;
  return {at, name: value.name, ...(typeof value.note === 'string' && {note: value.note})};
}

function entriesOf<T>(value: unknown, read: (item: unknown) => T | undefined): Record<string, T> {
  if (!isRecord(value)) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => {
      const kept = read(item);
      return kept === undefined ? [] : [[key, kept]];
    }),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// A time that no clock shows would break everything that writes times.
function timeOf(value: unknown): number | undefined {
  return typeof value === 'number' && value > 0 && value < 8.64e15 ? value : undefined;
}
