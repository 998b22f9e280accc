/** Scripts that a page loads together, and what they may ask for later. */
export interface ChunkGroup {
  /** Ids of its chunks, which tell it from others. */
  key: string;
  /** What an import calls it; undefined where it says nothing. */
  name?: string;
  /** Files below the site's base. */
  files: string[];
  /** Keys of the groups that its code imports. */
  children: string[];
}

// What webpack and Rspack have in common of their compilations.
interface BundlerGroup {
  name?: string | null;
  chunks: readonly {id?: string | number | null}[];
  getFiles(): readonly string[];
  getParents(): readonly BundlerGroup[];
}

interface Compiler {
  hooks: {
    done: {
      tap(name: string, read: (stats: {compilation: {chunkGroups: Iterable<BundlerGroup>}}) => void): void;
    };
  };
}

/** A plugin of the bundler that writes down which scripts import which others. */
export class ChunkGroups {
  readonly groups = new Map<string, ChunkGroup>();

  apply(compiler: Compiler): void {
    compiler.hooks.done.tap('OpsbinderOffline', ({compilation}) => {
      this.groups.clear();
      const found = [...compilation.chunkGroups];
      for (const group of found) {
        const key = keyOf(group);
        const known = this.groups.get(key);
        const files = new Set([...(known?.files ?? []), ...group.getFiles()]);
        const name = known?.name ?? group.name ?? undefined;
        this.groups.set(key, {key, ...(name && {name}), files: [...files], children: []});
      }
      for (const group of found) {
        const key = keyOf(group);
        for (const parent of group.getParents()) this.groups.get(keyOf(parent))?.children.push(key);
      }
    });
  }

  /**
   * The files of some groups and of all that these may ask for.
   *
   * @param names of the groups to begin with
   * @param others names of groups that are asked for by somebody else's wish: they are left out
   */
  filesOf(names: Iterable<string>, others: ReadonlySet<string>): Set<string> {
    const wanted = new Set(names);
    const waiting = [...this.groups.values()].filter(({name}) => name !== undefined && wanted.has(name));
    const seen = new Set<ChunkGroup>(waiting);
    for (let group = waiting.pop(); group; group = waiting.pop()) {
      for (const child of group.children.flatMap((key) => this.groups.get(key) ?? [])) {
        if (seen.has(child) || (child.name !== undefined && others.has(child.name))) continue;
        seen.add(child);
        waiting.push(child);
      }
    }
    return new Set([...seen].flatMap(({files}) => files));
  }
}

function keyOf({name, chunks}: BundlerGroup): string {
  return [name ?? '', ...chunks.map(({id}) => String(id)).sort()].join(' ');
}
