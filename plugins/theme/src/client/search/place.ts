import {usePluginData} from '@docusaurus/useGlobalData';
import type {SearchGlobalData} from '@opsbinder/core';

/** Where the search is, as the search plugin tells every page; undefined without it. */
export function useSearchPlace(): SearchGlobalData | undefined {
  return usePluginData('@opsbinder/docusaurus-plugin-search') as SearchGlobalData | undefined;
}

// Hosts refuse addresses that are much longer.
const LONGEST_QUERY = 2000;

/** The address of the search page with these words typed into it, as far as an address holds them. */
export function searchAddress(searchPath: string, typed: string): string {
  const words = typed.trim().slice(0, LONGEST_QUERY);
  return words === '' ? searchPath : `${searchPath}?${new URLSearchParams({q: words})}`;
}
