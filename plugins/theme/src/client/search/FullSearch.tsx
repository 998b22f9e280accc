import {translate} from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import type {SearchGlobalData} from '@opsbinder/core';
import {type ReactNode, useEffect, useState} from 'react';
import {useReadersDay} from '../facts/use-freshness';
import {countsOn, filterGroups, rawFilters, splitChosen} from './filter-values';
import {unknownWord} from './filter-words';
import NothingFound from './NothingFound';
import page from './page.module.css';
import SearchField from './SearchField';
import SearchFilters from './SearchFilters';
import SearchResults from './SearchResults';
import SearchStatus, {hiddenByFilters} from './SearchStatus';
import type {Sort} from './search-state';
import styles from './styles.module.css';
import {useHelp} from './use-help';
import {useIndexValues} from './use-index-values';
import {useSearch} from './use-search';
import {useSearchState} from './use-search-state';

/** The search with all its results and filters. What is asked stands in the address of the page. */
export default function FullSearch({place: {bundlePath}}: {place: SearchGlobalData}): ReactNode {
  const {state, unknown, type, submit, change} = useSearchState();
  const {currentLocale: locale} = useDocusaurusContext().i18n;
  const today = useReadersDay() ?? '';
  const help = useHelp(bundlePath);
  const [attempt, setAttempt] = useState(0);
  const index = useIndexValues(bundlePath, attempt);
  const whole = index && countsOn(today, index.whole);
  const {known, unknown: absent} = splitChosen(state.chosen, whole ?? {});
  const question = {typed: state.typed, sort: state.sort, count: true};
  const search = useSearch(
    bundlePath,
    // Until the values are there, nobody knows which of those chosen mean anything.
    index ? {...question, filters: rawFilters(known, index.whole, today)} : {typed: ''},
  );
  const {answer, failed} = search;
  const isAsked = state.typed.trim() !== '' || Object.keys(known).length > 0;
  const counts = answer?.counts && countsOn(today, answer.counts);
  const words = [...unknown, ...(index ? absent : [])].map(unknownWord);

  function retry() {
    setAttempt((count) => count + 1);
    search.retry();
  }

  // Without the values no question is asked, so none could try again by itself.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another question tries again
  useEffect(() => {
    if (failed && !index) retry();
  }, [state.typed]);

  return (
    <div className={styles.look}>
      <Field typed={state.typed} onType={type} onSubmit={submit} />
      {words.length > 0 && (
        <p className={page.said} role="status">
          {words.join(' ')}
        </p>
      )}
      <div className={page.columns}>
        {whole && (
          <SearchFilters
            groups={filterGroups(whole, isAsked ? counts : undefined, known, {
              severity: help?.severities.map(({id}) => id),
              version: index?.settings.versions?.all.map(({name}) => name),
            })}
            chosen={known}
            names={{help, settings: index?.settings, locale}}
            onChange={(chosen) => change({chosen})}
          />
        )}
        <div className={page.found}>
          <div className={page.head}>
            <SearchStatus
              search={{...search, retry}}
              isAsked={isAsked}
              onClearFilters={() => change({chosen: {}})}
            />
            {isAsked && !failed && <SortBy sort={state.sort} onChange={(sort) => change({sort})} />}
          </div>
          {!isAsked && !failed && (
            <p className={page.hint}>
              {translate({
                id: 'opsbinder.search.hint',
                message: 'Type words of a title, an alert or an error message, or choose a filter.',
                description: 'On the search page before anything is asked',
              })}
            </p>
          )}
          {answer && !failed && <SearchResults answer={answer} onShowMore={search.showMore} />}
          {answer?.total === 0 && hiddenByFilters(answer) === 0 && !failed && (
            <NothingFound bundlePath={bundlePath} />
          )}
        </div>
      </div>
    </div>
  );
}

interface FieldProps {
  typed: string;
  onType: (typed: string) => void;
  onSubmit: () => void;
}

function Field({typed, onType, onSubmit}: FieldProps): ReactNode {
  return (
    <search>
      <form
        className={page.form}
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        <SearchField className={page.field} enter="search" typed={typed} onType={onType} />
        <button type="submit" className={page.button}>
          {translate({id: 'opsbinder.search.button', message: 'Search', description: 'Opens the search'})}
        </button>
      </form>
    </search>
  );
}

function SortBy({sort, onChange}: {sort: Sort; onChange: (sort: Sort) => void}): ReactNode {
  return (
    <label className={page.sort}>
      <span>{translate({id: 'opsbinder.search.sort', message: 'Sort by'})}</span>
      <select value={sort} onChange={(event) => onChange(event.target.value as Sort)}>
        <option value="relevance">
          {translate({id: 'opsbinder.search.sort.relevance', message: 'Relevance'})}
        </option>
        <option value="reviewed">
          {translate({id: 'opsbinder.search.sort.reviewed', message: 'Review date, newest first'})}
        </option>
      </select>
    </label>
  );
}
