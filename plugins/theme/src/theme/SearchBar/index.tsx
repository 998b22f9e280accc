import {useLocation} from '@docusaurus/router';
import {translate} from '@docusaurus/Translate';
import useIsBrowser from '@docusaurus/useIsBrowser';
import type {SearchGlobalData} from '@opsbinder/core';
import {type ComponentType, type ReactNode, useCallback, useEffect, useRef, useState} from 'react';
import {isSearchEntry} from '../../client/search/dialog-entry';
import {collectKeys, isCollecting, takeKeys} from '../../client/search/early-keys';
import {NoScriptSearch} from '../../client/search/NoScriptSearch';
import {useOpenSearch, usesCommandKey} from '../../client/search/open-search';
import {useSearchPlace} from '../../client/search/place';
import type {SearchDialogProps} from '../../client/search/SearchDialog';
import type {SearchMarksProps} from '../../client/search/SearchMarks';
import {type WordsToMark, wordsToMark} from '../../client/search/words-to-mark';
import styles from './styles.module.css';

/**
 * The search box of the navbar. It is a button: the dialog behind it and the index are fetched when it is first
 * used. Without the search plugin there is no box.
 */
export default function SearchBar(): ReactNode {
  const place = useSearchPlace();
  if (!place) return null;
  return (
    <>
      <SearchBox place={place} />
      <Marks />
    </>
  );
}

function SearchBox({place}: {place: SearchGlobalData}): ReactNode {
  const [Dialog, setDialog] = useState<ComponentType<SearchDialogProps> | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const [failed, setFailed] = useState(false);
  // The server cannot know the keyboard, and without JavaScript the box would do nothing: it keeps its place
  // but is not shown until the page has come to life.
  const isBrowser = useIsBrowser();
  const isMac = isBrowser && usesCommandKey();

  const isLoaded = useRef(false);
  const open = useCallback(async () => {
    // The dialog takes them once it is there.
    if (!isLoaded.current) collectKeys();
    try {
      const dialog = await import('../../client/search/SearchDialog');
      if (!isLoaded.current && !isCollecting()) return;
      isLoaded.current = true;
      setDialog(() => dialog.default);
      setIsOpen(true);
      setFailed(false);
    } catch {
      setFailed(isCollecting());
      takeKeys();
    }
  }, []);
  // On another page nobody waits any more.
  useEffect(() => () => void takeKeys(), []);
  const close = useCallback(() => setIsOpen(false), []);
  useOpenSearch(open);
  // Gone back to, from a page that was opened out of it.
  useEffect(() => {
    if (isSearchEntry()) open();
  }, [open]);

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
      <NoScriptSearch place={place} className={styles.plain} />
      <span role="status" className={styles.failure}>
        {failed &&
          translate({
            id: 'opsbinder.search.unreachable',
            message: 'Search could not be loaded. Check the connection and try again.',
            description: 'Shown beside the search box when its code cannot be fetched',
          })}
      </span>
      {Dialog && <Dialog place={place} isOpen={isOpen} onOpen={open} onClose={close} />}
    </div>
  );
}

/** Marks what a result was opened for. What does it is fetched only then. */
function Marks(): ReactNode {
  const location = useLocation();
  const [Control, setControl] = useState<ComponentType<SearchMarksProps> | null>(null);
  const [asked, setAsked] = useState<WordsToMark>();

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is to be marked belongs to the address
  useEffect(() => {
    const words = wordsToMark();
    setAsked(words);
    if (!words) return;
    import('../../client/search/SearchMarks').then(
      (marks) => setControl(() => marks.default),
      // The page can be read without marks.
      () => undefined,
    );
  }, [location]);

  const clear = useCallback(() => setAsked(undefined), []);
  return Control && asked ? <Control asked={asked} onClear={clear} /> : null;
}
