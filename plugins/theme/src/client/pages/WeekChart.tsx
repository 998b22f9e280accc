import Translate, {translate} from '@docusaurus/Translate';
import type {ReviewItem} from '@opsbinder/core';
import clsx from 'clsx';
import type {CSSProperties, ReactNode} from 'react';
import {useLanguage} from '../facts/DateText.js';
import {weekLoad} from './review-groups.js';
import styles from './styles.module.css';

/** How many reviews fall due week by week, the overdue ones before them and the far ones behind. */
export function WeekChart({pages, today}: {pages: readonly ReviewItem[]; today: string}) {
  const {overdue, weeks, later} = weekLoad(pages, today);
  const most = Math.max(1, overdue, later, ...weeks.map(({count}) => count));
  return (
    <ol
      className={styles.weeks}
      aria-label={translate({id: 'opsbinder.reviews.load', message: 'Reviews due per week'})}
    >
      <Bar count={overdue} most={most} isOverdue>
        <Translate id="opsbinder.freshness.overdue">Overdue</Translate>
      </Bar>
      {weeks.map(({monday, count}, index) => (
        <Bar key={monday} count={count} most={most}>
          <WeekText monday={monday} isFirst={monday.slice(0, 7) !== weeks[index - 1]?.monday.slice(0, 7)} />
        </Bar>
      ))}
      <Bar count={later} most={most}>
        <Translate id="opsbinder.reviews.later" description="Reviews that are due after the weeks shown">
          Later
        </Translate>
      </Bar>
    </ol>
  );
}

interface BarProps {
  count: number;
  most: number;
  isOverdue?: boolean;
  children: ReactNode;
}

function Bar({count, most, isOverdue, children}: BarProps) {
  return (
    <li className={clsx(count === 0 && styles.noLoad, isOverdue && styles.overdueLoad)}>
      <span className={styles.barLabel}>{children}</span>
      <span className={styles.barCount}>{count}</span>
      <span className={styles.bar} style={{'--opsbinder-load': count / most} as CSSProperties} />
    </li>
  );
}

// The month stands below the first of its weeks alone, so that a dozen weeks fit side by side on a telephone.
function WeekText({monday, isFirst}: {monday: string; isFirst: boolean}) {
  const language = useLanguage();
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, {...options, timeZone: 'UTC'}).format(new Date(monday));
  return (
    <time dateTime={monday}>
      <span suppressHydrationWarning>{part({day: 'numeric'})}</span>{' '}
      <span suppressHydrationWarning className={isFirst ? undefined : styles.spokenOnly}>
        {part({month: 'short'})}
      </span>
    </time>
  );
}
