import Translate, {translate} from '@docusaurus/Translate';
import type {PageRecord} from '@opsbinder/core';
import {useEffect, useState} from 'react';
import {OwnerContact} from '../facts/OwnerContact.js';
import {Button} from './Button.js';
import {copyText} from './copy-text.js';
import {FinishDialog, KeysDialog, StartOverDialog} from './dialogs.js';
import {keepFocus} from './focus.js';
import {doneSteps, usePageState, useSnapshot} from './page-state.js';
import styles from './run.module.css';
import {clock, timeline} from './timeline.js';
import {useKeys} from './use-keys.js';
import * as words from './words.js';

/** The run of a page's steps, from the first tick on: since when, how far, whom to call, and what was done when. */
export function Run({page}: {page: PageRecord}) {
  const state = usePageState();
  const snapshot = useSnapshot();
  const {startedAt, finished, steps} = snapshot;
  const [asks, setAsks] = useState<'finish' | 'startOver' | 'keys'>();
  const close = () => {
    setAsks(undefined);
    keepFocus('[data-run] button', '[data-tick]');
  };
  const now = useNow(startedAt !== undefined && !finished);
  useKeys(() => setAsks('keys'));
  const copyTimeline = async () => {
    const text = timeline(snapshot, {
      started: words.started(document.querySelector('article h1')?.textContent ?? document.title),
      finished: words.finishedWith,
    });
    state.say((await copyText(text)) ? words.timelineCopied() : words.notCopied());
  };
  const done = doneSteps(snapshot).length;
  return (
    <>
      {startedAt !== undefined && (
        <section className={styles.run} aria-label={words.run()} data-run="" data-pagefind-ignore="">
          <p className={styles.runFacts}>
            <strong>
              {finished
                ? translate(
                    {id: 'opsbinder.run.finished', message: 'Finished at {time}'},
                    {time: clock(finished.at)},
                  )
                : translate(
                    {id: 'opsbinder.run.started', message: 'Started at {time}'},
                    {time: clock(startedAt)},
                  )}
            </strong>
            <span>{words.elapsed((finished?.at ?? now) - startedAt)}</span>
            <span>{words.progress(done, steps.length)}</span>
          </p>
          <p className={styles.runButtons}>
            <Button className={styles.runButton} onClick={copyTimeline}>
              <Translate id="opsbinder.run.copyTimeline">Copy timeline</Translate>
            </Button>
            {!finished && (
              <Button className={styles.runButton} kind="primary" onClick={() => setAsks('finish')}>
                <Translate id="opsbinder.run.finish">Finish</Translate>
              </Button>
            )}
            <Button className={styles.runButton} onClick={() => setAsks('startOver')}>
              <Translate id="opsbinder.run.startOver">Start over</Translate>
            </Button>
          </p>
          {page.owner && (
            <p className={styles.runOwner}>
              <Translate id="opsbinder.run.onCall">On call:</Translate>{' '}
              <OwnerContact owner={{...page.owner, email: undefined, oncall: undefined}} />
            </p>
          )}
        </section>
      )}
      <p className={styles.keysRow} data-pagefind-ignore="">
        <button type="button" className={styles.keysButton} onClick={() => setAsks('keys')}>
          <Translate id="opsbinder.keys.open">Keys on this page</Translate>
        </button>
      </p>
      {asks === 'finish' && <FinishDialog onClose={close} />}
      {asks === 'startOver' && <StartOverDialog onClose={close} />}
      {asks === 'keys' && <KeysDialog onClose={close} />}
    </>
  );
}

/** The time, anew every half a minute while it is needed. */
function useNow(runs: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!runs) return undefined;
    setNow(Date.now());
    const timer = window.setInterval(() => setNow(Date.now()), 30_000);
    return () => window.clearInterval(timer);
  }, [runs]);
  return now;
}
