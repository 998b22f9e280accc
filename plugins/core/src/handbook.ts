import type {Nodes, Root} from 'mdast';
import {toString as textContent} from 'mdast-util-to-string';
import {visit} from 'unist-util-visit';
import {type Anatomy, readAnatomy} from './anatomy.js';
import {type CardEntry, findDuplicateEntries, readCardEntries} from './cards.js';
import type {CivilDate, Interval} from './dates.js';
import {type PageFacts, readFacts} from './facts.js';
import {compareFindings, type Finding} from './findings.js';
import {type Freshness, judgeFreshness} from './freshness.js';
import {readFrontMatter, splitFrontMatter} from './front-matter.js';
import {DEFAULT_SETTINGS, type HandbookSettings, policyFor, readHandbookSettings} from './handbook-file.js';
import {parseMarkdown} from './markdown.js';
import {type Owners, readOwners} from './owners.js';

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
  /** Why the page is not judged, for pages of frozen doc versions. */
  exemptBecause?: string;
}

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
  permalink: string;
  title: string;
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
  /** Ordered by doc id. */
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

  const documents = [...input.documents].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const places = new Map(documents.map((document) => [document.source, document.id]));
  const ids = new Set(documents.map(({id}) => id));
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
    const place = {page: document.id, source: document.source, lineOffset: bodyLine - 1};
    const mentioned = readMentionedOwners(tree, place, read?.owners, input.ownersFile.source);
    const cards = readCardEntries(facts.quickReference, tree, place);
    findings.push(
      ...yamlFindings,
      ...factFindings,
      ...mentioned.findings,
      ...cards.findings,
      ...findBrokenRelations(facts, document, ids, places),
      ...findUnknownContacts(cards.entries, read?.owners, input.ownersFile.source),
    );
    const exemptBecause =
      document.exemptBecause ?? (facts.status === 'deprecated' ? 'The page is deprecated' : undefined);
    // A frozen or retired page has no place on a sheet for emergencies.
    if (exemptBecause === undefined) cardEntries.push(...cards.entries);
    return {
      id: document.id,
      source: document.source,
      permalink: document.permalink,
      title: document.title,
      facts,
      freshness: judgeFreshness(
        {
          on: facts.lastReviewedOn,
          holdsFor: facts.reviewIn ?? input.defaultReviewIn,
          dueBy: facts.reviewBy,
          exemptBecause,
        },
        input.asOf,
        input.dueSoonDays,
      ),
      testing: judgeTesting(facts, exemptBecause, input),
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

function judgeTesting(facts: PageFacts, exemptBecause: string | undefined, input: HandbookInput): Freshness {
  const judged = judgeFreshness(
    {on: facts.lastTestedOn, holdsFor: facts.testIn ?? input.defaultReviewIn, exemptBecause},
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
    const id = node.attributes?.id ?? textContent(node);
    if (id === '') return;
    ids.add(id);
    if (owners?.has(id)) return;
    findings.push({
      rule: 'owner-unknown',
      level: 'error',
      source: place.source,
      line: (node.position?.start.line ?? 1) + place.lineOffset,
      message: owners
        ? `The page names the owner "${id}". Expected one of ${[...owners.keys()].join(', ')}`
        : `The page names the owner "${id}", and there is no ${ownersSource}`,
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
  return entries.flatMap((entry) =>
    entry.owner === undefined || owners?.has(entry.owner)
      ? []
      : [
          {
            rule: 'owner-unknown',
            level: 'error' as const,
            source: entry.source,
            line: entry.line,
            message: `quick_reference.contacts names "${entry.owner}". Expected ${owners ? `one of ${[...owners.keys()].join(', ')}` : `an owner of ${ownersSource}, which is not there`}`,
            hint: `Add "${entry.owner}" to ${ownersSource}, or name an owner who is there.`,
          },
        ],
  );
}

// `related` holds doc ids or paths relative to the page, with or without the file's ending.
function findBrokenRelations(
  facts: PageFacts,
  document: SourceDocument,
  ids: ReadonlySet<string>,
  places: ReadonlyMap<string, string>,
): Finding[] {
  return facts.related.flatMap(({text, line}) => {
    const target = text.replace(/[#?].*$/, '');
    if (ids.has(target) || ids.has(target.replace(/\.mdx?$/, ''))) return [];
    const path = joinPath(document.source, target);
    if (['', '.md', '.mdx', '/index.md', '/README.md'].some((ending) => places.has(path + ending))) return [];
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

function joinPath(from: string, to: string): string {
  const parts = from.split('/').slice(0, -1);
  for (const part of to.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

// A mistake in a policy shows on every page under it; it is told once.
function uniqueFindings(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()];
}
