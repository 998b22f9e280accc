import type {PageBlank} from '@opsbinder/core';
import {actsInShell, hasUnseen} from '@opsbinder/core/fill';
import {matchesPattern} from './check-value.js';

/** A value that the page's address gives for a blank. Nobody has agreed to it yet. */
export interface LinkValue {
  blank: PageBlank;
  value: string;
  /** Whether it has signs that a shell acts on. */
  acts: boolean;
}

/** No label, name or address of a machine is longer; what is cannot be judged at a glance. */
const LONGEST = 200;

/**
 * Reads the values for a page's blanks from its address: `?namespace=prod&pod=api-7`. Names match without regard to
 * case, `-` and `_`. Secrets are never read; a value that cannot be seen whole, or that front matter rules out, is
 * refused.
 */
export function readLinkValues(
  search: string,
  blanks: readonly PageBlank[],
): {values: LinkValue[]; refused: {blank: PageBlank; secret: boolean}[]} {
  const given = new Map([...new URLSearchParams(search)].map(([name, value]) => [keyOf(name), value]));
  const values: LinkValue[] = [];
  const refused: {blank: PageBlank; secret: boolean}[] = [];
  for (const blank of blanks) {
    const value = given.get(blank.key)?.trim();
    if (!value) continue;
    if (blank.secret) refused.push({blank, secret: true});
    else if (value.length > LONGEST || hasUnseen(value) || !isAllowed(value, blank)) {
      refused.push({blank, secret: false});
    } else values.push({blank, value, acts: actsInShell(value)});
  }
  return {values, refused};
}

function isAllowed(value: string, {options, pattern}: PageBlank): boolean {
  return (!options || options.includes(value)) && matchesPattern(value, pattern);
}

/** An address of this page that carries what is filled in, but for secrets. */
export function linkWith(
  href: string,
  blanks: readonly PageBlank[],
  filled: Readonly<Record<string, string>>,
): string {
  const url = new URL(href);
  const names = new Map(blanks.map((blank) => [blank.key, blank]));
  for (const name of [...url.searchParams.keys()]) if (names.has(keyOf(name))) url.searchParams.delete(name);
  for (const {key, name, secret} of blanks) {
    const value = filled[key];
    if (value && !secret) url.searchParams.set(name, value);
  }
  return url.href;
}

// As the names of blanks are read: "your pod-name" is podname.
function keyOf(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/^your[-_ ]+/, '')
    .replace(/[-_\s]+/g, '');
}
