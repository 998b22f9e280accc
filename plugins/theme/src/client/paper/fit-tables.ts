// What is left of the width of A4 between the margins, less a hair; in CSS pixels.
const PAPER = 690;
// In points. Below the last nobody reads.
const SIZES = [9, 8.5, 8, 7.5, 7];

/**
 * Sets each table in the largest type in which it is no wider than paper with all its words whole. One that is wider
 * in the smallest keeps what the style sheet gives it: small type, and words that break anywhere.
 */
export function fitTables(): void {
  for (const table of document.querySelectorAll<HTMLElement>('.markdown table')) {
    const column = table.closest('.markdown')?.clientWidth ?? 0;
    // A table in a step has less room than one on its own.
    const indent = column - (table.parentElement?.clientWidth ?? column);
    const size = SIZES.find((points) => wordsWidth(table, points) <= PAPER - indent);
    table.classList.toggle('opsbinder-whole-words', size !== undefined);
    if (size !== undefined) table.style.setProperty('--opsbinder-table-size', `${size}pt`);
  }
}

// Less is not possible without breaking words.
function wordsWidth(table: HTMLElement, points: number): number {
  table.style.setProperty('--opsbinder-table-size', `${points}pt`);
  table.classList.add('opsbinder-measured');
  const width = table.offsetWidth;
  table.classList.remove('opsbinder-measured');
  table.style.removeProperty('--opsbinder-table-size');
  return width === 0 ? Number.POSITIVE_INFINITY : width;
}
