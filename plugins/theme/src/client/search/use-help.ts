import type {SearchHelp} from '@opsbinder/core';
import {useEffect, useState} from 'react';
import {loadHelp} from './engine';

/** Owners, cards, tiers and severities of the binder; undefined until they are there, and where they cannot be had. */
export function useHelp(bundlePath: string): SearchHelp | undefined {
  const [help, setHelp] = useState<SearchHelp>();
  useEffect(() => {
    let isCurrent = true;
    loadHelp(bundlePath).then(
      (loaded) => isCurrent && setHelp(loaded),
      // What it would add is left out: the search itself says when nothing can be reached.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [bundlePath]);
  return help;
}
