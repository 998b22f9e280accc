import {useSyncExternalStore} from 'react';
import {flushSync} from 'react-dom';

/** What a page knows of being printed. */
interface Printing {
  isOn: boolean;
  /** When it was last printed, in milliseconds since 1970. */
  at?: number;
}

const NEVER: Printing = {isOn: false};
let printing = NEVER;
const listeners = new Set<() => void>();

/** Tells all that is shown that the page is printed from now on, or no more; paper shows what they then show. */
export function setPrinting(isOn: boolean): void {
  printing = {isOn, at: isOn ? Date.now() : printing.at};
  // The browser takes its picture as soon as it has told us: there is no time to render later.
  flushSync(() => {
    for (const listener of listeners) listener();
  });
}

/** Whether the page is printed right now, and when it was. */
export function usePrinting(): Printing {
  return useSyncExternalStore(
    subscribe,
    () => printing,
    () => NEVER,
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
