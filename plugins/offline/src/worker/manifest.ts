/** What the worker says, in the site's language; `{name}` is filled in. */
export interface Words {
  /** Above a page from the copy. */
  built: string;
  /** The same, where the day is not known. */
  undated: string;
  /** That a page is not to be had; with `{path}`. */
  missing: string;
  /** The link that asks for it again. */
  retry: string;
  /** Above the list of what is kept; with `{count}`. */
  kept: string;
  /** Title of the page that stands in for a home page. */
  title: string;
}

/** What a worker knows of the build it belongs to. It is a part of `sw.js`. */
export interface Manifest {
  /** Tells this build's files and code from all others. */
  version: string;
  /** The path below which the worker answers, with both slashes. */
  base: string;
  /** Paths below it that belong to others: the site's further languages. */
  leaveAlone: string[];
  /** Language of the site, as in `<html lang>`. */
  lang: string;
  /** The day for which the build speaks, `YYYY-MM-DD`. */
  built: string;
  /** How long a server may take before the copy is shown, in milliseconds. */
  deadline: number;
  /** Whether pages are `x/index.html` rather than `x.html`. */
  pagesAreFolders: boolean;
  /** File of the page to lead to when another is not to be had; `null` without one. */
  home: string | null;
  /** Scripts that every page of this build names, and pages of other builds do not. */
  shell: string[];
  /**
   * What is kept ready: file below the base → beginning of its SHA-256 in hex, and its size in bytes; for a page that
   * does not name the shell, also the hash of what it is without scripts.
   */
  files: Record<string, [hash: string, size: number, withoutScripts?: string]>;
  /** The pages among them that people look for: file and title. */
  pages: [file: string, title: string][];
  /** Where alerts lead: the folder of their addresses, and the page of each by its name in lower case. */
  alerts: {folder: string; pages: Record<string, string>} | null;
  words: Words;
}

/** What the worker of a site without an offline copy has to know. */
export type OffManifest = Pick<Manifest, 'base'>;

/** Hexadecimal digits of a SHA-256 that stand in a manifest. */
export const HASH_DIGITS = 32;

/** Name of the worker's file, directly below the base. */
export const WORKER_FILE = 'sw.js';

/** How the names of all caches of the worker for a base begin. */
export function cachePrefix(base: string): string {
  return `opsbinder-offline:${base}:`;
}

/** Name of the `<meta>` that carries the day a page was built for. */
export const BUILT_META = 'opsbinder-built';

/** Id of the line that the worker puts on a page. */
export const NOTICE_ID = 'opsbinder-offline';

/** Attribute of what the line says of a page that is not to be had: it goes when the reader goes on. */
export const MISSING_MARK = 'data-missing';
