import type {Finding, Handbook} from '@opsbinder/core';
import type {OnErrors} from './report.js';

/** A handbook on its way. */
export interface LoadingHandbook {
  handbook: Promise<Handbook>;
  /** The same once what is wrong in it was told, by the option `onErrors`. */
  reported: Map<OnErrors, Promise<Handbook>>;
}

/** What the parts of one build share inside a process. */
interface BuildStore {
  /** Handbooks by the content they were built from, then by their options. */
  handbooks: WeakMap<object, Map<string, LoadingHandbook>>;
  /** Module paths of page records by absolute source file: what the Markdown transforms import. */
  pageRecords: Map<string, string>;
  /** What the front matter reader had to leave out, by absolute source file. */
  frontMatterFindings: Map<string, Finding[]>;
  /** Readers of the API descriptions of this site, by the id of the plugin that shows each. */
  apiDescriptions: Map<string, () => Promise<string>>;
  /** What plugins found in files outside the model, by plugin. */
  sharedFindings: Map<string, readonly Finding[]>;
  /** What plugins are writing into each built site. */
  outputs: Map<string, Promise<void>[]>;
}

const KEY = Symbol.for('@opsbinder/handbook/store/3');

/**
 * The store of this process. It hangs on globalThis because a site may load this package twice, once from
 * its configuration and once from a plugin, and both must see one handbook.
 */
export function buildStore(): BuildStore {
  const holder = globalThis as {[KEY]?: BuildStore};
  holder[KEY] ??= {
    handbooks: new WeakMap(),
    pageRecords: new Map(),
    frontMatterFindings: new Map(),
    apiDescriptions: new Map(),
    sharedFindings: new Map(),
    outputs: new Map(),
  };
  return holder[KEY];
}
