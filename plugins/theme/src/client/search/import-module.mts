/**
 * Imports a module that exists only in the built site, so that no bundler may try to resolve it. It stands in a
 * file of its own, of a kind that Babel does not transform: for the server it would turn the import into a
 * require without the comment, which webpack warns of.
 */
export function importModule(url: string): Promise<unknown> {
  return import(/* webpackIgnore: true */ url);
}
