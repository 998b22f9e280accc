/** What the filters of the search page are called, in the address and in the index, in the order in which they stand. */
export const FILTERS = [
  'type',
  'tier',
  'severity',
  'owner',
  'service',
  'freshness',
  'version',
  'language',
  'binder',
] as const;

export type FilterName = (typeof FILTERS)[number];

/** Chosen values by filter; of freshness the state alone. Those of one filter are alternatives. */
export type Chosen = Partial<Record<FilterName, string[]>>;

export type Sort = 'relevance' | 'reviewed';

/** All that is asked on the search page; it stands in its address. */
export interface SearchState {
  typed: string;
  chosen: Chosen;
  sort: Sort;
}

/** A part of an address that asks for nothing that there is. */
export interface Unknown {
  key: string;
  value: string;
}

/**
 * Reads the query of the search page's address: `?q=…&tier=0&tier=1&sort=reviewed`.
 *
 * @returns the state, and what means nothing here; values are not checked against the index
 */
export function readState(query: string): {state: SearchState; unknown: Unknown[]} {
  const state: SearchState = {typed: '', chosen: {}, sort: 'relevance'};
  const unknown: Unknown[] = [];
  for (const [key, value] of new URLSearchParams(query)) {
    if (key === 'q') state.typed ||= value;
    else if (key === 'sort' && isSort(value)) state.sort = value;
    else if (!isFilter(key)) unknown.push({key, value});
    else if (value !== '') state.chosen = choose(state.chosen, key, value, true);
  }
  return {state, unknown};
}

/** Writes the query of the search page's address; empty where nothing is asked. */
export function writeState({typed, chosen, sort}: SearchState): string {
  const query = new URLSearchParams();
  if (typed.trim() !== '') query.set('q', typed);
  for (const name of FILTERS) for (const value of chosen[name] ?? []) query.append(name, value);
  if (sort !== 'relevance') query.set('sort', sort);
  const text = query.toString();
  return text && `?${text}`;
}

/** The choice with a value added to it or taken from it. */
export function choose(chosen: Chosen, name: FilterName, value: string, isChosen: boolean): Chosen {
  const {[name]: before = [], ...others} = chosen;
  const rest = before.filter((one) => one !== value);
  const values = isChosen ? [...rest, value] : rest;
  return values.length > 0 ? {...others, [name]: values} : others;
}

/** How many values are chosen. */
export function countChosen(chosen: Chosen): number {
  return Object.values(chosen).reduce((sum, values) => sum + values.length, 0);
}

function isFilter(key: string): key is FilterName {
  return (FILTERS as readonly string[]).includes(key);
}

function isSort(value: string): value is Sort {
  return value === 'relevance' || value === 'reviewed';
}
