import {execFile} from 'node:child_process';
import path from 'node:path';
import {promisify} from 'node:util';
import type {CivilDate} from '@opsbinder/core';

/** What git tells of a page since its review. */
export type History =
  /** `text` is a diff, empty when nothing changed. */
  | {kind: 'diff'; commit: string; date: string; text: string}
  /** Nothing is known, and why. */
  | {kind: 'none'; why: string};

/**
 * What changed in a file since the commit in which its present review date was written; what is not committed yet
 * counts, too. No commit date is compared with a review date: the one says when somebody pushed, the other when
 * somebody read.
 *
 * @param file absolute path of the page
 * @param reviewedOn its present review date
 * @param color whether the diff is for a terminal that shows colours
 */
export async function changesSinceReview(
  file: string,
  reviewedOn: CivilDate,
  color: boolean,
): Promise<History> {
  const git = async (...args: string[]) => {
    // File names are no patterns, and are told as they are.
    const options = ['--literal-pathspecs', '-c', 'core.quotePath=false'];
    const {stdout} = await promisify(execFile)('git', [...options, ...args], {
      cwd: path.dirname(file),
      maxBuffer: 64 * 1024 * 1024,
    });
    return stdout.trimEnd();
  };
  try {
    await git('rev-parse', '--verify', 'HEAD');
  } catch {
    return {kind: 'none', why: 'the file is in no git repository with a commit'};
  }
  const name = path.basename(file);
  const dated = `reviewed(_on)?["']?[ ]*:[^\n]*${reviewedOn}`;
  // The commit that brought the date in; one that only wrote it in another way, or moved the file, did not.
  const found = await git(
    ...['log', '-1', '--follow', '--format=%h%x09%as%x09%p', '--name-only', '--pickaxe-regex', `-S${dated}`],
    ...['--', name],
  );
  const [head = '', , place = ''] = found.split('\n');
  const [commit = '', date = '', parents] = head.split('\t');
  if (commit === '') return {kind: 'none', why: `no commit has written the review of ${reviewedOn}`};
  const isShallow = (await git('rev-parse', '--is-shallow-repository')) === 'true';
  // In a shallow clone the oldest commit seems to have written every line.
  if (isShallow && !parents) {
    return {
      kind: 'none',
      why: 'this clone does not go back to the review; "git fetch --unshallow" brings the rest',
    };
  }
  const colors = color ? '--color=always' : '--no-color';
  const text = await git('diff', '--no-ext-diff', '--no-textconv', colors, `${commit}:${place}`, name);
  return {kind: 'diff', commit, date, text};
}
