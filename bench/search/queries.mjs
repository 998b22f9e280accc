// Known-item queries: texts that somebody would type or paste to get to one page, made from the pages by fixed rules.
import {squeeze, wordParts} from './page.mjs';

/**
 * @typedef {object} Query
 * @property {string} kind one of `KINDS`
 * @property {string} text what is typed
 * @property {string} page file of the page that it was made from
 * @property {string[]} answers files of all pages that have this text in this role, `page` among them
 */

/** What is asked, in the order of the table. */
export const KINDS = [
  'title',
  'title-words',
  'alert',
  'half',
  'heading',
  'error',
  'command',
  'phrase',
  'log',
];

// A heading on more pages than this is the name of a section, such as Impact, and means no page.
const PAGES_OF_A_HEADING = 3;
// On more pages than this, `OpenShift` is what the folder is about.
const PAGES_OF_A_TOKEN = 10;
const LONGEST_TOKEN = 80;

/**
 * Makes the queries of a folder. With the same pages they are the same, in the same order. A text that several pages
 * give in one role is asked once.
 *
 * @param {readonly import('./page.mjs').Page[]} pages
 * @returns {Query[]}
 */
export function makeQueries(pages) {
  const titles = index(pages, ({title}) => [title]);
  const titleWords = index(pages, ({title}) => [inWords(title)]);
  const alerts = index(pages, (page) => page.alerts);
  const headings = index(pages, ({headings, title}) => [title, ...headings]);
  const commands = index(pages, (page) => page.commands);
  const runs = index(pages, ({text}) => text.split('\n').flatMap((line) => threeWords(lineWords(line))));
  const words = index(pages, ({text}) => text.match(WORD) ?? []);
  const texts = new Map(pages.map(({file, text}) => [file, text.toLowerCase()]));
  // A token that is not inside a longer one begins with a whole word.
  const pagesWithToken = (token) =>
    [...words.get(token.match(WORD)?.[0] ?? '')].filter((file) => holds(texts.get(file), token));

  const queries = [];
  const asked = new Set();
  function ask(kind, text, page, answers) {
    const key = `${kind} ${text.toLowerCase()}`;
    if (text === '' || asked.has(key)) return;
    asked.add(key);
    queries.push({kind, text, page: page.file, answers: [...answers].sort()});
  }

  for (const page of pages) {
    ask('title', page.title, page, titles.get(page.title));
    ask('title-words', inWords(page.title), page, titleWords.get(inWords(page.title)));
    for (const alert of page.alerts) {
      ask('alert', alert, page, alerts.get(alert));
      const half = firstHalf(alert);
      if (half) ask('half', half, page, alerts.beginning(half));
    }
    const heading = rarestHeading(page, headings);
    if (heading) ask('heading', heading, page, headings.get(heading));
    const {token, pages: withToken} = longestToken(page, pagesWithToken) ?? {};
    if (token) ask('error', token, page, withToken);
    const [command] = page.commands;
    if (command) ask('command', command, page, commands.get(command));
    const phrase = rarestRun(page, runs);
    if (phrase) ask('phrase', phrase, page, runs.get(phrase));
    const logged = token ?? phrase;
    if (logged) ask('log', logLine(logged), page, token ? withToken : runs.get(phrase));
  }
  return queries;
}

/** A title as somebody types it who does not care how it is written: `kube pod crash looping`. */
function inWords(title) {
  return title.split(' ').flatMap(wordParts).join(' ').toLowerCase();
}

/** An alert's name without its last word: how far somebody types; nothing where less than four letters are left. */
function firstHalf(alert) {
  const parts = wordParts(alert);
  const last = parts.at(-1) ?? '';
  const half = alert.slice(0, alert.length - last.length).replace(/[\s_-]+$/, '');
  return half.length >= 4 ? half : undefined;
}

/** The heading that is on the fewest pages; the first of several. */
function rarestHeading(page, headings) {
  const own = page.headings
    .filter((heading) => heading.toLowerCase() !== page.title.toLowerCase())
    .map((heading) => ({heading, pages: headings.get(heading).size}));
  const rarest = own.reduce((best, one) => (one.pages < (best?.pages ?? Infinity) ? one : best), undefined);
  return rarest && rarest.pages <= PAGES_OF_A_HEADING ? rarest.heading : undefined;
}

// What an error looks like. Each must stand between white space, quotes or brackets.
const TOKENS = [
  /(?<![\w.-])E[A-Z]{4,}(?![\w.-])/g, // ECONNREFUSED
  /(?<!\w)0x[\da-fA-F]{2,}(?!\w)/g,
  /(?<![\w./${-])[A-Za-z][A-Za-z\d]*(?:_[A-Za-z\d]+)+(?!\.?[\w/=-])/g, // snake_case
  /(?<![\w./$@:-])[A-Za-z][\w-]*(?:\.[A-Za-z][\w-]*)+(?![\w/@-])/g, // dotted.names
  /(?<![\w./$-])[A-Za-z][a-z\d]+(?:[A-Z][a-z\d]+)+(?!\.?[\w/-])/g, // CamelCase
  /(?<!\w)http(?:\/[\d.]+)? [1-5]\d\d(?!\w)/gi,
  /(?<![\w.:/$~>}-])(?:\/[A-Za-z][\w.-]*){2,}(?![\w/<{*-])/g, // /paths/of/files
];
const QUOTED = /(?<![\w"])"([^"]{8,})"(?![\w"])/g;
const IS_ERROR =
  /\b(?:error|fail(?:ed|ure|s)?|denied|refused|timed? ?out|timeout|unable|cannot|could not|invalid|not found|unavailable|exceeded|unhealthy|forbidden)\b/i;
const WORD = /[\p{L}\p{N}_]+/gu;
const IS_BLANK = /[<>{}[\]$*|\\]/;

/**
 * The longest text of a page that looks like a piece of an error message, the first of several, and the pages that
 * have it.
 */
function longestToken(page, pagesWithToken) {
  const own = new Set([page.title, ...page.alerts].map((name) => name.toLowerCase()));
  const tokens = page.text
    .split('\n')
    .flatMap(tokensOf)
    .filter((token) => token.length > 3 && token.length <= LONGEST_TOKEN)
    .filter((token) => !IS_BLANK.test(token) && !own.has(token.toLowerCase()));
  for (const token of [...new Set(tokens)].sort((a, b) => b.length - a.length)) {
    const pages = pagesWithToken(token);
    if (pages.length <= PAGES_OF_A_TOKEN) return {token, pages};
  }
  return undefined;
}

function tokensOf(line) {
  const withoutAddresses = line.replace(/\w+:\/\/\S+/g, ' ');
  const quoted = [...withoutAddresses.matchAll(QUOTED)]
    .map(([, text]) => text)
    .filter((text) => IS_ERROR.test(text));
  const bare = TOKENS.flatMap((form) => withoutAddresses.match(form) ?? []);
  return [...quoted, ...bare].map((token) => squeeze(token).replace(/[.,:;]+$/, ''));
}

/** Whether a text, in lower case, has a token that is not part of a longer one. */
function holds(text, token) {
  const wanted = token.toLowerCase();
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1)) {
    const around = (text[at - 1] ?? ' ') + (text[at + wanted.length] ?? ' ');
    if (!/[\p{L}\p{N}_]/u.test(around)) return true;
  }
  return false;
}

/**
 * The three words of the meaning that stand together on the fewest pages. Of equally rare ones, the first that has no
 * function word, since people remember what a page is about; where each has one, the first.
 */
function rarestRun(page, runs) {
  let rarest;
  for (const text of page.meaning) {
    // Punctuation ends a run, as nobody types it: words on both sides of it do not stand together.
    for (const piece of text.split(/[^\p{L}\p{N}\s'’-]+|(?<=\s)-|-(?=\s)/u)) {
      for (const run of threeWords(lineWords(piece))) {
        const pages = runs.get(run).size;
        // Where markup cuts a word, as in `pod`s, the run is on no page.
        if (pages === 0 || pages > (rarest?.pages ?? Infinity)) continue;
        const isTelling = run.split(' ').every((word) => !FUNCTION_WORDS.has(word.toLowerCase()));
        if (pages < (rarest?.pages ?? Infinity) || (isTelling && !rarest.isTelling))
          rarest = {run, pages, isTelling};
      }
    }
  }
  return rarest?.run;
}

const FUNCTION_WORDS = new Set(
  (
    'a about after all also an and any are as at be because been before being between both but by can could did do ' +
    'does during each for from had has have he her here his how i if in into is it its may might more most must no ' +
    'nor not of off on once only or other our out over per shall she should since so some such than that the their ' +
    'them then there these they this those through to too under until up very via was we were what when where ' +
    'whether which while who whose why will with within without would you your'
  ).split(' '),
);

function lineWords(line) {
  return line.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? [];
}

function threeWords(words) {
  return words.slice(2).map((_word, at) => words.slice(at, at + 3).join(' '));
}

/** A line as it is pasted from a log: a time, a pod and quotes around what matters. */
function logLine(text) {
  return `2026-11-20T02:14:07Z ERROR "${text.replaceAll('"', "'")}" pod/web-7f9c8`;
}

/** Which pages have a text, regardless of case. */
function index(pages, textsOf) {
  const files = new Map();
  for (const page of pages) {
    for (const text of textsOf(page)) {
      const key = text.toLowerCase();
      const known = files.get(key);
      if (known) known.add(page.file);
      else files.set(key, new Set([page.file]));
    }
  }
  return {
    get: (text) => files.get(text.toLowerCase()) ?? new Set(),
    beginning: (text) =>
      new Set([...files].flatMap(([key, of]) => (key.startsWith(text.toLowerCase()) ? [...of] : []))),
  };
}
