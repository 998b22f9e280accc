import type {Handbook} from './handbook.js';
import type {Owner} from './owners.js';
import {uniqueSlug} from './slugs.js';

/** An owner with the part of an address that stands for it. */
export interface ListedOwner {
  owner: Owner;
  /** Unique in the handbook, and safe in addresses and file names: the id itself where it is that already. */
  slug: string;
}

/**
 * All owners of a handbook: those of `owners.yml` in its order, then those whom pages name where there is no such
 * file.
 */
export function listOwners({owners, pages}: Pick<Handbook, 'owners' | 'pages'>): ListedOwner[] {
  const named = pages.flatMap(({facts}) => facts.owner ?? []).sort();
  const ids = [...new Set([...owners.keys(), ...named])];
  const taken = new Set<string>();
  return ids.map((id) => ({owner: owners.get(id) ?? {id, name: id}, slug: uniqueSlug(id, 'owner', taken)}));
}
