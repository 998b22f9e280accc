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
