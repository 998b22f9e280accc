import type {FreshnessState} from '@opsbinder/core';
import clsx from 'clsx';
import styles from './styles.module.css';

// One shape per state, so that a state can be told without its colour.
const SHAPES: Record<FreshnessState, string> = {
  fresh: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zm-1.2 10.2L3.9 8.3l1.2-1.2 1.7 1.7 4-4L12 6z',
  'due-soon': 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zm-.9 3h1.8v3.6l2.6 1.6-.9 1.5-3.5-2.1z',
  overdue: 'M8 1 .6 14.5h14.8zm-.9 5h1.8v4.2H7.1zm0 5.4h1.8v1.7H7.1z',
  unknown:
    'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zm-.9 9.8h1.8v1.7H7.1zm0-1.3V8.2c0-.9.5-1.3 1.1-1.7.6-.4.9-.6.9-1.1 0-.6-.5-1-1.1-1-.7 0-1.1.4-1.2 1.1H4.9c.1-1.8 1.3-2.9 3.1-2.9s3.1 1 3.1 2.7c0 1.2-.7 1.8-1.4 2.3-.5.3-.8.5-.8.9v1z',
  exempt: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zM4 7.1h8v1.8H4z',
};

/** The shape of a review state. Words always stand beside it. */
export function StateIcon({state}: {state: FreshnessState}) {
  return (
    <svg className={clsx(styles.icon, styles[state])} viewBox="0 0 16 16" aria-hidden="true">
      <path d={SHAPES[state]} fillRule="evenodd" />
    </svg>
  );
}
