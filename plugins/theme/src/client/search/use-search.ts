import type {SearchGlobalData} from '@opsbinder/core';
import {useCallback, useEffect, useState} from 'react';
import {loadSearch} from './engine';
import {findPages} from './find';
import type {PagefindHit} from './pagefind';
import {type PageResult, toPageResult} from './result';

/** The answer to one query: how many pages match, and those fetched so far. */
export interface Answer {
  typed: string;
  total: number;
  /** Words that no page has; what was found was found without them. */
  missing: string[];
  results: PageResult[];
}

/** Where a search stands. An answer is kept while the next one is on its way. */
export interface Search {
  answer: Answer | null;
  /** The index could not be loaded or read; nothing is searched until `retry`. */
  failed: boolean;
  /** Fetches some more of the pages that match. */
  showMore(): Promise<void>;
  retry(): void;
}

const PAUSE_IN_TYPING = 120;
const RESULTS_AT_ONCE = 8;

/**
 * Searches for what is typed, once typing pauses; an answer that comes late never replaces a newer one.
 *
 * @param typed the words as typed; without any there is no answer
 */
export function useSearch({bundlePath}: SearchGlobalData, typed: string): Search {
  const [found, setFound] = useState<(Answer & {hits: PagefindHit[]}) | null>(null);
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    if (failed) return;
    let isCurrent = true;
    const fail = () => isCurrent && setFailed(true);
    async function search() {
      const {hits, missing} = await findPages(await loadSearch(bundlePath), {typed});
      const results = isCurrent ? await fetchResults(hits, 0) : [];
      if (isCurrent) setFound({typed, hits, missing, total: hits.length, results});
    }

    let timer: ReturnType<typeof setTimeout> | undefined;
    if (typed.trim() === '') {
      setFound(null);
      // The index is fetched while the first word is typed, and a missing one is told at once.
      loadSearch(bundlePath).catch(fail);
    } else {
      timer = setTimeout(() => search().catch(fail), PAUSE_IN_TYPING);
    }
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [bundlePath, typed, failed]);

  const showMore = useCallback(async () => {
    if (!found) return;
    try {
      const more = await fetchResults(found.hits, found.results.length);
      setFound((now) => (now === found ? {...found, results: [...found.results, ...more]} : now));
    } catch {
      setFailed(true);
    }
  }, [found]);
  const retry = useCallback(() => setFailed(false), []);

  return {answer: found, failed, showMore, retry};
}

async function fetchResults(hits: readonly PagefindHit[], start: number): Promise<PageResult[]> {
  const pages = await Promise.all(hits.slice(start, start + RESULTS_AT_ONCE).map((hit) => hit.data()));
  return pages.map(toPageResult);
}
