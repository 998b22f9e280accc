import {readPageParts} from '@opsbinder/core';
import type {Root} from 'mdast';

/**
 * Gives ids to bold labels that open a part of the page (`**Diagnosis:**`), so that the links in the page's header
 * find them. Those of headings are Docusaurus's business.
 */
export function giveLabelsIds(tree: Root): void {
  for (const {isOwnId, anchor, node} of readPageParts(tree).parts) {
    if (!isOwnId || node.type !== 'paragraph') continue;
    node.data = {...node.data, hProperties: {...node.data?.hProperties, id: anchor}};
  }
}
