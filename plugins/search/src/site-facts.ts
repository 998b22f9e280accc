import type {DocusaurusConfig, LoadedPlugin} from '@docusaurus/types';
import type {SiteFacts} from './page.js';

interface DocsContent {
  loadedVersions: readonly {versionName: string; isLast: boolean}[];
}

/** Collects what reading a page needs to know about its site. */
export function readSiteFacts(siteConfig: DocusaurusConfig, plugins: readonly LoadedPlugin[]): SiteFacts {
  return {
    title: siteConfig.title,
    titleDelimiter: siteConfig.titleDelimiter,
    noIndex: siteConfig.noIndex || hasSiteWideNoIndex(siteConfig),
    otherVersionTags: new Set(plugins.flatMap(otherVersionTags)),
  };
}

function hasSiteWideNoIndex(siteConfig: DocusaurusConfig): boolean {
  const {metadata} = siteConfig.themeConfig;
  return (
    Array.isArray(metadata) &&
    metadata.some(({name, content}) => name === 'robots' && /\bno(ne|index)\b/i.test(String(content)))
  );
}

/** The `docusaurus_tag`s that mark pages of a docs plugin's older and unreleased versions. */
function otherVersionTags({name, options, content}: LoadedPlugin): string[] {
  if (name !== 'docusaurus-plugin-content-docs') return [];
  return (content as DocsContent).loadedVersions
    .filter((version) => !version.isLast)
    .map((version) => `docs-${options.id}-${version.versionName}`);
}
