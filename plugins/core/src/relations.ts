import type {Placed} from './fact-reader.js';
import type {Finding} from './findings.js';
import {decodePath, joinPath} from './paths.js';

/** What a relation can lead to: a page by its doc id, or by its file below the docs folder. */
export interface RelationTarget {
  id: string;
  source: string;
  path: string;
  version: string;
}

/** Finds the pages that others name, each in its own version of the docs. */
export class Relations<T extends RelationTarget> {
  private readonly versions = new Map<string, {byId: Map<string, T>; byPath: Map<string, T>}>();

  constructor(targets: readonly T[]) {
    for (const target of targets) {
      const {byId, byPath} = this.versions.get(target.version) ?? {byId: new Map(), byPath: new Map()};
      byId.set(target.id, target);
      byPath.set(target.path, target);
      this.versions.set(target.version, {byId, byPath});
    }
  }

  /**
   * The page that a text in a page's front matter names: a doc id, or a path relative to the page, with or
   * without the file's ending. Undefined where it leads to none.
   */
  find(from: T, text: string): T | undefined {
    const version = this.versions.get(from.version);
    if (!version) return undefined;
    const name = text.replace(/[#?].*$/, '');
    const byId = version.byId.get(name) ?? version.byId.get(name.replace(/\.mdx?$/, ''));
    if (byId) return byId;
    const path = joinPath(from.path, decodePath(name));
    for (const ending of ['', '.md', '.mdx', '/index.md', '/README.md']) {
      const byPath = version.byPath.get(path + ending);
      if (byPath) return byPath;
    }
    return undefined;
  }

  /** A finding for each text under a key that leads to no page. */
  broken(from: T, key: string, texts: readonly Placed[]): Finding[] {
    const broken = texts.filter(({text}) => !this.find(from, text));
    if (broken.length === 0) return [];
    const example = [...(this.versions.get(from.version)?.byId.keys() ?? [])].find((id) => id !== from.id);
    return broken.map(({text, line}) => ({
      rule: `${key}-broken`,
      level: 'error',
      source: from.source,
      line,
      message: `${key}: "${text}" leads to no page. Expected a doc id such as ${example ?? 'runbooks/deployment'}, or a path relative to this file`,
      hint: 'Correct the id or path, or take the line away.',
    }));
  }
}
