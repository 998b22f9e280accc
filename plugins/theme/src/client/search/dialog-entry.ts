import {useHistory} from '@docusaurus/router';
import {useEffect, useRef} from 'react';

// Beside what the router keeps of an entry of the browser's history.
const FLAG = 'opsbinderSearch';

/** Whether the search was open at this point of the browser's history. */
export function isSearchEntry(): boolean {
  return window.history.state?.[FLAG] === true;
}

function addSearchEntry(): void {
  window.history.pushState({...window.history.state, [FLAG]: true}, '');
}

/**
 * Gives the open dialog an entry of its own in the browser's history: "back" closes it, as on a phone, where it
 * takes the whole screen; and from a result "back" leads to the dialog with all other results.
 */
export function useDialogEntry(isOpen: boolean, open: () => void, close: () => void): void {
  const history = useHistory();
  const wanted = useRef(isOpen);
  const isLeaving = useRef(false);

  useEffect(() => {
    wanted.current = isOpen;
    if (isOpen && !isSearchEntry()) addSearchEntry();
    // Closed by hand, it leaves nothing to go back through.
    if (!isOpen && isSearchEntry() && !isLeaving.current) {
      isLeaving.current = true;
      window.history.back();
    }
  }, [isOpen]);

  useEffect(() => {
    function onPop(event: PopStateEvent) {
      const {pathname, search, hash} = window.location;
      const {location} = history;
      const isSamePage =
        pathname + search + hash === location.pathname + location.search + location.hash &&
        window.history.state?.key === location.key;
      // The router would take it for a way to this page, and scroll to its top.
      if (isSamePage) event.stopImmediatePropagation();
      if (isLeaving.current) {
        isLeaving.current = false;
        // Opened again before the browser had gone back.
        if (wanted.current && !isSearchEntry()) addSearchEntry();
      } else if (isSearchEntry()) open();
      else close();
    }
    window.addEventListener('popstate', onPop, {capture: true});
    return () => window.removeEventListener('popstate', onPop, {capture: true});
  }, [history, open, close]);
}
