import type {CivilDate} from './dates.js';
import type {PageStatus, PageType} from './facts.js';
import type {Freshness} from './freshness.js';
import type {Handbook, HandbookPage} from './handbook.js';
import type {Severity, Tier} from './handbook-file.js';
import type {JumpLink} from './jump-links.js';
import type {Owner} from './owners.js';
import type {PageBlank} from './page-blanks.js';
import type {PageUses} from './page-uses.js';

/** What a page's own header shows: small, and shipped with that page alone. */
export interface PageRecord {
  title: string;
  asOf: CivilDate;
  type?: PageType;
  status: PageStatus;
  tier?: Tier;
  severity?: Severity;
  /** The owner; one with a chat channel alone for pages that only name a channel. */
  owner?: Owner;
  freshness: Freshness;
  testing: Freshness;
  testedBy: string[];
  /** The owners that the page's text names, by id. */
  mentioned: Record<string, Owner>;
  /** What its reader fills in; undefined where there is nothing. */
  blanks?: readonly PageBlank[];
  /** What is to be done on it, and what of that destroys something. */
  counts: {steps: number; tasks: number; destructive: number};
  /** The ways from its top to what is done on it. */
  jumps: JumpLink[];
  /** Where the page is used; undefined where it is nowhere. */
  uses?: PageUses;
}

/** A page in a list: enough for a link, a badge and an order. */
export interface PageSummary {
  id: string;
  title: string;
  permalink: string;
  type?: PageType;
  status: PageStatus;
  tier?: number;
  severity?: Severity;
  owner?: Owner;
  freshness: Freshness;
}

/** What the header of a page shows. */
export function pageRecord(handbook: Handbook, page: HandbookPage): PageRecord {
  const {facts, anatomy} = page;
  return {
    title: page.title,
    asOf: handbook.asOf,
    type: facts.type,
    status: facts.status,
    tier: handbook.settings.tiers.find(({id}) => id === facts.tier),
    severity: severityOf(handbook, page),
    owner: ownerOf(handbook, page),
    freshness: page.freshness,
    testing: page.testing,
    testedBy: facts.testedBy,
    mentioned: Object.fromEntries(
      page.mentionedOwners.map((id) => [id, handbook.owners.get(id) ?? {id, name: id}]),
    ),
    ...(page.blanks.length > 0 && {blanks: page.blanks}),
    counts: {steps: anatomy.steps, tasks: anatomy.tasks, destructive: anatomy.destructive},
    jumps: anatomy.jumps,
    uses: handbook.uses.get(page.source),
  };
}

/** What a list shows of a page. */
export function pageSummary(handbook: Handbook, page: HandbookPage): PageSummary {
  return {
    id: page.id,
    title: page.title,
    permalink: page.permalink,
    type: page.facts.type,
    status: page.facts.status,
    tier: page.facts.tier,
    severity: severityOf(handbook, page),
    owner: ownerOf(handbook, page),
    freshness: page.freshness,
  };
}

// A severity or owner that no file describes is still what the author wrote.
function severityOf(handbook: Handbook, {facts}: HandbookPage): Severity | undefined {
  if (facts.severity === undefined) return undefined;
  return handbook.settings.severities.find(({id}) => id === facts.severity) ?? {id: facts.severity};
}

function ownerOf(handbook: Handbook, {facts}: HandbookPage): Owner | undefined {
  if (facts.owner !== undefined) {
    return handbook.owners.get(facts.owner) ?? {id: facts.owner, name: facts.owner};
  }
  return facts.ownerChat === undefined ? undefined : {id: '', name: facts.ownerChat, chat: facts.ownerChat};
}
