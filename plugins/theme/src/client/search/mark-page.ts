import {matchWords} from './match-words';
import {rangeOf, readText} from './page-text';
import type {Words} from './words-to-mark';

const NAME = 'opsbinder-search';

/** Whether this browser can mark text without changing the page. */
export function canMark(): boolean {
  return typeof CSS !== 'undefined' && 'highlights' in CSS && typeof Highlight === 'function';
}

/** Marks words in the main content instead of those marked before; the page's own elements stay as they are. */
export function markPage(words: Words): Range[] {
  const ranges = findWords(words);
  CSS.highlights.set(NAME, new Highlight(...ranges));
  return ranges;
}

/** Where words stand in the main content. */
export function findWords(words: Words): Range[] {
  const page = readText(contentOf(document));
  return matchWords(page.text, words).map(([start, end]) => rangeOf(page, start, end));
}

export function unmarkPage(): void {
  CSS.highlights.delete(NAME);
}

/** The part of a page that is searched. */
export function contentOf(page: Document): Element {
  return page.querySelector('.theme-doc-markdown') ?? page.querySelector('main') ?? page.body;
}

/**
 * Shows where the reader is to go on: opens what is folded around the heading that the address names, or else
 * around the first match, and brings that match into view.
 */
export function showFirst(ranges: readonly Range[]): void {
  const named = document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
  if (named) {
    if (openAround(named)) afterOpening(() => named.scrollIntoView());
    return;
  }
  const first = ranges.find(isShown) ?? ranges[0];
  const around = first?.startContainer.parentElement;
  if (!first || !around) return;
  openAround(around);
  afterOpening(() => {
    around.scrollIntoView({block: 'nearest', inline: 'nearest'});
    const {top, bottom} = first.getBoundingClientRect();
    // Not below the navbar, and not at the very end.
    if (top < window.innerHeight * 0.1 || bottom > window.innerHeight * 0.9) {
      window.scrollBy(0, top - window.innerHeight / 3);
    }
  });
}

function isShown(range: Range): boolean {
  return range.getClientRects().length > 0;
}

/** Opens what is folded around an element as a reader would, so that the page knows of it. */
function openAround(element: Element): boolean {
  let hasOpened = false;
  for (let at: Element | null = element; at; at = at.parentElement) {
    if (at instanceof HTMLDetailsElement && !at.open && !at.querySelector('summary')?.contains(element)) {
      at.querySelector('summary')?.click();
      hasOpened = true;
    } else if (at.matches('[role="tabpanel"][hidden]')) {
      tabOf(at)?.click();
      hasOpened = true;
    }
  }
  return hasOpened;
}

function tabOf(panel: Element): HTMLElement | undefined {
  const panels = [...(panel.parentElement?.children ?? [])].filter((child) =>
    child.matches('[role="tabpanel"]'),
  );
  const list = panel.parentElement?.parentElement?.querySelector('[role="tablist"]');
  return list?.querySelectorAll<HTMLElement>('[role="tab"]')[panels.indexOf(panel)];
}

function afterOpening(run: () => void): void {
  setTimeout(run, 60);
}
