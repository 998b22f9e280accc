import type {HtmlTags} from '@docusaurus/types';
import {cssString} from '@opsbinder/core';

/**
 * What the head of every page must hold so that its paper tells the revision. It stands beside React's part of the
 * page: within, it would change the script of every page with every commit.
 *
 * @param commit as it is shown, by shownCommit; null where there is none to tell
 */
export function revisionTag(commit: string | null): HtmlTags | undefined {
  if (commit === null) return undefined;
  const revision = cssString(commit);
  // The theme's words around it are shown where there is one.
  return [
    {
      tagName: 'style',
      innerHTML: `:root{--opsbinder-revision:${revision};--opsbinder-revision-display:inline}`,
    },
  ];
}
