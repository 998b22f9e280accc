import {HASH_DIGITS, type Manifest} from './manifest.js';
import {isAnotherPage} from './page.js';
import {isPage} from './paths.js';

/** Whether a server with this answer is out of order, so that a copy is the better answer. */
export function isOutage(status: number): boolean {
  return status >= 500 || status === 429;
}

/**
 * Who answers the request for a page.
 *
 * @param status what the server answered; undefined when it did not, or not in time
 * @param hasCopy whether there is a copy
 * @returns the server, the copy, or nobody
 */
export function whoAnswers(status: number | undefined, hasCopy: boolean): 'server' | 'copy' | 'nobody' {
  if (status !== undefined && !isOutage(status)) return 'server';
  return hasCopy ? 'copy' : 'nobody';
}

/** The beginning of the SHA-256 of some bytes, in hex, as a manifest has it. */
export async function hashOf(bytes: BufferSource): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .slice(0, HASH_DIGITS);
}

/** A page without its scripts, as it is hashed. */
export function withoutScripts(html: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(html.replace(/<script\b[^>]*>[\s\S]*?<\/script>/gi, ''));
}

/**
 * Whether what a server sent for a file is what this build made. Some hosts put scripts of their own into every
 * page: a page is taken, too, when it names all scripts of this build, no other address and nothing of its length is missing, or
 * when it is the same but for scripts.
 */
export async function isOfThisBuild(
  file: string,
  bytes: ArrayBuffer,
  {files, shell, ...site}: Pick<Manifest, 'files' | 'shell' | 'base' | 'leaveAlone'>,
): Promise<boolean> {
  const [hash, size, plainHash] = files[file] ?? [];
  if (hash === undefined || size === undefined) return false;
  if ((await hashOf(bytes)) === hash) return true;
  if (!isPage(file) || bytes.byteLength < size) return false;
  const text = new TextDecoder().decode(bytes);
  if (plainHash !== undefined) return (await hashOf(withoutScripts(text))) === plainHash;
  if (shell.length === 0 || isAnotherPage(text, file, site)) return false;
  return shell.every((script) => text.includes(script));
}
