import type {LoadContext, Plugin} from '@docusaurus/types';
import {parseInterval} from '@opsbinder/core';
import {openHandbook, runCommand} from '@opsbinder/handbook';
import {dueAsMarkdown, dueAsText, listDue} from './due.js';
import type {PluginOptions} from './options.js';
import {type ReviewFlags, reviewPages} from './review-command.js';

type Cli = Parameters<NonNullable<Plugin['extendCli']>>[0];

interface DueFlags {
  within?: string;
  owner?: string;
  format: string;
}

/** Adds `handbook:review` and `handbook:due` to the commands of Docusaurus. */
export function addCommands(cli: Cli, context: LoadContext, options: PluginOptions): void {
  cli
    .command('handbook:review <files...>')
    // Else `--on` would take the place of a method of the command.
    .storeOptionsAsProperties(false)
    .description(
      'Attest pages as reviewed: shows what changed since, then writes it into their front matter.',
    )
    .requiredOption(
      '--by <who>',
      'who reviewed them; several with commas, or given again',
      (who: string, others: string[] = []) => [...others, who],
    )
    .option('--tested', 'they were followed, too, and it worked')
    .option('--on <date>', 'the day on which it was done, YYYY-MM-DD (default: today)')
    .option('--bulk <why>', `why more than ${options.bulkReviewLimit} pages are reviewed at once`)
    .option('--yes', 'do not ask')
    .action((files: string[], command: Cli) =>
      runCommand(() => reviewPages(context, options, files, command.opts() as unknown as ReviewFlags)),
    );

  cli
    .command('handbook:due')
    .storeOptionsAsProperties(false)
    .description('List what is to be reviewed: overdue, due soon, and without a date.')
    .option('--within <interval>', `how far to look ahead (default: ${options.dueSoonDays} days)`)
    .option('--owner <id>', 'whose pages; "none" for those without an owner')
    .option('--format <format>', 'text, json or markdown', 'text')
    .action((command: Cli) =>
      runCommand(() => printDue(context, options, command.opts() as unknown as DueFlags)),
    );
}

const FORMATS: Readonly<Record<string, (list: ReturnType<typeof listDue>) => string>> = {
  text: dueAsText,
  json: (list) => JSON.stringify(list, null, 2),
  markdown: dueAsMarkdown,
};

async function printDue(
  context: LoadContext,
  options: PluginOptions,
  {within: text = `${options.dueSoonDays} days`, owner, format}: DueFlags,
): Promise<void> {
  const within = /^0+ ?(d|days?)$/i.test(text) ? {amount: 0, unit: 'day' as const} : parseInterval(text);
  if (!within || within === 'never') {
    throw new Error(`--within ${text} is no length of time. Expected such as 14d, 2 weeks or 1 month.`);
  }
  const print = FORMATS[format];
  if (!print) {
    throw new Error(`--format ${format} is not known. Expected one of ${Object.keys(FORMATS).join(', ')}.`);
  }
  // Drafts are not published, so nobody is asked to review them.
  const handbook = await openHandbook(context, options, {asPublished: true});
  process.stdout.write(`${print(listDue(handbook, {within, owner}, context.siteConfig.url))}\n`);
}
