import type {Nodes, Root} from 'mdast';
import {visit} from 'unist-util-visit';
import {type Anatomy, readAnatomy} from './anatomy.js';
import {readCardBlocks} from './card-blocks.js';
import {readQuickReference} from './card-front-matter.js';
import {type CardEntry, findDuplicateEntries} from './cards.js';
import type {CivilDate, Interval} from './dates.js';
import {ownerIdOf, restoreDirectives} from './directives.js';
import {type PageFacts, readFacts} from './facts.js';
import {compareFindings, type Finding} from './findings.js';
import {type Exemption, type Freshness, judgeFreshness} from './freshness.js';
import {readFrontMatter, splitFrontMatter} from './front-matter.js';
import {DEFAULT_SETTINGS, type HandbookSettings, policyFor, readHandbookSettings} from './handbook-file.js';
import {parseMarkdown} from './markdown.js';
import {type Owners, readOwners} from './owners.js';
import {decodePath, joinPath} from './paths.js';

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
  /** Days before a due date from which a review counts as due soon. */
  dueSoonDays: number;
  /** How long a review or a test holds where neither page nor policy says it. */
  defaultReviewIn: Interval;
  documents: readonly SourceDocument[];
  ownersFile: TextFile;
  handbookFile: TextFile;
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
  /** Whether lists of what to use now show it: not when it is deprecated, unlisted or of another version. */
  listed: boolean;
  facts: PageFacts;
  freshness: Freshness;
  testing: Freshness;
  anatomy: Anatomy;
  /** Ids of the owners that the page names in its text. */
  mentionedOwners: string[];
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

  const documents = [...input.documents].sort(
    (a, b) => compareText(a.id, b.id) || compareText(a.source, b.source),
  );
  const targets = relationTargets(documents);
  const cardEntries: CardEntry[] = [];

  const pages = documents.map((document): HandbookPage => {
    const {tree: frontMatter, findings: yamlFindings} = readFrontMatter(document.text, document.source);
    const {facts, findings: factFindings} = readFacts(frontMatter, {
      source: document.source,
      asOf: input.asOf,
      settings,
      owners: read?.owners,
      ownersSource: input.ownersFile.source,
      handbookSource: input.handbookFile.source,
      policy: policyFor(settings.policies, document.path),
    });
    const {body, bodyLine} = splitFrontMatter(document.text);
    const tree = parseMarkdown(body);
    restoreDirectives(tree, body, ({type, name}) => type !== 'containerDirective' && name !== 'owner');
    const place = {source: document.source, lineOffset: bodyLine - 1};
    const mentioned = readMentionedOwners(tree, place, read?.owners, input.ownersFile.source);
    const fromFrontMatter = readQuickReference(facts.quickReference, place);
    const fromBlocks = readCardBlocks(tree, place);
    const entries = [...fromFrontMatter.entries, ...fromBlocks.entries];
    // Nobody edits a frozen page, so nobody could mend what is wrong in it.
    if (document.edition !== 'frozen') {
      findings.push(
        ...yamlFindings,
        ...factFindings,
        ...mentioned.findings,
        ...fromFrontMatter.findings,
        ...fromBlocks.findings,
        ...findBrokenRelations(facts, document, targets),
        ...findUnknownContacts(entries, read?.owners, input.ownersFile.source),
      );
    }
    const listed = document.edition === 'last' && !document.unlisted && facts.status !== 'deprecated';
    if (listed) cardEntries.push(...entries);
    const exempt =
      document.edition === 'frozen' ? 'frozen' : facts.status === 'deprecated' ? 'deprecated' : undefined;
    return {
      id: document.id,
      source: document.source,
      path: document.path,
      permalink: document.permalink,
      title: document.title,
      version: document.version,
      listed,
      facts,
      freshness: judgeFreshness(
        {
          on: facts.lastReviewedOn,
          holdsFor: facts.reviewIn ?? input.defaultReviewIn,
          dueBy: facts.reviewBy,
          exempt,
        },
        input.asOf,
        input.dueSoonDays,
      ),
      testing: judgeTesting(facts, exempt, input),
      anatomy: readAnatomy(tree, facts.type),
      mentionedOwners: mentioned.ids,
    };
  });
  findings.push(...findDuplicateEntries(cardEntries));

  return {
    asOf: input.asOf,
    dueSoonDays: input.dueSoonDays,
    settings,
    owners: read?.owners ?? new Map(),
    pages,
    cardEntries,
    findings: uniqueFindings(findings).sort(compareFindings),
  };
}

function judgeTesting(facts: PageFacts, exempt: Exemption | undefined, input: HandbookInput): Freshness {
  const judged = judgeFreshness(
    {on: facts.lastTestedOn, holdsFor: facts.testIn ?? input.defaultReviewIn, exempt},
    input.asOf,
    input.dueSoonDays,
  );
  return {
    ...judged,
    reasons: judged.reasons.map((reason) => reason.replace('Review', 'Test').replace('review', 'test')),
  };
}

/** The owners that a page names with `:owner[id]` or `::owner{id=""}`. */
function readMentionedOwners(
  tree: Root,
  place: {source: string; lineOffset: number},
  owners: Owners | undefined,
  ownersSource: string,
): {ids: string[]; findings: Finding[]} {
  const ids = new Set<string>();
  const findings: Finding[] = [];
  visit(tree, (node: Nodes) => {
    if ((node.type !== 'textDirective' && node.type !== 'leafDirective') || node.name !== 'owner') return;
    const id = ownerIdOf(node);
    if (id === '') return;
    ids.add(id);
    // Without owners.yml an owner is taken at its word, as in front matter.
    if (!owners || owners.has(id)) return;
    findings.push({
      rule: 'owner-unknown',
      level: 'error',
      source: place.source,
      line: (node.position?.start.line ?? 1) + place.lineOffset,
      message: `The page names the owner "${id}". Expected one of ${[...owners.keys()].join(', ')}`,
      hint: `Add "${id}" to ${ownersSource}, or name an owner who is there.`,
    });
  });
  return {ids: [...ids], findings};
}

function findUnknownContacts(
  entries: readonly CardEntry[],
  owners: Owners | undefined,
  ownersSource: string,
): Finding[] {
  return entries.flatMap(({owner, source, line}) =>
    owner === undefined || !owners || owners.has(owner)
      ? []
      : [
          {
            rule: 'owner-unknown',
            level: 'error' as const,
            source,
            line,
            message: `quick_reference.contacts names "${owner}". Expected one of ${[...owners.keys()].join(', ')}`,
            hint: `Add "${owner}" to ${ownersSource}, or name an owner who is there.`,
          },
        ],
  );
}

/** What `related` can name in each version: doc ids, and files relative to the docs folder. */
type RelationTargets = ReadonlyMap<string, {ids: ReadonlySet<string>; paths: ReadonlySet<string>}>;

function relationTargets(documents: readonly SourceDocument[]): RelationTargets {
  const versions = [...new Set(documents.map(({version}) => version))];
  return new Map(
    versions.map((version) => {
      const own = documents.filter((document) => document.version === version);
      return [version, {ids: new Set(own.map(({id}) => id)), paths: new Set(own.map(({path}) => path))}];
    }),
  );
}

// `related` holds doc ids or paths relative to the page, with or without the file's ending.
function findBrokenRelations(
  facts: PageFacts,
  document: SourceDocument,
  targets: RelationTargets,
): Finding[] {
  const {ids, paths} = targets.get(document.version) ?? {ids: new Set<string>(), paths: new Set<string>()};
  return facts.related.flatMap(({text, line}) => {
    const target = text.replace(/[#?].*$/, '');
    if (ids.has(target) || ids.has(target.replace(/\.mdx?$/, ''))) return [];
    const path = joinPath(document.path, decodePath(target));
    if (['', '.md', '.mdx', '/index.md', '/README.md'].some((ending) => paths.has(path + ending))) return [];
    return [
      {
        rule: 'related-broken',
        level: 'error' as const,
        source: document.source,
        line,
        message: `related: "${text}" leads to no page. Expected a doc id such as ${[...ids].find((id) => id !== document.id) ?? 'runbooks/deployment'}, or a path relative to this file`,
        hint: 'Correct the id or path, or take the line away.',
      },
    ];
  });
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

// A mistake in a policy shows on every page under it; it is told once.
function uniqueFindings(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()];
}
