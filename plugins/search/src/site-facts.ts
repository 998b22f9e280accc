import type {DocusaurusConfig, LoadedPlugin} from '@docusaurus/types';
import type {DocsVersion, SiteFacts} from './page.js';

interface DocsContent {
  loadedVersions: readonly {versionName: string; label: string; isLast: boolean}[];
}

/** What is read here of a loaded plugin. */
export type PluginContent = Pick<LoadedPlugin, 'name' | 'content'> & {options: {id?: string}};

/** Collects what reading a page needs to know about its site. */
export function readSiteFacts(siteConfig: DocusaurusConfig, plugins: readonly PluginContent[]): SiteFacts {
  return {
    title: siteConfig.title,
    titleDelimiter: siteConfig.titleDelimiter,
    noIndex: siteConfig.noIndex || hasSiteWideNoIndex(siteConfig),
    versions: new Map(plugins.flatMap(docsVersions)),
  };
}

function hasSiteWideNoIndex(siteConfig: DocusaurusConfig): boolean {
  const {metadata} = siteConfig.themeConfig;
  return (
    Array.isArray(metadata) &&
    metadata.some(({name, content}) => name === 'robots' && /\bno(ne|index)\b/i.test(String(content)))
  );
}

/** The versions of a docs plugin by the `docusaurus_tag` of their pages, where it has several. */
function docsVersions({name, options: {id = 'default'}, content}: PluginContent): [string, DocsVersion][] {
  if (name !== 'docusaurus-plugin-content-docs') return [];
  const versions = (content as DocsContent | undefined)?.loadedVersions ?? [];
  if (versions.length < 2) return [];
  // Two docs plugins may call their versions alike.
  const own = id === 'default' ? '' : `${id} `;
  return versions.map(({versionName, label, isLast}) => [
    `docs-${id}-${versionName}`,
    {name: own + versionName, label: own + label, isServed: isLast},
  ]);
}
