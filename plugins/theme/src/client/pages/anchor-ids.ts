/**
 * Ids of parts of a page, made from their names: safe in an address, and each of them once.
 *
 * @param prefix what each id begins with
 * @param names the names, as people wrote them
 * @returns an id for each name, in the same order
 */
export function anchorIds(prefix: string, names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const slug = name
      .toLowerCase()
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '');
    const base = slug ? `${prefix}-${slug}` : prefix;
    let id = base;
    for (let count = 2; taken.has(id); count += 1) id = `${base}-${count}`;
    taken.add(id);
    return id;
  });
}
