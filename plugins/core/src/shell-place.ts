import type {BlankPlace} from './fill.js';
import type {CodeLine} from './shell-text.js';

/** Where a blank of a shell's commands stands, and whether a word begins with it. */
export interface ShellPlace {
  place: BlankPlace;
  startsWord: boolean;
}

/** What is open at a place: a quote, a substitution, a calculation, a here-document. */
type Open = '"' | "'" | "$'" | '`' | '(' | '{' | '((' | '[';

interface Blank {
  start: number;
  end: number;
}

/**
 * Where the blanks of a fence stand for the shell that will read it. Whatever is not certain is `strict`: a value
 * of ordinary signs goes in there all the same, and no other does.
 *
 * @param code the fence
 * @param lines the same, by `readLines`
 * @param blanks in order
 * @param page the code of the page, where a variable that is set here may be read
 * @returns a place for each blank
 */
export function shellPlaces(
  code: string,
  lines: readonly CodeLine[],
  blanks: readonly Blank[],
  page: string = code,
): ShellPlace[] {
  const places = blanks.map(
    ({start}): ShellPlace => ({place: 'strict', startsWord: /[\s;|&(`{]|^$/.test(code.charAt(start - 1))}),
  );
  // What calls itself a shell may be one that takes an apostrophe for a letter.
  if (WINDOWS.test(code)) return places;
  const reader = new ShellReader();
  let next = 0;
  for (const line of lines) {
    // Lines that are not run are not read; a blank in one stays strict.
    for (let at = line.printed ? line.end : line.typedFrom; at < line.end; ) {
      while ((blanks[next]?.end ?? Infinity) <= at) next += 1;
      const blank = blanks[next];
      if (blank && at === blank.start) {
        places[next] = reader.placeOf(code, blank);
        reader.passBlank(code.slice(blank.start, blank.end));
        at = blank.end;
      } else at += reader.read(code, at, line.end);
    }
    if (!line.printed) reader.endLine();
  }
  for (const [index, {start}] of blanks.entries()) {
    const known = places[index];
    if (known && known.place !== 'strict' && actsOnce(code, lines, start, page)) known.place = 'strict';
  }
  return places;
}

// What runs its arguments, or reads them as a program: other shells and machines, interpreters, and the parts of
// a shell that calculate (`[[ x -gt 1 ]]` runs what stands in `x[$(…)]`, in quotes or not).
const RUNS_ARGUMENTS = new RegExp(
  `(?:^|[\\s/;|&(\`'"=])(?:${[
    '(?:ba|z|k|da|a|fi|c|tc|pdk|r)?sh|ssh|autossh|mosh|rsh|remsh|pdsh|pssh|clush|dsh|scp|rsync|sftp|busybox',
    'eval|su|runuser|watch|trap|alias|parallel|at|batch|screen|tmux|expect|script|flock|env\\s+-\\S*S\\S*|xargs',
    'ansible[\\w-]*|salt[\\w-]*|make|gmake|just|rake|npm|npx|yarn|pnpm|crontab|send-command|run-command',
    '[gmn]?awk|g?sed|perl|python[\\d.]*|ruby|node|php|lua|tclsh|sqlite3?|mongosh?|cqlsh|redis-cli',
    'let|declare|typeset|local|test|printf\\s+-v|unset|read|mapfile|readarray|complete|for|select|while|until|\\[\\[?',
  ].join('|')})(?=[\\s;|&)\`'"]|$)`,
);

// An option whose value is a command in many programs, and variables whose value is one.
const TAKES_COMMAND =
  /(?:\s-\w*[ce]|--(?:command|cmd|exec|execute|eval|expr\w*|script\w*))[\s=]*["']?$|(?:^|\s)(?:\w+_COMMAND|\w*PAGER|\w*EDITOR|VISUAL|BROWSER|PS[0-4]|BASH_ENV|GIT_SSH\w*|RSYNC_RSH|IFS)=\S*$/;

// A line that begins another command than the reader of a prompt of Windows' would take it for.
const WINDOWS = /^\s*(?:PS\s*)?(?:[A-Za-z]:\\[^>\n]*|PS)>/m;

/** Whether what a shell got in quotes is run or read as a program after all. */
function actsOnce(code: string, lines: readonly CodeLine[], place: number, page: string): boolean {
  let index = lines.findIndex(({end}) => place <= end);
  let last = index;
  const isOpen = (at: number) => /(?:\\|\||&&)\s*$/.test(code.slice(lines[at]?.start, lines[at]?.end));
  while (index > 0 && isOpen(index - 1)) index -= 1;
  while (last + 1 < lines.length && isOpen(last)) last += 1;
  // The whole line counts, not only what stands before the blank: `echo <command> | sh`.
  const command = textOf(code, lines.slice(index, last + 1), Infinity);
  const before = textOf(code, lines.slice(index, last + 1), place);
  if (RUNS_ARGUMENTS.test(command) || TAKES_COMMAND.test(before)) return true;
  // What is written to a file may be a script.
  if (/\b(?:echo|printf)\b.*(?:\s>|>>|\|\s*(?:sudo\s+)?tee\b)/.test(command)) return true;
  // The number of an item is calculated, too.
  if (/\w\[[^\]\s]*$/.test(before)) return true;
  // A variable that is read elsewhere may come to stand where no quotes are.
  const set = /(?:^|[\s;&|({])(\w+)\+?=[^\s;&|]*$/.exec(before)?.[1];
  return set !== undefined && (page.match(new RegExp(`\\b${set}\\b`, 'g'))?.length ?? 0) > 1;
}

function textOf(code: string, lines: readonly CodeLine[], until: number): string {
  return lines
    .map(({typedFrom, end}) => code.slice(typedFrom, Math.max(typedFrom, Math.min(end, until))))
    .map((text) => text.replace(/\\\s*$/, ' '))
    .join('');
}

class ShellReader {
  private readonly open: Open[] = [];
  // The here-documents that begin with the next line, and the one that is being read.
  private waiting: {word: string; tabs: boolean}[] = [];
  private heredocLine = '';
  private isHeredoc = false;
  private isComment = false;
  private comment = '';
  private startsWord = true;
  // Something was read that may mean something else: from here on nothing is certain.
  private isUncertain = false;
  private continues = false;

  placeOf(code: string, {start, end}: Blank): ShellPlace {
    const quote = this.open.at(-1);
    const before = code.charAt(start - 1);
    const isQuoted = quote === '"' || quote === "'";
    const isWhole = isQuoted && before === quote && code.charAt(end) === quote;
    const outside = isWhole ? code.charAt(start - 2) : before;
    const startsWord = outside === '' || /[\s;|&(`{]/.test(outside);
    const around = isWhole ? this.open.slice(0, -1) : this.open;
    if (
      this.isUncertain ||
      this.isHeredoc ||
      this.isComment ||
      /[\\$]/.test(before) ||
      (isWhole && outside === '$') ||
      around.some((one) => one !== '(')
    ) {
      return {place: 'strict', startsWord};
    }
    return {place: !isWhole ? 'bare' : quote === '"' ? 'double' : 'single', startsWord};
  }

  /** A blank is a part of a word, whatever signs it is written with; but one that stays blank is read as written. */
  passBlank(written: string): void {
    if (/["'`\\#]/.test(written)) this.isUncertain = true;
    if (this.isHeredoc) this.heredocLine += written;
    this.startsWord = false;
  }

  /** Reads what begins at a place; returns how many signs it was. */
  read(code: string, at: number, end: number): number {
    const sign = code.charAt(at);
    const rest = code.slice(at, end);
    if (this.isHeredoc) this.heredocLine += sign;
    else if (this.isComment) this.comment += sign;
    else return this.readSign(sign, rest, code.charAt(at - 1));
    return 1;
  }

  private readSign(sign: string, rest: string, before: string): number {
    const quote = this.open.at(-1);
    const startsWord = this.startsWord;
    this.startsWord = false;
    if (quote === "'") return this.closeAt(sign === "'");
    if (sign === '\\') {
      if (quote === "$'") this.isUncertain = true;
      this.continues = rest.trimEnd() === sign;
      return 2;
    }
    if (quote === "$'") return this.closeAt(sign === "'");
    if (quote === '`') return this.closeAt(sign === '`');
    if (sign === '`') return this.push('`');
    if (rest.startsWith('$((')) return this.push('((', 3);
    if (rest.startsWith('$[')) return this.push('[', 2);
    if (rest.startsWith('${')) return this.push('{', 2);
    if (rest.startsWith('$(')) {
      this.startsWord = true;
      return this.push('(', 2);
    }
    if (quote === '"') return sign === '"' ? this.closeAt(true) : 1;
    if (quote === '((' || quote === '[' || quote === '{') return this.readInside(quote, sign, rest);
    if (sign === '"') return this.push('"');
    if (sign === "'") return this.push(before === '$' ? "$'" : "'");
    if (/\s/.test(sign)) {
      this.startsWord = true;
      return 1;
    }
    if (sign === '#' && startsWord) {
      this.isComment = true;
      return 1;
    }
    if (startsWord && rest.startsWith('((')) return this.push('((', 2);
    if (sign === '(') {
      this.startsWord = true;
      return this.push('(');
    }
    if (sign === ')') {
      // The patterns of a `case` close what they have not opened.
      if (quote !== '(') this.isUncertain = true;
      this.startsWord = true;
      return this.closeAt(quote === '(');
    }
    if (startsWord && /^(?:case|esac)\b/.test(rest)) this.isUncertain = true;
    if (rest.startsWith('<<<')) return 3;
    if (rest.startsWith('<<')) return this.readHeredocWord(rest);
    this.startsWord = /[;&|<>{}]/.test(sign);
    return 1;
  }

  // Within a calculation or `${…}` quotes have rules of their own.
  private readInside(kind: '((' | '[' | '{', sign: string, rest: string): number {
    if (/["'#]/.test(sign) && !(kind === '{' && sign === '#')) this.isUncertain = true;
    if (kind === '((') {
      if (rest.startsWith('))')) return this.closeAt(true, 2);
      if (/[()]/.test(sign)) this.isUncertain = true;
    } else if (sign === (kind === '[' ? ']' : '}')) return this.closeAt(true);
    return 1;
  }

  private readHeredocWord(rest: string): number {
    const [all, tabs = '', word = ''] = /^<<(-?)[ \t]*([^\s;&|<>()]*)/.exec(rest) ?? [rest];
    if (
      word === '' ||
      /[$`]/.test(word) ||
      /["'].*\s/.test(rest.slice(all.length - word.length).split(/[;&|<>]/)[0] ?? '')
    ) {
      this.isUncertain = true;
    }
    this.waiting.push({word: word.replace(/["'\\]/g, ''), tabs: tabs === '-'});
    return all.length;
  }

  endLine(): void {
    // Whether a here-document begins below such a line, or ends there, is for the shell to say.
    if (this.waiting.length > 0 && !this.isHeredoc && (this.continues || this.open.length > 0))
      this.isUncertain = true;
    if (this.isHeredoc && this.heredocLine.endsWith('\\')) this.isUncertain = true;
    this.continues = false;
    if (this.isComment) {
      // In some shells the hand of a person types no comment, and an odd quote in one would open.
      for (const quote of ['"', "'", '`'])
        if (this.comment.split(quote).length % 2 === 0) this.isUncertain = true;
      this.isComment = false;
      this.comment = '';
    }
    const [ending] = this.waiting;
    if (this.isHeredoc && ending) {
      const line = ending.tabs ? this.heredocLine.replace(/^\t+/, '') : this.heredocLine;
      if (line === ending.word) this.waiting.shift();
    }
    this.heredocLine = '';
    this.isHeredoc = this.waiting.length > 0;
    this.startsWord = true;
  }

  private push(kind: Open, length = 1): number {
    this.open.push(kind);
    return length;
  }

  private closeAt(closes: boolean, length = 1): number {
    if (closes) this.open.pop();
    return length;
  }
}
