/** The text of a part of a page, and which node each piece of it stands in. */
export interface PageText {
  text: string;
  pieces: {node: Text; start: number}[];
}

// Elements within a sentence or a line of code: a word may run through several of them.
const IN_TEXT = new Set(
  'A ABBR B BDI BDO CITE CODE DEL DFN EM I INS KBD MARK Q S SAMP SMALL SPAN STRONG SUB SUP U VAR WBR'.split(
    ' ',
  ),
);

// What nobody reads as text of the page. The panel of a tab is hidden only until the tab is chosen.
const APART =
  'script, style, noscript, template, textarea, select, button, svg, nav, dialog, [aria-hidden="true"], ' +
  '[data-pagefind-ignore], [hidden]:not([role="tabpanel"], [hidden="until-found"])';

/** Reads the text of a part of a page. Where a block or a line ends, so does it: no word goes on there. */
export function readText(root: Element): PageText {
  const pieces: PageText['pieces'] = [];
  let text = '';
  let block: Element | null = null;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node instanceof Element && node.matches(APART) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeName === 'BR') text += '\n';
    if (!(node instanceof Text)) continue;
    const around = blockOf(node, root);
    if (around !== block) text += '\n';
    block = around;
    pieces.push({node, start: text.length});
    text += node.data;
  }
  return {text, pieces};
}

/** The stretch from one place of the text to another. */
export function rangeOf({pieces}: PageText, start: number, end: number): Range {
  const range = document.createRange();
  const first = pieceAt(pieces, start);
  // The end belongs to the piece before it, where one ends and another begins.
  const last = pieceAt(pieces, end - 1);
  if (first) range.setStart(first.node, start - first.start);
  if (last) range.setEnd(last.node, end - last.start);
  return range;
}

function pieceAt(pieces: PageText['pieces'], place: number): PageText['pieces'][number] | undefined {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((pieces[middle]?.start ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return pieces[low];
}

function blockOf(node: Text, root: Element): Element {
  let element = node.parentElement ?? root;
  while (element !== root && IN_TEXT.has(element.tagName)) element = element.parentElement ?? root;
  return element;
}
