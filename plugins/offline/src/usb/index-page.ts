import {compareText} from '@opsbinder/core';
import {escapeHtml} from './html.js';
import type {TextSection} from './page-text.js';
import {relativeLink} from './site-files.js';
import {fillWords, type Words} from './words.js';

/** What the list of all pages knows of a page. */
export interface ListedPage {
  /** Its file in the copy. */
  file: string;
  title: string;
  /** The categories it stands in; undefined for a page that is no document. */
  categories: readonly string[] | undefined;
  /** Where it stands among its neighbours in the sidebar; 0 where it has none. */
  position: number;
  tier?: string | undefined;
  /** Its review state, in words. */
  state?: string | undefined;
  /** Names that lead to it, such as those of alerts. */
  names: readonly string[];
  sections: readonly TextSection[];
  /** It is a list of other pages, and does not answer a search. */
  isListing: boolean;
}

export const INDEX_PAGE = 'index-of-pages.html';
export const INDEX_DATA = 'index-of-pages.js';

interface Group {
  title: string;
  pages: ListedPage[];
}

/** The list of all pages by section, as HTML for the page at `from`; every page's parts below it. */
export function listOfPages(pages: readonly ListedPage[], from: string, words: Words): string {
  const groups = groupPages(pages, words).map(({title, pages: members}) => {
    const items = members.map((page) => listItem(page, from, words));
    return `<section><h2>${escapeHtml(title)}</h2><ul>${items.join('')}</ul></section>`;
  });
  return `<h1>${escapeHtml(words.title)}</h1><div id="opsbinder-copy-search"></div><div id="opsbinder-copy-list">${groups.join('')}</div>`;
}

function listItem({file, title, tier, state, sections}: ListedPage, from: string, words: Words): string {
  const link = (hash: string, text: string) =>
    `<a href="${escapeHtml(relativeLink(from, file, {hash}))}">${escapeHtml(text)}</a>`;
  const facts = [tierWords(tier, words), state].filter((fact) => fact !== undefined);
  const note = facts.length > 0 ? ` <small>${escapeHtml(facts.join(', '))}</small>` : '';
  const headings = sections
    .filter(({level, id}) => level === 2 && id !== '')
    .map(({id, heading}) => `<li>${link(`#${encodeURIComponent(id)}`, heading)}</li>`);
  const parts = headings.length > 0 ? `<ul>${headings.join('')}</ul>` : '';
  return `<li>${link('', title)}${note}${parts}</li>`;
}

function tierWords(tier: string | undefined, words: Words): string | undefined {
  return tier === undefined ? undefined : fillWords(words.tier, {tier});
}

/** The pages by category in the order of the sidebar, behind those that list others. */
export function groupPages(pages: readonly ListedPage[], words: Words): Group[] {
  const groups = new Map<string, Group>();
  const sorted = [...pages].sort(
    (a, b) =>
      Number(a.categories !== undefined) - Number(b.categories !== undefined) ||
      a.position - b.position ||
      a.file.split('/').length - b.file.split('/').length ||
      compareText(a.file, b.file),
  );
  for (const page of sorted) {
    const title = page.categories ? page.categories.join(' › ') || words.otherPages : words.overviews;
    const key = `${page.categories ? 1 : 0}${title}`;
    const group = groups.get(key) ?? {title, pages: []};
    groups.set(key, group);
    group.pages.push(page);
  }
  return [...groups.values()];
}

/** The script with the text of all pages that answer a search. */
export function searchData(pages: readonly ListedPage[], from: string, words: Words): string {
  const entries = pages
    .filter(({isListing}) => !isListing)
    .sort((a, b) => compareText(a.file, b.file))
    .map(({file, title, categories = [], tier, names, sections}) => [
      relativeLink(from, file),
      title,
      [...categories, tierWords(tier, words)].filter(Boolean).join(' › '),
      names.join(' '),
      sections.map(({id, heading, text}) => [id, heading, text]),
    ]);
  const {searchLabel, searchHint, results, oneResult, nothing, nearly} = words;
  const said = {searchLabel, searchHint, results, oneResult, nothing, nearly};
  return `window.opsbinderPages={"words":${JSON.stringify(said)},"pages":[\n${entries
    .map((entry) => JSON.stringify(entry))
    .join(',\n')}\n]};\n`;
}
