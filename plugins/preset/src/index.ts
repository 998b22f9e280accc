import fs from 'node:fs';
import path from 'node:path';
import logger from '@docusaurus/logger';
import classicPreset, {type Options as ClassicOptions} from '@docusaurus/preset-classic';
import type {LoadContext, Plugin, PluginConfig} from '@docusaurus/types';
import {freshnessBadge} from '@opsbinder/docusaurus-plugin-freshness/remark';
import {cardBlocks} from '@opsbinder/docusaurus-plugin-quick-reference/remark';
import {restoreUnclaimedDirectives, runbookMarkdown} from '@opsbinder/docusaurus-plugin-runbooks/remark';
import {audienceOf, cacheByAudience, keepForAudience, note, tolerantFrontMatter} from '@opsbinder/handbook';
import {docsHavePages, numberPrefixesCollide} from './docs-folder.js';
import {type Options, type SplitOptions, splitOptions} from './options.js';
import {reproducibleBuild} from './reproducible-build.js';

export {docsHavePages} from './docs-folder.js';
export type {Options} from './options.js';

/**
 * preset-classic with all of Opsbinder. Each part can be left out with `false`; a site with more particular
 * wishes takes the plugins one by one, as their READMEs show.
 */
export default function opsbinderPreset(
  context: LoadContext,
  options: Options = {},
): {themes: PluginConfig[]; plugins: PluginConfig[]} {
  const split = splitOptions(options);
  const {siteConfig, siteDir} = context;
  siteConfig.markdown.parseFrontMatter = tolerantFrontMatter(siteConfig.markdown.parseFrontMatter, siteDir);
  const audience = audienceOf(split.handbook.audience);
  keepForAudience(context, audience);
  const cachePlugin = (): Plugin => ({
    name: '@opsbinder/cache-by-audience',
    configureWebpack: (config) => cacheByAudience(config, audience),
  });
  if (siteConfig.markdown.format === 'mdx') {
    logger.warn(
      "Opsbinder: markdown.format is 'mdx', so a page with <placeholder> or { in its text does not compile. Set markdown: {format: 'detect'} in docusaurus.config to read .md files as plain Markdown.",
    );
  }

  const docs = docsOptions(context, split);
  const blog = split.classic.blog ?? (fs.existsSync(path.join(siteDir, 'blog')) ? undefined : false);
  const classic = classicPreset(context, {...split.classic, docs, blog} as ClassicOptions);
  const parts = opsbinderParts(split, docsDirOf(split));
  return {
    themes: [...(classic.themes ?? []), require.resolve('@opsbinder/docusaurus-theme')],
    plugins: [...(classic.plugins ?? []), ...parts, reproducibleBuild, cachePlugin],
  };
}

function docsDirOf({classic}: SplitOptions): string {
  return (classic.docs !== false && classic.docs?.path) || 'docs';
}

type RemarkPlugins = NonNullable<Exclude<ClassicOptions['docs'], false | undefined>['remarkPlugins']>;

function docsOptions(context: LoadContext, split: SplitOptions): ClassicOptions['docs'] {
  const {docs = {}} = split.classic;
  if (docs === false) return false;
  const folder = path.resolve(context.siteDir, docsDirOf(split));
  if (!docsHavePages(folder)) {
    note(`Opsbinder: ${docsDirOf(split)}/ holds no page yet. Add a Markdown file and start again.`);
    return false;
  }
  const {parts} = split;
  const before: RemarkPlugins = [];
  if (parts.runbooks !== false) {
    const {audience, destructive} = split.handbook;
    const quickReferenceRoute = quickReferenceRouteOf(split);
    before.push([
      runbookMarkdown,
      {words: sectionWords(context), audience, destructive, quickReferenceRoute},
    ]);
  }
  if (parts.freshness !== false) before.push(freshnessBadge);
  if (parts.quickReference !== false) before.push(cardBlocks);
  const keepsPrefixes = docs.numberPrefixParser === undefined && numberPrefixesCollide(folder);
  if (keepsPrefixes) {
    note(
      'Opsbinder: two pages differ in their number prefix alone, so prefixes stay part of ids and addresses.',
    );
  }
  return {
    ...docs,
    ...(keepsPrefixes && {numberPrefixParser: false}),
    beforeDefaultRemarkPlugins: [...before, ...(docs.beforeDefaultRemarkPlugins ?? [])],
    remarkPlugins: [...(docs.remarkPlugins ?? []), restoreUnclaimedDirectives],
  };
}

// Headings are part of the page, so they are written when the Markdown is read, in the language of the site.
function sectionWords({codeTranslations}: LoadContext): Record<string, string> {
  const words = ['verify', 'rollback', 'escalate'].flatMap((name) => {
    const word = codeTranslations[`opsbinder.section.${name}`];
    return word === undefined ? [] : [[name, word] as const];
  });
  return Object.fromEntries(words);
}

function quickReferenceRouteOf({parts}: Pick<SplitOptions, 'parts'>): string | false {
  return parts.quickReference !== false && (parts.quickReference?.route ?? '/quick-reference/');
}

/** Where search finds what leads on when it finds nothing: the routes that the other parts have. */
function searchWays(parts: SplitOptions['parts']) {
  const {launchPad = '/', tiers = '/tiers/', alerts = '/alerts/', owners = '/owners/'} = parts.runbooks || {};
  const {reviews = '/reviews/'} = parts.freshness || {};
  return {
    ...(parts.runbooks !== false && {launchPad, tiers, alerts, owners}),
    ...(parts.freshness !== false && {reviews}),
    cards: quickReferenceRouteOf({parts}),
  };
}

function opsbinderParts({handbook, parts}: SplitOptions, docsDir: string): PluginConfig[] {
  const shared = {...handbook, docsDir};
  const part = (name: string, options: object | false | undefined, common: object): PluginConfig[] =>
    options === false ? [] : [[require.resolve(name), {...common, ...options}]];
  const {title} = parts.quickReference || {};
  const {reviews = '/reviews/', calendars = true} = parts.freshness || {};
  return [
    ...part('@opsbinder/docusaurus-plugin-runbooks', parts.runbooks, {
      ...shared,
      quickReferenceRoute: quickReferenceRouteOf({parts}),
      ...(title && {quickReferenceTitle: title}),
      reviewsRoute: parts.freshness !== false && reviews,
      reviewCalendars: parts.freshness !== false && calendars,
    }),
    ...part('@opsbinder/docusaurus-plugin-freshness', parts.freshness, shared),
    ...part('@opsbinder/docusaurus-plugin-quick-reference', parts.quickReference, shared),
    ...part(
      '@opsbinder/docusaurus-plugin-api-reference',
      parts.api,
      handbook.onErrors ? {onErrors: handbook.onErrors} : {},
    ),
    ...part('@opsbinder/docusaurus-plugin-search', parts.search, {...shared, ways: searchWays(parts)}),
    // Never left out altogether: what an earlier build has put into browsers must go.
    ...part('@opsbinder/docusaurus-plugin-offline', parts.offline || {enabled: parts.offline !== false}, {
      ...shared,
      launchPad: parts.runbooks !== false && (parts.runbooks?.launchPad ?? '/'),
      alerts: parts.runbooks !== false && (parts.runbooks?.alerts ?? '/alerts/'),
      quickReferenceRoute: quickReferenceRouteOf({parts}),
      ...(parts.search === false
        ? {searchFolder: false}
        : {searchPage: parts.search?.searchPage ?? '/search/'}),
    }),
  ];
}
