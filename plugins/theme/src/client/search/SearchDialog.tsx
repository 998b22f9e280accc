import {interpolate} from '@docusaurus/Interpolate';
import {useHistory} from '@docusaurus/router';
import {translate} from '@docusaurus/Translate';
import {usePluralForm} from '@docusaurus/theme-common';
import type {SearchGlobalData} from '@opsbinder/core';
import {type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState} from 'react';
import SearchResults from './SearchResults';
import styles from './styles.module.css';
import {type Search, useSearch} from './use-search';

export interface SearchDialogProps {
  index: SearchGlobalData;
  isOpen: boolean;
  onClose: () => void;
}

// Docusaurus mounts the navbar anew on some ways from page to page; the words typed last outlive that, so that
// the next result can be tried.
let lastTyped = '';

/**
 * The search itself: a field, and the pages that match as plain links. The arrow keys go from the field through
 * the links, Enter in the field opens the first, Escape closes; the dialog keeps its words and answer for when
 * it is opened again.
 */
export default function SearchDialog({index, isOpen, onClose}: SearchDialogProps): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(lastTyped);
  const search = useSearch(index, typed);
  const history = useHistory();
  const fieldId = useId();

  useEffect(() => {
    lastTyped = typed;
  }, [typed]);

  useEffect(() => {
    if (!isOpen) {
      dialog.current?.close();
      return;
    }
    if (!dialog.current?.open) dialog.current?.showModal();
    field.current?.focus();
    field.current?.select();
  }, [isOpen]);

  // Opening a result, or going back, leads to another page: the dialog is done. A result opened in a new tab
  // does not come here.
  useEffect(() => history.listen(() => dialog.current?.close()), [history]);

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
    // What is shown may still be the answer to fewer letters.
    if (search.answer?.typed === typed) links(dialog.current)[0]?.click();
  }

  function moveFocus(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      // A search field would take the first Escape to empty itself.
      event.preventDefault();
      dialog.current?.close();
      return;
    }
    const stops: (HTMLElement | null)[] = [field.current, ...links(dialog.current)];
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
      className={styles.dialog}
      aria-label={translate({
        id: 'opsbinder.search.dialog',
        message: 'Search this site',
        description: 'Name of the search dialog',
      })}
      onClose={onClose}
      onKeyDown={moveFocus}
    >
      <div className={styles.panel}>
        <search>
          <form className={styles.form} onSubmit={openFirst}>
            <label className={styles.hidden} htmlFor={fieldId}>
              {translate({
                id: 'opsbinder.search.field',
                message: 'Search for',
                description: 'Label of the search field',
              })}
            </label>
            <input
              ref={field}
              id={fieldId}
              className={styles.field}
              type="search"
              enterKeyHint="go"
              autoComplete="off"
              autoCapitalize="none"
              autoCorrect="off"
              spellCheck={false}
              placeholder={translate({
                id: 'opsbinder.search.placeholder',
                message: 'A word, an alert or an error message',
                description: 'Placeholder of the search field',
              })}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
            <button type="button" className={styles.close} onClick={() => dialog.current?.close()}>
              {translate({
                id: 'opsbinder.search.close',
                message: 'Close',
                description: 'Closes the search dialog',
              })}
            </button>
          </form>
        </search>
        <Status search={search} typed={typed} />
        {search.answer && !search.failed && (
          <SearchResults answer={search.answer} onShowMore={search.showMore} />
        )}
        <p className={styles.keys} aria-hidden="true">
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
    </dialog>
  );
}

function Status({search, typed}: {search: Search; typed: string}): ReactNode {
  const {selectMessage} = usePluralForm();
  const {answer, failed, retry} = search;

  function message(): string {
    if (failed) return failureMessage();
    if (!answer) {
      return typed.trim() === ''
        ? ''
        : translate({id: 'opsbinder.search.searching', message: 'Searching…', description: 'Before results'});
    }
    if (answer.total === 0) {
      return translate(
        {
          id: 'opsbinder.search.nothing',
          message: 'Nothing found for “{query}”. Fewer or other words may find more.',
          description: 'When no page matches',
        },
        {query: answer.typed.trim()},
      );
    }
    const count = selectMessage(
      answer.total,
      translate(
        {
          id: 'opsbinder.search.count',
          message: 'One result.|{count} results.',
          description: 'Number of results. One form for each plural of the language, separated by |',
        },
        {count: answer.total},
      ),
    );
    if (answer.missing.length === 0) return count;
    return `${count} ${translate(
      {
        id: 'opsbinder.search.missing',
        message: 'No page has: {words}',
        description: 'Words that were left out of the search because no page has them',
      },
      {words: answer.missing.join(', ')},
    )}`;
  }

  return (
    <div className={styles.status}>
      <p role="status">{message()}</p>
      {failed && (
        <button type="button" className={styles.more} onClick={retry}>
          {translate({
            id: 'opsbinder.search.retry',
            message: 'Try again',
            description: 'Tries to load the index again',
          })}
        </button>
      )}
    </div>
  );
}

function failureMessage(): string {
  return process.env.NODE_ENV === 'development'
    ? translate({
        id: 'opsbinder.search.development',
        message: 'Search needs a built site: npm run build, then npm run serve.',
        description: 'Shown in development, where there is no index',
      })
    : translate({
        id: 'opsbinder.search.failed',
        message: 'The search index could not be loaded. Check the connection and try again.',
        description: 'When the index cannot be fetched',
      });
}

/** The links to results, in the order in which they stand. */
function links(dialog: HTMLDialogElement | null): HTMLAnchorElement[] {
  return [...(dialog?.querySelectorAll<HTMLAnchorElement>('a[href]') ?? [])];
}

function isTyping(event: KeyboardEvent): boolean {
  const hasModifier = event.ctrlKey || event.metaKey || event.altKey;
  return !hasModifier && (event.key.length === 1 || event.key === 'Backspace') && event.key !== ' ';
}
