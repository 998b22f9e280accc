import {usePluginData} from '@docusaurus/useGlobalData';
import type {SearchGlobalData} from '@opsbinder/core';

/** Where the search is, as the search plugin tells every page; undefined without it. */
export function useSearchPlace(): SearchGlobalData | undefined {
  return usePluginData('@opsbinder/docusaurus-plugin-search') as SearchGlobalData | undefined;
}

/** The address of the search page with these words typed into it. */
export function searchAddress(searchPath: string, typed: string): string {
  const words = typed.trim();
  return words === '' ? searchPath : `${searchPath}?${new URLSearchParams({q: words})}`;
}
