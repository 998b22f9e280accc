import {
  calendarFile,
  compareReviews,
  escalationChain,
  type Handbook,
  listOwners,
  markerOf,
  type OwnerIndexData,
  type OwnerLink,
  type OwnerPageData,
  type PageSummary,
  pageSummary,
  routeFolder,
} from '@opsbinder/core';
import {addBinderPage, binderUrl} from '@opsbinder/handbook';
import type {PluginOptions} from './options.js';

type Site = Parameters<typeof addBinderPage>[1];

/** An owner's page before its addresses are known. */
type OwnerPage = Omit<OwnerPageData, 'indexPermalink' | 'reviewsPermalink' | 'calendar'> & {slug: string};

/**
 * Who answers for what. Only pages that are meant to be used now are counted.
 *
 * @param permalinkOf the address of an owner's page
 */
export function gatherOwners(
  handbook: Handbook,
  permalinkOf: (slug: string) => string,
): {index: OwnerIndexData; pages: OwnerPage[]} {
  const {asOf, owners: known} = handbook;
  const listed = handbook.pages.filter((page) => page.listed);
  const owners = listOwners(handbook);
  const links = new Map<string, OwnerLink>(
    owners.map(({owner, slug}) => [owner.id, {owner, permalink: permalinkOf(slug)}]),
  );
  const linksTo = (ids: readonly string[]) => ids.flatMap((id) => links.get(id) ?? []);
  const pages = owners.map(({owner, slug}): OwnerPage => {
    const chain = escalationChain(known, owner.id).slice(1);
    return {
      asOf,
      slug,
      owner,
      permalink: permalinkOf(slug),
      escalation: linksTo(chain.map(({id}) => id)),
      escalatedFrom: linksTo(
        [...known.values()].filter(({escalatesTo}) => escalatesTo === owner.id).map(({id}) => id),
      ),
      pages: listed
        .filter(({facts}) => facts.owner === owner.id)
        .map((page) => pageSummary(handbook, page))
        .sort(compareReviews),
    };
  });
  return {
    index: {
      asOf,
      owners: pages.map(({owner, permalink, pages: own}) => ({
        owner,
        permalink,
        states: own.map(({freshness}) => markerOf(freshness)),
      })),
      unowned: listed
        .filter(({facts}) => facts.owner === undefined)
        .map((page) => pageSummary(handbook, page))
        .sort(compareReviews),
    },
    pages,
  };
}

function isJudged({freshness}: PageSummary): boolean {
  return freshness.state !== 'exempt';
}

/** Adds `/owners/` and a page for each owner, unless the option `owners` is `false`. */
export async function addOwnerPages(handbook: Handbook, options: PluginOptions, site: Site): Promise<void> {
  if (options.owners === false) return;
  const {context} = site;
  const folder = routeFolder(options.owners);
  const {index, pages} = gatherOwners(handbook, (slug) => binderUrl(context, `${folder}${slug}/`));
  await addBinderPage({path: folder, component: '@theme/OwnerIndex', name: 'owners', data: index}, site);
  for (const {slug, ...page} of pages) {
    const data: OwnerPageData = {
      ...page,
      indexPermalink: binderUrl(context, folder),
      ...(options.reviewsRoute !== false &&
        page.pages.some(isJudged) && {
          reviewsPermalink: `${binderUrl(context, options.reviewsRoute)}?owner=${encodeURIComponent(page.owner.id)}`,
        }),
      ...(options.reviewCalendars && {calendar: binderUrl(context, `/${calendarFile(slug)}`)}),
    };
    await addBinderPage(
      {path: `${folder}${slug}/`, component: '@theme/OwnerPage', name: `owner-${slug}`, data},
      site,
    );
  }
}
