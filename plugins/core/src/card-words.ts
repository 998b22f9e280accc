import type {Card, CardEntryView} from './card-view.js';
import type {Owner} from './owners.js';

/** Whether an entry has no name but its own command or address, which is then not said twice. */
export function isItsOwnLabel({
  label,
  url,
  blocks,
}: Pick<CardEntryView, 'label' | 'url' | 'blocks'>): boolean {
  return label === url || blocks.some((block) => block.kind === 'command' && block.command === label);
}

/**
 * Those to call next, in order, with their numbers; whoever is a contact of the card already need not be given one
 * twice.
 */
export function nextToCall(owners: readonly Owner[], {sections}: Pick<Card, 'sections'>): string {
  const contacts = new Set(sections.flatMap(({entries}) => entries.map(({owner}) => owner?.id)));
  return owners
    .map(({id, name, phone}) => (phone && !contacts.has(id) ? `${name} ${phone}` : name))
    .join(' → ');
}
