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
