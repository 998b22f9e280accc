/** The arguments of a program: what is an option and what is not. */
export interface Arguments {
  words: readonly string[];
  /** Those that are no options; what belongs to an option may be among them. */
  bare: readonly string[];
  /** Whether an option is given, as `--name`, `--name=…` or, for one letter, within `-abc`. */
  has(...options: string[]): boolean;
  /** Whether an option has this value, behind `=` or a blank. */
  is(option: string, value: RegExp): boolean;
}

const WRAPPERS =
  /^(?:sudo|doas|env|nohup|nice|ionice|xargs|watch|timeout|command|exec|stdbuf|setsid|parallel)$/;
const REACHES_INTO =
  /^(?:kubectl|oc|k|docker|podman|nerdctl|crictl|docker-compose|ssh|nsenter|chroot|toolbox|vagrant)$/;
const SHELL = /^(?:ba|z|k|da)?sh$/;
/** Where programs stand in the words of a command: at its start, and where one runs another. */
export function programStarts(words: readonly string[]): number[] {
  const found = [0];
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] ?? '';
    if (word === '--' || /^-(?:exec|execdir|ok)$/.test(word)) found.push(i + 1);
    if (found.includes(i) && WRAPPERS.test(word)) {
      let next = i + 1;
      while (/^-|^\w+=|^\d+[smh]?$/.test(words[next] ?? ''))
        next += /^-[unILPds]$/.test(words[next] ?? '') ? 2 : 1;
      found.push(next);
    }
  }
  // `ssh host rm -rf /data`, `oc rsh pod etcdctl del key`: any word further on may be the program.
  if (found.some((at) => REACHES_INTO.test(words[at] ?? '') && reaches(words.slice(at)))) {
    const first = found.find((at) => REACHES_INTO.test(words[at] ?? '')) ?? 0;
    words.forEach((word, index) => {
      if (
        index > first + 1 &&
        /^(?:\/\S+\/)?(?:rm|dd|mkfs\S*|wipefs|redis-cli|etcdctl|reboot|shutdown|systemctl|kill|ceph|rbd|rabbitmqctl|kubectl|dropdb|nodetool)$/.test(
          word,
        )
      )
        found.push(index);
    });
  }
  return found;
}

function reaches([program = '', ...rest]: readonly string[]): boolean {
  return (
    /^(?:ssh|nsenter|chroot|toolbox|vagrant)$/.test(program) ||
    rest.some((word) => /^(?:exec|rsh|debug|run)$/.test(word))
  );
}

/** Sorts the words behind a program. */
export function argumentsOf(words: readonly string[]): Arguments {
  return {
    words,
    bare: words.filter((word) => word !== '' && !word.startsWith('-')),
    has: (...options) =>
      options.some((option) =>
        words.some(
          (word) =>
            word === option ||
            word.startsWith(`${option}=`) ||
            (/^-[a-zA-Z]$/.test(option) &&
              /^-[a-zA-Z]+$/.test(word) &&
              word.length < 6 &&
              word.includes(option.charAt(1))),
        ),
      ),
    is: (option, value) =>
      words.some(
        (word, index) =>
          (word === option && value.test(words[index + 1] ?? '')) ||
          (word.startsWith(`${option}=`) && value.test(word.slice(option.length + 1))),
      ),
  };
}

/** The shell code that a command is given as one word: `sh -c "…"`, `ssh host "…"`; undefined for other commands. */
export function shellWithin(words: readonly string[]): string[] | undefined {
  const at = words.findIndex((word) => SHELL.test(word.replace(/^.*\//, '')));
  const flag = at < 0 ? -1 : words.findIndex((word, index) => index > at && /^-\w*c$/.test(word));
  if (flag > 0) return words.slice(flag + 1, flag + 2);
  if (/^(?:ssh|watch)$/.test(words[0] ?? '')) return words.slice(1).filter((word) => /\s/.test(word));
  return undefined;
}

/** The statements that a database's client is given as one word; undefined for other commands. */
export function sqlWithin(words: readonly string[]): string[] | undefined {
  const client = /^(?:psql|mysql|mariadb|sqlite3|sqlcmd|cqlsh|clickhouse-client|cockroach)$/;
  if (!words.some((word) => client.test(word.replace(/^.*\//, '')))) return undefined;
  return words.flatMap(
    (word) => /^(?:--(?:command|execute|query)=|-[ceqQ])?(.*\s.*)$/s.exec(word)?.[1] ?? [],
  );
}
