import fs from 'node:fs/promises';
import path from 'node:path';
import type {LoadContext} from '@docusaurus/types';
import {posixPath} from '@docusaurus/utils';
import {
  buildHandbook,
  compareFindings,
  type Handbook,
  type Interval,
  parseInterval,
  resolveAsOf,
  type TextFile,
} from '@opsbinder/core';
import {audienceOf} from './audience.js';
import {type DocsContent, docsContentOf, documentPlaces, handbookDir} from './docs-content.js';
import {
  DEFAULT_HANDBOOK_OPTIONS,
  destructivePatterns,
  type HandbookOptions,
  handbookOptionsOf,
} from './options.js';
import {writePageRecords} from './page-records.js';
import {reportFindings, severityNow} from './report.js';
import {buildStore, type LoadingHandbook} from './store.js';
import {readWatched} from './watched.js';

/** What `allContentLoaded` hands to a plugin. */
export type AllContent = Record<string, Record<string, unknown>>;

/**
 * The handbook of this build. The first plugin that asks builds and checks it; all others get the same one.
 *
 * @param context the site
 * @param options the plugin's options; plugins with equal handbook options share a handbook, and what is wrong in it
 *   is told once for each way of telling it
 * @param allContent the argument of `allContentLoaded`
 * @throws Error listing every mistake with file, line and mend, when `onErrors` is `throw` and this is a build
 */
export function loadHandbook(
  context: LoadContext,
  options: HandbookOptions,
  allContent: AllContent,
): Promise<Handbook> {
  const {handbooks} = buildStore();
  const {onErrors, ...shared} = handbookOptionsOf(options);
  const key = JSON.stringify(shared);
  const byOptions = handbooks.get(allContent) ?? new Map<string, LoadingHandbook>();
  handbooks.set(allContent, byOptions);
  const loading = byOptions.get(key) ?? {handbook: load(context, options, allContent), reported: new Map()};
  byOptions.set(key, loading);
  const reported =
    loading.reported.get(onErrors) ??
    loading.handbook.then((handbook) => {
      reportFindings(handbook.findings, severityNow(onErrors));
      return handbook;
    });
  loading.reported.set(onErrors, reported);
  return reported;
}

/** The files beside the pages that the handbook is read from: what `docusaurus start` should watch. */
export function handbookFiles(context: LoadContext, options: HandbookOptions): string[] {
  return ['owners.yml', 'handbook.yml'].map((name) => path.resolve(context.siteDir, options.docsDir, name));
}

async function load(
  context: LoadContext,
  options: HandbookOptions,
  allContent: AllContent,
): Promise<Handbook> {
  const content = docsContentOf(allContent, options.docsPluginId);
  if (!content && options.docsPluginId !== DEFAULT_HANDBOOK_OPTIONS.docsPluginId) {
    throw new Error(
      `Opsbinder: the option docsPluginId is "${options.docsPluginId}", and no docs plugin of this site has that id. Mend: name one that is there, or leave it out for the default one.`,
    );
  }
  const handbook = await readHandbook(context, options, content);
  await writePageRecords(handbook, context);
  return handbook;
}

/**
 * Reads the handbook and nothing more: no file is written, no finding is printed.
 *
 * @param content what the docs plugin has loaded; undefined where it is off because there is no page yet
 */
export async function readHandbook(
  context: LoadContext,
  options: HandbookOptions,
  content: DocsContent | undefined,
): Promise<Handbook> {
  const {siteDir} = context;
  const dir = handbookDir(content, siteDir, options.docsDir);
  const places = content ? documentPlaces(content, context) : [];
  const documents = await Promise.all(
    places.map(async ({file, ...place}) => ({...place, text: await fs.readFile(file, 'utf8')})),
  );
  const handbook = buildHandbook({
    asOf: resolveAsOf({
      option: options.asOf,
      environment: process.env.OPSBINDER_AS_OF,
      now: Date.now(),
      timeZone: options.timeZone,
    }),
    audience: audienceOf(options.audience),
    dueSoonDays: options.dueSoonDays,
    // The options' schema has let no other text through.
    defaultReviewIn: parseInterval(options.defaultReviewIn) as Interval,
    bulkReviewLimit: options.bulkReviewLimit,
    destructive: destructivePatterns(options.destructive),
    headingIdsKeepCase: context.siteConfig.markdown.anchors.maintainCase,
    markdownFormat: context.siteConfig.markdown.format,
    documents,
    ownersFile: await readTextFile(path.join(dir, 'owners.yml'), siteDir),
    handbookFile: await readTextFile(path.join(dir, 'handbook.yml'), siteDir),
    watchedHash: await readWatched(siteDir, documents),
  });
  return {
    ...handbook,
    findings: [...handbook.findings, ...frontMatterFindings(handbook)].sort(compareFindings),
  };
}

// The handbook reports YAML that does not parse for its own pages; for blog posts and the like nobody else would.
function frontMatterFindings(handbook: Handbook) {
  const own = new Set(handbook.pages.map(({source}) => source));
  return [...buildStore().frontMatterFindings.values()]
    .flat()
    .filter((finding) => finding.rule !== 'yaml-invalid' || !own.has(finding.source));
}

async function readTextFile(file: string, siteDir: string): Promise<TextFile> {
  const source = posixPath(path.relative(siteDir, file));
  try {
    return {source, text: await fs.readFile(file, 'utf8')};
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {source};
    throw error;
  }
}
