import {mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {writeOutput} from '@opsbinder/handbook';
import type {CardPapers} from './make-papers.js';

/** Writes the files of all cards into the built site, before others look at it. */
export function writePapers(papers: readonly CardPapers[], outDir: string): Promise<void> {
  const files = papers.flatMap(({gathered, html, pdfs}) => [
    ...gathered.html.map((file) => ({file, content: html})),
    ...pdfs.map(({file, bytes}) => ({file, content: bytes})),
  ]);
  return writeOutput(outDir, async () => {
    await Promise.all(
      files.map(async ({file, content}) => {
        const target = path.join(outDir, file);
        await mkdir(path.dirname(target), {recursive: true});
        await writeFile(target, content);
      }),
    );
  });
}
