import type {Link, Nodes, Root} from 'mdast';
import {visit} from 'unist-util-visit';
import {headingsByNode, headingWords, type PageHeading} from './heading-ids.js';
import {plainText} from './markdown.js';
import {pageTitle, walkOutline} from './outline.js';
import type {Section} from './sections.js';

/** A part of a page: where a heading, a bold label or a block says that one begins. */
export interface PagePart {
  section: Section;
  /** Its heading or label as the author wrote it; empty for a block without one. */
  title: string;
  kind: 'heading' | 'label' | 'block';
  /** The id by which an address finds it, or the heading above it; undefined before the first that has one. */
  anchor?: string;
  /** Whether that id is a label's own, which the page's Markdown must give it. */
  isOwnId: boolean;
  /** Whether its words are the section's name and no more: `Rollback`, and not `Roll back the database`. */
  isWhole: boolean;
  /** How deep it stands: a heading's level, and one more for what is below that heading. */
  depth: number;
  /** The heading around it, by id: the alert's, where each has one of its own. Undefined below the title alone. */
  within?: string;
  node: Nodes;
}

/** What a page is made of, as its headings, labels and blocks tell. */
export interface PageParts {
  /** The words of its level-one heading; undefined where it has none, or several. */
  title?: string;
  /** In page order. */
  parts: PagePart[];
  /**
   * The ids of the headings that each hold a set of parts of their own, as on a page with one alert per heading;
   * empty for a page that has one set.
   */
  groups: string[];
  /** For a page that only says that its content went elsewhere: where to, as an address or in its words. */
  movedTo?: string;
}

/**
 * Reads the parts of a page. Front matter makes no difference.
 *
 * @param tree the page, by parseMarkdown, look-alikes of directives put back as text
 * @param headings its headings with their ids, by headingsByNode
 */
export function readPageParts(
  tree: Root,
  headings: ReadonlyMap<Nodes, PageHeading> = headingsByNode(tree),
): PageParts {
  const parts: PagePart[] = [];
  const title = pageTitle(tree);
  const labels = new Map<Section, number>();
  let open: PageHeading[] = [];
  walkOutline(tree, ({node, ancestors, opens}) => {
    const heading = headings.get(node);
    const above = heading ? open.filter(({depth}) => depth < heading.depth) : open;
    const around = above.at(-1);
    if (opens) {
      const kind = node.type === 'heading' ? 'heading' : node.type === 'paragraph' ? 'label' : 'block';
      const isOwnId = kind === 'label' && ancestors.at(-1)?.type !== 'listItem';
      const anchor = isOwnId ? labelId(opens.sections[0], labels) : reachable(heading ?? around);
      const part = {
        title: kind === 'label' ? labelWords(node) : (heading?.text ?? ''),
        kind,
        ...(anchor === undefined ? {} : {anchor}),
        isOwnId,
        isWhole: opens.isWhole,
        depth: heading?.depth ?? (around?.depth ?? 1) + 1,
        ...(around ? {within: around.id} : {}),
        node,
      } as const;
      parts.push(...opens.sections.map((section) => ({section, ...part})));
    }
    if (heading && node.type === 'heading' && node !== title) open = [...above, heading];
    return undefined;
  });
  const movedTo = readMove(tree);
  return {
    ...(title ? {title: headingWords(title)} : {}),
    parts,
    groups: groupsOf(parts, headings),
    ...(movedTo === undefined ? {} : {movedTo}),
  };
}

// Docusaurus takes the ids of level-one headings away.
function reachable(heading: PageHeading | undefined): string | undefined {
  return heading && heading.depth > 1 ? heading.id : undefined;
}

// Bold labels get ids of their own, of a kind that headings hardly get.
function labelId(section: Section, counts: Map<Section, number>): string {
  const count = (counts.get(section) ?? 0) + 1;
  counts.set(section, count);
  return count === 1 ? `part-${section}` : `part-${section}-${count}`;
}

function labelWords(node: Nodes): string {
  const first = 'children' in node ? node.children[0] : undefined;
  return first ? plainText(first).replace(/\s*:$/, '') : '';
}

// Two headings of one level that hold the same sections are two alerts, not two parts of one.
function groupsOf(parts: readonly PagePart[], headings: ReadonlyMap<Nodes, PageHeading>): string[] {
  const depths = new Map([...headings.values()].map(({id, depth}) => [id, depth]));
  const held = new Map<string, Set<Section>>();
  for (const {within, section, isWhole} of parts) {
    if (within !== undefined && isWhole) held.set(within, (held.get(within) ?? new Set()).add(section));
  }
  const groups = [...held].filter(([id, sections]) =>
    [...held].some(
      ([other, others]) =>
        other !== id &&
        depths.get(other) === depths.get(id) &&
        [...sections].filter((section) => others.has(section)).length >= 2,
    ),
  );
  return groups.map(([id]) => id);
}

const MOVED =
  /\b(?:moved|relocated|migrated|transferred|merged|superseded|replaced|renamed|lives? now|now lives?|is now (?:at|in|part of|called|documented)|can now be found|see instead)\b/i;
const DESTINATION =
  /\b(?:moved|relocated|migrated|transferred|merged|superseded|replaced|renamed)(?: \w+)?? (?:to|into|by|in|as)\s+(.+?)\.?$/is;
const MOST_WORDS_OF_A_STUB = 50;

/** Where a page sends its readers that says nothing else; undefined for any other page. */
function readMove(tree: Root): string | undefined {
  const texts = tree.children.filter(
    ({type}) => type !== 'heading' && type !== 'html' && type !== 'definition',
  );
  const hasOther = texts.some(({type}) => !/^(?:paragraph|blockquote|containerDirective)$/.test(type));
  if (texts.length === 0 || texts.length > 3 || hasOther) return undefined;
  const text = texts.map(plainText).join(' ').replace(/\s+/g, ' ').trim();
  if (text.split(' ').length > MOST_WORDS_OF_A_STUB || !MOVED.test(text)) return undefined;
  const links: Link[] = [];
  for (const node of texts) visit(node, 'link', (link) => void links.push(link));
  const [link] = links;
  // Several places to choose from are a page, not a way-sign.
  if (links.length > 2) return undefined;
  return link?.url ?? DESTINATION.exec(text)?.[1];
}
