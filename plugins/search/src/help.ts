import {
  DEFAULT_SETTINGS,
  type Handbook,
  listOwners,
  SEARCH_WAYS,
  type SearchHelp,
  type SearchWay,
} from '@opsbinder/core';
import type {PluginOptions} from './options.js';
import {withoutSlash} from './page-facts.js';

/** What help is made from. */
export interface HelpInput {
  /** Undefined on a site without docs. */
  handbook: Handbook | undefined;
  ways: PluginOptions['ways'];
  /** The final address of a path below the site's base. */
  urlOf: (path: string) => string;
  /** Whether the site has a page at an address. */
  isPage: (url: string) => boolean;
  cards: SearchHelp['cards'];
}

/** What to offer where nothing is found, and what the values of filters are called. */
export function searchHelp({handbook, ways, urlOf, isPage, cards}: HelpInput): SearchHelp {
  const below = (way: string | false | undefined, path: string): {url?: string} => {
    const url = way ? urlOf(`${way}/${path}/`) : undefined;
    return url && isPage(url) ? {url} : {};
  };
  return {
    // Whom only front matter names may be anybody, and is on the site nowhere else.
    owners: handbook
      ? listOwners(handbook)
          .filter(({owner}) => handbook.owners.has(owner.id) || ways.owners)
          .map(({owner: {id, name}, slug}) => ({id, name, ...below(ways.owners, slug)}))
      : [],
    cards,
    // What tiers are called is the site's to say, or the binder's that it is.
    tiers: (handbook && (ways.tiers || handbook.settings.tiers !== DEFAULT_SETTINGS.tiers)
      ? handbook.settings.tiers
      : []
    )
      .filter(({id}) => handbook?.pages.some(({facts}) => facts.tier === id))
      .map(({id, title}) => ({id, title, ...below(ways.tiers, String(id))})),
    severities: (handbook?.settings.severities ?? []).map(({id, title}) => ({id, ...(title && {title})})),
    pages: searchWays(ways, urlOf).filter(({url}) => isPage(url)),
  };
}

/** The pages that lead on without a search, as the options name them. */
export function searchWays(ways: PluginOptions['ways'], urlOf: HelpInput['urlOf']): SearchWay[] {
  return SEARCH_WAYS.flatMap((name) => {
    const way = ways[name];
    return way ? {name, url: urlOf(way)} : [];
  });
}

/** Looks up pages by address, whether they end in a slash or not. */
export function pageLookup(routes: readonly string[]): (url: string) => boolean {
  const pages = new Set(routes.map(withoutSlash));
  return (url) => pages.has(withoutSlash(url));
}
