import type {SearchEngine} from './engine';
import type {PagefindHit} from './pagefind';

/** Which pages have which values of which filters. */
export interface Facets {
  all: PagefindHit[];
  /** Ids of pages, by filter and value. */
  values: ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;
}

const known = new WeakMap<SearchEngine, {sites: number; facets: Promise<Facets>}>();

/**
 * Asks for every value of every filter which pages have it, once: then any choice of them is a matter of sets, and a
 * count of what another choice would give costs no search.
 */
export function loadFacets(engine: SearchEngine): Promise<Facets> {
  // Another site that answers late brings pages of its own.
  const sites = engine.settings.merge.length - engine.silent.size;
  const existing = known.get(engine);
  if (existing?.sites === sites) return existing.facets;
  const facets = askFacets(engine);
  known.set(engine, {sites, facets});
  facets.catch(() => known.delete(engine));
  return facets;
}

async function askFacets(engine: SearchEngine): Promise<Facets> {
  const filters = await engine.pagefind.filters();
  const values = await Promise.all(
    Object.entries(filters).map(async ([filter, counts]) => {
      const pages = Object.keys(counts).map(
        async (value) => [value, await ask(engine, filter, value)] as const,
      );
      return [filter, new Map(await Promise.all(pages))] as const;
    }),
  );
  const {results: all} = await engine.pagefind.search(null);
  return {
    all,
    values: new Map(
      values.map(([filter, pages]) => [
        filter,
        new Map([...pages].map(([value, hits]) => [value, ids(hits)])),
      ]),
    ),
  };
}

const asked = new WeakMap<SearchEngine, Map<string, Promise<ReadonlySet<string>>>>();

/** Ids of the pages with one value of one filter; loads that filter's file alone. */
export function pagesWith(engine: SearchEngine, filter: string, value: string): Promise<ReadonlySet<string>> {
  const byValue = asked.get(engine) ?? new Map<string, Promise<ReadonlySet<string>>>();
  asked.set(engine, byValue);
  const key = JSON.stringify([engine.silent.size, filter, value]);
  const pages = byValue.get(key) ?? ask(engine, filter, value).then(ids);
  byValue.set(key, pages);
  pages.catch(() => byValue.delete(key));
  return pages;
}

async function ask({pagefind}: SearchEngine, filter: string, value: string): Promise<PagefindHit[]> {
  return (await pagefind.search(null, {filters: {[filter]: value}})).results;
}

/** Those of the pages that have, of every filter, one of the chosen values. */
export function within(
  pages: readonly PagefindHit[],
  chosen: Readonly<Record<string, readonly string[]>>,
  facets: Facets,
): PagefindHit[] {
  const tests = Object.entries(chosen).map(([filter, values]) => test(filter, values, facets));
  return pages.filter(({id}) => tests.every((has) => has(id)));
}

function test(filter: string, values: readonly string[], {values: known}: Facets): (id: string) => boolean {
  const pages = known.get(filter);
  const chosen = values.map((value) => pages?.get(value));
  const has = (id: string) => chosen.some((set) => set?.has(id));
  if (filter !== 'version') return has;
  // What is of no version, such as an API operation or a card, belongs to all.
  const versioned = [...(pages?.values() ?? [])];
  return (id) => has(id) || !versioned.some((set) => set.has(id));
}

/** How many of the pages each value would leave, were it chosen alone in its filter beside the other filters. */
export function countValues(
  pages: readonly PagefindHit[],
  chosen: Readonly<Record<string, readonly string[]>>,
  facets: Facets,
): Record<string, Record<string, number>> {
  const count = (filter: string, sets: ReadonlyMap<string, ReadonlySet<string>>) => {
    const {[filter]: _, ...others} = chosen;
    const left = within(pages, others, facets);
    return Object.fromEntries(
      [...sets].map(([value, set]) => [value, left.filter(({id}) => set.has(id)).length]),
    );
  };
  return Object.fromEntries([...facets.values].map(([filter, sets]) => [filter, count(filter, sets)]));
}

function ids(hits: readonly PagefindHit[]): ReadonlySet<string> {
  return new Set(hits.map(({id}) => id));
}
