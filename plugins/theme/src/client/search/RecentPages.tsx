import Link from '@docusaurus/Link';
import {useLocation} from '@docusaurus/router';
import {translate} from '@docusaurus/Translate';
import {type ReactNode, useEffect, useId, useState} from 'react';
import {forgetRecent, type RecentPage, readRecent} from './recent';
import styles from './styles.module.css';

const SHOWN = 6;

interface Props {
  /** Whether they can be seen; each time they can, they are read anew. */
  isOpen: boolean;
  /** Called once the list is gone from under the focus. */
  onClear: () => void;
}

/** The pages opened last in this browser, without the one that is open. Nothing where there are none. */
export default function RecentPages({isOpen, onClear}: Props): ReactNode {
  const [pages, setPages] = useState<RecentPage[]>([]);
  const {pathname} = useLocation();
  const titleId = useId();

  useEffect(() => {
    if (isOpen)
      setPages(
        readRecent()
          .filter(({url}) => url !== pathname)
          .slice(0, SHOWN),
      );
  }, [isOpen, pathname]);

  function clear() {
    forgetRecent();
    setPages([]);
    onClear();
  }

  if (pages.length === 0) return null;
  return (
    <div className={styles.results}>
      <div className={styles.listHead}>
        <h2 id={titleId} className={styles.listTitle}>
          {translate({
            id: 'opsbinder.search.recent',
            message: 'Opened last',
            description: 'Pages opened before',
          })}
        </h2>
        <button type="button" className={styles.plain} onClick={clear}>
          {translate({
            id: 'opsbinder.search.recent.clear',
            message: 'Clear list',
            description: 'Forgets the pages opened before',
          })}
        </button>
      </div>
      <ul className={styles.list} aria-labelledby={titleId}>
        {pages.map(({title, url}) => (
          <li key={url}>
            <Link className={styles.page} to={url} autoAddBaseUrl={false}>
              <span className={styles.title}>{title}</span>
              <span className={styles.context}>{url}</span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
