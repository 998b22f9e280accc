import {useHistory, useLocation} from '@docusaurus/router';
import Translate, {translate} from '@docusaurus/Translate';
import useIsBrowser from '@docusaurus/useIsBrowser';
import type {ReviewItem, ReviewsData} from '@opsbinder/core';
import Heading from '@theme/Heading';
import type {ReactNode} from 'react';
import {MonthText} from '../../client/facts/DateText.js';
import {OldBuild} from '../../client/facts/OldBuild.js';
import {useToday} from '../../client/facts/use-freshness.js';
import {CalendarLinks} from '../../client/pages/Calendar.js';
import {ListPage} from '../../client/pages/ListPage.js';
import {PageList} from '../../client/pages/PageList.js';
import {groupReviews, type OwnerGroup} from '../../client/pages/review-groups.js';
import {Score} from '../../client/pages/Score.js';
import styles from '../../client/pages/styles.module.css';
import {fromMarker, summarizeOn} from '../../client/pages/summary.js';
import {tierTitle} from '../../client/pages/tier.js';
import {WeekChart} from '../../client/pages/WeekChart.js';

/** What is to be reviewed: overdue first, then by month and owner, pages without a date last. */
export default function Reviews({data}: {data: ReviewsData}) {
  const {asOf, pages, owners} = data;
  const today = useToday(asOf);
  const summary = summarizeOn(today, [
    ...pages.map(({freshness}) => freshness),
    ...data.others.map(fromMarker),
  ]);
  const [filter, setFilter] = useFilter(data);
  const shown = pages.filter(
    ({owner, tier}) =>
      (filter.owner === '' || (owner?.id || NO_OWNER) === filter.owner) &&
      (filter.tier === '' || String(tier) === filter.tier),
  );
  const {overdue, months, undated} = groupReviews(shown, today);
  const calendar = filter.owner === '' ? data.calendar : owners.find(({id}) => id === filter.owner)?.calendar;
  const title = translate({id: 'opsbinder.reviews.title', message: 'Reviews'});
  return (
    <ListPage
      title={title}
      description={translate({
        id: 'opsbinder.reviews.description',
        message: 'Which pages are to be reviewed, by month and owner',
      })}
      asOf={asOf}
    >
      <OldBuild asOf={asOf} limit={data.oldBuildDays} />
      <Score summary={summary} />
      <Filters data={data} filter={filter} onChange={setFilter} />
      <WeekChart pages={shown} today={today} />
      <Group
        id="overdue"
        title={<Translate id="opsbinder.freshness.overdue">Overdue</Translate>}
        owners={overdue}
      />
      {months.map((group) => (
        <Group
          key={group.month}
          id={`month-${group.month}`}
          title={<MonthText month={group.month} />}
          owners={group.owners}
        />
      ))}
      <Group
        id="no-date"
        title={<Translate id="opsbinder.reviews.undated">No review date</Translate>}
        owners={undated}
      />
      {shown.length === 0 && (
        <p>
          <Translate id="opsbinder.reviews.none">No page is waiting for a review here.</Translate>
        </p>
      )}
      {calendar && <CalendarLinks path={calendar} />}
    </ListPage>
  );
}

interface Filter {
  owner: string;
  tier: string;
}

// Stands for pages without an owner, as in `handbook:due`.
const NO_OWNER = 'none';

function ownerChoices({owners, pages}: ReviewsData): [value: string, label: string][] {
  const choices = owners.map(({id, name}): [string, string] => [id, name]);
  if (pages.every(({owner}) => owner?.id)) return choices;
  return [...choices, [NO_OWNER, translate({id: 'opsbinder.owner.none', message: 'No owner'})]];
}

// What is chosen stands in the address, so that it can be linked to and gone back from. What cannot be chosen
// chooses nothing: an empty list would say that nothing waits.
function useFilter(data: ReviewsData): [Filter, (filter: Filter) => void] {
  const {search, ...location} = useLocation();
  const history = useHistory();
  // The built page knows no query; the first look of the living one must be the same.
  const query = new URLSearchParams(useIsBrowser() ? search : '');
  const set = ({owner, tier}: Filter) => {
    const chosen = new URLSearchParams({...(owner && {owner}), ...(tier && {tier})});
    history.replace({...location, search: chosen.toString()});
  };
  const [owner, tier] = [query.get('owner') ?? '', query.get('tier') ?? ''];
  const filter = {
    owner: ownerChoices(data).some(([value]) => value === owner) ? owner : '',
    tier: data.tiers.some(({id}) => String(id) === tier) ? tier : '',
  };
  return [filter, set];
}

interface FiltersProps {
  data: ReviewsData;
  filter: Filter;
  onChange: (filter: Filter) => void;
}

function Filters({data, filter, onChange}: FiltersProps) {
  const isBrowser = useIsBrowser();
  return (
    // Without JavaScript a choice would do nothing: the place is kept and nothing is shown.
    <div className={styles.filters} style={isBrowser ? undefined : {visibility: 'hidden'}}>
      <Choice
        label={<Translate id="opsbinder.owner">Owner</Translate>}
        value={filter.owner}
        options={ownerChoices(data)}
        onChange={(owner) => onChange({...filter, owner})}
      />
      <Choice
        label={<Translate id="opsbinder.tier.label">Tier</Translate>}
        value={filter.tier}
        options={data.tiers.map((tier) => [String(tier.id), tierTitle(tier)])}
        onChange={(tier) => onChange({...filter, tier})}
      />
    </div>
  );
}

interface ChoiceProps {
  label: ReactNode;
  value: string;
  options: readonly (readonly [value: string, label: string])[];
  onChange: (value: string) => void;
}

function Choice({label, value, options, onChange}: ChoiceProps) {
  if (options.length === 0) return null;
  return (
    <label>
      {label}
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{translate({id: 'opsbinder.reviews.all', message: 'All'})}</option>
        {options.map(([key, name]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

function Group({id, title, owners}: {id: string; title: ReactNode; owners: OwnerGroup[]}) {
  if (owners.length === 0) return null;
  const count = owners.reduce((sum, {pages}) => sum + pages.length, 0);
  return (
    <section className={styles.group}>
      <Heading as="h2" id={id} className={styles.groupTitle}>
        <span>{title}</span>
        <span className={styles.groupNote}>{count}</span>
      </Heading>
      {owners.map(({owner, pages}) => (
        <div key={owner?.id || (owner?.name ?? '')} className={styles.ownerGroup}>
          <Heading as="h3">
            {owner?.name ?? <Translate id="opsbinder.owner.none">No owner</Translate>}
          </Heading>
          <PageList pages={pages} noteOf={versionNote} withSeverity withoutOwner withDate />
        </div>
      ))}
    </section>
  );
}

function versionNote(page: ReviewItem): string | undefined {
  return page.version;
}
