import Link from '@docusaurus/Link';
import type {PageSummary} from '@opsbinder/core';
import {FreshnessMark} from '../facts/FreshnessBadge.js';
import {TypeFact} from '../facts/PageFacts.js';
import styles from './styles.module.css';

interface Props<T extends PageSummary> {
  pages: T[];
  /** Show the severity beside each page, where the list is not about one. */
  withSeverity?: boolean;
  /** Leave out the owner, where the list is about one. */
  withoutOwner?: boolean;
  /** Show when a fresh page is due, too. */
  withDate?: boolean;
  /** A word more about a page. */
  noteOf?: (page: T) => string | undefined;
}

/** Pages as links, each with what it is, who answers for it and whether it can be trusted. */
export function PageList<T extends PageSummary>({pages, noteOf, ...show}: Props<T>) {
  return (
    <ul className={styles.list}>
      {pages.map((page) => (
        <li key={page.permalink}>
          <Link to={page.permalink}>{page.title}</Link>
          <span className={styles.meta}>
            {show.withSeverity && page.severity && <strong>{page.severity.id}</strong>}
            <TypeFact type={page.type} status={page.status} />
            {page.owner && !show.withoutOwner && <span>{page.owner.name}</span>}
            {noteOf?.(page) && <span>{noteOf(page)}</span>}
            <FreshnessMark freshness={page.freshness} withDate={show.withDate} />
          </span>
        </li>
      ))}
    </ul>
  );
}
