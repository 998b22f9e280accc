import {translate} from '@docusaurus/Translate';
import {usePluralForm} from '@docusaurus/theme-common';
import type {ReactNode} from 'react';
import styles from './styles.module.css';
import type {Search} from './use-search';

interface Props {
  search: Search;
  /** Whether anything is asked. */
  isAsked: boolean;
}

/** How many pages match, what was left out and who did not answer, said as it changes. */
export default function SearchStatus({search, isAsked}: Props): ReactNode {
  const {selectMessage} = usePluralForm();
  const {answer, failed, retry} = search;

  function message(): string {
    if (failed) return failureMessage();
    if (!answer) {
      return isAsked
        ? translate({id: 'opsbinder.search.searching', message: 'Searching…', description: 'Before results'})
        : '';
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
            {query: typed},
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
    if (answer.missing.length === 0) return count;
    return `${count} ${translate(
      {
        id: 'opsbinder.search.missing',
        message: 'No page has: {words}',
        description: 'Words that were left out of the search because no page has them',
      },
      {words: answer.missing.join(', ')},
    )}`;
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
