/** How many visited pages are kept; the oldest go first. */
const MOST_PAGES = 50;
/** How large they may be together, in bytes. */
const MOST_BYTES = 50_000_000;

/** What is known of a visited page. */
export interface VisitedPage {
  /** As `pageName` has it. */
  page: string;
  /** Addresses of its files. */
  files: string[];
  /** Their sizes in bytes, and under an empty name that of the page; earlier versions did not write them down. */
  sizes?: Record<string, number>;
}

/** Those of the pages, the latest first, for which there is room; a file that several have takes it once. */
export function pagesToKeep(pages: readonly VisitedPage[]): VisitedPage[] {
  const seen = new Set<string>();
  let bytes = 0;
  const end = pages.findIndex(({files, sizes = {}}, at) => {
    bytes += sizes[''] ?? 0;
    for (const file of files) {
      if (!seen.has(file)) bytes += sizes[file] ?? 0;
      seen.add(file);
    }
    // The page that is being looked at is kept in any case.
    return at > 0 && (at >= MOST_PAGES || bytes > MOST_BYTES);
  });
  return pages.slice(0, end < 0 ? pages.length : end);
}
