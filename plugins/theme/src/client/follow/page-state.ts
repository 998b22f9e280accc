import {useLocation} from '@docusaurus/router';
import type {PageBlank} from '@opsbinder/core';
import {useSyncExternalStore} from 'react';
import {forgetSaved, NOTHING, readSaved, type Saved, storageKey, type Tick, writeSaved} from './saved.js';

/** The steps of a page, in order: name, first words, and 1 where its author has ticked it. */
export type StepList = readonly (readonly [id: string, name: string, wasDone?: 1])[];

/** What the parts of a page see of its state. A new object with every change. */
export interface Snapshot extends Saved {
  /** What blanks are filled with, secrets and defaults too. */
  filled: Readonly<Record<string, string>>;
  blanks: readonly PageBlank[];
  steps: StepList;
  /** Whether this browser does not keep what is done here. */
  isUnsaved: boolean;
  /** What a screen reader is to say. */
  said: string;
}

const START: Snapshot = {
  ...NOTHING,
  filled: Object.create(null),
  blanks: [],
  steps: [],
  isUnsaved: false,
  said: '',
};

/** What is filled in and ticked on one page. Tabs that show the same page share it. */
export class PageState {
  private snapshot: Snapshot = START;
  private secrets: Record<string, string> = {};
  private readonly listeners = new Set<() => void>();

  constructor(private readonly key: string) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    if (this.listeners.size === 0) window.addEventListener('storage', this.onStorage);
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) window.removeEventListener('storage', this.onStorage);
    };
  };

  readonly get = (): Snapshot => this.snapshot;

  /** Tells what the page holds now; ticks of steps that it no longer holds are dropped, and named. */
  open(blanks: readonly PageBlank[], steps: StepList): void {
    const saved = this.read();
    const known = new Set(steps.map(([id]) => id));
    const gone = Object.entries(saved.ticks).filter(([id]) => !known.has(id));
    // What was said on an earlier visit is no news.
    this.snapshot = {...this.snapshot, blanks, steps, said: ''};
    if (gone.length === 0) this.show(saved);
    else {
      const ticks = Object.fromEntries(Object.entries(saved.ticks).filter(([id]) => known.has(id)));
      const names = gone.flatMap(([, tick]) => (tick ? [tick.name] : []));
      this.save({...saved, ticks, changed: [...new Set([...saved.changed, ...names])]});
    }
  }

  /** Fills a blank; with nothing it is as written again. */
  fill(key: string, value: string): void {
    if (this.snapshot.blanks.find((blank) => blank.key === key)?.secret) {
      this.secrets = {...this.secrets, [key]: value};
      this.show(this.snapshot);
      return;
    }
    this.change((saved) => ({...saved, values: {...saved.values, [key]: value}}));
  }

  /** Ticks a step, which starts a run if none is on, or takes its tick away. */
  tick(id: string, isDone: boolean, wasDone: boolean): void {
    this.change((saved, now) => {
      const {[id]: _, ...ticks} = saved.ticks;
      if (!isDone) return {...saved, ticks: wasDone ? {...ticks, [id]: false} : ticks, finished: undefined};
      const name = this.snapshot.steps.find(([step]) => step === id)?.[1] ?? '';
      return {
        ...saved,
        ticks: {...ticks, [id]: {at: now, name}},
        startedAt: saved.startedAt ?? now,
        finished: undefined,
      };
    });
  }

  note(id: string, note: string): void {
    this.change((saved) => {
      const tick = saved.ticks[id];
      return tick ? {...saved, ticks: {...saved.ticks, [id]: {...tick, note: note || undefined}}} : saved;
    });
  }

  finish(check: string): void {
    this.change((saved, now) => ({...saved, finished: {at: now, check}}));
  }

  /** Forgets everything of this page. */
  startOver(): void {
    this.secrets = {};
    forgetSaved(this.key);
    this.change((_, now) => ({...NOTHING, touched: now}));
  }

  /** Takes note that the reader knows which steps have changed. */
  acknowledge(): void {
    this.change((saved) => ({...saved, changed: []}));
  }

  /** Has a screen reader say something; the same thing twice is said twice. */
  say(text: string): void {
    const {said} = this.snapshot;
    this.snapshot = {...this.snapshot, said: said === text ? `${text}\u00a0` : text};
    this.emit();
  }

  private readonly onStorage = (event: StorageEvent): void => {
    // Without a key all of it was cleared.
    if (event.key === this.key || event.key === null) this.show(this.read());
  };

  // Another tab may have written since, and this one has not been told yet.
  private change(how: (saved: Saved, now: number) => Saved): void {
    const now = Date.now();
    this.save({...how(this.read(), now), touched: now});
  }

  private read(): Saved {
    const {snapshot} = this;
    if (snapshot.isUnsaved) return snapshot;
    try {
      return readSaved(this.key, Date.now());
    } catch {
      this.snapshot = {...snapshot, isUnsaved: true};
      return snapshot;
    }
  }

  private save(saved: Saved): void {
    const {touched, values, ticks, startedAt, finished, changed} = saved;
    try {
      if (!this.snapshot.isUnsaved)
        writeSaved(this.key, {touched, values, ticks, startedAt, finished, changed});
    } catch {
      this.snapshot = {...this.snapshot, isUnsaved: true};
    }
    this.show(saved);
  }

  private show({touched, values, ticks, startedAt, finished, changed}: Saved): void {
    const {blanks} = this.snapshot;
    // A blank may be called "constructor", which every plain object has.
    const filled: Record<string, string> = Object.create(null);
    for (const {key, secret, default: usual} of blanks) {
      const given = secret ? this.secrets : values;
      const value = (Object.hasOwn(given, key) ? given[key] : usual) ?? '';
      if (value !== '') filled[key] = value;
    }
    this.snapshot = {...this.snapshot, touched, values, ticks, startedAt, finished, changed, filled};
    this.emit();
  }

  private emit(): void {
    for (const listener of this.listeners) listener();
  }
}

const states = new Map<string, PageState>();

/** The state of the page that is shown. */
export function usePageState(): PageState {
  const key = storageKey(useLocation().pathname);
  const state = states.get(key) ?? new PageState(key);
  states.set(key, state);
  return state;
}

/** What of that is shown now. Until scripts run, nothing is filled in or ticked. */
export function useSnapshot(): Snapshot {
  const state = usePageState();
  return useSyncExternalStore(state.subscribe, state.get, () => START);
}

/** Whether a step is done, by its tick or, without one, by what its author wrote. */
export function isDone(ticks: Snapshot['ticks'], id: string, wasDone: boolean): boolean {
  const tick = ticks[id];
  return tick === undefined ? wasDone : tick !== false;
}

/** The steps that are done. */
export function doneSteps({steps, ticks}: Snapshot): StepList {
  return steps.filter(([id, , wasDone]) => isDone(ticks, id, wasDone === 1));
}

/** The steps that are not. */
export function openSteps({steps, ticks}: Snapshot): StepList {
  return steps.filter(([id, , wasDone]) => !isDone(ticks, id, wasDone === 1));
}

/** The next step to do. */
export function currentStep(snapshot: Snapshot): StepList[number] | undefined {
  return openSteps(snapshot)[0];
}

export type {Tick};
