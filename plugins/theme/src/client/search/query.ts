/**
 * What is asked of the index for what somebody typed, in the two ways in which a page may have it. Pagefind takes
 * punctuation out of a query but not symbols, so `app=web`, `$HOME` or a command with a pipe in it would find nothing.
 *
 * @param includeCharacters characters that belong to words in this index
 * @returns first without symbols, as the index has what was copied from a page: `appweb`; then, where that is another
 *   term, with a space in their place: `app web`
 */
export function toSearchTerms(typed: string, includeCharacters = ''): string[] {
  const replaceSymbols = (by: string) =>
    typed
      .replace(/\p{S}/gu, (symbol) => (includeCharacters.includes(symbol) ? symbol : by))
      .replace(/\s+/g, ' ')
      .trim();
  return [...new Set([replaceSymbols(''), replaceSymbols(' ')])];
}

/** The words of a term, each once, in order. */
export function queryWords(term: string): string[] {
  return [...new Set(term.split(' ').filter((word) => /[\p{L}\p{N}]/u.test(word)))];
}

/**
 * The words in a term such as `node.example.com/path` or `KubePodCrashLooping`, without bits too short to mean
 * anything.
 */
export function parts(term: string): string[] {
  const words = term.split(/[\p{P}\p{S}]+|(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u);
  return words.filter((word) => word.length > 1 && word !== term);
}

/** A text by its letters and digits alone: `kube pod crash looping` and `KubePodCrashLooping` are the same. */
export function squash(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss');
}
