import parseStyle from 'inline-style-parser';
import type {Html, Root} from 'mdast';
import {visit} from 'unist-util-visit';

const STYLE = /\sstyle\s*=\s*(?:"([^"]*)"|'([^']*)')/gi;

/**
 * Takes inline styles away that are no CSS, such as `style="color"`. A browser ignores them; the compiler
 * refuses the whole page over one.
 */
export function dropBrokenStyles(tree: Root): void {
  visit(tree, 'html', (node: Html) => {
    node.value = node.value.replace(STYLE, (attribute, double?: string, single?: string) =>
      isStyle(double ?? single ?? '') ? attribute : '',
    );
  });
}

function isStyle(text: string): boolean {
  try {
    parseStyle(text);
    return true;
  } catch {
    return false;
  }
}
