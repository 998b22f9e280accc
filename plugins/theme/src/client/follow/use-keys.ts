import {useEffect, useRef} from 'react';
import {keysAreOn} from './keys-switch.js';
import {currentStep, usePageState} from './page-state.js';

/**
 * The keys of a page that is followed: `c` copies the next command, space ticks the current step, `?` lists the
 * keys. They are left alone wherever a key means something else: in fields, on buttons, with Ctrl and the like.
 */
export function useKeys(showKeys: () => void): void {
  const state = usePageState();
  const show = useRef(showKeys);
  show.current = showKeys;
  const next = useRef<Element>(undefined);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isTaken(event) || !keysAreOn()) return;
      // A key that is held down is pressed once.
      if (event.repeat && /^[c ?]$/.test(event.key)) event.preventDefault();
      else if (event.key === '?') show.current();
      else if (event.key === 'c') {
        const command = nextCommand(next.current);
        if (!command) return;
        next.current = command;
        press(command.querySelector<HTMLElement>('[data-copy]'));
      } else if (event.key === ' ') {
        const step = currentStep(state.get());
        const box = step && document.querySelector<HTMLElement>(`[data-tick="${CSS.escape(step[0])}"]`);
        if (!box) return;
        press(box);
      } else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [state]);
}

function isTaken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing)
    return true;
  const target = event.target as Element | null;
  if (document.querySelector('dialog[open]')) return true;
  // A code block that scrolls takes the focus and has no keys of its own but arrows.
  return (
    target?.closest(
      'input, textarea, select, button, a[href], summary, [contenteditable], [role=tab], [role=button]',
    ) != null
  );
}

// The one after the last copied, or again that one where a second press is asked for. At first it is the first of
// the current step, or else of the page.
function nextCommand(last: Element | undefined): Element | undefined {
  const commands = [...document.querySelectorAll('[data-command]')].filter((command) =>
    command.querySelector('[data-copy]'),
  );
  if (last?.isConnected) {
    if (last.querySelector('[data-asks]')) return last;
    return commands.find((command) => follows(last, command)) ?? commands[0];
  }
  const current = document.querySelector('[data-current]');
  return (
    commands.find((command) => !current || current.contains(command) || follows(current, command)) ??
    commands[0]
  );
}

function follows(first: Element, second: Element): boolean {
  return (first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

function press(control: HTMLElement | null): void {
  control?.click();
  control?.scrollIntoView({block: 'nearest'});
}
