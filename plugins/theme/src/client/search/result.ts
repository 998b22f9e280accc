import type {PagefindPage, PagefindSection} from './pagefind';

/** A stretch of text, and whether it is a match. */
export interface Fragment {
  text: string;
  marked: boolean;
}

/** A part of a page to offer: its heading, where it stands and the words around the match. */
export interface SectionResult {
  title: string;
  url: string;
  excerpt: Fragment[];
}

/** A page to offer. */
export interface PageResult extends SectionResult {
  /** Where it stands in the site: its categories, or its path where it has none. */
  context: string;
  /** Facts about it in plain words, such as its type or when it is to be reviewed. */
  facts: string[];
  sections: SectionResult[];
}

const MAX_SECTIONS = 3;
const FACTS = ['type', 'tier', 'freshness'];

/** Turns a page that Pagefind found into what the list of results shows. */
export function toPageResult(page: PagefindPage): PageResult {
  const title = page.meta.title || page.url;
  const sections = bestSections(page.sub_results);
  // The excerpt of the page is taken from one of its sections; said twice, it would only be in the way.
  const aboveSections = page.sub_results.find((section) => !section.anchor);
  const excerpt = sections.length === 0 ? page.excerpt : (aboveSections?.excerpt ?? '');
  return {
    title,
    url: page.url,
    context: page.meta.breadcrumb || page.url,
    facts: FACTS.map((name) => page.meta[name] ?? '').filter(Boolean),
    excerpt: readExcerpt(excerpt, title),
    sections: sections.map((section) => ({
      title: section.title,
      url: section.url,
      excerpt: readExcerpt(section.excerpt, section.title),
    })),
  };
}

/** The sections that match best, in the order of the page. */
function bestSections(sections: readonly PagefindSection[]): PagefindSection[] {
  const score = (section: PagefindSection) =>
    section.weighted_locations.reduce((sum, location) => sum + location.balanced_score, 0);
  const best = new Set(
    sections
      .filter((section) => section.anchor)
      .sort((a, b) => score(b) - score(a))
      .slice(0, MAX_SECTIONS),
  );
  return sections.filter((section) => best.has(section));
}

/**
 * Reads Pagefind's excerpt as text, so that no HTML has to be put into the page.
 *
 * @param excerpt text with `<mark>` around matches and `<`, `>` escaped
 * @param title the heading above it, with which Pagefind lets the excerpt begin; it is taken away again
 */
export function readExcerpt(excerpt: string, title: string): Fragment[] {
  const fragments = excerpt
    .split(/(<mark>.*?<\/mark>)/)
    .filter(Boolean)
    .map((part) => ({
      text: unescapeBrackets(part.replace(/<\/?mark>/g, '')),
      marked: part.startsWith('<mark>'),
    }));
  const whole = fragments.map(({text}) => text).join('');
  // Pagefind closes a heading with a full stop unless it has an end of its own.
  const isTitle = whole === title || whole === `${title}.`;
  const lead = isTitle ? whole : ([`${title}. `, `${title} `].find((start) => whole.startsWith(start)) ?? '');
  return dropStart(fragments, lead.length);
}

function dropStart(fragments: readonly Fragment[], length: number): Fragment[] {
  let rest = length;
  return fragments.flatMap(({text, marked}) => {
    const dropped = Math.min(rest, text.length);
    rest -= dropped;
    return dropped === text.length ? [] : [{text: text.slice(dropped), marked}];
  });
}

function unescapeBrackets(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
}
