import {spawn} from 'node:child_process';
import net, {type AddressInfo} from 'node:net';
import path from 'node:path';
import {AS_OF} from './sites.js';

const ROOT = path.resolve(__dirname, '..', '..');
const CLI = path.join(ROOT, 'node_modules', '@docusaurus', 'core', 'bin', 'docusaurus.mjs');
const START_MS = 120_000;

/** A development server of a site, as `npm start` runs it. */
export interface DevServer {
  /** Address of the site's root, with its base and a slash at the end. */
  url: string;
  /** What it has printed so far. */
  output(): string;
  close(): Promise<void>;
}

/**
 * Starts the development server of a site, and waits until it has compiled the site.
 *
 * @throws Error with all that it printed, when it ends, does not get there or finds mistakes in the site
 */
export async function startDevServer(siteDir: string, baseUrl: string): Promise<DevServer> {
  const port = await freePort();
  const child = spawn(
    process.execPath,
    [CLI, 'start', '--no-open', '--host', '127.0.0.1', '--port', String(port)],
    {
      cwd: siteDir,
      // A vitest run sets NODE_ENV, which would make the server one of tests.
      env: {...process.env, NODE_ENV: undefined, NO_COLOR: '1', FORCE_COLOR: '0', OPSBINDER_AS_OF: AS_OF},
    },
  );
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const kill = () => void child.kill('SIGKILL');
  // A test run that is broken off leaves no server behind.
  process.once('exit', kill);
  const close = async () => {
    kill();
    await ended;
    process.off('exit', kill);
  };
  let output = '';
  const compiled = new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += String(chunk);
      if (/compiled with \d+ error/.test(output)) {
        reject(new Error(`The development server could not compile the site. It said:\n${output}`));
      } else if (/compiled (?:successfully|with)/.test(output)) {
        resolve();
      }
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', reject);
    child.once('close', () => reject(new Error(`The development server ended. It said:\n${output}`)));
    setTimeout(
      () => reject(new Error(`The development server did not compile in time. It said:\n${output}`)),
      START_MS,
    ).unref();
  });
  try {
    await compiled;
  } catch (error) {
    await close();
    throw error;
  }
  return {url: `http://127.0.0.1:${port}${baseUrl}`, output: () => output, close};
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const {port} = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
