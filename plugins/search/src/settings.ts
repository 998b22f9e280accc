import type {SearchSettings} from '@opsbinder/core';
import type {PluginOptions} from './options.js';
import type {SiteFacts} from './page.js';

/** How the browser is to ask an index. */
export function searchSettings(
  {includeCharacters, merge}: Pick<PluginOptions, 'includeCharacters' | 'merge'>,
  {versions}: Pick<SiteFacts, 'versions'>,
  {pages, hasLast}: Pick<SearchSettings, 'pages' | 'hasLast'>,
): SearchSettings {
  const all = [...versions.values()];
  return {
    pages,
    includeCharacters,
    hasLast,
    ...(all.length > 0 && {
      versions: {
        served: all.flatMap(({name, isServed}) => (isServed ? [name] : [])),
        all: all.map(({name, label}) => ({name, label})),
      },
    }),
    merge,
  };
}
