import {execFile} from 'node:child_process';
import {promisify} from 'node:util';

/**
 * The commit that is checked out, in full.
 *
 * @param siteDir a folder of the site
 * @returns null outside a git checkout, before its first commit, or without git, which is no mistake
 */
export async function commitOf(siteDir: string): Promise<string | null> {
  try {
    const {stdout} = await promisify(execFile)('git', ['rev-parse', 'HEAD'], {cwd: siteDir});
    return stdout.trim();
  } catch {
    return null;
  }
}

/**
 * The commit as people are shown it: seven digits, with a `+` where something of the handbook is in no commit, so that
 * nobody looks there for what is not in it.
 *
 * @param siteDir a folder of the site
 * @param docsDir the folder of the handbook, relative to the site
 * @returns null as {@link commitOf}
 */
export async function shownCommit(siteDir: string, docsDir: string): Promise<string | null> {
  const commit = await commitOf(siteDir);
  if (commit === null) return null;
  const {stdout} = await promisify(execFile)('git', ['status', '--porcelain', '--ignored', '--', docsDir], {
    cwd: siteDir,
  }).catch(() => ({stdout: ''}));
  // What else a system leaves in a folder is no page.
  const changed = stdout.split('\n').some((line) => /(?:\.mdx?|\.ya?ml|\/)"?$/.test(line));
  return commit.slice(0, 7) + (changed ? '+' : '');
}
