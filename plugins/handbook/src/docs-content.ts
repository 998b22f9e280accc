import path from 'node:path';
import type {LoadContext} from '@docusaurus/types';
import {posixPath} from '@docusaurus/utils';
import {applyTrailingSlash} from '@docusaurus/utils-common';
import type {SourceDocument} from '@opsbinder/core';

/** The part of the docs plugin's loaded content that a handbook is made from. */
export interface DocsContent {
  loadedVersions: readonly {
    versionName: string;
    label: string;
    isLast: boolean;
    contentPath: string;
    contentPathLocalized?: string;
    docs: readonly {id: string; source: string; permalink: string; title: string; unlisted?: boolean}[];
    sidebars?: unknown;
  }[];
}

/** The content of one docs plugin instance; undefined when the site has none of that id. */
export function docsContentOf(allContent: AllContent, pluginId: string): DocsContent | undefined {
  return allContent['docusaurus-plugin-content-docs']?.[pluginId] as DocsContent | undefined;
}

type AllContent = Record<string, Record<string, unknown>>;

/** A page before its text is read. */
export type DocumentPlace = Omit<SourceDocument, 'text'> & {file: string};

/** The pages of all doc versions, each with what its version is to readers. */
export function documentPlaces(
  content: DocsContent,
  {siteDir, siteConfig: {trailingSlash}, baseUrl}: Pick<LoadContext, 'siteDir' | 'siteConfig' | 'baseUrl'>,
): DocumentPlace[] {
  return content.loadedVersions.flatMap((version) => {
    const edition = version.isLast ? 'last' : version.versionName === 'current' ? 'next' : 'frozen';
    const roots = [version.contentPathLocalized, version.contentPath].filter((root) => root !== undefined);
    return version.docs.map((doc): DocumentPlace => {
      const source = doc.source.replace(/^@site\//, '');
      const file = path.resolve(siteDir, source);
      const root = roots.find((candidate) => file.startsWith(candidate + path.sep)) ?? version.contentPath;
      return {
        id: doc.id,
        source: posixPath(source),
        path: posixPath(path.relative(root, file)),
        // The docs plugin leaves the slash to the router; whoever links from outside needs the final address.
        permalink: applyTrailingSlash(doc.permalink, {trailingSlash, baseUrl}),
        title: doc.title,
        version: version.versionName,
        edition,
        unlisted: doc.unlisted === true,
        file,
      };
    });
  });
}

/** The folder whose owners.yml and handbook.yml count: that of the version which is worked on. */
export function handbookDir(content: DocsContent | undefined, siteDir: string, docsDir: string): string {
  const versions = content?.loadedVersions ?? [];
  const version =
    versions.find(({versionName}) => versionName === 'current') ?? versions.find(({isLast}) => isLast);
  return version?.contentPath ?? path.resolve(siteDir, docsDir);
}
