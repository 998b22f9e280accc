import type {QrCode} from '@opsbinder/core';

/**
 * Draws a QR code with medium error correction, which survives a fold and a coffee stain.
 *
 * @param text what it says; an address of up to 2331 bytes
 * @throws Error when the text is longer than any code can hold
 */
export async function drawQr(text: string): Promise<QrCode> {
  const {default: encode} = await import('qr');
  // The library draws a border of one module at least.
  const rows = encode(text, 'raw', {ecc: 'medium', border: 1})
    .slice(1, -1)
    .map((row) => row.slice(1, -1));
  return {text, size: rows.length, path: rows.map(drawRow).join('')};
}

// A bar for each run of dark modules: a square for each would be three times as long.
function drawRow(row: readonly boolean[], y: number): string {
  const text = row.map((isDark) => (isDark ? '#' : ' ')).join('');
  return [...text.matchAll(/#+/g)]
    .map(({0: run, index}) => `M${index} ${y}h${run.length}v1h-${run.length}z`)
    .join('');
}
