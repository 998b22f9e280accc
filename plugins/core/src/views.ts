import type {CivilDate} from './dates.js';
import type {FreshnessState} from './freshness.js';
import type {Severity, Tier} from './handbook-file.js';
import type {Owner} from './owners.js';
import type {PageSummary} from './page-record.js';

// What plugins hand to the theme's pages as `data`. It stands here because neither may import the other.

/** A tier with its pages and the address of its own page. */
export interface TierList {
  tier: Tier;
  permalink: string;
  pages: PageSummary[];
}

/** What `/tiers/` shows. */
export interface TierIndexData {
  /** The day for which the states speak. */
  asOf: CivilDate;
  tiers: TierList[];
  /** Pages that name no tier. */
  untiered: PageSummary[];
}

/** What `/tiers/<n>/` shows. */
export interface TierPageData extends TierList {
  /** The day for which the states speak. */
  asOf: CivilDate;
  /** All tiers, to step from one to the next. */
  tiers: {tier: Tier; permalink: string}[];
  indexPermalink: string;
}

/** What the launch pad shows. */
export interface LaunchPadData {
  title: string;
  tagline: string;
  asOf: CivilDate;
  /** Pages that name a severity, worst first. */
  emergencies: {severity: Severity; pages: PageSummary[]}[];
  /** The states of all pages, to be counted on the reader's day. */
  states: Marker[];
  /** The pages that are overdue first, on whatever day: those that are, then those that come next. */
  overdueFirst: PageSummary[];
  /** The cards that hold anything. */
  cards: {title: string; permalink: string}[];
  /** Undefined when the tier pages are switched off. */
  tiersPermalink?: string;
  /** Undefined when no alert leads to a page, or alerts have no addresses. */
  alertsPermalink?: string;
  /** Undefined when there is no page of reviews. */
  reviewsPermalink?: string;
}

/** A page that is to be reviewed. */
export interface ReviewItem extends PageSummary {
  /** The doc version it belongs to, for one that readers are not served by default. */
  version?: string;
}

/** What `/reviews/` shows. */
export interface ReviewsData {
  asOf: CivilDate;
  /** Days after which a built site is told to be old. */
  oldBuildDays: number;
  /** Every page that is not exempt, ordered by title; but those that their authors keep off lists. */
  pages: ReviewItem[];
  /** The states of the pages that are not listed; they count. */
  others: Marker[];
  /** The owners who have any, each with the address of a calendar. */
  owners: {id: string; name: string; calendar?: string}[];
  tiers: Tier[];
  /** Address of the calendar of all; undefined when none are written. */
  calendar?: string;
}

/** A page's state as built and, where it can still get worse, the days on which it does. */
export type Marker = [state: FreshnessState, dueBy?: CivilDate, dueSoonFrom?: CivilDate];

/** What sidebars and cards have to know to mark pages, and no more: it travels with every page that has a sidebar. */
export interface Markers {
  /** The states to mark. */
  states: readonly FreshnessState[];
  /** Pages by permalink; one that can never be in such a state is left out. */
  pages: Record<string, Marker>;
}

/** An owner with the address of the page about them. */
export interface OwnerLink {
  owner: Owner;
  permalink: string;
}

/** What `/owners/` shows. */
export interface OwnerIndexData {
  asOf: CivilDate;
  owners: (OwnerLink & {
    /** The states of their pages. */
    states: Marker[];
  })[];
  /** Pages that nobody answers for. */
  unowned: PageSummary[];
}

/** What `/owners/<id>/` shows. */
export interface OwnerPageData extends OwnerLink {
  asOf: CivilDate;
  /** Whom to turn to next, in order. */
  escalation: OwnerLink[];
  /** Those who turn to this owner next. */
  escalatedFrom: OwnerLink[];
  /** What the owner answers for, what needs them most first. */
  pages: PageSummary[];
  indexPermalink: string;
  /** Where their reviews are listed by month; undefined when there is no such page. */
  reviewsPermalink?: string;
  /** Address of their calendar of reviews. */
  calendar?: string;
}

/** What `/alerts/` shows. */
export interface AlertIndexData {
  asOf: CivilDate;
  /** Ordered by name; `page` is the position of its page in `pages`. */
  alerts: {name: string; slug: string; permalink: string; page: number}[];
  pages: PageSummary[];
}

/** What `/alerts/<Name>/` needs while the site is written. */
export interface AlertRedirectData {
  name: string;
  /** The page, with the heading where one is about the alert. */
  permalink: string;
}
