// More pages of the same kind than anybody has at hand: copies of a folder, each with words of its own.

/**
 * Enlarges a folder. Names that are rare among the pages, such as those of alerts, are others in every copy. Of other
 * rare words a third becomes new ones, a third rare words of other pages, and a third stays: so the vocabulary grows
 * as it does when real pages are added, fast at first and ever slower by the page. Of common words some are left out
 * and some get another beside them. The same files always give the same copies.
 *
 * @param {readonly {file: string, markdown: string}[]} files
 * @param {number} count of pages wanted; never fewer than there are
 * @returns {{file: string, markdown: string, original?: string, copy?: number}[]} the pages themselves, then the
 *   copies in folders `copy-01` and so on: of which file each is one, and the how-many-eth
 */
export function enlarge(files, count) {
  const copier = makeCopier(files);
  const all = [...files];
  for (let copy = 1; all.length < count; copy += 1) {
    for (const {file, markdown} of files.slice(0, count - all.length)) {
      all.push({
        file: copier.route(file, copy),
        markdown: copier.markdown(markdown, copy),
        original: file,
        copy,
      });
    }
  }
  return all;
}

/**
 * Makes copies of the pages of a folder, as Markdown and as what was built from it, with the same other words.
 *
 * @param {readonly {markdown: string}[]} files the whole folder: it says which words are rare
 */
export function makeCopier(files) {
  const pagesWith = new Map();
  for (const {markdown} of files) {
    for (const word of new Set(markdown.replace(KEPT, ' ').match(WORD) ?? []))
      pagesWith.set(word, (pagesWith.get(word) ?? 0) + 1);
  }
  // What is on no page, such as the label of a button, is not the folder's own.
  const isRare = (word) => pagesWith.has(word) && pagesWith.get(word) <= 2;
  const plain = [...pagesWith.keys()].filter((word) => PLAIN.test(word)).sort();
  const rare = plain.filter(isRare);
  const common = plain.filter((word) => !isRare(word));
  const isCommon = (word) => pagesWith.has(word) && !isRare(word);
  const renamer = (copy) => (word) => {
    if (isRare(word)) return renamed(word, copy, rare);
    return isCommon(word) ? moved(word, copy, common) : word;
  };
  return {
    /** A name such as that of an alert. */
    name: (name, copy) => asOneWord(renamer(copy))(name),
    /** The path of a file below the folder, or below the address of the docs. */
    route: (route, copy) =>
      `copy-${String(copy).padStart(2, '0')}/${copyOfRoute(route, asOneWord(renamer(copy)))}`,
    markdown: (markdown, copy) => copyOfMarkdown(markdown, copy, renamer(copy)),
    html: (html, copy) => copyOfHtml(html, copy, renamer(copy)),
  };
}

const WORD = /[A-Za-z][A-Za-z0-9_]*/g;
const PLAIN = /^[a-z]{4,}$/;
const NAME = /[a-z0-9][A-Z]|[A-Za-z0-9]_[A-Za-z0-9]/;
// What must stay as it is: addresses, tags, fences' languages. Where a link leads within the folder, only names change.
const KEPT = /\]\([^)\s]+\)|\w+:\/\/[^\s)>\]]+|<\/?[A-Za-z][^>\s]*|^[ \t>]*(?:```|~~~).*$/gm;

function renamed(word, copy, rare) {
  if (NAME.test(word)) {
    const parts = word.split(/(?<=[a-z0-9])(?=[A-Z])|(?<=_)/);
    // The last part says what is wrong, one before it says with what.
    const at = hash(`${word} part`) % Math.max(1, parts.length - 1);
    const made = madeWord(`${word} ${copy}`);
    const isCapital = /^[A-Z]/.test(parts[at]);
    parts[at] =
      (isCapital ? made[0].toUpperCase() + made.slice(1) : made) + (parts[at].endsWith('_') ? '_' : '');
    return parts.join('');
  }
  if (!PLAIN.test(word)) return word;
  switch (hash(`${word} ${copy}`) % 3) {
    case 0:
      return madeWord(`${word} ${copy}`);
    case 1:
      return rare[hash(`${word} ${copy} other`) % rare.length];
    default:
      return word;
  }
}

// Copies whose words stood at the same places would make an index that is smaller than that of any real pages: what
// is the same many times can be written in little. So in each copy a tenth of the common words is left out, and behind
// another tenth a word is put in.
function moved(word, copy, common) {
  if (!/^[A-Za-z][a-z]*$/.test(word)) return word;
  switch (hash(`${word.toLowerCase()} ${copy} common`) % 10) {
    case 0:
      return '';
    case 1:
      return `${word} ${common[hash(`${word.toLowerCase()} ${copy} more`) % common.length] ?? word}`;
    default:
      return word;
  }
}

function asOneWord(rename) {
  return (word) => (/^\w+$/.test(rename(word)) ? rename(word) : word);
}

// The name of the file is a name as in the text, so that links still lead there.
function copyOfRoute(route, rename) {
  return route.replace(/[^/]+\/?$/, (name) => name.replace(/^[A-Za-z][A-Za-z0-9_]*/, rename));
}

function copyOfMarkdown(markdown, copy, rename) {
  const [head] = /^---\r?\n[\s\S]*?\r?\n---\r?\n/.exec(markdown) ?? [''];
  const body = markdown.slice(head.length);
  // In front matter only names change, such as those of alerts: other words may be keys.
  const newHead = head.replace(WORD, (word) =>
    NAME.test(word) && !word.includes('_') ? rename(word) : word,
  );
  let newBody = '';
  let from = 0;
  for (const match of body.matchAll(KEPT)) {
    const isWithin = match[0].startsWith('](') && !match[0].includes('://');
    const kept = isWithin ? match[0].replace(WORD, asOneWord(rename)) : match[0];
    newBody += body.slice(from, match.index).replace(WORD, rename) + kept;
    from = match.index + match[0].length;
  }
  newBody += body.slice(from).replace(WORD, rename);
  return (
    newHead.replace(/^title:.*\S(?=["']?$)/m, (line) => apart(line, copy)) +
    newBody.replace(/^\s*# .*$/m, (line) => apart(line, copy))
  );
}

// What a reader sees of a built page: its title, and its main content without the rest of the site.
const SEEN = /<title[\s\S]*?<\/title>|<main[\s\S]*<\/main>/g;
const TAG = /<(script|style|svg)[\s\S]*?<\/\1>|<(?:[^<>"']|"[^"]*"|'[^']*')*>|&#?\w+;|\w+:\/\/[^\s<]+/;
const TAG_OR_WORD = new RegExp(`${TAG.source}|${/[A-Za-z][A-Za-z0-9_]*/.source}`, 'g');

function copyOfHtml(html, copy, rename) {
  return html
    .replace(SEEN, (part) =>
      part.replace(TAG_OR_WORD, (piece) => (/^\w+$/.test(piece) ? rename(piece) : piece)),
    )
    .replace(/<h1[^>]*>[\s\S]*?(?=<\/h1>)/, (title) => apart(title, copy, title.replace(/<[^>]*>/g, '')));
}

/** No two pages should have one title; one with a name in it is another already. */
function apart(title, copy, text = title) {
  return NAME.test(text) ? title : `${title} of ${madeWord(`service ${copy}`)}`;
}

const SYLLABLES =
  'ba be bri co cra da del do fen fi ga gro hal in ka kel lo lu ma mi no or pa pre qui ra ri sa sel ta tor um va ver wo ze'.split(
    ' ',
  );

/** A word that can be spoken, the same for the same seed. */
function madeWord(seed) {
  let number = hash(seed);
  let word = '';
  for (let at = 0; at < 4; at += 1) {
    word += SYLLABLES[number % SYLLABLES.length];
    number = Math.floor(number / SYLLABLES.length);
  }
  return word;
}

/** FNV-1a, then mixed: seeds that differ in one letter give numbers that have nothing in common. */
function hash(text) {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
