import Translate from '@docusaurus/Translate';
import type {PageStatus, PageType, Severity} from '@opsbinder/core';
import styles from './styles.module.css';
import {statusWord, typeWord} from './words.js';

/** How bad it is and how fast to answer: `P0 Critical, respond in 15 minutes`. */
export function SeverityFact({severity}: {severity: Severity}) {
  return (
    <span className={styles.severity}>
      <strong>{severity.id}</strong> {severity.title}
      {severity.respondIn && (
        <>
          {', '}
          <Translate id="opsbinder.severity.respondIn" values={{time: severity.respondIn}}>
            {'respond in {time}'}
          </Translate>
        </>
      )}
    </span>
  );
}

/** What a page is, and where it stands in its life when that is worth saying. */
export function TypeFact({type, status}: {type?: PageType | undefined; status: PageStatus}) {
  const words = [type && typeWord(type), statusWord(status)].filter(Boolean);
  return words.length > 0 ? <span>{words.join(', ')}</span> : null;
}
