import logger from '@docusaurus/logger';
import type {LoadContext, Plugin} from '@docusaurus/types';
import {parseInterval} from '@opsbinder/core';
import {openHandbook} from '@opsbinder/handbook';
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
      run(() => reviewPages(context, options, files, command.opts() as unknown as ReviewFlags)),
    );

  cli
    .command('handbook:due')
    .storeOptionsAsProperties(false)
    .description('List what is to be reviewed: overdue, due soon, and without a date.')
    .option('--within <interval>', `how far to look ahead (default: ${options.dueSoonDays} days)`)
    .option('--owner <id>', 'whose pages; "none" for those without an owner')
    .option('--format <format>', 'text, json or markdown', 'text')
    .action((command: Cli) => run(() => printDue(context, options, command.opts() as unknown as DueFlags)));
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
  // As a build would see the docs: drafts are not published, so nobody is asked to review them.
  process.env.NODE_ENV = 'production';
  const handbook = await openHandbook(context, options);
  process.stdout.write(`${print(listDue(handbook, {within, owner}, context.siteConfig.url))}\n`);
}

// What is wrong with a command is said in a line; a stack would only hide it.
async function run(command: () => Promise<void>): Promise<void> {
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
