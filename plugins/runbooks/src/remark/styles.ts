import parseStyle from 'inline-style-parser';
import type {Html, Root} from 'mdast';
import {visit} from 'unist-util-visit';
import {htmlTokens} from './html-tokens.js';

// Attribute by attribute, so that what looks like a style in the value of another one is left alone. Braces are
// for `style={{color: 'red'}}`, pasted from JSX.
const ATTRIBUTE = /\s*([^\s"'<>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|\{\{[^}]*\}\}|[^\s"'>][^\s>]*))?/g;

/**
 * Takes inline styles away that are no CSS, such as `style="color"`. A browser ignores them; the compiler
 * refuses the whole page over one.
 */
export function dropBrokenStyles(tree: Root): void {
  visit(tree, 'html', (node: Html) => {
    node.value = htmlTokens(node.value)
      .map((token) => {
        if (token.kind !== 'tag' || token.isClosing) return token.text;
        const start = 1 + token.name.length;
        return token.text.slice(0, start) + withoutBrokenStyle(token.attributes) + token.text.slice(-1);
      })
      .join('');
  });
}

function withoutBrokenStyle(attributes: string): string {
  return attributes.replace(ATTRIBUTE, (attribute, name: string, value = '') =>
    name.toLowerCase() !== 'style' || (!value.startsWith('{') && isStyle(unquoted(value))) ? attribute : '',
  );
}

function unquoted(value: string): string {
  return /^["']/.test(value) ? value.slice(1, -1) : value;
}

function isStyle(text: string): boolean {
  try {
    parseStyle(text);
    return true;
  } catch {
    return false;
  }
}
