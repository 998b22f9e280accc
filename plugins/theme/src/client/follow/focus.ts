/** The id of the field in which a blank is filled. */
export function fieldId(key: string): string {
  return `blank-${key}`;
}

/** Leads the reader to the field of a blank. */
export function focusBlank(key: string): void {
  const field = document.getElementById(fieldId(key));
  field?.closest('details')?.setAttribute('open', '');
  field?.scrollIntoView({block: 'center'});
  field?.focus();
}

/**
 * Gives the focus to what stands for what has gone, once it has: from the page itself the next key would be taken for
 * one of its own.
 *
 * @param selectors what to try, in order
 */
export function keepFocus(...selectors: string[]): void {
  requestAnimationFrame(() => {
    if (document.activeElement && document.activeElement !== document.body) return;
    const found = selectors.map((selector) => document.querySelector<HTMLElement>(selector)).find(Boolean);
    found?.focus({preventScroll: true});
  });
}
