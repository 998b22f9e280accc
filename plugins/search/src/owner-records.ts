import {type Handbook, listOwners, withoutScheme} from '@opsbinder/core';
import type {CustomRecord} from 'pagefind';

/**
 * The owners as entries of the index: found by name, id, chat channel, phone number or address. Their pages are left
 * out as pages, since they list what stands on others.
 *
 * @param urlOf the address of an owner's page below the site's base, by its slug; undefined where there is none
 */
export function ownerRecords(
  handbook: Handbook,
  urlOf: (slug: string) => string | undefined,
  language: string,
): CustomRecord[] {
  return listOwners(handbook).flatMap(({owner, slug}) => {
    const url = urlOf(slug);
    if (!url) return [];
    const {id, name, chat, phone, email, oncall} = owner;
    const ways = [chat, phone, email, oncall && withoutScheme(oncall)].filter(Boolean);
    return {
      url,
      language: language.toLowerCase(),
      content: [name, ...ways].join(' · '),
      meta: {title: name, ...(id !== name && {names: id})},
      filters: {type: ['owner'], owner: [id], language: [language]},
    };
  });
}
