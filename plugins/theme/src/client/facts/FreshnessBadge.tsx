import Translate from '@docusaurus/Translate';
import type {Freshness} from '@opsbinder/core';
import clsx from 'clsx';
import {DateText} from './DateText.js';
import {StateIcon} from './StateIcon.js';
import styles from './styles.module.css';
import {useFreshness} from './use-freshness.js';
import {exemptionWord, stateWord} from './words.js';

/** A page's review state with its dates: what a reader decides on whether to trust it. */
export function FreshnessBadge({freshness: built}: {freshness: Freshness}) {
  const freshness = useFreshness(built);
  return (
    <span className={clsx(styles.badge, styles[freshness.state])}>
      <StateIcon state={freshness.state} />
      <span>
        <strong>{stateWord(freshness.state)}</strong>
        <span className={styles.explanation}>
          <Explanation freshness={freshness} />
        </span>
      </span>
    </span>
  );
}

/** The state alone with its due date, for lists. */
export function FreshnessMark({freshness: built}: {freshness: Freshness}) {
  const freshness = useFreshness(built);
  return (
    <span className={styles.mark}>
      <StateIcon state={freshness.state} />
      {stateWord(freshness.state)}
      {freshness.dueBy && freshness.state !== 'fresh' && (
        <>
          {', '}
          <DateText date={freshness.dueBy} />
        </>
      )}
    </span>
  );
}

function Explanation({freshness: {state, on, dueBy, exempt}}: {freshness: Freshness}) {
  const reviewed = on && <DateText date={on} />;
  const due = dueBy && <DateText date={dueBy} />;
  switch (state) {
    case 'fresh':
    case 'due-soon':
      return (
        <Translate
          id="opsbinder.freshness.holds"
          description="A page whose review still holds"
          values={{reviewed, due}}
        >
          {'reviewed on {reviewed}, next review by {due}'}
        </Translate>
      );
    case 'overdue':
      return (
        <Translate
          id="opsbinder.freshness.overdue.explanation"
          description="A page whose review no longer holds"
          values={{reviewed, due}}
        >
          {'reviewed on {reviewed}, review was due on {due}'}
        </Translate>
      );
    case 'unknown':
      return (
        <Translate id="opsbinder.freshness.unknown.explanation" description="A page without a review date">
          nobody has put a date to this page; check each step
        </Translate>
      );
    case 'exempt':
      return <>{exemptionWord(exempt)}</>;
  }
}
