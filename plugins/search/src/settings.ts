import type {Handbook, SearchSettings} from '@opsbinder/core';
import type {PluginOptions} from './options.js';
import type {SiteFacts} from './page.js';

/** What settings are made from. */
export interface SettingsInput {
  options: Pick<PluginOptions, 'includeCharacters' | 'merge'>;
  site: Pick<SiteFacts, 'versions'>;
  /** Undefined on a site without docs. */
  handbook: Pick<Handbook, 'pages'> | undefined;
  /** How many entries the index has. */
  pages: number;
}

/** How the browser is to ask an index. */
export function searchSettings({options, site, handbook, pages}: SettingsInput): SearchSettings {
  const versions = [...site.versions.values()];
  const isDeprecated = handbook?.pages.some(({facts}) => facts.status === 'deprecated');
  return {
    pages,
    includeCharacters: options.includeCharacters,
    hasLast: isDeprecated === true || versions.some(({isServed}) => !isServed),
    ...(versions.length > 0 && {
      versions: {
        served: versions.flatMap(({name, isServed}) => (isServed ? [name] : [])),
        all: versions.map(({name, label}) => ({name, label})),
      },
    }),
    merge: options.merge,
  };
}
