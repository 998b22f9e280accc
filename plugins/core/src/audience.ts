import type {ContainerDirective} from 'mdast-util-directive';

/**
 * Whom a build is for: names in lower case, each once. Undefined for a build that names nobody, which is the
 * complete one: everything is shown.
 */
export type Audience = readonly string[] | undefined;

/** The names in `sre, platform` or `['sre', 'platform']`. Case and order say nothing. */
export function readAudience(names: string | readonly string[] | null | undefined): string[] {
  const list = typeof names === 'string' ? names.split(',') : (names ?? []);
  return [...new Set(list.map((name) => name.trim().toLowerCase()).filter(Boolean))].sort();
}

/** The audiences that a `:::only` block names; none for one that forgot to. */
export function audienceOfBlock(node: ContainerDirective): string[] {
  return readAudience(node.attributes?.audience);
}
