import {type AlertRoute, routeAlerts} from './alerts.js';
import type {Anatomy} from './anatomy.js';
import type {Audience} from './audience.js';
import {findBulkReviews} from './bulk-review.js';
import {type CardEntry, findDuplicateEntries, findLongGroups, findSameCards} from './cards.js';
import {compareText} from './compare-text.js';
import type {CivilDate, Interval} from './dates.js';
import type {PageFacts} from './facts.js';
import {compareFindings, type Finding} from './findings.js';
import {type Exemption, type Freshness, judgeFreshness} from './freshness.js';
import {DEFAULT_SETTINGS, type HandbookSettings, readHandbookSettings} from './handbook-file.js';
import type {PageHeading} from './heading-ids.js';
import type {MarkdownFormat} from './markdown.js';
import {type Owners, readOwners} from './owners.js';
import type {PageBlank} from './page-blanks.js';
import {gatherUses, type PageUses} from './page-uses.js';
import {type DraftPage, readPage} from './read-page.js';
import {Relations} from './relations.js';
import {gatherIncidents, sinceReview, type WatchedHash} from './since-review.js';

/** A page as the docs plugin knows it, with its source text. */
export interface SourceDocument {
  /** Doc id, such as `runbooks/deployment`. */
  id: string;
  /** File relative to the site, with forward slashes. */
  source: string;
  /** The same file relative to its docs folder: what policies match. */
  path: string;
  permalink: string;
  title: string;
  /** The file's text, front matter included. */
  text: string;
  /** Name of its doc version; `current` where there are none. */
  version: string;
  edition: Edition;
  /** Whether its author keeps it off the site's lists. */
  unlisted: boolean;
}

/**
 * What a doc version is to its readers: `last` is the one they are served, `next` is worked on, and `frozen` is
 * kept as it was. A site without versions is all `last`.
 */
export type Edition = 'last' | 'next' | 'frozen';

/** A text file that may be there. */
export interface TextFile {
  source: string;
  /** Undefined when there is no such file. */
  text?: string;
}

/** All that a handbook is made from. */
export interface HandbookInput {
  asOf: CivilDate;
  /** Whom it is for: what `:::only` gives to others is left out. */
  audience?: Audience;
  /** Days before a due date from which a review counts as due soon. */
  dueSoonDays: number;
  /** How long a review or a test holds where neither page nor policy says it. */
  defaultReviewIn: Interval;
  /** How many pages one person may have reviewed on one day before it is noted. */
  bulkReviewLimit: number;
  /** Patterns of commands that the site calls destructive beside those that are known. */
  destructive?: readonly RegExp[];
  documents: readonly SourceDocument[];
  ownersFile: TextFile;
  handbookFile: TextFile;
  /** As the site's `markdown.anchors.maintainCase`. */
  headingIdsKeepCase?: boolean;
  /** As the site's `markdown.format`. */
  markdownFormat?: MarkdownFormat | 'detect';
  /** Looks up what pages watch. */
  watchedHash: WatchedHash;
}

/** A page of the handbook: what it says of itself, and what follows from that. */
export interface HandbookPage {
  id: string;
  source: string;
  /** The file relative to its docs folder. */
  path: string;
  permalink: string;
  title: string;
  version: string;
  edition: Edition;
  /** Whether its author keeps it off the site's lists. */
  unlisted: boolean;
  /** Whether lists of what to use now show it: not when it is deprecated, unlisted or of another version. */
  listed: boolean;
  /** Whether nothing was left out of it because it is for others. */
  isWhole: boolean;
  facts: PageFacts;
  freshness: Freshness;
  testing: Freshness;
  anatomy: Anatomy;
  /** What its reader fills in, in order of appearance. */
  blanks: readonly PageBlank[];
  headings: readonly PageHeading[];
  /** Ids of the owners that the page names in its text. */
  mentionedOwners: string[];
  /** Fingerprints of what the page watches, by name: what a review writes down. */
  fingerprints: ReadonlyMap<string, string>;
}

/** Everything that is known of a binder on one day. All plugins of a build share one. */
export interface Handbook {
  asOf: CivilDate;
  dueSoonDays: number;
  settings: HandbookSettings;
  owners: Owners;
  /** Ordered by doc id, then file. */
  pages: readonly HandbookPage[];
  cardEntries: readonly CardEntry[];
  /** Where each alert leads, ordered by name. */
  alerts: readonly AlertRoute[];
  /** Where pages are used, by the page's file. */
  uses: ReadonlyMap<string, PageUses>;
  /** Ordered by file and line. */
  findings: readonly Finding[];
}

/**
 * Builds the handbook. It never throws over content: whatever is wrong is a finding, and the page stands
 * with what could be read.
 */
export function buildHandbook(input: HandbookInput): Handbook {
  const findings: Finding[] = [];
  const {settings, findings: settingsFindings} =
    input.handbookFile.text === undefined
      ? {settings: DEFAULT_SETTINGS, findings: []}
      : readHandbookSettings(input.handbookFile.text, input.handbookFile.source);
  const read =
    input.ownersFile.text === undefined
      ? undefined
      : readOwners(input.ownersFile.text, input.ownersFile.source);
  findings.push(...settingsFindings, ...(read?.findings ?? []));

  const drafts = [...input.documents]
    .sort((a, b) => compareText(a.id, b.id) || compareText(a.source, b.source))
    .map((document) => readPage(document, input, settings, read?.owners));
  const relations = new Relations(drafts);
  const judged = drafts.filter(({edition}) => edition !== 'frozen');
  const incidents = gatherIncidents(judged, relations);
  const cardEntries: CardEntry[] = [];

  const pages = drafts.map((draft): HandbookPage => {
    const {facts, edition, entries} = draft;
    const since = sinceReview(draft, incidents, input.watchedHash);
    // Nobody edits a frozen page, so nobody could mend what is wrong in it.
    if (edition !== 'frozen') {
      findings.push(
        ...draft.findings,
        ...relations.broken(draft, 'related', facts.related),
        ...relations.broken(draft, 'runbooks', facts.runbooks),
        ...since.findings,
      );
    }
    const listed = edition === 'last' && !draft.unlisted && facts.status !== 'deprecated';
    if (listed) cardEntries.push(...entries);
    else if (edition !== 'frozen') findings.push(...leftOffCards(draft));
    const exempt = edition === 'frozen' ? 'frozen' : facts.status === 'deprecated' ? 'deprecated' : undefined;
    return {
      id: draft.id,
      source: draft.source,
      path: draft.path,
      permalink: draft.permalink,
      title: draft.title,
      version: draft.version,
      edition,
      unlisted: draft.unlisted,
      listed,
      isWhole: draft.isWhole,
      facts,
      freshness: judgeFreshness(
        {
          on: facts.lastReviewedOn,
          holdsFor: facts.reviewIn ?? input.defaultReviewIn,
          dueBy: facts.reviewBy,
          exempt,
          since: since.causes,
        },
        input.asOf,
        input.dueSoonDays,
      ),
      testing: judgeTesting(facts, exempt, input),
      anatomy: draft.anatomy,
      blanks: draft.blanks,
      headings: draft.headings,
      mentionedOwners: draft.mentionedOwners,
      fingerprints: since.fingerprints,
    };
  });
  const routed = routeAlerts(pages);
  findings.push(
    ...findDuplicateEntries(cardEntries),
    ...findLongGroups(cardEntries),
    ...findSameCards(cardEntries),
    ...findBulkReviews(pages, input.bulkReviewLimit),
    ...routed.findings,
  );

  return {
    asOf: input.asOf,
    dueSoonDays: input.dueSoonDays,
    settings,
    owners: read?.owners ?? new Map(),
    pages,
    cardEntries,
    alerts: routed.alerts,
    uses: gatherUses(drafts, {
      find: (from, text) => relations.find(from, text),
      incidents,
      alerts: routed.alerts,
      cardEntries,
    }),
    findings: uniqueFindings(findings).sort(compareFindings),
  };
}

// Whoever wrote it expects it on the card. The other pages that are not listed have a copy that is, or no readers yet.
function leftOffCards({entries: [entry], facts: {status}}: DraftPage): Finding[] {
  if (!entry || status !== 'deprecated') return [];
  return [
    {
      rule: 'card-left-out',
      level: 'warning',
      source: entry.source,
      line: entry.line,
      message: `The page is deprecated, so that nothing of it stands on the card "${entry.cardName}"`,
      hint: 'Take it out here, and write it on the page that has taken over.',
    },
  ];
}

function judgeTesting(facts: PageFacts, exempt: Exemption | undefined, input: HandbookInput): Freshness {
  const judged = judgeFreshness(
    {on: facts.lastTestedOn, holdsFor: facts.testIn ?? input.defaultReviewIn, exempt},
    input.asOf,
    input.dueSoonDays,
  );
  return {
    ...judged,
    reasons: judged.reasons.map((reason) => reason.replace('review', 'test')),
  };
}

// A mistake in a policy shows on every page under it; it is told once.
function uniqueFindings(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()];
}
