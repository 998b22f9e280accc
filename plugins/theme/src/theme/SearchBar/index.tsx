import {translate} from '@docusaurus/Translate';
import {usePluginData} from '@docusaurus/useGlobalData';
import useIsBrowser from '@docusaurus/useIsBrowser';
import type {SearchGlobalData} from '@opsbinder/core';
import {type ComponentType, type ReactNode, useCallback, useState} from 'react';
import {useOpenSearch, usesCommandKey} from '../../client/search/open-search';
import type {SearchDialogProps} from '../../client/search/SearchDialog';
import styles from './styles.module.css';

/**
 * The search box of the navbar. It is a button: the dialog behind it and the index are fetched when it is first
 * used. Without the search plugin there is no box.
 */
export default function SearchBar(): ReactNode {
  const plugin = usePluginData('@opsbinder/docusaurus-plugin-search') as SearchGlobalData | undefined;
  return plugin ? <SearchBox index={plugin} /> : null;
}

function SearchBox({index}: {index: SearchGlobalData}): ReactNode {
  const [Dialog, setDialog] = useState<ComponentType<SearchDialogProps> | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const [failed, setFailed] = useState(false);
  // The server cannot know the keyboard, and without JavaScript the box would do nothing: it keeps its place
  // but is not shown until the page has come to life.
  const isBrowser = useIsBrowser();
  const isMac = isBrowser && usesCommandKey();

  const open = useCallback(async () => {
    try {
      const dialog = await import('../../client/search/SearchDialog');
      setDialog(() => dialog.default);
      setIsOpen(true);
      setFailed(false);
    } catch {
      setFailed(true);
    }
  }, []);
  const close = useCallback(() => setIsOpen(false), []);
  useOpenSearch(open);

  return (
    <div className={styles.place}>
      <button
        type="button"
        className={isBrowser ? styles.box : `${styles.box} ${styles.asleep}`}
        aria-haspopup="dialog"
        aria-keyshortcuts={isMac ? 'Meta+K' : 'Control+K'}
        onClick={open}
      >
        <svg className={styles.icon} viewBox="0 0 20 20" aria-hidden="true">
          <circle cx="8.5" cy="8.5" r="5.75" />
          <path d="M13 13l5 5" />
        </svg>
        <span className={styles.label}>
          {translate({id: 'opsbinder.search.button', message: 'Search', description: 'Opens the search'})}
        </span>
        <kbd className={styles.keys}>{isMac ? '⌘ K' : 'Ctrl K'}</kbd>
      </button>
      <span role="status" className={styles.failure}>
        {failed &&
          translate({
            id: 'opsbinder.search.unreachable',
            message: 'Search could not be loaded. Check the connection and try again.',
            description: 'Shown beside the search box when its code cannot be fetched',
          })}
      </span>
      {Dialog && <Dialog index={index} isOpen={isOpen} onClose={close} />}
    </div>
  );
}
