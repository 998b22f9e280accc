/**
 * The id that an address leads to.
 *
 * @param hash the end of an address, from its `#`; empty for none
 * @returns the id; as it stands where it is no encoded text, such as `50%`
 */
export function anchorOf(hash: string): string {
  const anchor = hash.slice(1);
  try {
    return decodeURIComponent(anchor);
  } catch {
    return anchor;
  }
}
