import {useEffect} from 'react';

/** Whether the shortcut is ⌘ K rather than Ctrl K. Only to be asked in a browser. */
export function usesCommandKey(): boolean {
  return /mac|iphone|ipad/i.test(navigator.platform);
}

/** The event, dispatched on the document, with which any part of a page opens the search. */
export const OPEN_SEARCH = 'opsbinder:open-search';

/** Calls `open` on Ctrl/⌘ K anywhere, on `/` unless somebody is typing, and on the event `OPEN_SEARCH`. */
export function useOpenSearch(open: () => void): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || event.isComposing || event.altKey) return;
      if (!isSearchCombination(event) && !isSlash(event)) return;
      event.preventDefault();
      open();
    }
    document.addEventListener('keydown', onKeyDown);
    document.addEventListener(OPEN_SEARCH, open);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      document.removeEventListener(OPEN_SEARCH, open);
    };
  }, [open]);
}

/** Whether a key opens the search, also from where somebody is typing. */
export function isSearchCombination(event: KeyboardEvent): boolean {
  // On a Mac, Ctrl K belongs to text fields: it deletes to the end of the line.
  const modifiers = usesCommandKey() ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
  return modifiers && !event.shiftKey && event.key.toLowerCase() === 'k';
}

// Shift is allowed: on many keyboards `/` is not to be had without it.
function isSlash(event: KeyboardEvent): boolean {
  return event.key === '/' && !event.ctrlKey && !event.metaKey && !takesText(event.target);
}

function takesText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    // What is typed in a dialog is for that dialog.
    (target.isContentEditable ||
      target.closest('input, textarea, select, [role="textbox"], dialog[open]') !== null)
  );
}
