import {
  addInterval,
  type CivilDate,
  compareReviews,
  formatInterval,
  type Handbook,
  type HandbookPage,
  type Interval,
} from '@opsbinder/core';

/** A page that somebody has to look at. */
export interface DuePage {
  id: string;
  title: string;
  source: string;
  /** Full address. */
  url: string;
  version: string;
  owner: string | null;
  /** The owner's name. */
  ownerName: string | null;
  tier: number | null;
  severity: string | null;
  lastReviewedOn: CivilDate | null;
  dueBy: CivilDate | null;
  reasons: string[];
}

/** What is due: the shape of `handbook:due --format json`. */
export interface DueList {
  schema: 'opsbinder/due/1';
  asOf: CivilDate;
  within: string;
  /** Whose pages; null for all. */
  owner: string | null;
  overdue: DuePage[];
  due: DuePage[];
  /** Pages without a review date. */
  undated: DuePage[];
}

/** Stands for pages without an owner. */
export const NO_OWNER = 'none';

/**
 * Lists what is to be reviewed.
 *
 * @param filter how far to look ahead, and whose pages; `none` for those without an owner
 * @param siteUrl the site's address without its base
 * @throws Error for an owner whom the handbook does not know
 */
export function listDue(
  handbook: Handbook,
  {within, owner}: {within: Exclude<Interval, 'never'>; owner?: string},
  siteUrl: string,
): DueList {
  const ownerOf = ({facts}: HandbookPage) => facts.owner ?? NO_OWNER;
  const known = new Set([...handbook.owners.keys(), ...handbook.pages.map(ownerOf), NO_OWNER]);
  if (owner !== undefined && !known.has(owner)) {
    throw new Error(`--owner ${owner} is nobody here. Expected one of ${[...known].sort().join(', ')}.`);
  }
  const until = addInterval(handbook.asOf, within) ?? handbook.asOf;
  const pages = handbook.pages
    .filter((page) => page.freshness.state !== 'exempt' && (owner === undefined || ownerOf(page) === owner))
    .sort(compareReviews);
  const show = (test: (page: HandbookPage) => boolean) =>
    pages.filter(test).map((page) => duePage(page, handbook, siteUrl));
  const isEdited = ({freshness: {state, byDate}}: HandbookPage) => state === 'due-soon' && byDate === 'fresh';
  return {
    schema: 'opsbinder/due/1',
    asOf: handbook.asOf,
    within: formatInterval(within),
    owner: owner ?? null,
    overdue: show(({freshness}) => freshness.state === 'overdue'),
    due: show(
      (page) =>
        ['fresh', 'due-soon'].includes(page.freshness.state) &&
        ((page.freshness.dueBy ?? until) <= until || isEdited(page)),
    ),
    undated: show(({freshness}) => freshness.state === 'unknown'),
  };
}

function duePage(page: HandbookPage, handbook: Handbook, siteUrl: string): DuePage {
  const {facts, freshness} = page;
  return {
    id: page.id,
    title: page.title,
    source: page.source,
    url: siteUrl + page.permalink,
    version: page.version,
    owner: facts.owner ?? null,
    ownerName: facts.owner === undefined ? null : (handbook.owners.get(facts.owner)?.name ?? facts.owner),
    tier: facts.tier ?? null,
    severity: facts.severity ?? null,
    lastReviewedOn: facts.lastReviewedOn ?? null,
    dueBy: freshness.dueBy ?? null,
    reasons: freshness.reasons,
  };
}

// A folder of old pages may hold hundreds that nobody has dated; a chat message should not.
const MOST_UNDATED = 20;

/** What is due as plain text, for a terminal. */
export function dueAsText(list: DueList): string {
  const line = (page: DuePage) => `  ${page.title}  (${details(page)})\n    ${page.source}`;
  return render(list, (title) => `\n${title}`, line);
}

/** What is due as Markdown, for a chat or an issue. */
export function dueAsMarkdown(list: DueList): string {
  const line = (page: DuePage) =>
    `- [${escapeMarkdown(page.title)}](${page.url}): ${escapeMarkdown(details(page))}`;
  return render(list, (title) => `\n### ${title}\n`, line);
}

function render(
  {asOf, within, overdue, due, undated}: DueList,
  heading: (title: string) => string,
  line: (page: DuePage) => string,
): string {
  const group = (title: string, pages: DuePage[], most = pages.length) => {
    if (pages.length === 0) return [];
    const more = pages.length - most;
    return [heading(title), ...pages.slice(0, most).map(line), ...(more > 0 ? [`… and ${more} more`] : [])];
  };
  return [
    `As of ${asOf}: ${overdue.length} overdue, ${due.length} due within ${within}, ${undated.length} without a review date.`,
    ...group('Overdue', overdue),
    ...group(`Due within ${within}`, due),
    ...group('Without a review date', undated, Math.min(undated.length, MOST_UNDATED)),
  ].join('\n');
}

function details({dueBy, ownerName, tier, severity, reasons}: DuePage): string {
  const byDate = [`review was due on ${dueBy}`, `review is due by ${dueBy}`, 'no review date'];
  const others = reasons.filter((reason) => !byDate.includes(reason));
  // A day that is still to come says nothing of a page that waits for another reason.
  const isByDate = reasons.length === 0 || others.length < reasons.length;
  const due = dueBy === null || !isByDate ? [] : [`due ${dueBy}`];
  const tierText = tier === null ? [] : [`tier ${tier}`];
  return [...due, ...others, ...(severity ? [severity] : []), ...tierText, ownerName ?? 'no owner'].join(
    ', ',
  );
}

// What people wrote becomes text: no link of theirs, and nobody is called by an @.
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#|]/g, '\\$&').replaceAll('@', '&#64;');
}
