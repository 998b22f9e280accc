import {realpathSync} from 'node:fs';
import path from 'node:path';
import type {LoadContext} from '@docusaurus/types';
import type {CivilDate, Handbook, HandbookPage} from '@opsbinder/core';
import {localeOfFile, openHandbook} from '@opsbinder/handbook';
import type {PluginOptions} from './options.js';

/** A page that somebody wants to attest, with the file to write. */
export interface Target {
  page: HandbookPage;
  file: string;
}

/**
 * Finds the pages that a command line names.
 *
 * @param names files, relative to the working directory or the site, or doc ids; translations by their files
 * @returns each page once, and the day for which the handbook speaks
 * @throws Error naming everything that is no page, belongs to an old version, or could be two
 */
export async function findTargets(
  context: LoadContext,
  options: PluginOptions,
  names: readonly string[],
): Promise<{targets: Target[]; asOf: CivilDate}> {
  const {siteDir} = context;
  const handbooks = new Map<string | undefined, Handbook>();
  const handbookOf = async (locale?: string) => {
    const known = handbooks.get(locale) ?? (await openHandbook(context, options, {locale}));
    handbooks.set(locale, known);
    return known;
  };
  const own = await handbookOf();
  const fileOf = ({source}: HandbookPage) => path.resolve(siteDir, source);
  const found = new Map<string, Target>();
  const problems: string[] = [];
  for (const name of names) {
    const files = new Set(
      [path.resolve(name), path.resolve(siteDir, name)].flatMap((file) => realPath(file) ?? []),
    );
    const locale = [...files].flatMap((file) => localeOfFile(context, file) ?? [])[0];
    const {pages} = await handbookOf(locale);
    const byFile = pages.find((page) => files.has(realPath(fileOf(page)) ?? ''));
    const byId = own.pages.filter(({id, edition}) => id === name && edition !== 'frozen');
    const page = byFile ?? byId[0];
    if (!page) {
      problems.push(
        `${name} is no page of the handbook. Expected a file that the site shows as a doc, or its id.`,
      );
    } else if (!byFile && byId.length > 1) {
      problems.push(
        `${name} is the id of ${byId.map(({source}) => source).join(' and ')}. Expected one of these files.`,
      );
    } else if (page.edition === 'frozen') {
      problems.push(
        `${page.source} belongs to an old version (${page.version}), which nobody is asked to review.`,
      );
    } else {
      found.set(page.source, {page, file: fileOf(page)});
    }
  }
  if (problems.length > 0) throw new Error(`Nothing was written.\n${problems.join('\n')}`);
  return {targets: [...found.values()], asOf: own.asOf};
}

// A docs folder may be a link, and a file can be named by either way to it.
function realPath(file: string): string | undefined {
  try {
    return realpathSync(file);
  } catch {
    return undefined;
  }
}
