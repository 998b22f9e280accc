import Link from '@docusaurus/Link';
import Translate from '@docusaurus/Translate';
import type {Cause, Freshness} from '@opsbinder/core';
import clsx from 'clsx';
import {Fragment} from 'react';
import {DateText} from './DateText.js';
import {StateIcon} from './StateIcon.js';
import styles from './styles.module.css';
import {useFreshness} from './use-freshness.js';
import {exemptionWord, stateWord} from './words.js';

interface Props {
  freshness: Freshness;
}

/** A page's review state with its dates: what a reader decides on whether to trust it. */
export function FreshnessBadge({freshness: built}: Props) {
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

interface MarkProps extends Props {
  /** Show the due date of a fresh page, too. */
  withDate?: boolean;
}

/** The state alone with its due date, for lists; with its cause where the date is not what made it. */
export function FreshnessMark({freshness: built, withDate}: MarkProps) {
  const {state, byDate, dueBy, causes = []} = useFreshness(built);
  const [cause] = state === (byDate ?? state) ? [] : causes;
  return (
    <span className={clsx(styles.mark, !cause && styles.oneLine)} data-state={state}>
      <StateIcon state={state} />
      {stateWord(state)}
      {cause ? (
        <>
          {', '}
          <CauseText cause={cause} />
        </>
      ) : (
        dueBy &&
        (withDate || state !== 'fresh') && (
          <>
            {', '}
            <DateText date={dueBy} />
          </>
        )
      )}
    </span>
  );
}

function Explanation({freshness: {state, byDate, on, dueBy, causes = [], exempt}}: Props) {
  if (state === 'exempt') return <>{exemptionWord(exempt)}</>;
  if (state === 'unknown') {
    return (
      <Translate id="opsbinder.freshness.unknown.explanation" description="A page without a review date">
        nobody has put a date to this page; check each step
      </Translate>
    );
  }
  const reviewed = on && <DateText date={on} />;
  const due = dueBy && <DateText date={dueBy} />;
  return (
    <>
      {byDate !== undefined && byDate !== state ? (
        <Translate
          id="opsbinder.freshness.reviewed"
          description="A page whose review no longer holds for another reason than its date, which follows"
          values={{reviewed}}
        >
          {'reviewed on {reviewed}'}
        </Translate>
      ) : state === 'overdue' ? (
        <Translate
          id="opsbinder.freshness.overdue.explanation"
          description="A page whose review no longer holds"
          values={{reviewed, due}}
        >
          {'reviewed on {reviewed}, review was due on {due}'}
        </Translate>
      ) : (
        <Translate
          id="opsbinder.freshness.holds"
          description="A page whose review still holds"
          values={{reviewed, due}}
        >
          {'reviewed on {reviewed}, next review by {due}'}
        </Translate>
      )}
      {causes.map((cause) => (
        <Fragment key={JSON.stringify(cause)}>
          {'; '}
          <CauseText cause={cause} />
        </Fragment>
      ))}
    </>
  );
}

/** What took a review back, in words. */
export function CauseText({cause}: {cause: Cause}) {
  switch (cause.kind) {
    case 'incident':
      return (
        <Translate
          id="opsbinder.freshness.cause.incident"
          description="Why a review no longer holds: the page was used in an incident after it"
          values={{
            incident: <Link to={cause.permalink}>{cause.title}</Link>,
            date: <DateText date={cause.on} />,
          }}
        >
          {'used in incident {incident} on {date}'}
        </Translate>
      );
    case 'source-changed':
      return (
        <Translate
          id="opsbinder.freshness.cause.changed"
          description="Why a review no longer holds: something that the page describes has changed"
          values={{path: <code>{cause.path}</code>}}
        >
          {'{path} changed'}
        </Translate>
      );
    case 'edited':
      return (
        <Translate
          id="opsbinder.freshness.cause.edited"
          description="The page's text is not what was reviewed"
        >
          edited since review
        </Translate>
      );
  }
}
