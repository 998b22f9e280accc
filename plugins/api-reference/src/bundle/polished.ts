// Stands in for the package `polished` in Redoc. A theme whose colours are CSS variables is right in light and
// dark mode alike, before any script runs; only the browser can mix such colours.

/** The colour with `amount` (0 to 1) of black in it. */
export function darken(amount: number, color: string): string {
  return mix(color, 'black', amount);
}

/** The colour with `amount` (0 to 1) of white in it. */
export function lighten(amount: number, color: string): string {
  return mix(color, 'white', amount);
}

/** The colour with `amount` (0 to 1) of grey in it. */
export function desaturate(amount: number, color: string): string {
  return mix(color, 'gray', amount);
}

/** The colour, seen through by `amount` (0 to 1). */
export function transparentize(amount: number, color: string): string {
  return mix(color, 'transparent', amount);
}

/** What can be read on any of the theme's strong colours, which are all dark. */
export function readableColor(): string {
  return 'white';
}

/** How light a colour is, which nobody knows of a variable: neither light nor dark. */
export function getLuminance(): number {
  return 0.5;
}

function mix(color: string, other: string, amount: number): string {
  const share = Math.round(amount * 1000) / 10;
  return `color-mix(in srgb, ${color}, ${other} ${share}%)`;
}
