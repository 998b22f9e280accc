import {useCallback, useEffect, useState} from 'react';
import {loadSearch} from './engine';
import {findPages, type Question} from './find';
import type {PagefindHit} from './pagefind';
import {type PageResult, toPageResult} from './result';

/** The answer to one question: how many pages match, and those fetched so far. */
export interface Answer {
  typed: string;
  total: number;
  /** Words that no page has; what was found was found without them. */
  missing: string[];
  /** Binders that were to be searched, too, and did not answer, by address. */
  silent: string[];
  /** All sites that are searched along with this one, by address. */
  others: string[];
  /** The words that were found, as typed. */
  words: string[];
  results: PageResult[];
  /** With filters: how many pages match without them. */
  unfiltered?: number;
  /** Where it was asked for: matches by filter and raw value. */
  counts?: Record<string, Record<string, number>>;
}

/** Where a search stands. An answer is kept while the next one is on its way. */
export interface Search {
  answer: Answer | null;
  /** The index could not be loaded or read for this question; the next one or `retry` tries again. */
  failed: boolean;
  /** Fetches some more of the pages that match. */
  showMore(): Promise<void>;
  retry(): void;
}

const PAUSE_IN_TYPING = 100;
const RESULTS_AT_ONCE = 8;

/**
 * Searches for what is typed, once typing pauses; an answer that comes late never replaces a newer one.
 *
 * @param question without words and filters there is no answer; `null` asks nothing and loads nothing
 */
export function useSearch(bundlePath: string, question: Question | null): Search {
  const [found, setFound] = useState<(Answer & {hits: PagefindHit[]}) | null>(null);
  const [failedFor, setFailedFor] = useState<string>();
  // A question that says the same is the same.
  const asked = JSON.stringify(question);
  const failed = failedFor === asked;

  useEffect(() => {
    const current = JSON.parse(asked) as Question | null;
    if (failed || !current) return;
    let isCurrent = true;
    const fail = () => isCurrent && setFailedFor(asked);
    async function search(now: Question) {
      const engine = await loadSearch(bundlePath);
      const answer = await findPages(engine, now);
      const results = isCurrent ? await fetchResults(answer.hits, 0) : [];
      const others = engine.settings.merge.map(({url}) => url);
      if (isCurrent) setFound({...answer, typed: now.typed, total: answer.hits.length, results, others});
    }

    let timer: ReturnType<typeof setTimeout> | undefined;
    if (isEmpty(current)) {
      setFound(null);
      // The index is fetched while the first word is typed, and a missing one is told at once.
      loadSearch(bundlePath).catch(fail);
    } else {
      timer = setTimeout(() => search(current).catch(fail), PAUSE_IN_TYPING);
    }
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [bundlePath, asked, failed]);

  const showMore = useCallback(async () => {
    if (!found) return;
    try {
      const more = await fetchResults(found.hits, found.results.length);
      setFound((now) => (now === found ? {...found, results: [...found.results, ...more]} : now));
    } catch {
      setFailedFor(asked);
    }
  }, [found, asked]);
  const retry = useCallback(() => setFailedFor(undefined), []);

  return {answer: found, failed, showMore, retry};
}

function isEmpty({typed, filters = {}}: Question): boolean {
  return typed.trim() === '' && Object.keys(filters).length === 0;
}

async function fetchResults(hits: readonly PagefindHit[], start: number): Promise<PageResult[]> {
  const pages = await Promise.all(hits.slice(start, start + RESULTS_AT_ONCE).map((hit) => hit.data()));
  return pages.map(toPageResult);
}
