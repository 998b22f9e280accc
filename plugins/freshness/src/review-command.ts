import {once} from 'node:events';
import fs from 'node:fs/promises';
import readline from 'node:readline/promises';
import {setTimeout} from 'node:timers/promises';
import logger from '@docusaurus/logger';
import type {LoadContext} from '@docusaurus/types';
import {addDays, type CivilDate, isMet, parseCivilDate, type Review, recordReview} from '@opsbinder/core';
import type {PluginOptions} from './options.js';
import {changesSinceReview} from './review-history.js';
import {findTargets, type Target} from './review-targets.js';

/** The flags of `handbook:review`. */
export interface ReviewFlags {
  by: string[];
  on?: string;
  tested?: boolean;
  bulk?: string;
  yes?: boolean;
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
  const by = [...new Set(flags.by.flatMap((who) => who.split(',')).flatMap((who) => who.trim() || []))];
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
      const before = await readText(file, page.source);
      const review: Review = {
        on,
        by,
        tested: flags.tested === true,
        fingerprints: page.fingerprints,
        ...(flags.bulk?.trim() && {bulk: flags.bulk.trim()}),
      };
      try {
        return {page, file, before, text: recordReview(before, page.facts, review)};
      } catch (error) {
        throw new Error(`${page.source}: ${(error as Error).message}. Mend it first.`);
      }
    }),
  );
  for (const target of targets) await showTarget(target, {on, tested: flags.tested === true}, options);
  const count = targets.length === 1 ? '1 page' : `${targets.length} pages`;
  if (
    !(await isConfirmed(`Attest ${count} as reviewed${flags.tested ? ' and tested' : ''} on ${on}?`, flags))
  )
    return;
  for (const {page, file, before} of written) {
    if ((await readText(file, page.source)) === before) continue;
    throw new Error(`${page.source} was changed while you were asked. Nothing was written; review it again.`);
  }
  for (const {file, text} of written) await fs.writeFile(file, text);
  const marked = `${flags.tested ? 'reviewed and tested' : 'reviewed'} on ${on} by ${by.join(', ')}`;
  for (const {page} of written) logger.success(`${page.source}: ${marked}`);
}

// Written back as something else, the bytes of another encoding would be lost.
async function readText(file: string, source: string): Promise<string> {
  const bytes = await fs.readFile(file);
  try {
    return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes);
  } catch {
    throw new Error(`${source} is not written in UTF-8. Save it in that encoding, then review it.`);
  }
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

async function showTarget(
  {page, file}: Target,
  {on, tested}: Pick<Review, 'on' | 'tested'>,
  {dueSoonDays}: PluginOptions,
): Promise<void> {
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
  const {reviewBy, lastTestedOn} = facts;
  if (isMet(facts, {on})) lines.push(`  review_by ${reviewBy} is met and will be taken out.`);
  else if (reviewBy !== undefined && reviewBy <= addDays(on, dueSoonDays)) {
    lines.push(`  Note: review_by still asks for a review by ${reviewBy}. Take it out, or set a later day.`);
  }
  if (tested && lastTestedOn !== undefined && on < lastTestedOn) {
    lines.push(`  Note: it was last tested later than that, on ${lastTestedOn}.`);
  }
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
