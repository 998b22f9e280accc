import fs from 'node:fs/promises';
import path from 'node:path';
import type {LoadContext} from '@docusaurus/types';
import {
  admonitionTitleToDirectiveLabel,
  escapeMarkdownHeadingIds,
  unwrapMdxCodeBlocks,
} from '@docusaurus/utils';
import {applyTrailingSlash} from '@docusaurus/utils-common';
import {markdownFormatOf} from '@opsbinder/core';
import type {AllContent} from '@opsbinder/handbook';
import type {PageSource} from './page-html.js';

/** A page that Docusaurus shows from a file of Markdown. */
export interface SourcePlace {
  /** Absolute path of its file. */
  file: string;
  /** Its final address, with `baseUrl`. */
  permalink: string;
  title: string;
  categories: readonly string[];
  tag?: string;
}

interface Doc {
  id: string;
  source: string;
  permalink: string;
  title: string;
  unlisted?: boolean;
}

interface DocsContent {
  loadedVersions: readonly {versionName: string; docs: readonly Doc[]; sidebars?: Record<string, unknown>}[];
}

/**
 * The pages of a site that are written in Markdown, by address: docs of all versions, blog posts and pages. Drafts
 * are among them, as Docusaurus shows them in development.
 *
 * @param allContent what the plugins of the site have loaded
 */
export function sourcePlaces(
  allContent: AllContent,
  {siteDir, baseUrl, siteConfig: {trailingSlash}}: Pick<LoadContext, 'siteDir' | 'siteConfig' | 'baseUrl'>,
): SourcePlace[] {
  const place = (
    {source, permalink, title}: Omit<Doc, 'id'>,
    more: Pick<SourcePlace, 'categories' | 'tag'> = {categories: []},
  ): SourcePlace => ({
    file: path.resolve(siteDir, source.replace(/^@site\//, '')),
    permalink: applyTrailingSlash(permalink, {trailingSlash, baseUrl}),
    title,
    ...more,
  });
  const docs = instances<DocsContent>(allContent, 'docusaurus-plugin-content-docs').flatMap(([id, content]) =>
    content.loadedVersions.flatMap((version) => {
      const categories = categoriesByDoc(Object.values(version.sidebars ?? {}));
      return version.docs
        .filter(isListed)
        .map((doc) =>
          place(doc, {categories: categories.get(doc.id) ?? [], tag: `docs-${id}-${version.versionName}`}),
        );
    }),
  );
  const posts = instances<{blogPosts?: readonly {metadata: Omit<Doc, 'id'>}[]}>(
    allContent,
    'docusaurus-plugin-content-blog',
  ).flatMap(([, {blogPosts = []}]) => blogPosts.map(({metadata}) => metadata));
  // Pages of React have no text to be read.
  const pages = instances<readonly (Omit<Doc, 'id'> & {type: string})[]>(
    allContent,
    'docusaurus-plugin-content-pages',
  ).flatMap(([, content]) => content.filter(({type}) => type === 'mdx'));
  return [...docs, ...[...posts, ...pages].filter(isListed).map((page) => place(page))].sort((a, b) =>
    a.permalink < b.permalink ? -1 : 1,
  );
}

function isListed({unlisted}: {unlisted?: boolean}): boolean {
  return unlisted !== true;
}

// A plugin that is switched off, or has found nothing, may have loaded null.
function instances<Content>(allContent: AllContent, plugin: string): [string, Content][] {
  return Object.entries(allContent[plugin] ?? {}).filter(
    (entry): entry is [string, Content] => entry[1] !== null && entry[1] !== undefined,
  );
}

/** The labels of the sidebar categories around each doc, in the first place where a sidebar has it. */
function categoriesByDoc(items: unknown, above: readonly string[] = []): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  const add = (id: unknown) => {
    if (typeof id === 'string' && !found.has(id)) found.set(id, above);
  };
  for (const item of (Array.isArray(items) ? items : []).flat() as SidebarItem[]) {
    if (item.type === 'doc' || item.type === 'ref') add(item.id);
    if (item.type !== 'category') continue;
    // The page that a category is opened by stands in the place of the category.
    add(item.link?.id);
    for (const [id, names] of categoriesByDoc(item.items, [...above, item.label ?? ''])) {
      if (!found.has(id)) found.set(id, names);
    }
  }
  return found;
}

interface SidebarItem {
  type: string;
  id?: string;
  label?: string;
  link?: {id?: string};
  items?: unknown;
}

// Keywords that a site adds keep their title as words.
const ADMONITIONS = [
  'secondary',
  'info',
  'success',
  'danger',
  'note',
  'tip',
  'warning',
  'important',
  'caution',
];

/**
 * Reads a page's file, and does to it what Docusaurus does before it parses one. A preprocessor of the site's comes
 * first: with an audience that one leaves out what is for others.
 */
export async function readSource(
  {file, title, categories, tag}: SourcePlace,
  {siteConfig: {markdown}, i18n}: Pick<LoadContext, 'siteConfig' | 'i18n'>,
): Promise<PageSource> {
  const written = await fs.readFile(file, 'utf8');
  const own = markdown.preprocessor?.({fileContent: written, filePath: file}) ?? written;
  const unwrapped = unwrapMdxCodeBlocks(own);
  const withIds = markdown.mdx1Compat.headingIds ? escapeMarkdownHeadingIds(unwrapped) : unwrapped;
  return {
    text: markdown.mdx1Compat.admonitions ? admonitionTitleToDirectiveLabel(withIds, ADMONITIONS) : withIds,
    format: markdownFormatOf(file, written, markdown.format),
    title,
    language: i18n.localeConfigs[i18n.currentLocale]?.htmlLang ?? i18n.currentLocale,
    categories,
    ...(tag === undefined ? {} : {tag}),
    keepCase: markdown.anchors.maintainCase,
  };
}
