import {restoreDirectives} from '@opsbinder/core';
import type {Parents, Root} from 'mdast';
import {SKIP, visit} from 'unist-util-visit';
import {DIRECTIVES} from './directives.js';

/**
 * Remark plugin, for the end of `remarkPlugins`: puts back, as it was written, whatever looks like a
 * directive but was claimed by nobody. `svc:web[0]` and `host:8080{a=1}` are text, and so is the fence line
 * of an unknown `:::block`, whose content stays.
 */
export function restoreUnclaimedDirectives() {
  return (tree: Root, file: {value: unknown}): void => {
    restoreDirectives(tree, String(file.value), (directive) => directive.data === undefined);
  };
}

/**
 * Puts back the text directives in headings that are not ours, before Docusaurus reads the headings for the
 * table of contents: there a lost word would stay lost.
 */
export function restoreHeadingDirectives(tree: Root, source: string): void {
  visit(tree, 'heading', (heading) => {
    restoreForeignDirectives(heading, source);
    return SKIP;
  });
}

/** Puts back every directive that is not ours, in a tree whose positions count in `source`. */
export function restoreForeignDirectives(tree: Root | Parents, source: string): void {
  restoreDirectives(tree, source, ({type, name}) => {
    const ours: readonly string[] = DIRECTIVES[type];
    return !ours.includes(name);
  });
}
