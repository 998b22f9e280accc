import Translate, {translate} from '@docusaurus/Translate';
import type {PageRecord} from '@opsbinder/core';
import {useEffect, useMemo, useRef} from 'react';
import {BlankField} from './BlankField.js';
import {Button} from './Button.js';
import styles from './blanks.module.css';
import {copyText} from './copy-text.js';
import {keepFocus} from './focus.js';
import {LinkValues} from './LinkValues.js';
import {linkWith} from './link-values.js';
import {type StepList, usePageState, useSnapshot} from './page-state.js';
import * as words from './words.js';

interface Props {
  page: PageRecord;
  /** The page's steps, by name and first words. */
  steps: string;
}

/** What a page asks its reader to fill in, once for all its commands. */
export function Follow({page, steps}: Props) {
  const state = usePageState();
  const {said, changed, isUnsaved} = useSnapshot();
  const blanks = useMemo(() => page.blanks ?? [], [page.blanks]);
  useEffect(() => state.open(blanks, JSON.parse(steps) as StepList), [state, blanks, steps]);
  const acknowledge = () => {
    state.acknowledge();
    keepFocus('[data-blanks] summary', '[data-tick]');
  };
  return (
    <div className={styles.follow} data-pagefind-ignore="">
      {changed.length > 0 && (
        <div className={styles.notice}>
          <p>
            <Translate id="opsbinder.run.changed">
              These steps were ticked and have been edited since, so they are open again:
            </Translate>
          </p>
          <ul>
            {changed.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
          <Button onClick={acknowledge}>
            <Translate id="opsbinder.run.changedSeen">I have seen it</Translate>
          </Button>
        </div>
      )}
      {isUnsaved && (
        <p className={styles.notice}>
          <Translate id="opsbinder.run.unsaved">
            This browser keeps nothing for this page: its storage is full or switched off. Ticks and values
            last until the page is closed.
          </Translate>
        </p>
      )}
      {blanks.length > 0 && (
        <>
          <LinkValues blanks={blanks} />
          <Blanks page={page} />
        </>
      )}
      <p role="status" className={styles.said}>
        {said}
      </p>
    </div>
  );
}

// Above so many fields they are in the way of whoever wants to read first.
const MANY = 8;

function Blanks({page}: {page: PageRecord}) {
  const state = usePageState();
  const {filled} = useSnapshot();
  const blanks = page.blanks ?? [];
  const count = Object.keys(filled).length;
  const timer = useRef<number>(undefined);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  const fill = (key: string, name: string, value: string) => {
    state.fill(key, value);
    // Every letter aloud would drown the letters.
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => state.say(words.filledIn(name, key, value)), 800);
  };
  const copyLink = async () => {
    const done = await copyText(linkWith(window.location.href, blanks, filled));
    state.say(done ? words.linkCopied() : words.notCopied());
  };
  const hasPublic = blanks.some(({key, secret}) => !secret && filled[key]);
  return (
    <details className={styles.panel} data-blanks="" open={blanks.length <= MANY}>
      <summary>
        <span className={styles.panelTitle}>
          <Translate id="opsbinder.blanks.title">Fill in once</Translate>
        </span>
        <span className={styles.quiet}>{words.blankCount(count, blanks.length)}</span>
      </summary>
      <div className={styles.fields}>
        {blanks.map((blank) => (
          <BlankField key={blank.key} blank={blank} onFill={(value) => fill(blank.key, blank.name, value)} />
        ))}
      </div>
      {hasPublic && (
        <p className={styles.panelFoot}>
          <Button onClick={copyLink}>
            {translate({id: 'opsbinder.blanks.copyLink', message: 'Copy a link with these values'})}
          </Button>
        </p>
      )}
    </details>
  );
}
