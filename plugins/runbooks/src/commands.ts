import fs from 'node:fs/promises';
import path from 'node:path';
import type {LoadContext, Plugin} from '@docusaurus/types';
import {Globby, posixPath} from '@docusaurus/utils';
import {alertPermalink} from '@opsbinder/core';
import {openHandbook, runCommand} from '@opsbinder/handbook';
import {checkAlerts} from './alert-check.js';
import {alertUrl} from './alert-pages.js';
import {ALERT_FORMATS} from './alert-report.js';
import {readAlertRules} from './alert-rules.js';
import type {PluginOptions} from './options.js';

type Cli = Parameters<NonNullable<Plugin['extendCli']>>[0];

interface AlertFlags {
  base: string[];
  labels?: boolean;
  format: string;
}

/** Adds `handbook:alerts` to the commands of Docusaurus. */
export function addCommands(cli: Cli, context: LoadContext, options: PluginOptions): void {
  cli
    .command('handbook:alerts <rules...>')
    // Else an option could take the place of a method of the command.
    .storeOptionsAsProperties(false)
    .description(
      'Compare alerting rules (files, folders or globs) with the pages that answer alerts, and print the runbook_url for each.',
    )
    .option(
      '--base <url>',
      'another address of the site or of its docs folder, such as that on a Git host; may be given again',
      (url: string, others: string[]) => [...others, url],
      [],
    )
    .option('--labels', "carry each alert's labels in its runbook_url")
    .option('--format <format>', 'text, json or github', 'text')
    .action((files: string[], command: Cli) =>
      runCommand(() => printAlerts(context, options, files, command.opts() as unknown as AlertFlags)),
    );
}

async function printAlerts(
  context: LoadContext,
  options: PluginOptions,
  names: readonly string[],
  {base: bases, labels, format}: AlertFlags,
): Promise<void> {
  const print = ALERT_FORMATS[format];
  if (!print) {
    throw new Error(
      `--format ${format} is not known. Expected one of ${Object.keys(ALERT_FORMATS).join(', ')}.`,
    );
  }
  const wrong = bases.find((base) => !/^https?:\/\/[^/]+/i.test(base));
  if (wrong !== undefined) throw new Error(`--base ${wrong} is no address. Expected https://…`);
  const files = await findFiles(names);
  const read = await Promise.all(
    files.map(async (file) =>
      readAlertRules(
        await fs.readFile(file, 'utf8'),
        posixPath(path.relative(context.siteDir, path.resolve(file))),
      ),
    ),
  );
  // Nobody is sent to a draft.
  const handbook = await openHandbook(context, options, {asPublished: true});
  const {siteConfig, baseUrl, i18n} = context;
  const {alerts} = options;
  const check = checkAlerts(handbook, {
    rules: read.flatMap(({rules}) => rules),
    findings: read.flatMap(({findings}) => findings),
    site: {siteUrl: siteConfig.url + baseUrl, bases, locales: i18n.locales, alerts},
    urlOf: (alert) =>
      siteConfig.url + (alerts === false ? alertPermalink(alert) : alertUrl(alerts, alert.slug, context)),
    withLabels: labels === true,
  });
  process.stdout.write(`${print(check)}\n`);
  if (check.findings.some(({level}) => level === 'error')) process.exitCode = 1;
}

// A shell that knows no `**` hands patterns over as they are. Of a folder every YAML file counts.
async function findFiles(names: readonly string[]): Promise<string[]> {
  const found = await Promise.all(
    names.map(async (name) => {
      const stat = await fs.stat(name).catch(() => undefined);
      if (stat?.isFile()) return [name];
      const files = stat
        ? (await Globby('**/*.{yml,yaml}', {cwd: name})).map((file) => path.join(name, file))
        : await Globby(posixPath(name));
      if (files.length === 0) throw new Error(`No rule file is found at ${name}.`);
      return files;
    }),
  );
  return [...new Set(found.flat().map((file) => path.normalize(file)))].sort();
}
