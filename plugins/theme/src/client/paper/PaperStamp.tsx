import Translate from '@docusaurus/Translate';
import type {PageRecord} from '@opsbinder/core';
import {DateText, useLanguage} from '../facts/DateText.js';
import {useToday} from '../facts/use-freshness.js';
import {usePrinting} from './printing.js';
import styles from './styles.module.css';

interface Props {
  page: PageRecord;
  /** Whether a review state stands above, which holds for a day. */
  freshness?: boolean;
}

/**
 * Which state of the page a sheet of paper shows: the day of the review state, the revision, the day of the build,
 * and when it was printed. On the screen only the first is of use, and only where no script keeps the state up to
 * date.
 */
export function PaperStamp({page, freshness}: Props) {
  const today = useToday(page.asOf);
  const {at} = usePrinting();
  return (
    <p className={styles.stamp}>
      {freshness && (
        <span className={styles.asOf}>
          <Translate id="opsbinder.freshness.asOf" values={{date: <DateText date={today} />}}>
            {'As of {date}'}
          </Translate>
        </span>
      )}
      <span className={styles.revision}>
        <Translate
          id="opsbinder.paper.revision"
          description="On paper; the commit is a short hash"
          values={{commit: <span className={styles.commit} />}}
        >
          {'Revision {commit}'}
        </Translate>
      </span>
      <span className={styles.onPaper}>
        <Translate id="opsbinder.paper.built" values={{date: <DateText date={page.asOf} />}}>
          {'Built on {date}'}
        </Translate>
      </span>
      {at !== undefined && (
        <span className={styles.onPaper}>
          <Translate id="opsbinder.paper.printed" values={{time: <PrintTime at={at} />}}>
            {'Printed on {time}'}
          </Translate>
        </span>
      )}
    </p>
  );
}

/** When a sheet was printed, with its zone: paper travels. */
export function PrintTime({at}: {at: number}) {
  return new Intl.DateTimeFormat(useLanguage(), {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(at);
}
