import {translate} from '@docusaurus/Translate';
import type {SearchGlobalData} from '@opsbinder/core';
import type {ReactNode} from 'react';

interface Props {
  place: SearchGlobalData;
  className?: string | undefined;
}

/** For whoever reads without JavaScript: a form that leads to the search page, which says what works there. */
export function NoScriptSearch({place: {searchPath}, className}: Props): ReactNode {
  if (!searchPath) return null;
  return (
    <noscript>
      <form action={searchPath} method="get" className={className}>
        <input
          type="search"
          name="q"
          aria-label={translate({
            id: 'opsbinder.search.field',
            message: 'Search for',
            description: 'Label of the search field',
          })}
        />
        <button type="submit">
          {translate({id: 'opsbinder.search.button', message: 'Search', description: 'Opens the search'})}
        </button>
      </form>
    </noscript>
  );
}
