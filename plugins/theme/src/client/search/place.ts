import {usePluginData} from '@docusaurus/useGlobalData';

/** Where the search is: what the search plugin tells every page. */
export interface SearchPlace {
  /** Folder of the index, with `baseUrl` and both slashes. */
  bundlePath: string;
  /** Address of the page with all results and filters; missing where the site has none. */
  searchPath?: string;
}

/** @returns undefined without the search plugin */
export function useSearchPlace(): SearchPlace | undefined {
  return usePluginData('@opsbinder/docusaurus-plugin-search') as SearchPlace | undefined;
}

/** The address of the search page with these words typed into it. */
export function searchAddress(searchPath: string, typed: string): string {
  const words = typed.trim();
  return words === '' ? searchPath : `${searchPath}?${new URLSearchParams({q: words})}`;
}
