import Link from '@docusaurus/Link';
import type {PageSummary} from '@opsbinder/core';
import {FreshnessMark} from '../facts/FreshnessBadge.js';
import {TypeFact} from '../facts/PageFacts.js';
import styles from './styles.module.css';

interface Props {
  pages: PageSummary[];
  /** Show the severity beside each page, where the list is not about one. */
  withSeverity?: boolean;
}

/** Pages as links, each with what it is, who answers for it and whether it can be trusted. */
export function PageList({pages, withSeverity}: Props) {
  return (
    <ul className={styles.list}>
      {pages.map((page) => (
        <li key={page.permalink}>
          <Link to={page.permalink}>{page.title}</Link>
          <span className={styles.meta}>
            {withSeverity && page.severity && <strong>{page.severity.id}</strong>}
            <TypeFact type={page.type} status={page.status} />
            {page.owner && <span>{page.owner.name}</span>}
            <FreshnessMark freshness={page.freshness} />
          </span>
        </li>
      ))}
    </ul>
  );
}
