import {execFileSync} from 'node:child_process';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {actsInShell, type CodeLineFacts, fillText, readCode} from '../src/index.js';

/** A fence with the value put in for each of its blanks; blanks that refuse it stay. */
function fill(code: string, value: string, language = 'bash'): string {
  const facts = new Map(readCode(code, language).map((line) => [line.line, line]));
  return code
    .split('\n')
    .map((line, index) => fillLine(line, value, facts.get(index)))
    .join('\n');
}

function fillLine(line: string, value: string, facts: CodeLineFacts | undefined): string {
  return [...(facts?.blanks ?? [])].reverse().reduce((text, {start, end, place, startsWord}) => {
    const filled = fillText(value, place, startsWord);
    return 'text' in filled ? text.slice(0, start) + filled.text + text.slice(end) : text;
  }, line);
}

/** What the programs of a command really get, one argument each. */
function argumentsIn(command: string): string[] {
  const printed = execFileSync('bash', ['--norc', '-c', command], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return printed.split('\0').slice(0, -1);
}

const HOSTILE = [
  ';rm -rf /',
  '$(touch /tmp/owned)',
  '`id`',
  "a' ; id ; '",
  'a" ; id ; "',
  '| sh',
  '&& reboot',
  '<img src=x onerror=alert(1)>',
  'a b',
  '*',
  '~root',
  '!!',
  '\\',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a shell's variable is meant
  '${IFS}x',
  '{a,b}',
];

describe('a value in a command', () => {
  test.each(['api-7', 'prod', '10.0.0.1:8080', 'registry.example.com/app@sha256', 'größe'])(
    '%s stands there as it is',
    (value) => {
      expect(fill('kubectl -n <namespace> get pods', value)).toBe(`kubectl -n ${value} get pods`);
    },
  );

  test.each(HOSTILE)('%s is one argument and nothing more', (value) => {
    expect(actsInShell(value)).toBe(true);
    for (const code of [
      "printf '%s\\0' x <value> y",
      'printf \'%s\\0\' x "<value>" y',
      "printf '%s\\0' x '<value>' y",
      "printf '%s\\0' x \\\n  <value> y",
      '$ printf \'%s\\0\' x "<value>" y\noutput',
    ]) {
      const command = fill(code, value)
        .replace(/^\$ /, '')
        .replace(/\noutput$/, '');
      expect(argumentsIn(command), code).toEqual(['x', value, 'y']);
    }
  });

  test('whatever it is, a shell gets it whole', () => {
    // Signs that shells know, mixed with plain ones.
    const text = fc.string({
      unit: fc.constantFrom(...'ab0-_./ \'"`$\\!#&|;<>(){}[]*?~^=%@,:+'.split('')),
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(text, fc.constantFrom('<v>', '"<v>"', "'<v>'", '--set=<v>', 'x-<v>.log'), (value, word) => {
        const command = fill(`printf '%s\\0' ${word}`, value);
        if (command.includes('<v>')) return value.startsWith('-');
        const expected = word.replace(/["']?<v>["']?/, () => value);
        return argumentsIn(command).join('\0') === expected;
      }),
      {numRuns: 150},
    );
  });

  test.each([
    ['within a longer quoted text', 'psql -c "SELECT 1 WHERE id = \'<value>\'"'],
    ['for a shell on another machine', 'ssh web-1 systemctl restart <value>'],
    ['for a second shell', 'kubectl exec api -- sh -c "cat <value>"'],
    ['for eval', 'eval <value>'],
    ['in a here-document', 'cat <<EOF\n<value>\nEOF'],
    ['in a here-document that a prompt asks on for', '$ cat <<EOF\n> <value>\n> EOF'],
    ['over two lines of quotes', 'psql -c "SELECT 1\nWHERE id = <value>"'],
    ['within what is put in for something in quotes', 'echo "$(oc get pod "<value>")"'],
    ['between backticks', 'echo `oc get pod <value>`'],
    ['between quotes that know backslashes', "echo $'<value>'"],
    ['in a calculation', 'echo $(( <value> + 1 ))'],
    ['where numbers are compared', '[[ <value> -gt 3 ]]'],
    ['for the number of an item', 'pods[<value>]=api'],
    ['behind a comment with an odd quote', 'df # a 5" disk\necho "<value>"'],
    ['in a here-document with a short word', 'cat <<!\n<value>\n!'],
    ['in the second of two here-documents', 'cat <<A <<B\na\nA\n<value>\nB'],
    ['for a shell with long options', 'bash --login -o pipefail -c <value>'],
    ['for a shell further on in the line', 'echo <value> | sudo bash'],
    ['for a shell in the next line', 'echo <value> |\n  bash'],
    ['for make', 'make deploy ENV=<value>'],
    ['for a copy to another machine', 'scp web-1:<value> .'],
    ['for an interpreter', 'perl -e "<value>"'],
    ['for an option that takes a command', 'runuser app -c <value>'],
    ['for a variable that is read again', 'HOST=<value>\nrun "ls $HOST"'],
    ['for a script', 'echo "<value>" > run.sh'],
    ['for another kind of prompt', 'PS C:\\> del <value>'],
  ])('is not put in %s where it could act', (_, code) => {
    for (const value of HOSTILE) expect(fill(code, value)).toBe(code);
    expect(fill(code, 'api-7')).toBe(code.replace('<value>', 'api-7'));
  });

  test.each(['sql', 'yaml', 'json', 'promql', 'python'])('is plain in %s, or is not put in', (language) => {
    for (const value of [...HOSTILE, "x'; DROP TABLE t; --", '1--']) {
      expect(fill("id = '<value>'", value, language)).toBe("id = '<value>'");
    }
    expect(fill("id = '<value>'", '42', language)).toBe("id = '42'");
  });

  test.each(["mysql -u root -p'<value>'", "curl -H'<value>' x", "echo -n'<value>' '<value>'"])(
    'is one argument in quotes right behind a letter: %s',
    (code) => {
      for (const value of HOSTILE) {
        const command = fill(code, value).replace(/^(?:mysql -u root|curl|echo)/, String.raw`printf '%s\0'`);
        expect(argumentsIn(command)[0]?.slice(2), command).toBe(value);
      }
    },
  );

  test('is not put in for a variable that another fence of the page reads', () => {
    const code = 'FILE=<value>';
    const place = (page: string) => readCode(code, 'bash', {page})[0]?.blanks[0]?.place;
    expect(place(code)).toBe('bare');
    expect(place(`${code}\nssh web-1 "rm $FILE"`)).toBe('strict');
  });

  test('is not put in for fish, which knows other quotes', () => {
    for (const value of HOSTILE) expect(fill('echo <value>', value, 'fish')).toBe('echo <value>');
    expect(fill('echo <value>', 'api-7', 'fish')).toBe('echo api-7');
    expect(fill('Remove-Item <value>', '-Recurse', 'powershell')).toBe('Remove-Item <value>');
  });

  test('never becomes an option', () => {
    expect(fill('kubectl delete pod <pod>', '--all')).toBe('kubectl delete pod <pod>');
    expect(fill('kubectl delete pod "<pod>"', '-A')).toBe('kubectl delete pod "<pod>"');
    expect(fill('tail --lines=<lines> log', '-5')).toBe('tail --lines=-5 log');
    expect(fill('kubectl delete pod web-<pod>', '-1')).toBe('kubectl delete pod web--1');
  });

  test.each(['a\nb', 'a\u0000', 'a\u202eb', '\u200b', 'a\rb', '\u2028', 'prod\u3164'])(
    'with signs that nobody sees is nowhere put in: %j',
    (value) => {
      expect(fill('echo <value> "<value>"', value)).toBe('echo <value> "<value>"');
    },
  );
});

/** What is to be run of a fence, as copying takes it. */
function runnable(code: string, language?: string): string {
  const facts = new Map(readCode(code, language).map((line) => [line.line, line]));
  return code
    .split('\n')
    .filter((_, index) => !facts.get(index)?.printed)
    .map((line, index) => [line, index] as const)
    .map(([line]) =>
      line.slice([...facts.values()].find((f) => code.split('\n')[f.line] === line)?.prompt ?? 0),
    )
    .join('\n');
}

describe('what is to be run', () => {
  test('is what stands behind the prompts', () => {
    expect(runnable('$ oc get pods\nNAME   READY\napi-7  1/1\n$ oc whoami\nana', 'console')).toBe(
      'oc get pods\noc whoami',
    );
  });

  test('goes on over several lines, with the prompts that a shell asks on with', () => {
    expect(runnable('$ oc get pods \\\n>   -n prod\nNAME   READY', 'console')).toBe(
      'oc get pods \\\n  -n prod',
    );
    expect(runnable('$ oc get pods \\\n    -n prod\nNAME   READY', 'console')).toBe(
      'oc get pods \\\n    -n prod',
    );
  });

  test.each([
    [
      '$ for p in a b; do\n    virtctl restart $p\n  done\nVM a',
      'for p in a b; do\n    virtctl restart $p\n  done',
    ],
    ['$ oc get pods |\n  sort |\n  uniq -c\n 3 a', 'oc get pods |\n  sort |\n  uniq -c'],
    ['$ if up; then\n> virtctl list\n> fi\n$ oc whoami\nana', 'if up; then\nvirtctl list\nfi\noc whoami'],
    ['$ f() {\n  virtctl list\n}\n$ f\nNAME', 'f() {\n  virtctl list\n}\nf'],
    ['$ (cd x &&\n ./y)\nout', '(cd x &&\n ./y)'],
    ['$ curl https://x\ncurl: (7) Failed to connect', 'curl https://x'],
    ['$ make deploy\nmake: *** [deploy] Error 1', 'make deploy'],
  ])('takes a command to its end, and no line more: %j', (code, command) => {
    expect(runnable(code, 'console')).toBe(command);
  });

  test('goes on below what prints nothing', () => {
    expect(runnable('$ cd /opt\n./deploy.sh --now\nDeployed 3 pods', 'console')).toBe(
      'cd /opt\n./deploy.sh --now',
    );
    expect(runnable('$ ls\n./deploy.sh --now', 'console')).toBe('ls');
  });

  test('stands behind # in the shell of root that a command has opened', () => {
    expect(
      runnable('$ oc debug node/web-0\nStarting pod\n# chroot /host\n# systemctl restart kubelet', 'console'),
    ).toBe('oc debug node/web-0\nchroot /host\nsystemctl restart kubelet');
    expect(runnable('$ oc get pods\n# systemctl is for nodes', 'console')).toBe(
      'oc get pods\n# systemctl is for nodes',
    );
  });

  test('may stand behind an arrow', () => {
    expect(runnable('> oc get pods\nNAME   READY', 'shell')).toBe('oc get pods');
    expect(runnable('> /var/log/app.log', 'bash')).toBe('> /var/log/app.log');
  });

  test('is all of a fence without prompts, comments and empty lines too', () => {
    const code = '# the pods\noc get pods\n\noc whoami';
    expect(runnable(code, 'bash')).toBe(code);
  });

  test('is all of what is no command', () => {
    expect(runnable('kind: Pod\n$ not a prompt here', 'yaml')).toBe('kind: Pod\n$ not a prompt here');
    expect(runnable('NAME   READY\napi-7  1/1', 'console')).toBe('NAME   READY\napi-7  1/1');
  });
});
