/** Orders texts by code units, not by the machine's locale: sorted output must not depend on where it is built. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
