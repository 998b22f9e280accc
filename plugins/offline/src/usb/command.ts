import path from 'node:path';
import {loadContext} from '@docusaurus/core/lib/server/site';
import logger from '@docusaurus/logger';
import type {LoadContext, Plugin} from '@docusaurus/types';
import {runCommand} from '@opsbinder/handbook';
import {copySite, type SiteCopy} from './copy.js';
import {INDEX_PAGE} from './index-page.js';
import {checkOutFolder, writeCopy} from './out-folder.js';
import {wordsOf} from './words.js';

type Cli = Parameters<NonNullable<Plugin['extendCli']>>[0];

interface Flags {
  from: string;
  out: string;
}

/** Adds `handbook:usb` to the commands of Docusaurus: a built site as a folder that opens without a server. */
export function addUsbCommand(cli: Cli, context: LoadContext): void {
  cli
    .command('handbook:usb')
    .storeOptionsAsProperties(false)
    .description('Write the built site as a folder that opens from a USB stick, without a server.')
    .option('--from <dir>', 'the folder with the built site', 'build')
    .option('--out <dir>', 'the folder to write, or to write anew', 'build-usb')
    .action((command: Cli) => runCommand(() => writeUsbCopy(context, command.opts() as unknown as Flags)));
}

async function writeUsbCopy(context: LoadContext, flags: Flags): Promise<void> {
  const {siteDir, siteConfig, baseUrl, i18n} = context;
  const from = path.resolve(siteDir, flags.from);
  const out = path.resolve(siteDir, flags.out);
  const earlier = await checkOutFolder(out, from);
  const copy = await copySite({
    from,
    url: siteConfig.url,
    baseUrl,
    defaultLocale: i18n.defaultLocale,
    locales: await localesOf(context),
  });
  const size = await writeCopy(out, copy.files, earlier);
  report(copy, size, path.relative(process.cwd(), out) || '.');
}

async function localesOf(context: LoadContext): Promise<Parameters<typeof copySite>[0]['locales']> {
  const {siteDir, siteConfigPath: config, i18n} = context;
  const locales = new Map<string, {language: string; words: ReturnType<typeof wordsOf>}>();
  for (const locale of i18n.locales) {
    const site = locale === i18n.currentLocale ? context : await loadContext({siteDir, config, locale});
    const language = site.i18n.localeConfigs[locale]?.htmlLang ?? locale;
    locales.set(locale, {language, words: wordsOf(site.codeTranslations)});
  }
  return locales;
}

function report({pages, home, asOf, lost, strangers}: SiteCopy, size: number, out: string): void {
  if (lost.length > 0) {
    const links = lost.length === 1 ? '1 link leads' : `${lost.length} links lead`;
    logger.warn(
      `${links} to nothing in the copy, and ${lost.length === 1 ? 'is' : 'are'} not a link there: ${examples(lost.map(({file, href}) => `${file} → ${href}`))}`,
    );
  }
  const hosts = [...new Set(strangers)];
  if (hosts.length > 0) {
    logger.warn(`Left out, as it comes from other hosts: ${examples(hosts)}`);
  }
  if (asOf === undefined) {
    logger.warn(
      'The site does not say for which day it was built (it has no docs-health.json), and so the copy does not, either.',
    );
  }
  const megabytes = (size / 1_000_000).toFixed(1);
  logger.info(
    `USB copy${asOf === undefined ? '' : ` as of ${asOf}`}: ${pages} pages, ${megabytes} MB in ${out}. Open ${path.join(out, home)}. Search: a word search on ${INDEX_PAGE} (Pagefind cannot run from a file).`,
  );
}

function examples(all: readonly string[]): string {
  return all.slice(0, 5).join(', ') + (all.length > 5 ? ', …' : '');
}
