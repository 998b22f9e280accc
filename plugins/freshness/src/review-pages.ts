import {
  calendarFile,
  compareText,
  type Handbook,
  type HandbookPage,
  listOwners,
  markerOf,
  pageSummary,
  type ReviewItem,
  type ReviewsData,
} from '@opsbinder/core';
import {addBinderPage, binderUrl} from '@opsbinder/handbook';
import type {PluginOptions} from './options.js';

type Site = Parameters<typeof addBinderPage>[1];

/**
 * Gathers what is to be reviewed, next versions of pages included: their files wait for somebody, too. Pages that
 * their authors keep off the site's lists stay off this one, and count all the same.
 *
 * @param frame what depends on the site and not on the handbook; `calendarOf` gives the address of a calendar
 */
export function gatherReviews(
  handbook: Handbook,
  {oldBuildDays, calendarOf}: {oldBuildDays: number; calendarOf?: (slug?: string) => string},
): ReviewsData {
  const isListed = ({unlisted, freshness}: HandbookPage) => !unlisted && freshness.state !== 'exempt';
  const pages = handbook.pages
    .filter(isListed)
    .map(
      (page): ReviewItem => ({
        ...pageSummary(handbook, page),
        ...(page.edition !== 'last' && {version: page.version}),
      }),
    )
    .sort((a, b) => compareText(a.title, b.title));
  const owning = new Set(pages.map(({owner}) => owner?.id));
  return {
    asOf: handbook.asOf,
    oldBuildDays,
    pages,
    others: handbook.pages.filter((page) => !isListed(page)).map(({freshness}) => markerOf(freshness)),
    owners: listOwners(handbook)
      .filter(({owner}) => owning.has(owner.id))
      .map(({owner: {id, name}, slug}) => ({id, name, calendar: calendarOf?.(slug)})),
    tiers: handbook.settings.tiers.filter(({id}) => pages.some(({tier}) => tier === id)),
    calendar: calendarOf?.(),
  };
}

/** Adds the page of reviews, unless the option `reviews` is `false`. */
export async function addReviewPage(handbook: Handbook, options: PluginOptions, site: Site): Promise<void> {
  if (options.reviews === false) return;
  const data = gatherReviews(handbook, {
    oldBuildDays: options.oldBuildDays,
    ...(options.calendars && {calendarOf: (slug) => binderUrl(site.context, `/${calendarFile(slug)}`)}),
  });
  await addBinderPage({path: options.reviews, component: '@theme/Reviews', name: 'reviews', data}, site);
}
