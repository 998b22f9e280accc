import path from 'node:path';
import {initPlugins} from '@docusaurus/core/lib/server/plugins/init';
import {loadContext} from '@docusaurus/core/lib/server/site';
import logger from '@docusaurus/logger';
import type {LoadContext} from '@docusaurus/types';
import type {Handbook} from '@opsbinder/core';
import {type DocsContent, docsContentOf} from './docs-content.js';
import {readHandbook} from './load.js';
import type {HandbookOptions} from './options.js';

const DOCS_PLUGIN = 'docusaurus-plugin-content-docs';

/**
 * The handbook for a command, which runs without a build: of all plugins only the docs plugin loads what it has.
 * Nothing is written, and nothing printed on standard output; what the handbook's findings mean is for the command
 * to say.
 *
 * @param context the site, in its default language
 * @param options those of the plugin whose command it is
 * @param wish `locale`: another language of the site; `asPublished`: as a build sees the docs, without drafts
 * @returns the handbook with its findings
 * @throws what the docs plugin throws over pages that it cannot load
 */
export async function openHandbook(
  context: LoadContext,
  options: HandbookOptions,
  {locale = context.i18n.currentLocale, asPublished = false}: {locale?: string; asPublished?: boolean} = {},
): Promise<Handbook> {
  // The docs plugin asks for nothing else; a command ends with its process.
  if (asPublished) process.env.NODE_ENV = 'production';
  const {siteDir, siteConfigPath: config} = context;
  const site = locale === context.i18n.currentLocale ? context : await loadContext({siteDir, config, locale});
  return withQuietOutput(async () => {
    await startHistory(site);
    const plugins = await initPlugins(site);
    const docs = plugins.find(
      ({name, options: {id = 'default'}}) => name === DOCS_PLUGIN && id === options.docsPluginId,
    );
    const content = (await docs?.loadContent?.()) as DocsContent | undefined;
    return readHandbook(site, options, docsContentOf({[DOCS_PLUGIN]: {docs: content}}, 'docs'));
  });
}

/**
 * Runs a command. What is wrong is said in a line or two, where a stack would only hide it, and the process ends with
 * code 1.
 */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    logger.error(reasonsOf(error).join('\n'));
    process.exitCode = 1;
  }
}

// What Docusaurus throws names the file, and what is wrong with it stands in the cause.
function reasonsOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [String(error)];
  return [error.message, ...(error.cause === undefined ? [] : reasonsOf(error.cause))];
}

// Docusaurus 3.10 reads the git history in advance where a page shows its last update; before it has been told to,
// the docs plugin fails. Older versions have no such thing.
async function startHistory({siteDir, siteConfig}: LoadContext): Promise<void> {
  const {experimental_vcs: history} = siteConfig.future as {
    experimental_vcs?: {initialize?: (params: {siteDir: string}) => Promise<void> | void};
  };
  await history?.initialize?.({siteDir});
}

// What other plugins have to say while they load must not stand in the output of a command.
async function withQuietOutput<T>(load: () => Promise<T>): Promise<T> {
  const {log, info, error} = console;
  Object.assign(console, {log: error, info: error});
  try {
    return await load();
  } finally {
    Object.assign(console, {log, info});
  }
}

/** The language of a translated page by where its file stands; undefined for a file that is no translation. */
export function localeOfFile({siteDir, i18n}: LoadContext, file: string): string | undefined {
  const [folder] = path.relative(path.resolve(siteDir, i18n.path), path.resolve(file)).split(path.sep);
  return i18n.locales.find((locale) => (i18n.localeConfigs[locale]?.path ?? locale) === folder);
}
