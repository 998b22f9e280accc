// More than this tells nobody more, and takes the room of the results.
const MOST_WORDS = 4;
const LONGEST_WORD = 30;

// What a paste has around its words.
const AROUND = /^["'`“”‘’„«»,;]+|["'`“”‘’„«»,;]+$/gu;

/** A few words to be named in a sentence, and how many others there are. */
export function named(all: readonly string[]): {words: string[]; others: number} {
  const words = [...new Set(all.map((word) => word.replace(AROUND, '')).filter(Boolean))];
  return {
    words: words.slice(0, MOST_WORDS).map((word) => shortened(word, LONGEST_WORD)),
    others: Math.max(0, words.length - MOST_WORDS),
  };
}

/** The beginning of a text, with … where it goes on. */
export function shortened(text: string, most: number): string {
  const characters = Array.from(text);
  return characters.length > most ? `${characters.slice(0, most).join('')}…` : text;
}
