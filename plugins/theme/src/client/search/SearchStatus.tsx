import {translate} from '@docusaurus/Translate';
import {usePluralForm} from '@docusaurus/theme-common';
import type {ReactNode} from 'react';
import {named, shortened} from './named-words';
import styles from './styles.module.css';
import type {Answer, Search} from './use-search';

interface Props {
  search: Search;
  /** Whether anything is asked. */
  isAsked: boolean;
  /** Where there are filters: takes them all away. */
  onClearFilters?: () => void;
}

/** How many pages match, what was left out and who did not answer, said as it changes. */
export default function SearchStatus({search, isAsked, onClearFilters}: Props): ReactNode {
  const {selectMessage} = usePluralForm();
  const {answer, failed, retry} = search;
  const hidden = failed || !answer ? 0 : hiddenByFilters(answer);

  function message(): string {
    if (failed) return failureMessage();
    if (!answer) {
      return isAsked
        ? translate({id: 'opsbinder.search.searching', message: 'Searching…', description: 'Before results'})
        : '';
    }
    if (hidden > 0) {
      return selectMessage(
        hidden,
        translate(
          {
            id: 'opsbinder.search.hidden',
            message:
              'Nothing with these filters; one result without them.|Nothing with these filters; {count} results without them.',
            description:
              'When filters leave no page of those that match. One form for each plural of the language, separated by |',
          },
          {count: hidden},
        ),
      );
    }
    const typed = answer.typed.trim();
    if (answer.total === 0) {
      return typed === ''
        ? translate({
            id: 'opsbinder.search.nothingFiltered',
            message: 'Nothing found with these filters.',
            description: 'When no page matches and no words were typed',
          })
        : translate(
            {
              id: 'opsbinder.search.nothing',
              message: 'Nothing found for “{query}”.',
              description: 'When no page matches',
            },
            {query: shortened(typed, LONGEST_QUERY)},
          );
    }
    const count = selectMessage(
      answer.total,
      translate(
        {
          id: 'opsbinder.search.count',
          message: 'One result.|{count} results.',
          description: 'Number of results. One form for each plural of the language, separated by |',
        },
        {count: answer.total},
      ),
    );
    const missing = missingWords(answer.missing);
    return missing === '' ? count : `${count} ${missing}`;
  }

  const silent = failed ? [] : (answer?.silent ?? []);
  return (
    <div className={styles.status}>
      <p role="status">{message()}</p>
      {silent.length > 0 && (
        <p>
          {translate(
            {
              id: 'opsbinder.search.silent',
              message: 'Not searched, as it did not answer: {binders}',
              description: 'Names other sites that should have been searched with this one',
            },
            {binders: silent.map(siteName).join(', ')},
          )}
        </p>
      )}
      {hidden > 0 && onClearFilters && (
        <button type="button" className={styles.more} onClick={onClearFilters}>
          {translate({id: 'opsbinder.search.filters.clear', message: 'Clear filters'})}
        </button>
      )}
      {failed && (
        <button type="button" className={styles.more} onClick={retry}>
          {translate({
            id: 'opsbinder.search.retry',
            message: 'Try again',
            description: 'Tries to load the index again',
          })}
        </button>
      )}
    </div>
  );
}

/** How many pages have the words, where filters leave none of them. */
export function hiddenByFilters({typed, total, unfiltered = 0}: Answer): number {
  return total === 0 && typed.trim() !== '' ? unfiltered : 0;
}

// What is pasted may be a whole log, and its results are to be seen.
const LONGEST_QUERY = 80;

function missingWords(missing: readonly string[]): string {
  const {words, others} = named(missing);
  if (words.length === 0) return '';
  const list = words.join(', ');
  return others === 0
    ? translate(
        {
          id: 'opsbinder.search.missing',
          message: 'No page has: {words}',
          description: 'Words that were left out of the search because no page has them',
        },
        {words: list},
      )
    : translate(
        {
          id: 'opsbinder.search.missing.more',
          message: 'No page has: {words} and {count} more',
          description: 'Names some of the words that were left out of the search because no page has them',
        },
        {words: list, count: others},
      );
}

function failureMessage(): string {
  return process.env.NODE_ENV === 'development'
    ? translate({
        id: 'opsbinder.search.development',
        message: 'Search needs a built site: npm run build, then npm run serve.',
        description: 'Shown in development, where there is no index',
      })
    : translate({
        id: 'opsbinder.search.failed',
        message: 'The search index could not be loaded. Check the connection and try again.',
        description: 'When the index cannot be fetched',
      });
}

/** A site by its address, without what is the same for all. */
function siteName(url: string): string {
  return url.replace(/^https?:\/\//, '').replace(/(\/pagefind)?\/*$/, '');
}
