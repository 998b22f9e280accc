import fs from 'node:fs/promises';
import path from 'node:path';
import {posixPath} from '@docusaurus/utils';
import {compareText} from '@opsbinder/core';
import {filesFor, pathBelow} from './worker/paths.js';

/** What has to be known to find a site's files by their addresses. */
export interface SiteShape {
  /** The site's address without its base, such as `https://ops.example.com`. */
  origin: string;
  base: string;
  /** Bases of the site's other languages, below its own. */
  leaveAlone: string[];
  pagesAreFolders: boolean;
}

/** The files of a built site. */
export class SiteFiles {
  private constructor(
    readonly dir: string,
    readonly shape: SiteShape,
    /** Files below the base, with forward slashes, in order. */
    readonly all: ReadonlySet<string>,
  ) {}

  /** Lists what has been built into a folder. */
  static async read(dir: string, shape: SiteShape): Promise<SiteFiles> {
    const entries = await fs.readdir(dir, {recursive: true, withFileTypes: true});
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => posixPath(path.relative(dir, path.join(entry.parentPath, entry.name))))
      .filter((file) => pathBelow(shape.base + encodeURI(file), shape) !== undefined);
    return new SiteFiles(dir, shape, new Set(files.sort(compareText)));
  }

  /**
   * The file behind an address.
   *
   * @param address as a page or a style sheet has it
   * @param from the file that has it
   * @returns undefined for what is not of this site or was not built
   */
  at(address: string, from = ''): string | undefined {
    const {origin, base} = this.shape;
    const here = new URL(base + encodeURI(from.replace(/(^|\/)index\.html$/, '$1')), origin);
    if (!URL.canParse(address, here.href)) return undefined;
    const url = new URL(address, here);
    const below = url.origin === new URL(origin).origin ? pathBelow(url.pathname, this.shape) : undefined;
    if (below === undefined) return undefined;
    return filesFor(below, this.shape).find((file) => this.all.has(file));
  }

  /** The files below a folder, and the page that stands for it. */
  below(folder: string): string[] {
    const name = folder.replace(/^\/+|\/+$/g, '');
    return [...this.all].filter((file) => file.startsWith(`${name}/`) || file === `${name}.html`);
  }

  read(file: string): Promise<Buffer> {
    return fs.readFile(path.join(this.dir, file));
  }
}
