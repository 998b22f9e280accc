import {addToPageHeader} from '@opsbinder/handbook';
import type {Root} from 'mdast';

/**
 * Remark plugin, for `beforeDefaultRemarkPlugins` of a docs plugin: puts the review badge below each page's
 * title. It only names the place; what stands there comes from the page's record, which is written anew for
 * every build.
 */
export function freshnessBadge() {
  return (tree: Root, file: {path?: string}): void => addToPageHeader(tree, file.path, 'freshness');
}

export default freshnessBadge;
