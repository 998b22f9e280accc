import {parseMarkdown} from '@opsbinder/core';
import type {RootContent} from 'mdast';
import {visit} from 'unist-util-visit';
import {showBlankLinks} from './blank-links.js';
import {keepMessageTexts} from './messages.js';
import {restoreForeignDirectives} from './restore-directives.js';

// Signs that Markdown reads as punctuation, like `<`, but that open nothing.
const STAND_INS = ['\u{FE64}', '\u{22D6}', '\u{2A79}', '\u{29C0}'];

/**
 * Reads as Markdown what CommonMark took for a block of HTML. In a verbatim piece every `<` is text. It cannot
 * be escaped for that, because the piece may stand in code, where an escape would be seen.
 */
export function readAsMarkdown(pieces: readonly {text: string; isVerbatim: boolean}[]): RootContent[] {
  const whole = pieces.map(({text}) => text).join('');
  const standIn = STAND_INS.find((sign) => !whole.includes(sign)) ?? '\u{FDD0}';
  const source = pieces
    .map(({text, isVerbatim}) => (isVerbatim ? text.replaceAll('<', standIn) : text))
    .join('');
  const tree = parseMarkdown(source);
  // Stand-ins are as long as what they stand for.
  keepMessageTexts(tree, whole);
  // Both look at the source, which is at hand only here.
  restoreForeignDirectives(tree, source);
  showBlankLinks(tree, source);
  visit(tree, (node) => {
    for (const [key, value] of Object.entries(node)) {
      if (typeof value === 'string') Object.assign(node, {[key]: value.replaceAll(standIn, '<')});
    }
  });
  return tree.children;
}
