// What is left of the width of A4 between the margins, less a hair; in CSS pixels.
const PAPER = 690;
// In points. Below the last nobody reads.
const SIZES = [9, 8.5, 8, 7.5, 7];

/**
 * Sets each table in the largest type in which it is no wider than paper with all its words whole, those of code too;
 * where there is none, with words of code broken after signs such as `-`. One that is wider even then keeps what the
 * style sheet gives it: small type, and words that break anywhere.
 */
export function fitTables(): void {
  for (const table of document.querySelectorAll<HTMLElement>('.markdown table')) {
    const column = table.closest('.markdown')?.clientWidth ?? 0;
    // A table in a step has less room than one on its own.
    const indent = column - (table.parentElement?.clientWidth ?? column);
    const sizeWith = (isCodeWhole: boolean) =>
      SIZES.find((points) => wordsWidth(table, points, isCodeWhole) <= PAPER - indent);
    const whole = sizeWith(true);
    const size = whole ?? sizeWith(false);
    table.classList.toggle('opsbinder-whole-words', size !== undefined);
    table.classList.toggle('opsbinder-whole-code', whole !== undefined);
    if (size !== undefined) table.style.setProperty('--opsbinder-table-size', `${size}pt`);
  }
}

// Less is not possible without breaking words.
function wordsWidth(table: HTMLElement, points: number, isCodeWhole: boolean): number {
  table.style.setProperty('--opsbinder-table-size', `${points}pt`);
  table.classList.toggle('opsbinder-whole-code', isCodeWhole);
  table.classList.add('opsbinder-measured');
  const width = table.offsetWidth;
  table.classList.remove('opsbinder-measured');
  table.style.removeProperty('--opsbinder-table-size');
  return width === 0 ? Number.POSITIVE_INFINITY : width;
}
