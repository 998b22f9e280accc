import type {CivilDate, Freshness, FreshnessState, PageType} from '@opsbinder/core';
import {matchedWords} from './matched-words';
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

/** The type of a page, or what the index holds besides pages. */
export type Kind = PageType | 'api' | 'card' | 'owner';

/** What is known of a page besides its text. */
export interface PageFacts {
  type?: Kind;
  tier?: number;
  /** As built. */
  freshness?: Freshness;
  /** Such facts in words of the page's own. */
  words: string[];
}

/** A page to offer. */
export interface PageResult extends SectionResult {
  /** Where it stands in the site: its categories, or its path where it has none. */
  context: string;
  facts: PageFacts;
  sections: SectionResult[];
  /** The words of the page that match, as they stand there. */
  words: string[];
}

const MAX_SECTIONS = 3;

// An index may be of another build, and its pages may say anything under these names. Being keys, none can be missing.
const KINDS: Record<Kind, true> = {
  runbook: true,
  alert: true,
  troubleshooting: true,
  checklist: true,
  postmortem: true,
  guide: true,
  reference: true,
  architecture: true,
  decision: true,
  api: true,
  card: true,
  owner: true,
};
const STATES: Record<FreshnessState, true> = {
  fresh: true,
  'due-soon': true,
  overdue: true,
  unknown: true,
  exempt: true,
};

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
    facts: readFacts(page),
    excerpt: readExcerpt(excerpt, title),
    sections: sections.map((section) => ({
      title: section.title,
      url: section.url,
      excerpt: readExcerpt(section.excerpt, section.title),
    })),
    words: [...new Set(matchedWords(page, page.locations))],
  };
}

/** Reads what the header of a page says in attributes, and what the page says as metadata in its own words. */
function readFacts({filters = {}, meta}: PagefindPage): PageFacts {
  const first = <T>(name: string, read: (value: string) => T | undefined): T | undefined =>
    filters[name]?.map(read).find((value) => value !== undefined);
  return {
    type: first('type', (value) => (isKind(value) ? value : undefined)),
    tier: first('tier', (value) => (/^\d+$/.test(value) ? Number(value) : undefined)),
    freshness: first('freshness', readFreshness),
    words: ['type', 'tier', 'freshness'].flatMap((name) => meta[name] || []),
  };
}

/**
 * Reads what `searchAttributes` wrote: a state, then the days on which it gets worse.
 *
 * @returns undefined for anything else
 */
export function readFreshness(value: string): Freshness | undefined {
  const [state = '', ...rest] = value.split(' ');
  if (!isState(state)) return undefined;
  const [dueBy, dueSoonFrom] = rest.filter((word): word is CivilDate => /^\d{4}-\d\d-\d\d$/.test(word));
  const isEdited = rest.includes('edited');
  return {
    state,
    reasons: [],
    ...(isEdited && {causes: [{kind: 'edited'}], byDate: 'fresh'}),
    dueBy,
    dueSoonFrom,
  };
}

export function isKind(value: string): value is Kind {
  return isKey(KINDS, value);
}

export function isState(value: string): value is FreshnessState {
  return isKey(STATES, value);
}

function isKey<K extends string>(keys: Record<K, true>, value: string): value is K {
  return Object.hasOwn(keys, value);
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
