// What is pasted may be a whole log. No page is found better by more of it than this, and each word costs a search.
const MOST_LETTERS = 2000;
const MOST_WORDS = 40;
const MOST_QUOTES = 6;
const MOST_NAMES = 4;

// Lines that say what went wrong, and lines that only say where: a stack trace has its cause last, and much between.
const TELLS =
  /\b(?:caused by|errors?|fatal|panic|exceptions?|fail(?:ed|ure)?|denied|refused|timed? ?out|exceeded)\b/i;
const FRAME = /^\s*(?:at\s+\S|File ".*", line \d|goroutine \d|\.{3} \d+ more|\S+\.go:\d+)/;

/**
 * What of a text is to be looked for: all of it, or of a long one the lines that say what went wrong, then the last and
 * the first.
 */
export function tellingPart(typed: string): string {
  if (typed.length <= MOST_LETTERS && countWords(typed) <= MOST_WORDS) return typed;
  const lines = [...new Set(typed.split(/\r?\n/).filter((line) => line.trim() !== '' && !FRAME.test(line)))];
  const telling = lines.filter((line) => TELLS.test(line)).reverse();
  const others = lines.filter((line) => !TELLS.test(line));
  const chosen: string[] = [];
  let [letters, words] = [0, 0];
  for (const line of [...telling, ...others.slice(-1), ...others.slice(0, -1)]) {
    const part = line
      .slice(0, MOST_LETTERS - letters)
      .split(/\s+/)
      .slice(0, MOST_WORDS - words)
      .join(' ');
    if (part === '') break;
    chosen.push(part);
    letters += part.length;
    words += countWords(part);
  }
  return chosen.join('\n');
}

function countWords(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}

/** What a pasted line has between quotes: the message, or what the message is about. Keys of JSON are neither. */
export function quoted(text: string): string[] {
  const quotes = [
    /(?<![\p{L}\p{N}\\])"((?:\\.|[^"\\])+)"(?!\s*:)/gu,
    /(?<![\p{L}\p{N}])'([^']+)'(?![\p{L}\p{N}:])/gu,
    /`([^`]+)`/gu,
    /“([^”]+)”/gu,
  ];
  const found = quotes.flatMap((quote) => [...text.matchAll(quote)].map(([, inside = '']) => inside.trim()));
  // A sentence says more than a word.
  return [...new Set(found)]
    .filter((message) => /[\p{L}\p{N}]/u.test(message))
    .sort((a, b) => Number(b.includes(' ')) - Number(a.includes(' ')))
    .slice(0, MOST_QUOTES);
}

/** Names in a text that are one word of several, such as an alert's, and what a label or an address says is one. */
export function namesIn(text: string): string[] {
  const labelled = [...text.matchAll(/\balert(?:name)?["']?\s*[:=]\s*["']?([\w:.-]+)/gi)].map(
    ([, name = '']) => name,
  );
  const written = text
    .split(/[\s=(){}[\],;"'`<>|/?#&]+/u)
    .map((token) => token.replace(/\.(?:md|mdx|html?)$/i, '').replace(/[.:!]+$/, ''))
    .filter((token) => /\p{Ll}\p{Lu}/u.test(token) && /^[\p{L}\p{N}_:-]+$/u.test(token));
  return [...new Set([...labelled, ...written])].slice(0, MOST_NAMES);
}
