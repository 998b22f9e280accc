import {once} from 'node:events';
import fs from 'node:fs/promises';
import path from 'node:path';
import readline from 'node:readline/promises';
import {setTimeout} from 'node:timers/promises';
import logger from '@docusaurus/logger';
import type {LoadContext} from '@docusaurus/types';
import {
  addDays,
  type CivilDate,
  type Handbook,
  type HandbookPage,
  isMet,
  parseCivilDate,
  type Review,
  recordReview,
} from '@opsbinder/core';
import {localeOfFile, openHandbook} from '@opsbinder/handbook';
import type {PluginOptions} from './options.js';
import {changesSinceReview} from './review-history.js';

/** The flags of `handbook:review`. */
export interface ReviewFlags {
  by: string[];
  on?: string;
  tested?: boolean;
  bulk?: string;
  yes?: boolean;
}

/** A page that somebody wants to attest, with the file to write. */
interface Target {
  page: HandbookPage;
  file: string;
}

/** The longest diff that is shown of one page, in lines. */
const DIFF_LINES = 120;

/**
 * Writes a review into pages, after showing what changed in each since its last one. Where somebody sits at a
 * terminal they are asked; nothing is written unless every page can be.
 *
 * @param names files, relative to the working directory or the site, or doc ids
 * @throws Error saying what is wrong and how to mend it, before anything is written
 */
export async function reviewPages(
  context: LoadContext,
  options: PluginOptions,
  names: readonly string[],
  flags: ReviewFlags,
): Promise<void> {
  const by = flags.by.flatMap((who) => who.split(',')).flatMap((who) => who.trim() || []);
  if (by.length === 0) throw new Error('--by is empty. Expected who reviewed the pages, such as --by ana.');
  const {targets, asOf} = await findTargets(context, options, names);
  const on = reviewDay(flags.on, asOf);
  if (targets.length > options.bulkReviewLimit && !flags.bulk?.trim()) {
    throw new Error(
      `${targets.length} pages at once is more than anybody reads with care; the limit is ${options.bulkReviewLimit}. Review fewer, or say why with --bulk "…".`,
    );
  }
  const written = await Promise.all(
    targets.map(async ({page, file}) => {
      const text = await fs.readFile(file, 'utf8');
      const review: Review = {
        on,
        by,
        tested: flags.tested === true,
        fingerprints: page.fingerprints,
        ...(flags.bulk?.trim() && {bulk: flags.bulk.trim()}),
      };
      try {
        return {page, file, text: recordReview(text, page.facts, review)};
      } catch (error) {
        throw new Error(`${page.source}: ${(error as Error).message}. Mend it first.`);
      }
    }),
  );
  for (const target of targets) await showTarget(target, on);
  const count = targets.length === 1 ? '1 page' : `${targets.length} pages`;
  if (
    !(await isConfirmed(`Attest ${count} as reviewed${flags.tested ? ' and tested' : ''} on ${on}?`, flags))
  )
    return;
  for (const {file, text} of written) await fs.writeFile(file, text);
  const marked = `${flags.tested ? 'reviewed and tested' : 'reviewed'} on ${on} by ${by.join(', ')}`;
  for (const {page} of written) logger.success(`${page.source}: ${marked}`);
}

function reviewDay(text: string | undefined, asOf: CivilDate): CivilDate {
  if (text === undefined) return asOf;
  const parsed = parseCivilDate(text);
  if ('problem' in parsed) {
    throw new Error(`--on ${text} is no day of the calendar. Expected one such as --on ${asOf}.`);
  }
  // The same day of grace as for a date in front matter.
  if (parsed.date > addDays(asOf, 1)) {
    throw new Error(
      `--on ${text} lies after ${asOf}. Expected the day on which the pages were really reviewed.`,
    );
  }
  return parsed.date;
}

async function findTargets(
  context: LoadContext,
  options: PluginOptions,
  names: readonly string[],
): Promise<{targets: Target[]; asOf: CivilDate}> {
  const {siteDir} = context;
  const handbooks = new Map<string | undefined, Handbook>();
  const handbookOf = async (locale?: string) => {
    const known = handbooks.get(locale) ?? (await openHandbook(context, options, locale));
    handbooks.set(locale, known);
    return known;
  };
  const own = await handbookOf();
  const found = new Map<string, Target>();
  const problems: string[] = [];
  for (const name of names) {
    const candidates = [path.resolve(name), path.resolve(siteDir, name)];
    const locale = candidates.flatMap((file) => localeOfFile(context, file) ?? [])[0];
    const {pages} = await handbookOf(locale);
    const page =
      candidates.flatMap(
        (file) => pages.find(({source}) => path.resolve(siteDir, source) === file) ?? [],
      )[0] ?? own.pages.find(({id, edition}) => id === name && edition !== 'frozen');
    if (!page) {
      problems.push(
        `${name} is no page of the handbook. Expected a file that the site shows as a doc, or its id.`,
      );
    } else if (page.edition === 'frozen') {
      problems.push(
        `${page.source} belongs to an old version (${page.version}), which nobody is asked to review.`,
      );
    } else {
      found.set(page.source, {page, file: path.resolve(siteDir, page.source)});
    }
  }
  if (problems.length > 0) throw new Error(`Nothing was written.\n${problems.join('\n')}`);
  return {targets: [...found.values()], asOf: own.asOf};
}

async function showTarget({page, file}: Target, on: CivilDate): Promise<void> {
  const {facts, freshness} = page;
  const lines = [`\n${page.source}  ${page.title}`];
  if (facts.lastReviewedOn === undefined) {
    lines.push('  Never reviewed.');
  } else {
    const who = facts.reviewedBy.length > 0 ? ` by ${facts.reviewedBy.join(', ')}` : '';
    const why = freshness.reasons.length > 0 ? `; ${freshness.reasons.join('; ')}` : '';
    lines.push(`  Last reviewed on ${facts.lastReviewedOn}${who}${why}.`);
    if (on < facts.lastReviewedOn) lines.push(`  Note: ${on} is earlier than that.`);
    const history = await changesSinceReview(file, facts.lastReviewedOn, process.stdout.isTTY === true);
    lines.push(...historyLines(history));
  }
  for (const {text} of facts.watches) {
    if (!page.fingerprints.has(text)) lines.push(`  Note: it watches ${text}, which is not there.`);
  }
  if (isMet(facts, {on})) lines.push(`  review_by ${facts.reviewBy} is met and will be taken out.`);
  process.stdout.write(`${lines.join('\n')}\n`);
}

function historyLines(history: Awaited<ReturnType<typeof changesSinceReview>>): string[] {
  if (history.kind === 'none') return [`  What changed since cannot be shown: ${history.why}.`];
  const since = `${history.commit} of ${history.date}`;
  if (history.text === '') return [`  Nothing changed since (${since}).`];
  const diff = history.text.split('\n');
  const more = diff.length - DIFF_LINES;
  return [
    `  Changed since (${since}):`,
    ...diff.slice(0, DIFF_LINES).map((line) => `    ${line}`),
    ...(more > 0 ? [`    … and ${more} more lines: git diff ${history.commit}`] : []),
  ];
}

// A person is asked. A script has said what it wants by calling the command; only an answer that it pipes in counts.
async function isConfirmed(question: string, {yes}: ReviewFlags): Promise<boolean> {
  if (yes) return true;
  const isTerminal = process.stdin.isTTY === true && process.stdout.isTTY === true;
  const terminal = readline.createInterface({input: process.stdin, output: process.stdout});
  const answer = isTerminal
    ? await terminal.question(`\n${question} [y/N] `)
    : await Promise.race([once(terminal, 'line'), once(terminal, 'close'), setTimeout(PIPE_MS)]);
  terminal.close();
  process.stdin.destroy();
  const text = String(Array.isArray(answer) ? (answer[0] ?? '') : (answer ?? '')).trim();
  if (isTerminal ? /^y(es)?$/i.test(text) : !/^no?$/i.test(text)) return true;
  process.stdout.write('Nothing was written.\n');
  return false;
}

// A pipe that nobody closes must not keep a script waiting.
const PIPE_MS = 300;
