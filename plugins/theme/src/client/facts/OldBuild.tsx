import Translate from '@docusaurus/Translate';
import {DateText} from './DateText.js';
import {daysBetween} from './days.js';
import styles from './styles.module.css';
import {useReadersDay} from './use-freshness.js';

/**
 * Says that the site was built long ago, so that what has happened since is not on it. The reader's day decides, so
 * nothing stands here until the page has come to life.
 *
 * @param limit days after which a build is old
 */
export function OldBuild({asOf, limit}: {asOf: string; limit: number}) {
  const today = useReadersDay();
  const age = today === undefined ? 0 : daysBetween(asOf, today);
  if (age <= limit) return null;
  return (
    <p className={styles.oldBuild}>
      <Translate
        id="opsbinder.oldBuild"
        description="On pages about reviews, when the site was built long ago"
        values={{date: <DateText date={asOf} />, days: age}}
      >
        {'This site was built on {date}, {days} days ago. Reviews since then are not on it.'}
      </Translate>
    </p>
  );
}
