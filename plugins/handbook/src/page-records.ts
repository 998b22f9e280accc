import path from 'node:path';
import type {LoadContext} from '@docusaurus/types';
import {docuHash, generate} from '@docusaurus/utils';
import {type Handbook, pageRecord} from '@opsbinder/core';
import {buildStore} from './store.js';

const FOLDER = path.join('opsbinder', 'pages');

/**
 * Writes one small module per page with what its header shows. The page's Markdown imports it (see
 * `importPageRecord`), so the facts travel with that page alone, and a bundler that keeps a page from an
 * earlier build still sees today's facts.
 */
export async function writePageRecords(handbook: Handbook, context: LoadContext): Promise<void> {
  const {pageRecords} = buildStore();
  await Promise.all(
    handbook.pages.map(async (page) => {
      const name = `${docuHash(page.source)}.json`;
      await generate(
        context.generatedFilesDir,
        path.join(FOLDER, name),
        JSON.stringify(pageRecord(handbook, page)),
      );
      pageRecords.set(path.resolve(context.siteDir, page.source), `@generated/opsbinder/pages/${name}`);
    }),
  );
}

/** The module with the record of the page that a source file holds; undefined for files that are no pages. */
export function pageRecordModule(file: string | undefined): string | undefined {
  return file === undefined ? undefined : buildStore().pageRecords.get(path.resolve(file));
}
