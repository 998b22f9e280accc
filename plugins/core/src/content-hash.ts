import {createHash} from 'node:crypto';
import {bodyWithoutFreshnessComments} from './freshness-comment.js';

/**
 * A short fingerprint of a page's text, by which a later build sees whether it was edited since a review. Front
 * matter does not count, nor does white space where other white space stood: wrapping a paragraph anew or
 * changing line ends is no edit, while a blank put into `rm -rf /tmp` is one. What `:::only` keeps from some readers
 * counts in every build, or each audience would have a review of its own.
 *
 * @param text the whole file
 * @returns `sha256-` and the first 64 bits of the digest as hexadecimal digits
 */
export function contentHash(text: string): string {
  return hashOf(bodyWithoutFreshnessComments(text));
}

/**
 * The same for a file that a page watches. Of Markdown only the body counts; a file that is no text counts byte
 * by byte.
 *
 * @param name the file's name, which tells Markdown
 */
export function fileHash(name: string, content: Uint8Array): string {
  const text = textOf(content);
  if (text === undefined) return digest(content);
  return /\.mdx?$/i.test(name) ? contentHash(text) : hashOf(text);
}

/** One fingerprint for several files, whatever the order in which they are given. */
export function filesHash(files: readonly {name: string; hash: string}[]): string {
  return digest(
    files
      .map(({name, hash}) => `${name} ${hash}\n`)
      .sort()
      .join(''),
  );
}

/** Whether a text is a fingerprint as this module writes them. */
export function isHash(text: string): boolean {
  return /^sha256-[0-9a-f]{16}$/.test(text);
}

// Bytes that are no UTF-8 would all be read as the same sign, and a change among them would not be seen.
function textOf(content: Uint8Array): string | undefined {
  if (content.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(content);
  } catch {
    return undefined;
  }
}

function hashOf(text: string): string {
  return digest(text.replace(/\s+/gu, ' ').trim());
}

function digest(content: string | Uint8Array): string {
  return `sha256-${createHash('sha256').update(content).digest('hex').slice(0, 16)}`;
}
