import Translate, {translate} from '@docusaurus/Translate';
import {type FormEvent, useEffect, useId, useRef, useState} from 'react';
import {Button} from './Button.js';
import blankStyles from './blanks.module.css';
import {currentStep, doneSteps, isDone, type Snapshot, usePageState, useSnapshot} from './page-state.js';
import styles from './steps.module.css';
import {clock} from './timeline.js';
import * as words from './words.js';

interface TickProps {
  id: string;
  /** The step's first words. */
  name: string;
  /** Whether its author has ticked it. */
  done?: boolean;
}

/** The box of a step. */
export function Tick({id, name, done = false}: TickProps) {
  const state = usePageState();
  const snapshot = useSnapshot();
  const box = useRef<HTMLInputElement>(null);
  const {ticks, steps} = snapshot;
  const ticked = isDone(ticks, id, done);
  const current = isCurrent(snapshot, id);
  useEffect(() => {
    const step = box.current?.closest('[data-step]');
    step?.toggleAttribute('data-done', ticked);
    step?.toggleAttribute('data-current', current);
  }, [ticked, current]);
  const change = (checked: boolean) => {
    state.tick(id, checked, done);
    const count = doneSteps(state.get()).length;
    state.say(checked ? words.ticked(name, count, steps.length) : words.unticked(name));
  };
  return (
    <label className={styles.tick}>
      <input
        ref={box}
        type="checkbox"
        checked={ticked}
        aria-label={name}
        data-tick={id}
        data-next={current ? '' : undefined}
        onChange={(event) => change(event.target.checked)}
      />
    </label>
  );
}

/** Whether a step is the next to do in the run that is on. */
function isCurrent(snapshot: Snapshot, id: string): boolean {
  if (snapshot.startedAt === undefined || snapshot.finished) return false;
  return currentStep(snapshot)?.[0] === id;
}

/** What stands below a step that is done: when, and what was noted of it. */
export function Note({id}: {id: string}) {
  const state = usePageState();
  const {ticks} = useSnapshot();
  const tick = ticks[id];
  const fieldId = useId();
  const [draft, setDraft] = useState<string>();
  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    // Who has written a note, or thought better of it, goes on from there.
    if (wasOpen.current && draft === undefined) opener.current?.focus();
    wasOpen.current = draft !== undefined;
  }, [draft]);
  if (!tick) return null;
  const save = (event: FormEvent) => {
    event.preventDefault();
    state.note(id, (draft ?? '').trim());
    setDraft(undefined);
    state.say(words.noted());
  };
  return (
    <div className={styles.note} data-pagefind-ignore="">
      <span>
        <Translate id="opsbinder.step.doneAt" values={{time: clock(tick.at)}}>
          {'Done at {time}'}
        </Translate>
      </span>
      {draft === undefined ? (
        <>
          {tick.note && <span className={styles.noteText}>{tick.note}</span>}
          <button
            ref={opener}
            type="button"
            className={styles.plain}
            onClick={() => setDraft(tick.note ?? '')}
          >
            {tick.note
              ? translate({id: 'opsbinder.note.edit', message: 'Edit the note'})
              : translate({id: 'opsbinder.note.add', message: 'Add a note'})}
          </button>
        </>
      ) : (
        <form onSubmit={save}>
          <label htmlFor={fieldId}>
            <Translate id="opsbinder.note.label">Note for the timeline</Translate>
          </label>
          <input
            id={fieldId}
            className={blankStyles.field}
            // biome-ignore lint/a11y/noAutofocus: the reader has just asked for it
            autoFocus
            value={draft}
            onChange={(event) => setDraft(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') setDraft(undefined);
            }}
          />
          <Button type="submit">
            <Translate id="opsbinder.note.save">Save</Translate>
          </Button>
        </form>
      )}
    </div>
  );
}
