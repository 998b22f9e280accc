import type {Page} from 'playwright-core';
import {openPdf} from './pdf.js';

/** A printed sheet: its words without white space, those in its foot apart, and those that reach over its edge. */
export interface Sheet {
  text: string;
  /** The same as it stands there, line by line. */
  lines: string[];
  foot: string;
  cut: string[];
}

// In points: the margins of pages of the handbook, less what rounding can make.
const FOOT = 47;
const EDGE = 33;

/** Prints a page as somebody would who changes nothing in the dialog, and reads the sheets. */
export async function printed(
  page: Page,
  format: 'A4' | 'Letter',
): Promise<{sheets: Sheet[]; text: string; pdf: Buffer}> {
  const file = await page.pdf({format});
  const pdf = await openPdf(file);
  const sheets = await Promise.all(
    Array.from({length: pdf.numPages}, async (_, index): Promise<Sheet> => {
      const sheet = await pdf.getPage(index + 1);
      const {width} = sheet.getViewport({scale: 1});
      const items = (await sheet.getTextContent()).items.flatMap((item) => ('str' in item ? [item] : []));
      const words = items.filter(({transform}) => transform[5] >= FOOT);
      const foot = items.filter(({transform, str}) => transform[5] < FOOT && str.trim() !== '');
      const isCut = ({transform, width: length}: (typeof items)[number]) =>
        transform[4] < EDGE || transform[4] + length > width - EDGE;
      return {
        text: words
          .map(({str}) => str)
          .join('')
          .replace(/\s/g, ''),
        lines: words
          .map(({str, hasEOL}) => str + (hasEOL ? '\n' : ''))
          .join('')
          .split('\n'),
        foot: foot
          .sort((a, b) => a.transform[4] - b.transform[4])
          .map(({str}) => str)
          .join(' '),
        cut: items.filter((item) => item.str.trim() !== '' && isCut(item)).map(({str}) => str),
      };
    }),
  );
  return {sheets, text: sheets.map(({text}) => text).join(''), pdf: file};
}

/**
 * The texts of a page as its HTML has them, whatever is folded or hidden on a screen; without controls, and without
 * what is said to those who cannot see.
 *
 * @param where the element that holds them
 */
export function textsOf(page: Page, where = '.theme-doc-markdown'): Promise<string[]> {
  return page.locator(where).evaluate((article) => {
    const controls =
      'style, button, select, label:has(input), [data-blanks], [role=tablist], [role=status], nav, .hash-link, [hidden]:not([role=tabpanel])';
    const texts: string[] = [];
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = (node.textContent ?? '').replace(/\s/g, '');
      if (text !== '' && !node.parentElement?.closest(controls)) texts.push(text);
    }
    return texts;
  });
}

/**
 * The texts that are not on paper, each as often as it is missing. A text may go on from one sheet to the next, and
 * be set in capitals.
 */
export function missing(texts: readonly string[], sheets: readonly Sheet[]): string[] {
  const left = sheets.map(({text}) => text.toLowerCase());
  // No two pieces make a word that was not there.
  const take = (sheet: number, text: string) => {
    left[sheet] = left[sheet]?.replace(text, () => '\n') ?? '';
  };
  const find = (text: string): boolean => {
    const whole = left.findIndex((sheet) => sheet.includes(text));
    if (whole !== -1) {
      take(whole, text);
      return true;
    }
    // From the middle on: a piece of one or two signs would be found anywhere.
    const middle = text.length / 2;
    const cuts = Array.from({length: text.length - 1}, (_, index) => index + 1);
    for (const cut of cuts.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))) {
      const [head, tail] = [text.slice(0, cut), text.slice(cut)];
      const sheet = left.findIndex((one, index) => one.includes(head) && left[index + 1]?.includes(tail));
      if (sheet === -1) continue;
      take(sheet, head);
      take(sheet + 1, tail);
      return true;
    }
    return false;
  };
  // The long ones first: a short one may be found within them.
  return [...texts].sort((a, b) => b.length - a.length).filter((text) => !find(text.toLowerCase()));
}

/** The words of all code of a page that a browser may break at a sign of theirs, such as `--dry-run`. */
export function wordsOfCode(page: Page): Promise<string[]> {
  return page.locator('.theme-doc-markdown').evaluate((article) =>
    [...article.querySelectorAll('.token-line, :not(pre) > code')]
      .filter((code) => !code.closest('[data-blanks]'))
      .flatMap((code) => (code.textContent ?? '').split(/\s+/))
      .filter((word) => /\w\W|\W\w/.test(word)),
  );
}

/** The words that stand whole on no line of paper, each as often as it is missing. */
export function broken(words: readonly string[], sheets: readonly Sheet[]): string[] {
  // What the frame of a blank keeps apart is one word all the same.
  const lines = sheets.flatMap((sheet) => sheet.lines).map((line) => line.replace(/\s/g, ''));
  const find = (word: string) => {
    const line = lines.findIndex((one) => one.includes(word));
    // No two pieces make a word that was not there.
    if (line !== -1) lines[line] = lines[line]?.replace(word, () => '\n') ?? '';
    return line !== -1;
  };
  // The long ones first: a short one may be found within them.
  return [...words].sort((a, b) => b.length - a.length).filter((word) => !find(word));
}
