import type {SearchSettings} from '@opsbinder/core';
import {useEffect, useState} from 'react';
import {loadSearch} from './engine';
import type {Counts} from './filter-values';
import {findPages} from './find';

/** What the whole index holds, apart from any question. */
export interface IndexValues {
  /** All values of all filters, as the index has them, and how many pages have each. */
  whole: Counts;
  settings: SearchSettings;
}

/**
 * Reads the values of an index once.
 *
 * @param attempt counts the tries after a failure, which is told by whoever searches
 * @returns undefined until they are there
 */
export function useIndexValues(bundlePath: string, attempt: number): IndexValues | undefined {
  const [values, setValues] = useState<IndexValues>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt reads anew
  useEffect(() => {
    let isCurrent = true;
    async function read() {
      const engine = await loadSearch(bundlePath);
      const {counts = {}} = await findPages(engine, {typed: '', count: true});
      if (isCurrent) setValues({whole: counts, settings: engine.settings});
    }
    read().catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [bundlePath, attempt]);
  return values;
}
