const NAME = 'opsbinder-keys';

// Until the page is closed, for browsers that keep nothing.
let isOff = false;

/** Whether single keys do something on the pages of this binder. */
export function keysAreOn(): boolean {
  try {
    return localStorage.getItem(NAME) !== 'off' && !isOff;
  } catch {
    return !isOff;
  }
}

/** Switches the keys, for this reader and all pages. */
export function switchKeys(on: boolean): void {
  isOff = !on;
  try {
    if (on) localStorage.removeItem(NAME);
    else localStorage.setItem(NAME, 'off');
  } catch {
    // It holds until the page is closed.
  }
}
