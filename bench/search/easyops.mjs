// Brings in the other plugin, which may not be a dependency: one of its own is under the MPL.
import {spawn} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const NAME = '@easyops-cn/docusaurus-search-local';
const VERSION = '0.55.3';

// What there may be only one of in a site.
const ONE_IN_A_SITE = /^(?:@docusaurus\/|@mdx-js\/|react(?:$|-))/;

/**
 * The folder of the plugin, fetched where it is not there yet. It is kept beside the sites, inside the repository, so
 * that what it shares with them is found in the repository's own `node_modules`.
 *
 * @param {string} root of the repository
 * @param {(line: string) => void} say told that it is fetched, or why it could not be
 * @returns {Promise<string | undefined>} nothing where it could not be fetched
 */
export async function fetchEasyops(root, say) {
  const scratch = path.join(root, '.scratch-bench-easyops');
  const folder = path.join(scratch, 'node_modules', NAME);
  const mark = path.join(scratch, `fetched-${VERSION}`);
  if (fs.existsSync(mark)) return folder;
  say(`easyops is fetched from npm: ${NAME}@${VERSION}, into ${path.relative(root, scratch)}`);
  fs.rmSync(scratch, {recursive: true, force: true});
  fs.mkdirSync(scratch, {recursive: true});
  fs.writeFileSync(path.join(scratch, 'package.json'), '{"name": "bench-easyops", "private": true}\n');
  const problem = await install(scratch);
  if (problem) {
    say(`easyops could not be fetched: it is not asked (${problem})`);
    return undefined;
  }
  removeShared(path.join(scratch, 'node_modules'), path.join(root, 'node_modules'));
  fs.writeFileSync(mark, '');
  return folder;
}

/** @returns {Promise<string | undefined>} what went wrong, in a word */
function install(scratch) {
  const flags = [
    '--no-save',
    '--no-package-lock',
    '--ignore-scripts',
    '--legacy-peer-deps',
    '--no-audit',
    '--no-fund',
  ];
  return new Promise((resolve) => {
    const child = spawn('npm', ['install', ...flags, '--fetch-retries=1', `${NAME}@${VERSION}`], {
      cwd: scratch,
      stdio: ['ignore', 'ignore', 'pipe'],
      shell: process.platform === 'win32',
    });
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += chunk;
    });
    child.on('error', ({message}) => resolve(message));
    child.on('close', (code) =>
      resolve(
        code === 0 ? undefined : (/^npm error code (\S+)/m.exec(said)?.[1] ?? `npm ended with ${code}`),
      ),
    );
  });
}

/** Removes from one folder of packages what another has in the same version, and what a site may have only once. */
export function removeShared(own, shared) {
  for (const name of packagesIn(own)) {
    const version = versionOf(path.join(shared, name));
    if (version && (ONE_IN_A_SITE.test(name) || version === versionOf(path.join(own, name))))
      fs.rmSync(path.join(own, name), {recursive: true});
  }
}

function packagesIn(folder) {
  return fs
    .readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .flatMap((name) =>
      name.startsWith('@') ? fs.readdirSync(path.join(folder, name)).map((one) => `${name}/${one}`) : name,
    );
}

function versionOf(folder) {
  const file = path.join(folder, 'package.json');
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')).version : undefined;
}
