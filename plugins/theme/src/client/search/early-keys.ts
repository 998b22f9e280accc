/**
 * What is typed between the opening of the search and the moment its dialog is there, which may take seconds on a slow
 * line: nobody who types at once loses letters.
 */

let typed: string | undefined;

/** Keeps what is typed from now on from the page; Escape gives up waiting. */
export function collectKeys(): void {
  if (typed !== undefined) return;
  typed = '';
  document.addEventListener('keydown', onKeyDown, {capture: true});
}

/** Whether the search is still waited for. */
export function isCollecting(): boolean {
  return typed !== undefined;
}

/** What was typed; from now on keys go where they are typed again. */
export function takeKeys(): string {
  const keys = typed ?? '';
  typed = undefined;
  document.removeEventListener('keydown', onKeyDown, {capture: true});
  return keys;
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.isComposing) return;
  const {key} = event;
  // On many keyboards characters are typed with AltGr, which browsers may report as Ctrl and Alt.
  const hasModifier = event.ctrlKey || event.metaKey || event.altKey;
  if (hasModifier && !event.getModifierState('AltGraph')) return;
  if (key === 'Escape') takeKeys();
  else if (key === 'Backspace')
    typed = Array.from(typed ?? '')
      .slice(0, -1)
      .join('');
  // The key that opened the search may still be held.
  else if (Array.from(key).length === 1) typed += event.repeat ? '' : key;
  else return;
  event.preventDefault();
  event.stopPropagation();
}
