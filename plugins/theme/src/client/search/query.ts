/**
 * What is asked of the index for what somebody typed. Pagefind takes punctuation out of a query but not
 * symbols, so `app=web`, `$HOME` or a command with a pipe in it would find nothing; they part words here.
 *
 * @param includeCharacters characters that belong to words in this index
 */
export function toSearchTerm(typed: string, includeCharacters = ''): string {
  return typed
    .replace(/\p{S}/gu, (symbol) => (includeCharacters.includes(symbol) ? symbol : ' '))
    .replace(/\s+/g, ' ')
    .trim();
}

/** The words of a term, each once, in order. A pasted screenful is cut: what it is about stands in its beginning. */
export function queryWords(term: string): string[] {
  const words = term.split(' ').filter((word) => /[\p{L}\p{N}]/u.test(word));
  return [...new Set(words)].slice(0, MAX_WORDS);
}

const MAX_WORDS = 40;

/** The words in a term such as `node.example.com/path`, without bits too short to mean anything. */
export function parts(term: string): string[] {
  return term.split(/\p{P}+/u).filter((part) => part.length > 2 && part !== term);
}

/** A text by its letters and digits alone: `kube pod crash looping` and `KubePodCrashLooping` are the same. */
export function squash(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}

/**
 * The beginning of a word that its other forms share. Stemming changes the end of a word, seldom more than the second
 * half of it: `stopping` and `stop`. Numbers, versions and addresses have no such forms.
 */
export function roughStem(word: string): string {
  return /\p{N}/u.test(word) ? word : word.slice(0, Math.max(3, Math.floor(word.length / 2)));
}
