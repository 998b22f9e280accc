import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
  findPlaceholders,
  isSecretName,
  namesSetOnPage,
  parseMarkdown,
  placeholderKey,
  readPlaceholders,
} from '../src/index.js';

const written = (code: string, language?: string, context = {}) =>
  findPlaceholders(code, language, context).map((found) => found.written);

describe('a blank is found', () => {
  test.each([
    [
      'in angle brackets',
      'bash',
      'kubectl -n <namespace> delete pod <pod-name>',
      ['<namespace>', '<pod-name>'],
    ],
    [
      'within a word',
      'bash',
      'kubectl debug node/<node> --image=eu-<env>.example.com/<image>',
      ['<node>', '<env>', '<image>'],
    ],
    ['of several words', 'sh', "REGION='<value of the region label>'", ['<value of the region label>']],
    ['that begins with a number', 'sh', 'aws sts assume <12-digit account id>', ['<12-digit account id>']],
    ['with alternatives', 'sh', 'deploy <staging|production>', ['<staging|production>']],
    ['that quotes what to look for', 'sh', `POD='<"Used by" of the output>'`, ['<"Used by" of the output>']],
    ['behind a redirection', 'sh', 'mysql -u <user> <dump.sql', ['<user>']],
    ['in a redirected name', 'sh', 'mysql <database> < <dump-file>', ['<database>', '<dump-file>']],
    [
      'in a comment',
      'bash',
      '# NAMESPACE=<namespace of the alert>\n$ kubectl get pods',
      ['<namespace of the alert>'],
    ],
    ['in a command that goes on', 'bash', '$ kubectl delete \\\n    pod <pod>\npod deleted', ['<pod>']],
    [
      'in a text that goes on',
      'bash',
      `$ kubectl patch x -p '{\n  "name": "<name>"\n}'\npatched`,
      ['<name>'],
    ],
    ['in a heredoc', 'bash', '$ cat <<EOF | kubectl apply -f -\nname: <name>\nEOF\ncreated', ['<name>']],
    ['behind a forgotten prompt', 'bash', '$ kubectl debug node/web\nsystemctl restart <unit>', ['<unit>']],
    ['in a value of YAML', 'yaml', 'metadata:\n  name: <name>', ['<name>']],
    ['in a value of JSON', 'json', '{"name": "<name>"}', ['<name>']],
    ['in a selector of PromQL', 'promql', 'rate(up{pod="<pod>"}[5m]) < 1 and x > 2', ['<pod>']],
    ['in a query', 'sql', "SELECT * FROM t WHERE a < 3 AND b = '<id>'", ['<id>']],
    ['in a URL', undefined, 'https://<host>:8443/api?<query>', ['<host>', '<query>']],
    ['in double braces', 'bash', 'kubectl logs {{ pod }} -n {{namespace}}', ['{{ pod }}', '{{namespace}}']],
    ['in double braces of plain YAML', 'yaml', 'name: "{{ name }}"', ['{{ name }}']],
    [
      'in square brackets',
      'bash',
      'kubectl logs [pod] -n [name of namespace]',
      ['[pod]', '[name of namespace]'],
    ],
    ['in square brackets within a path', undefined, 'cd /srv/[ENV]/[your_app]', ['[ENV]', '[your_app]']],
    [
      'in square brackets behind an option',
      'sh',
      'psql -h [host] -d [db] -p[port]',
      ['[host]', '[db]', '[port]'],
    ],
    [
      'in square brackets between quotes',
      'sh',
      'curl -u "[user]" "https://x/?q=[query]"',
      ['[user]', '[query]'],
    ],
    [
      'by YOUR_',
      'bash',
      'curl -H "Authorization: Bearer YOUR_TOKEN" -d your-name',
      ['YOUR_TOKEN', 'your-name'],
    ],
    [
      'in a message',
      'text',
      'Hello [name], <service> is back since [time].',
      ['[name]', '<service>', '[time]'],
    ],
    ['that is also an element', 'sql', 'SELECT * FROM <table>', ['<table>']],
    ['of two letters', 'bash', 'ip addr add [ip]/24 dev [interface]', ['[ip]', '[interface]']],
    ['by XXX', 'bash', 'aws ec2 stop-instances --instance-ids i-XXXXXX', ['XXXXXX']],
  ])('%s', (_where, language, code, expected) => expect(written(code, language)).toEqual(expected));

  test('in an optional part, as itself', () => {
    expect(written('rbd ls [--namespace <namespace>] <pool>', 'bash')).toEqual(['<namespace>', '<pool>']);
  });

  test('in inline code', () => {
    const inline = (code: string) => written(code, undefined, {inline: true});
    expect(inline('kubectl logs <pod>')).toEqual(['<pod>']);
    expect(inline('<pod>')).toEqual(['<pod>']);
    expect(inline('kubectl logs [pod]')).toEqual(['[pod]']);
    expect(inline('<div>')).toEqual([]);
    expect(inline('<form>')).toEqual([]);
    expect(inline('[pod]')).toEqual([]);
    expect(inline('[a-z]+')).toEqual([]);
    expect(inline('[Running]')).toEqual([]);
  });
});

describe('no blank is', () => {
  test.each([
    ['a redirection', 'bash', 'sort <in >out; sort < in > out; sort <in>out; make 2>&1 >/dev/null'],
    [
      'a heredoc or a here-string',
      'bash',
      'cat <<EOF > file\ntext\nEOF\ncat <<-"END" >x\nEND\nwc <<<"$x" >y',
    ],
    ['a process as a file', 'bash', 'diff <(sort a) <(sort b) > c'],
    ['an arrow', 'bash', 'save <-- important -->'],
    ['JSON', 'json', '{"a": ["x", "y"], "b": [true], "c": {"d": [null]}}'],
    ['JSON in a command', 'bash', `oc patch x -p '{"spec": {"modes": [always], "n": [1]}}' --type=json`],
    ['YAML', 'yaml', 'a: [one, two]\nb: [one]\nc: {d: [e]}\nf: {{g}: h}\ni: <<: *j'],
    ['XML', 'xml', '<server><name>x</name></server>'],
    ['an element without a language', undefined, '<server port="80"><name>x</name><br><img src=x></server>'],
    ['a self-closing element', undefined, '<server/> <server />'],
    ['PromQL', 'promql', 'sum by (pod) (rate(x{a="b"}[5m])) > 1 or y[1h:5m] offset 5m'],
    ['PromQL in a fence for a console', 'console', 'sum(rate(x{code=~"5.."}[15m])) > 0'],
    [
      'a template of Go',
      'yaml',
      '{{ range .Items }}{{.metadata.name}}{{ end }}{{ toYaml values }}{{- name -}}',
    ],
    ['a template for kubectl', 'bash', `oc get po -o go-template='{{range .items}}{{name}}{{end}}'`],
    ['a format of docker', 'bash', "docker ps --format '{{.Names}} {{json .}}'"],
    ['a label of an alert', 'yaml', 'summary: "{{ $labels.pod }} has {{ $value }}"'],
    [
      'a playbook',
      'yaml',
      '- name: x\n  when: "{{ ready | bool }}"\n  with: "{{ item }}"\n  host: "{{ host }}"',
    ],
    ['a workflow of GitHub', 'yaml', 'token: $' + '{{ secrets.TOKEN }}\nx: $' + '{{ env }}'],
    ['a template of Jinja', 'jinja', 'Hello {{ name }}'],
    [
      'a regular expression',
      'bash',
      `grep -E '[a-z]+[0-9]{2}|[abc]' x; sed 's/[error]//'; echo x | grep [n]ginx`,
    ],
    ['a group of one', 'python', 're.match(r"(?P<name>x)\\k<name>(?<other>y)", s)'],
    ['a glob', 'bash', 'ls file[abc].txt [Mm]akefile* [a-z]*.md'],
    ['a test', 'bash', '[ -f x ] && [[ -n y ]] && [[ x ]] || echo no'],
    ['an array', 'bash', 'echo $' + '{list[index]} $' + '{#list[@]}; list[name]=1'],
    ['an item of data', 'bash', "jq '.items[name] | .x[]'; oc get x -o jsonpath={.items[name]}"],
    ['a type of SQL', 'sql', 'CREATE TABLE t (a ARRAY<STRUCT<x INT64>>, b INTEGER[]); SELECT [dbo].[t]'],
    ['a comparison in SQL', 'sql', 'SELECT 1 WHERE a <b AND c> 2'],
    ['a generic of C++', 'cpp', '#include <vector>\nstd::vector<int> v; std::map<std::string, int> m;'],
    ['a generic of Java', 'java', 'List<String> names = new ArrayList<Name>();'],
    ['a generic without a language', undefined, 'List<String> x; vector<int> y'],
    [
      'an address',
      undefined,
      'From: Ana <ana@example.com>, see <https://example.com/x> <mailto:ana@example.com>',
    ],
    ['what kubectl prints', 'bash', '<none> <unknown> <nil> <pending> <invalid> <unset> <no value>'],
    ['a printed table', 'bash', '$ kubectl get pods\nNAME   READY   NODE\n<web>  1/1     <node>'],
    ['a printed table without a prompt', 'text', 'NAME   READY   NODE\n<web>  1/1     <node>'],
    ['output behind a command', 'console', '$ ceph status\n  id: <cluster-id>\n  user: [admin user]'],
    ['output behind another prompt', 'console', '[ana@web ~]$ cat log\nsent by <user>'],
    ['a log', 'log', 'user <bob> logged in'],
    [
      'lines of a log',
      'text',
      'I0208 15:21:03.769731  1 x.go:221] lease <namespace>/web\n2026-11-20T10:00:00Z <bob> left',
    ],
    ['an event', 'bash', 'Warning  FailedMount  13m  kubelet  volume "<volume-name>" failed'],
    ['tags of a log', 'bash', 'echo "[INFO] done"; printf "[worker] x"'],
    ['an answer to choose', 'bash', 'Proceed [y/N] or [yes] [Y]'],
    ['a synopsis', 'text', 'Usage: tool [flags] <command>\n\nCommands:\n  get <name>'],
    ['options in brackets', 'bash', 'kubectl logs [-f] [--previous] [flags] [options] [args...]'],
    ['a section of a file', 'ini', '[client]\nuser=x'],
    ['a section of a file without a language', undefined, '[profile staging]\nregion = eu-west-1'],
    ['a link', undefined, 'see [the page](https://example.com) and [the other][ref]'],
    ['an object that Python prints', 'python', "<class 'str'> <Response [200]> <x.Y object at 0x7f>"],
    ['a word of a longer name', 'bash', 'cd path-on-your-machine'],
    ['a list of YAML without a language', undefined, 'branches: [main]\nvalues: {in: [main]}'],
    ['a template of mktemp', 'bash', 'mktemp /tmp/x.XXXXXX'],
    ['a mark of a programmer', 'bash', '# XXX: mend this'],
    ['a variable by that name', 'bash', 'echo $YOUR_TOKEN $' + '{YOUR_TOKEN}; export YOUR_TOKEN=abc'],
    ['ERB', 'erb', '<%= name %>'],
    ['PHP', undefined, '<?php echo 1 ?> <!-- note -->'],
    ['a variable of a shell', 'bash', 'kubectl -n $NAMESPACE get pods'],
    ['a type of PowerShell', 'powershell', '[string]$x = [int] 3'],
  ])('%s', (_what, language, code) => expect(written(code, language)).toEqual([]));
});

describe('a variable is a blank', () => {
  const page = (...lines: string[]) => parseMarkdown(['```bash', ...lines, '```'].join('\n'));
  const names = (tree: ReturnType<typeof page>) =>
    readPlaceholders(tree, {listed: ['pod', 'node-name']}).map(({name}) => name);

  test('when front matter lists it and the page never sets it', () => {
    expect(names(page('kubectl logs $POD; ssh "$' + '{NODE_NAME}"; echo $OTHER'))).toEqual([
      'POD',
      'NODE_NAME',
    ]);
  });

  test('with its default, as a whole', () => {
    expect(written('kubectl logs $' + '{POD:-api-7}', 'bash', {listed: ['POD']})).toEqual([
      '$' + '{POD:-api-7}',
    ]);
  });

  test.each([
    'POD=$(kubectl get pods -o name | head -1)',
    '$ POD=x',
    '# POD=x',
    'export POD="x"',
    'A=1 POD=2 make',
    'test -n x && POD=x',
    'export POD',
    'local POD=x',
    'read -r -p "Which? " POD',
    'kubectl get pods | while read -r line POD; do',
    'for POD in a b; do',
    'mapfile -t POD',
  ])('but not on a page with: %s', (line) => expect(names(page(line, 'kubectl logs $POD'))).toEqual([]));

  test.each(['oc set env deploy/x POD=x', 'kubectl get x -l POD=x', 'grep for POD inside', '# read the POD'])(
    'this sets nothing: %s',
    (line) => expect(names(page(line, 'kubectl logs $POD'))).toEqual(['POD']),
  );

  test('but not where the shell leaves it alone', () => {
    expect(written("sed -n '/x/,$p'; echo \\$p $$p", 'bash', {listed: ['p']})).toEqual([]);
  });

  test('the case of a variable counts when the page sets it', () => {
    expect(names(page('pod=x', 'kubectl logs $POD'))).toEqual(['POD']);
  });

  test('a matcher of PromQL sets nothing', () => {
    expect([...namesSetOnPage(parseMarkdown('```promql\npod="x"\n```'))]).toEqual([]);
  });
});

describe('the name of a blank', () => {
  test.each([
    ['<pod-name>', 'pod-name'],
    ['{{ pod }}', 'pod'],
    ['echo [pod]', 'pod'],
    ['YOUR_POD', 'POD'],
    ['<your pod>', 'pod'],
    ['your_api_key_here', 'api_key'],
    ['--token XXX', 'token'],
    ['PASSWORD=XXX', 'PASSWORD'],
    ['stop i-XXX', 'i-XXX'],
    ['XXX', 'XXX'],
  ])('%s → %s', (code, name) => expect(findPlaceholders(code, 'bash')[0]?.name).toBe(name));

  test('is one with others that differ by case, dashes and blanks alone', () => {
    const keys = ['pod-name', 'POD_NAME', 'Pod name', 'podName', 'YOUR_POD_NAME'].map(placeholderKey);
    expect(new Set(keys)).toEqual(new Set(['podname']));
    expect(placeholderKey('pod')).not.toBe(placeholderKey('pod-name'));
  });

  test.each([
    ['password', true],
    ['DB_PASSWD', true],
    ['api-key', true],
    ['apiKey', true],
    ['client secret', true],
    ['GITHUB_TOKEN', true],
    ['private_key', true],
    ['credentials', true],
    ['aws-access-key', true],
    ['secret-name', false],
    ['SECRET_NAMESPACE', false],
    ['pod', false],
    ['key', false],
    ['spinner', false],
    ['path', false],
  ])('%s is a secret: %s', (name, secret) => expect(isSecretName(name)).toBe(secret));
});

test('the blanks of a page stand once each, in order of appearance, with how often', () => {
  const tree = parseMarkdown(
    [
      'Find `<Pod>` first, and `<node>`.',
      '',
      '1. Look:',
      '',
      '   ```bash',
      '   kubectl logs <pod> -n <namespace>',
      '   ```',
      '',
      '```bash',
      'kubectl delete pod {{ POD }}',
      '```',
    ].join('\n'),
  );
  expect(readPlaceholders(tree)).toEqual([
    {name: 'Pod', key: 'pod', written: ['<Pod>', '<pod>', '{{ POD }}'], count: 3, inBlock: true},
    {name: 'node', key: 'node', written: ['<node>'], count: 1, inBlock: false},
    {name: 'namespace', key: 'namespace', written: ['<namespace>'], count: 1, inBlock: true},
  ]);
});

describe('whatever the code is', () => {
  const piece = fc.constantFrom(
    ...[
      '<pod>',
      '<pod-name>',
      '{{ pod }}',
      '[pod]',
      '[x y]',
      'YOUR_POD',
      'XXX',
      '$POD',
      '$' + '{POD}',
      '<none>',
    ],
    ...[
      '<',
      '>',
      '{{',
      '}}',
      '[',
      ']',
      '$ ',
      '# ',
      '"',
      "'",
      '\\',
      '\n',
      ' ',
      '|',
      '=',
      '-',
      '/',
      'a',
      'NAME   AGE',
    ],
    ...['<<EOF', 'EOF', 'kubectl get', 'grep ', 'usage: ', '</pod>', 'List', '.x', 'echo '],
  );
  const code = fc.oneof(
    fc.array(piece, {maxLength: 25}).map((pieces) => pieces.join('')),
    fc.string(),
  );
  const language = fc.constantFrom(undefined, 'bash', 'console', 'yaml', 'sql', 'text', 'java', 'html');
  const context = fc.record({inline: fc.boolean(), listed: fc.constantFrom([], ['pod'])});

  test('what is found is what is written there, in order, without overlap', () => {
    fc.assert(
      fc.property(code, language, context, (text, lang, given) => {
        let end = 0;
        for (const found of findPlaceholders(text, lang, given)) {
          expect(text.slice(found.start, found.end)).toBe(found.written);
          expect(found.start).toBeGreaterThanOrEqual(end);
          expect(found.name.trim()).not.toBe('');
          expect(placeholderKey(found.name)).not.toBe('');
          end = found.end;
        }
      }),
      {numRuns: 2000},
    );
  });

  test('what is filled in is no blank any more', () => {
    fc.assert(
      fc.property(code, language, context, (text, lang, given) => {
        for (const {start, end} of findPlaceholders(text, lang, given)) {
          const filled = `${text.slice(0, start)}api-7${text.slice(end)}`;
          const left = findPlaceholders(filled, lang, given);
          // Signs around it may make a wider blank of it, such as `<$POD>`; the value itself is none.
          expect(left.filter((one) => one.start >= start && one.end <= start + 'api-7'.length)).toEqual([]);
        }
      }),
      {numRuns: 2000},
    );
  });

  test('a page of it can be read', () => {
    fc.assert(
      fc.property(fc.string(), code, (text, inFence) => {
        readPlaceholders(parseMarkdown(`${text}\n\n\`\`\`bash\n${inFence}\n\`\`\``), {listed: [text]});
      }),
    );
  });

  test('long lines of signs take no time', () => {
    for (const sign of [
      '<',
      '[',
      '{{',
      '$',
      '"',
      "'",
      'A ',
      'A  ',
      '<a ',
      '[a ',
      '{{a ',
      'YOUR_',
      'a=b ',
      '-a ',
      'X',
    ]) {
      const started = performance.now();
      findPlaceholders(sign.repeat(20_000), 'bash', {listed: ['a']});
      namesSetOnPage(parseMarkdown(`\`\`\`bash\n${sign.repeat(20_000)}\n\`\`\``));
      expect(performance.now() - started, sign).toBeLessThan(1500);
    }
  });
});
