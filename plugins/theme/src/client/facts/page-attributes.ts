import type {PageRecord} from '@opsbinder/core';
import {freshnessValue} from '@opsbinder/core/browser';

/** The parts of a page's header that are shown. */
interface Shown {
  runbook?: boolean | undefined;
  freshness?: boolean | undefined;
}

/**
 * What a program that reads the built page, such as the copy on a stick, should know of it: `type`, `tier` and
 * `freshness` as attributes of its header.
 */
export function pageAttributes(page: PageRecord, shown: Shown): Record<`data-${string}`, string> {
  const values = Object.entries({
    type: shown.runbook ? page.type : undefined,
    tier: shown.runbook ? page.tier?.id.toString() : undefined,
    freshness: shown.freshness ? freshnessValue(page.freshness) : undefined,
  });
  return Object.fromEntries(
    values.flatMap(([name, value]) => (value === undefined ? [] : [[`data-${name}`, value]])),
  );
}
