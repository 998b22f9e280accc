import Translate from '@docusaurus/Translate';
import type {FreshnessSummary} from '@opsbinder/core';
import {useLanguage} from '../facts/DateText.js';
import {StateIcon} from '../facts/StateIcon.js';
import {stateWord} from '../facts/words.js';
import {PageCount} from './PageCount.js';
import styles from './styles.module.css';

/** The share of pages that can be trusted, never without the counts behind it. */
export function Score({summary}: {summary: FreshnessSummary}) {
  const language = useLanguage();
  const judged = summary.documents - summary.exempt;
  if (judged === 0) return null;
  // Rounded down: 99.6 % is not all of them.
  const share = Math.floor(Math.round(summary.score * 10_000) / 100) / 100;
  return (
    <div>
      <p className={styles.lead}>
        <Translate
          id="opsbinder.reviews.score"
          description="The share of pages with a review that holds"
          values={{
            share: (
              <strong suppressHydrationWarning>
                {new Intl.NumberFormat(language, {style: 'percent'}).format(share)}
              </strong>
            ),
            pages: <PageCount count={judged} />,
          }}
        >
          {'{share} of {pages} hold a review.'}
        </Translate>
      </p>
      <StateCounts summary={summary} />
    </div>
  );
}

/** How many pages are in which state; those that no page is in are left out. */
export function StateCounts({summary}: {summary: FreshnessSummary}) {
  const counts = [
    ['fresh', summary.fresh],
    ['due-soon', summary.dueSoon],
    ['overdue', summary.overdue],
    ['unknown', summary.unknown],
    ['exempt', summary.exempt],
  ] as const;
  return (
    <ul className={styles.stateCounts}>
      {counts.map(([state, count]) =>
        count > 0 ? (
          <li key={state}>
            <StateIcon state={state} /> {count} {stateWord(state)}
          </li>
        ) : null,
      )}
    </ul>
  );
}
