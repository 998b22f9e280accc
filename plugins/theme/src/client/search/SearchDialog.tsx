import {interpolate} from '@docusaurus/Interpolate';
import {useHistory} from '@docusaurus/router';
import {translate} from '@docusaurus/Translate';
import type {SearchGlobalData} from '@opsbinder/core';
import {
  type FormEvent,
  type KeyboardEvent,
  lazy,
  type MouseEvent as ReactMouseEvent,
  type ReactNode,
  Suspense,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import dialogStyles from './dialog.module.css';
import {isSearchEntry, useDialogEntry} from './dialog-entry';
import {takeKeys} from './early-keys';
import {isSearchCombination} from './open-search';
import {searchAddress} from './place';
import RecentPages from './RecentPages';
import SearchField from './SearchField';
import SearchResults from './SearchResults';
import SearchStatus from './SearchStatus';
import styles from './styles.module.css';
import {useSearch} from './use-search';

const NothingFound = lazy(() => import('./NothingFound'));

export interface SearchDialogProps {
  place: SearchGlobalData;
  isOpen: boolean;
  onOpen: () => void;
  onClose: () => void;
}

// Docusaurus mounts the navbar anew on some ways from page to page; the words typed last outlive that, so that
// the next result can be tried.
let lastTyped = '';

/**
 * The search itself: a field, and the pages that match as plain links; before anything is typed, the pages opened
 * last. The arrow keys go from the field through the links, Enter in the field opens the first result, Escape and
 * the browser's "back" close; the dialog keeps its words and answer for when it is opened again.
 */
export default function SearchDialog({place, isOpen, onOpen, onClose}: SearchDialogProps): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(lastTyped);
  const search = useSearch(place.bundlePath, {typed});
  const history = useHistory();
  const isAsked = typed.trim() !== '';
  const allResults = place.searchPath && searchAddress(place.searchPath, typed);
  // Words that Enter was pressed for before there was an answer to them.
  const awaited = useRef<string>(undefined);
  useDialogEntry(isOpen, onOpen, onClose);

  useEffect(() => {
    lastTyped = typed;
  }, [typed]);

  // Before the next key: none may go astray between what was typed early and the field.
  useLayoutEffect(() => {
    if (!isOpen) {
      dialog.current?.close();
      return;
    }
    if (!dialog.current?.open) dialog.current?.showModal();
    field.current?.focus();
    field.current?.select();
    const early = takeKeys();
    if (early !== '') setTyped(early);
  }, [isOpen]);

  // Opening a result leads to another page: the dialog is done. A result opened in a new tab does not come here,
  // and going back may lead to where it was open.
  useEffect(() => history.listen(() => isSearchEntry() || dialog.current?.close()), [history]);

  useEffect(() => {
    const element = dialog.current;
    // A click that began inside, such as one that selects text, does not end on the backdrop.
    let isPressed = false;
    const press = (event: MouseEvent) => {
      isPressed = event.target === element;
    };
    const release = (event: MouseEvent) => {
      if (isPressed && event.target === element) element?.close();
    };
    element?.addEventListener('mousedown', press);
    element?.addEventListener('click', release);
    return () => {
      element?.removeEventListener('mousedown', press);
      element?.removeEventListener('click', release);
    };
  }, []);

  function openFirst(event: FormEvent) {
    event.preventDefault();
    const words = typed.trim();
    // What is shown may still be the answer to fewer letters.
    if (search.answer?.typed.trim() === words) clickFirst(dialog.current);
    else if (words !== '' && !search.failed) awaited.current = words;
  }

  useEffect(() => {
    if (search.failed) awaited.current = undefined;
    if (awaited.current === undefined || search.answer?.typed.trim() !== awaited.current) return;
    awaited.current = undefined;
    clickFirst(dialog.current);
  }, [search.answer, search.failed]);

  function close() {
    awaited.current = undefined;
    onClose();
  }

  function openAll(event: ReactMouseEvent) {
    if (!allResults || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
      return;
    event.preventDefault();
    history.push(allResults);
  }

  function moveFocus(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key !== 'Enter') awaited.current = undefined;
    if (isSearchCombination(event.nativeEvent)) {
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
      return;
    }
    if (event.key === 'Escape') {
      // A search field would take the first Escape to empty itself.
      event.preventDefault();
      dialog.current?.close();
      return;
    }
    const stops: (HTMLElement | null)[] = [field.current, ...stopsIn(dialog.current)];
    const at = stops.indexOf(document.activeElement as HTMLElement | null);
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    if (step && at !== -1) {
      event.preventDefault();
      stops[at + step]?.focus();
    } else if (at > 0 && isTyping(event)) {
      field.current?.focus();
    }
  }

  return (
    <dialog
      ref={dialog}
      className={`${styles.look} ${dialogStyles.dialog}`}
      aria-label={translate({
        id: 'opsbinder.search.dialog',
        message: 'Search this site',
        description: 'Name of the search dialog',
      })}
      onClose={close}
      onKeyDown={moveFocus}
    >
      <div className={dialogStyles.panel}>
        <search>
          <form className={dialogStyles.form} onSubmit={openFirst}>
            <SearchField
              ref={field}
              className={dialogStyles.field}
              enter="go"
              typed={typed}
              onType={(text) => {
                awaited.current = undefined;
                setTyped(text);
              }}
            />
            <button type="button" className={dialogStyles.close} onClick={() => dialog.current?.close()}>
              {translate({
                id: 'opsbinder.search.close',
                message: 'Close',
                description: 'Closes the search dialog',
              })}
            </button>
          </form>
        </search>
        <SearchStatus search={search} isAsked={isAsked} />
        {!isAsked && <RecentPages isOpen={isOpen} onClear={() => field.current?.focus()} />}
        {search.answer && !search.failed && (
          <SearchResults answer={search.answer} onShowMore={search.showMore} />
        )}
        {search.answer?.total === 0 && !search.failed && (
          <Suspense>
            <NothingFound bundlePath={place.bundlePath} />
          </Suspense>
        )}
        <div className={dialogStyles.foot}>
          {/* Docusaurus's own link would fetch the page of all results along with the dialog. */}
          {allResults && (
            <a className={dialogStyles.all} href={allResults} onClick={openAll}>
              {translate({
                id: 'opsbinder.search.all',
                message: 'All results and filters',
                description: 'Leads from the dialog to the search page',
              })}
            </a>
          )}
          <p className={dialogStyles.keys} aria-hidden="true">
            {interpolate(
              translate({
                id: 'opsbinder.search.keys',
                message: '{arrows} to move, {enter} to open, {escape} to close',
                description: 'Which keys work in the search dialog',
              }),
              {arrows: <kbd>↑ ↓</kbd>, enter: <kbd>Enter</kbd>, escape: <kbd>Esc</kbd>},
            )}
          </p>
        </div>
      </div>
    </dialog>
  );
}

/** Where the arrow keys stop below the field: the links, and the button for more of them, as they stand. */
function stopsIn(dialog: HTMLDialogElement | null): HTMLElement[] {
  return [...(dialog?.querySelectorAll<HTMLElement>('a[href], button[data-more]') ?? [])];
}

function clickFirst(dialog: HTMLDialogElement | null): void {
  dialog?.querySelector<HTMLElement>('a[data-result]')?.click();
}

function isTyping(event: KeyboardEvent): boolean {
  const hasModifier = event.ctrlKey || event.metaKey || event.altKey;
  return !hasModifier && (event.key.length === 1 || event.key === 'Backspace') && event.key !== ' ';
}
