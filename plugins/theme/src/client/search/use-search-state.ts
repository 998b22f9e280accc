import {useHistory, useLocation} from '@docusaurus/router';
import useIsBrowser from '@docusaurus/useIsBrowser';
import {useEffect, useMemo, useRef, useState} from 'react';
import {readState, type SearchState, type Unknown, writeState} from './search-state';

/** The state of the search page, and the ways to change it. */
export interface SearchStateInAddress {
  state: SearchState;
  /** What the address asks for besides, and means nothing. */
  unknown: Unknown[];
  /** Follows the field: the address follows once typing pauses, in the same step of the browser's history. */
  type(typed: string): void;
  /** What is typed is meant: to type on from here is another step. */
  submit(): void;
  /** Takes another step. */
  change(next: Partial<Omit<SearchState, 'typed'>>): void;
}

const PAUSE_IN_TYPING = 300;

/**
 * Keeps the state of the search page in its address. "Back" leads to what was asked before: a choice and a question
 * that was sent are steps of their own, letters are not.
 */
export function useSearchState(): SearchStateInAddress {
  const history = useHistory();
  const location = useLocation();
  // The page as built knows no query.
  const query = useIsBrowser() ? location.search : '';
  const {state, unknown} = useMemo(() => readState(query), [query]);
  const [typed, setTyped] = useState(state.typed);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // What this page has written itself: the field is ahead of that.
  const written = useRef<string>(undefined);
  // Whether "back" shall lead here, so that what comes next must not take its place.
  const isKept = useRef(false);
  const focused = useRef<Element | null>(null);

  useEffect(() => {
    if (query === written.current) return;
    written.current = query;
    clearTimeout(timer.current);
    isKept.current = query !== '';
    setTyped(readState(query).state.typed);
  }, [query]);

  // Docusaurus takes each new address for another page and the focus to its top; here it is the same page.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs after Docusaurus has seen the address
  useEffect(() => {
    if (focused.current instanceof HTMLElement) focused.current.focus({preventScroll: true});
    focused.current = null;
  }, [location]);

  useEffect(() => () => clearTimeout(timer.current), []);

  function go(next: SearchState, how: 'push' | 'replace') {
    clearTimeout(timer.current);
    const search = writeState(next);
    const {pathname} = location;
    // Another page may be on its way.
    if (history.location.pathname !== pathname || history.location.search === search) return;
    written.current = search;
    focused.current = document.activeElement;
    history[how]({pathname, search});
    isKept.current = false;
  }

  return {
    state: {...state, typed},
    unknown,
    type(text) {
      setTyped(text);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        go({...state, typed: text}, isKept.current ? 'push' : 'replace');
      }, PAUSE_IN_TYPING);
    },
    submit() {
      go({...state, typed}, isKept.current || query === '' ? 'push' : 'replace');
      isKept.current = true;
    },
    change(next) {
      go({...state, ...next, typed}, 'push');
      isKept.current = true;
    },
  };
}
