import Translate, {translate} from '@docusaurus/Translate';
import {type FormEvent, type ReactNode, useEffect, useId, useRef, useState} from 'react';
import {Button} from './Button.js';
import blankStyles from './blanks.module.css';
import {keysAreOn, switchKeys} from './keys-switch.js';
import {openSteps, usePageState, useSnapshot} from './page-state.js';
import styles from './run.module.css';
import * as words from './words.js';

interface Props {
  /** Called once it is closed, whichever way. */
  onClose: () => void;
}

// The browser's own dialog keeps the focus inside, gives it back, and closes on Escape.
function Dialog({onClose, title, children}: Props & {title: string; children: ReactNode}) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  // It is on the page as long as it is open, and opens when it gets there.
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      onClose={onClose}
      className={styles.dialog}
      aria-labelledby={id}
      data-pagefind-ignore=""
    >
      <p id={id} className={styles.dialogTitle}>
        {title}
      </p>
      {children}
    </dialog>
  );
}

function close(event: {currentTarget: HTMLElement}): void {
  event.currentTarget.closest('dialog')?.close();
}

function Cancel({children}: {children: ReactNode}) {
  return <Button onClick={close}>{children}</Button>;
}

/** Asks for the last check before a run is called done. */
export function FinishDialog({onClose}: Props) {
  const state = usePageState();
  const snapshot = useSnapshot();
  const [check, setCheck] = useState('');
  const id = useId();
  const open = openSteps(snapshot);
  const finish = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    state.finish(check.trim());
    state.say(words.finishedWith(check.trim()));
    close(event);
  };
  return (
    <Dialog
      onClose={onClose}
      title={translate({id: 'opsbinder.finish.title', message: 'Is it really over?'})}
    >
      {open.length > 0 && (
        <>
          <p>{words.openSteps(open.length)}</p>
          <ul>
            {open.slice(0, 5).map(([step, name]) => (
              <li key={step}>{name}</li>
            ))}
          </ul>
        </>
      )}
      <form onSubmit={finish}>
        <label htmlFor={id}>
          <Translate id="opsbinder.finish.check">What did you check last, and what did it show?</Translate>
        </label>
        <input
          id={id}
          className={blankStyles.field}
          required
          value={check}
          onChange={(event) => setCheck(event.target.value)}
        />
        <p className={styles.dialogButtons}>
          <Button type="submit" kind="primary">
            <Translate id="opsbinder.finish.yes">Finish</Translate>
          </Button>
          <Cancel>
            <Translate id="opsbinder.finish.no">Go on</Translate>
          </Cancel>
        </p>
      </form>
    </Dialog>
  );
}

/** Asks before everything is forgotten. */
export function StartOverDialog({onClose}: Props) {
  const state = usePageState();
  return (
    <Dialog onClose={onClose} title={translate({id: 'opsbinder.startOver.title', message: 'Start over?'})}>
      <p>
        <Translate id="opsbinder.startOver.text">
          Ticks, notes, times and values of this page are forgotten. Copy the timeline first if you need it.
        </Translate>
      </p>
      <p className={styles.dialogButtons}>
        <Button
          kind="danger"
          onClick={(event) => {
            state.startOver();
            state.say(words.startedOver());
            close(event);
          }}
        >
          <Translate id="opsbinder.startOver.yes">Forget and start over</Translate>
        </Button>
        <Cancel>
          <Translate id="opsbinder.startOver.no">Keep it</Translate>
        </Cancel>
      </p>
    </Dialog>
  );
}

/** Lists the keys, and switches them off for whoever sends them by voice or by accident. */
export function KeysDialog({onClose}: Props) {
  const [on, setOn] = useState(keysAreOn);
  return (
    <Dialog onClose={onClose} title={translate({id: 'opsbinder.keys.title', message: 'Keys on this page'})}>
      <dl className={styles.keys}>
        {words.keys().map(([key, what]) => (
          <div key={key} className={styles.key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <label className={styles.keysSwitch}>
        <input
          type="checkbox"
          checked={on}
          onChange={(event) => {
            switchKeys(event.target.checked);
            setOn(event.target.checked);
          }}
        />
        <Translate id="opsbinder.keys.on">Use these keys on all pages</Translate>
      </label>
      <p className={styles.dialogButtons}>
        <Cancel>
          <Translate id="opsbinder.keys.close">Close</Translate>
        </Cancel>
      </p>
    </Dialog>
  );
}
