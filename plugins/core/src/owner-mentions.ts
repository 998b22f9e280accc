import type {Nodes, Root} from 'mdast';
import {visit} from 'unist-util-visit';
import type {CardEntry} from './cards.js';
import {ownerIdOf} from './directives.js';
import type {Finding} from './findings.js';
import type {Owners} from './owners.js';

/** The owners that a page names with `:owner[id]` or `::owner{id=""}`. */
export function readMentionedOwners(
  tree: Root,
  place: {source: string; lineOffset: number},
  owners: Owners | undefined,
  ownersSource: string,
): {ids: string[]; findings: Finding[]} {
  const ids = new Set<string>();
  const findings: Finding[] = [];
  visit(tree, (node: Nodes) => {
    if ((node.type !== 'textDirective' && node.type !== 'leafDirective') || node.name !== 'owner') return;
    const id = ownerIdOf(node);
    if (id === '') return;
    ids.add(id);
    // Without owners.yml an owner is taken at its word, as in front matter.
    if (!owners || owners.has(id)) return;
    findings.push({
      rule: 'owner-unknown',
      level: 'error',
      source: place.source,
      line: (node.position?.start.line ?? 1) + place.lineOffset,
      message: `The page names the owner "${id}". Expected one of ${[...owners.keys()].join(', ')}`,
      hint: `Add "${id}" to ${ownersSource}, or name an owner who is there.`,
    });
  });
  return {ids: [...ids], findings};
}

/** A finding for each contact on a card that `owners.yml` does not know. */
export function findUnknownContacts(
  entries: readonly CardEntry[],
  owners: Owners | undefined,
  ownersSource: string,
): Finding[] {
  return entries.flatMap(({owner, source, line}) =>
    owner === undefined || !owners || owners.has(owner)
      ? []
      : [
          {
            rule: 'owner-unknown',
            level: 'error' as const,
            source,
            line,
            message: `quick_reference.contacts names "${owner}". Expected one of ${[...owners.keys()].join(', ')}`,
            hint: `Add "${owner}" to ${ownersSource}, or name an owner who is there.`,
          },
        ],
  );
}
