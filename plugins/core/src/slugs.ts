/**
 * A part of an address that stands for a name: the name itself where it is safe in addresses and file names.
 *
 * @param name any text
 * @param fallback what stands for a name of which nothing is left
 * @param taken slugs that are given away, in lower case; the new one is added. Two that differ in case alone would
 *   be one file on many a disk
 */
export function uniqueSlug(name: string, fallback: string, taken: Set<string>): string {
  const base =
    name
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .replace(/[^\p{L}\p{N}._-]+/gu, '-')
      // With what may follow, a file's name must stay below 255 bytes, of which a letter may take four.
      .slice(0, MOST_LETTERS)
      .replace(/^[-.]+|[-.]+$/g, '') || fallback;
  let slug = base;
  for (let count = 2; taken.has(slug.toLowerCase()); count += 1) slug = `${base}-${count}`;
  taken.add(slug.toLowerCase());
  return slug;
}

const MOST_LETTERS = 60;
