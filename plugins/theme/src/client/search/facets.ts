import type {SearchFacets} from '@opsbinder/core';
import {SEARCH_FACETS_FILE} from '@opsbinder/core/browser';
import {type AskedIndex, fetchJson, type SearchEngine} from './engine';
import type {PagefindHit} from './pagefind';

/** Ids of pages, by filter and value. */
export type Facets = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;

/** What is known of an index until it is another: one more site, or a newer index while a site is worked on. */
class PerIndex<Value> {
  private readonly known = new WeakMap<SearchEngine, {state: string; values: Map<string, Promise<Value>>}>();

  get(engine: SearchEngine, key: string, ask: () => Promise<Value>): Promise<Value> {
    const state = JSON.stringify([engine.pagefind.generation?.(), engine.indexes]);
    let known = this.known.get(engine);
    if (known?.state !== state) known = {state, values: new Map()};
    this.known.set(engine, known);
    const {values} = known;
    const value = values.get(key) ?? ask();
    values.set(key, value);
    value.catch(() => values.delete(key));
    return value;
  }
}

const facetsOf = new PerIndex<Facets>();

/**
 * Which pages have which values of which filters, as a build writes it down: then any choice of them is a matter of
 * sets, and a count of what another choice would give costs no search.
 */
export function loadFacets(engine: SearchEngine): Promise<Facets> {
  return facetsOf.get(engine, '', async () => {
    const newest = engine.pagefind.generation?.();
    const all = await Promise.all(
      engine.indexes.map(async ({folder, filter}, at) => {
        const place = at === 0 && newest !== undefined ? `${folder}${newest}/` : folder;
        const facets = fetchJson<SearchFacets>(place + SEARCH_FACETS_FILE);
        // Another site may be of a build that wrote none; its pages have no values then.
        return {filter, facets: at === 0 ? await facets : await facets.catch(() => NO_FACETS)};
      }),
    );
    return readFacets(all);
  });
}

const NO_FACETS: SearchFacets = {pages: [], values: {}};

/** Puts the values of several indexes together, each with the filters that all its pages get. */
export function readFacets(all: readonly {facets: SearchFacets; filter: AskedIndex['filter']}[]): Facets {
  const known = new Map<string, Map<string, Set<string>>>();
  function add(filter: string, value: string, ids: readonly (string | undefined)[]) {
    const byValue = known.get(filter) ?? new Map<string, Set<string>>();
    known.set(filter, byValue);
    const pages = byValue.get(value) ?? new Set<string>();
    byValue.set(value, pages);
    for (const id of ids) if (id !== undefined) pages.add(id);
  }
  for (const {facets, filter} of all) {
    for (const [name, byValue] of Object.entries(facets.values)) {
      for (const [value, places] of Object.entries(byValue)) {
        add(
          name,
          value,
          places.map((at) => facets.pages[at]),
        );
      }
    }
    for (const [name, values] of Object.entries(filter)) {
      for (const value of [values].flat()) add(name, value, facets.pages);
    }
  }
  return known;
}

const pagesByValue = new PerIndex<ReadonlySet<string>>();

/** Ids of the pages with one value of one filter; loads that filter's file alone. */
export function pagesWith(engine: SearchEngine, filter: string, value: string): Promise<ReadonlySet<string>> {
  return pagesByValue.get(engine, JSON.stringify([filter, value]), async () => {
    const {results} = await engine.pagefind.search(null, {filters: {[filter]: value}});
    return new Set(results.map(({id}) => id));
  });
}

type Chosen = Readonly<Record<string, readonly string[]>>;

/**
 * Those of the pages that have, of every filter, one of the chosen values; where no docs version is chosen, without
 * those that readers are not sent to.
 */
export function within(pages: readonly PagefindHit[], chosen: Chosen, facets: Facets): PagefindHit[] {
  const old = facets.get('served')?.get('no');
  return withChosen(pages, chosen, facets).filter(({id}) => chosen.version !== undefined || !old?.has(id));
}

function withChosen(pages: readonly PagefindHit[], chosen: Chosen, facets: Facets): PagefindHit[] {
  const tests = Object.entries(chosen).map(([filter, values]) => test(filter, values, facets));
  return pages.filter(({id}) => tests.every((has) => has(id)));
}

function test(filter: string, values: readonly string[], facets: Facets): (id: string) => boolean {
  const known = facets.get(filter);
  const chosen = values.map((value) => known?.get(value));
  const has = (id: string) => chosen.some((set) => set?.has(id));
  if (filter !== 'version') return has;
  // What is of no version, such as an API operation or a card, belongs to all.
  const versioned = [...(known?.values() ?? [])];
  return (id) => has(id) || !versioned.some((set) => set.has(id));
}

/** How many of the pages each value would leave, were it chosen alone in its filter beside the other filters. */
export function countValues(
  pages: readonly PagefindHit[],
  chosen: Chosen,
  facets: Facets,
): Record<string, Record<string, number>> {
  const count = (filter: string, sets: ReadonlyMap<string, ReadonlySet<string>>) => {
    const {[filter]: _, ...others} = chosen;
    const left = filter === 'version' ? withChosen(pages, others, facets) : within(pages, others, facets);
    return Object.fromEntries(
      [...sets].map(([value, set]) => [value, left.filter(({id}) => set.has(id)).length]),
    );
  };
  return Object.fromEntries([...facets].map(([filter, sets]) => [filter, count(filter, sets)]));
}
