/**
 * A telephone number as a link. `+44 (0)20 …` is how people write it; dialled from a phone, the zero in brackets would
 * be wrong.
 *
 * @param phone as people write it; whatever is no digit is left out
 */
export function telephoneLink(phone: string): string {
  return `tel:${phone.replace(/^(\+[\d\s]+)\(0\)/, '$1').replace(/[^+\d]/g, '')}`;
}

/** An address as one types or dials it; one of a kind that must be named, such as `slack:`, stays as it is. */
export function withoutScheme(url: string): string {
  return url.replace(/^(?:https?:\/\/|mailto:|tel:|sms:)(?=.)/i, '');
}
