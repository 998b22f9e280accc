import {compareText} from './compare-text.js';
import type {Placed} from './fact-reader.js';
import type {Finding} from './findings.js';
import type {HandbookPage} from './handbook.js';
import type {PageHeading} from './heading-ids.js';
import {uniqueSlug} from './slugs.js';

/** Where an alert leads: a page, or a heading on it. */
export interface AlertRoute {
  /** The alert's name, as the page writes it. */
  name: string;
  /** What stands for the name in an address; unique without regard to case, and the name itself where that is safe. */
  slug: string;
  page: HandbookPage;
  /** The heading that is about the alert, where the page answers one with each. */
  heading?: PageHeading;
  /** Line of the page's file that says so. */
  line: number;
}

/** Names of alerts compare without regard to case. */
export function sameAlert(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** The address of the place that answers an alert: the page's, with its heading where there is one. */
export function alertPermalink({page, heading}: Pick<AlertRoute, 'page' | 'heading'>): string {
  return heading ? `${page.permalink}#${encodeURIComponent(heading.id)}` : page.permalink;
}

/**
 * Which alert leads to which page and heading. Only pages that are meant to be used now answer alerts:
 *
 * 1. what `alerts:` in front matter lists (an empty list: none);
 * 2. with `alerts: headings`, each heading that is an alert's name, of the level that holds most of them;
 * 3. a page of `type: alert` that says nothing: its H1, its title or else its file's name, whichever is a name.
 *
 * @returns the routes by name, and an error for each second claim on an alert, which the first one keeps
 */
export function routeAlerts(pages: readonly HandbookPage[]): {alerts: AlertRoute[]; findings: Finding[]} {
  const findings: Finding[] = [];
  const first = new Map<string, Claim>();
  for (const page of pages) {
    if (!page.listed) continue;
    const claims = claimsOf(page);
    if ('problem' in claims) {
      findings.push(claims.problem);
      continue;
    }
    for (const claim of claims) {
      const other = first.get(sameAlert(claim.name));
      if (other) findings.push(duplicate(claim, other));
      else first.set(sameAlert(claim.name), claim);
    }
  }
  const taken = new Set<string>();
  const alerts = [...first.values()]
    .sort((a, b) => compareText(a.name, b.name))
    .map((claim) => ({...claim, slug: uniqueSlug(claim.name, 'alert', taken)}));
  return {alerts, findings};
}

type Claim = Omit<AlertRoute, 'slug'>;

function claimsOf(page: HandbookPage): Claim[] | {problem: Finding} {
  const {alerts, type} = page.facts;
  if (alerts === 'headings') return claimsOfHeadings(page);
  if (alerts) return alerts.map(({text, line}: Placed) => ({name: text, page, line}));
  if (type !== 'alert') return [];
  const named = nameOfPage(page);
  if (named) return [{...named, page}];
  return {
    problem: {
      rule: 'alert-unnamed',
      level: 'warning',
      source: page.source,
      line: 1,
      message: `A page of type alert, and neither its title "${page.title}" nor its file's name is an alert's name`,
      hint: 'Name its alerts in the front matter, as alerts: [HighLatency], or write alerts: [] where there are none.',
    },
  };
}

function claimsOfHeadings(page: HandbookPage): Claim[] | {problem: Finding} {
  const named = page.headings.flatMap((heading) => {
    const {name, isSaid} = spokenName(heading.text);
    return isSaid || isCamelCase(name) ? [{name, heading}] : [];
  });
  const count = (depth: number) => named.filter(({heading}) => heading.depth === depth).length;
  const [level] = [1, 2, 3, 4, 5, 6].sort((a, b) => count(b) - count(a) || a - b);
  if (named.length > 0) {
    return named
      .filter(({heading}) => heading.depth === level)
      .map(({name, heading}) => ({name, heading, page, line: heading.line}));
  }
  // The headings may stand in what is for others; the complete build tells whether they are there.
  if (!page.isWhole) return [];
  return {
    problem: {
      rule: 'alert-unnamed',
      level: 'error',
      source: page.source,
      line: 1,
      message:
        'alerts: headings, and no heading of the page is an alert\'s name. Expected such as "## HighLatency"',
      hint: 'Write the name of each alert as a heading of its own, or list the alerts as alerts: [HighLatency].',
    },
  };
}

// The H1 goes first: `title` in front matter is often a sentence for a sidebar. Where it is only the file's name,
// it says nothing that the H1 does not know better.
function nameOfPage({headings, title, path}: HandbookPage): {name: string; line: number} | undefined {
  const file = fileName(path);
  const h1 = headings.find(({depth}) => depth === 1);
  const texts = [...(h1 ? [h1] : []), ...(h1 && title === file ? [] : [{text: title, line: 1}])];
  const spoken = texts.map(({text, line}) => ({...spokenName(text), line}));
  const found = spoken.find(
    ({name, isSaid}) => isSaid || isCamelCase(name) || (isWord(name) && name === file),
  );
  if (found) return {name: found.name, line: found.line};
  // `gatherLogs.md` is the file of a helper, `etcdNoLeader.md` that of an alert: the title tells.
  const isNamed = /^\p{Lu}/u.test(file) || spoken.some(({name}) => name.split(/\s+/).includes(file));
  return isCamelCase(file) && isNamed ? {name: file, line: h1?.line ?? 1} : undefined;
}

/** The name in `HighLatency`, "`HighLatency`", `Alert: HighLatency`, `Alert name: "HighLatency"`. */
function spokenName(text: string): {name: string; isSaid: boolean} {
  const said = /^alert(?:[ -]?name)?\s*:\s*/i.exec(text);
  const name = text
    .slice(said?.[0].length ?? 0)
    .trim()
    .replace(/^[`"'“‘](.*)[`"'”’]$/u, '$1');
  return {name, isSaid: said !== null && isWord(name)};
}

function isWord(name: string): boolean {
  return /^[\p{L}_][\p{L}\p{M}\p{N}_.:-]*$/u.test(name) && /\p{Lu}/u.test(name);
}

// A word made of several: `HighLatency`, `etcdNoLeader`, `SLOBurn`, `HIGH_LATENCY`, but neither `Overview` nor `README`.
function isCamelCase(name: string): boolean {
  return isWord(name) && /[\p{Ll}\p{N}]\p{Lu}|\p{Lu}{2}\p{Ll}|\p{L}_\p{L}/u.test(name);
}

// The file's name without its ending; of an index page that of its folder.
function fileName(path: string): string {
  const [file = '', folder = ''] = path.split('/').reverse();
  const name = file.replace(/\.mdx?$/i, '');
  return /^(?:index|readme)$/i.test(name) ? folder : name;
}

function duplicate({name, page, line}: Claim, other: Claim): Finding {
  return {
    rule: 'alert-duplicate',
    level: 'error',
    source: page.source,
    line,
    message: `The alert ${name} leads here and to ${other.page.source}:${other.line}. Expected one place for each alert`,
    hint: 'Take it from one of them, with alerts: [] in the front matter where the page shall answer none, and let that page name the other under "related".',
  };
}
