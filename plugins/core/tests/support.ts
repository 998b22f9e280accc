import {buildHandbook, type CivilDate, type Handbook, type HandbookInput} from '../src/index.js';

/** A handbook of pages given as text by doc id, judged on 20 November 2026 unless another day is given. */
export function handbookOf(
  pages: Record<string, string>,
  more: {owners?: string; handbook?: string; asOf?: string; defaults?: Partial<HandbookInput>} = {},
): Handbook {
  return buildHandbook({
    asOf: (more.asOf ?? '2026-11-20') as CivilDate,
    dueSoonDays: 14,
    defaultReviewIn: {amount: 90, unit: 'day'},
    documents: Object.entries(pages).map(([id, text]) => ({
      id,
      source: `docs/${id}.md`,
      path: `${id}.md`,
      permalink: `/docs/${id}`,
      title: id,
      text,
      version: 'current',
      edition: 'last',
      unlisted: false,
    })),
    ownersFile: {source: 'docs/owners.yml', text: more.owners},
    handbookFile: {source: 'docs/handbook.yml', text: more.handbook},
    bulkReviewLimit: 10,
    watchedHash: () => undefined,
    ...more.defaults,
  });
}

/** A page with front matter. */
export function page(frontMatter: string, body = '# A page\n'): string {
  return `---\n${frontMatter}\n---\n\n${body}`;
}

/** Findings as `file:line rule`, which is what most tests are about. */
export function places(handbook: Handbook): string[] {
  return handbook.findings.map(({source, line, rule}) => `${source}:${line} ${rule}`);
}
