import fs from 'node:fs/promises';
import path from 'node:path';
import type {RouteConfig} from '@docusaurus/types';

/** Names of chunks by property of a route's component, nested as the route's modules are. */
type ChunkNames = {[property: string]: string | ChunkNames | ChunkNames[]};

/** The chunks of each route of a site, by the names that Docusaurus gives them. */
export class RouteChunks {
  /** The names of all chunks that belong to some route. */
  readonly all: ReadonlySet<string>;
  readonly #byPath = new Map<string, string[]>();

  constructor(
    chunkNames: Readonly<Record<string, ChunkNames>>,
    private readonly routes: readonly RouteConfig[],
  ) {
    for (const [key, names] of Object.entries(chunkNames)) {
      // Behind the path stands a digest, as in Docusaurus's own `prefetch`.
      const route = key.replace(/-[^-]+$/, '');
      this.#byPath.set(route, [...(this.#byPath.get(route) ?? []), ...flatten(names)]);
    }
    this.all = new Set([...this.#byPath.values()].flat());
  }

  /** Names of the chunks that the page at a route is put together from, layouts around it included. */
  of(route: string): string[] {
    return trail(this.routes, route).flatMap((part) => this.#byPath.get(part) ?? []);
  }
}

/** Reads what Docusaurus has written for this build. */
export async function readRouteChunks(
  generatedFilesDir: string,
  routes: readonly RouteConfig[],
): Promise<RouteChunks> {
  const file = path.join(generatedFilesDir, 'routesChunkNames.json');
  return new RouteChunks(JSON.parse(await fs.readFile(file, 'utf8')), routes);
}

/** The paths of the routes around a page, outermost first, and its own. */
function trail(routes: readonly RouteConfig[], page: string): string[] {
  for (const {path: route, routes: inner} of routes) {
    if (!inner) {
      if (route === page) return [route];
      continue;
    }
    const rest = trail(inner, page);
    if (rest.length > 0) return [route, ...rest];
  }
  return [];
}

function flatten(names: ChunkNames | ChunkNames[] | string): string[] {
  return typeof names === 'string' ? [names] : Object.values(names).flatMap(flatten);
}
