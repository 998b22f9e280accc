import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import {parse} from 'yaml';
import {AS_OF, writeSite} from '../support/sites.js';

const ROOT = path.resolve(__dirname, '..', '..');

interface Step {
  name?: string;
  run?: string;
}

/** The scripts of the scheduled workflow by their names. */
function scripts(): Map<string, string> {
  const {jobs} = parse(fs.readFileSync(path.join(ROOT, '.github/workflows/binder.yml'), 'utf8'));
  const steps = (Object.values(jobs) as {steps: Step[]}[]).flatMap((job) => job.steps);
  return new Map(steps.flatMap(({name, run}) => (run ? [[name ?? run, run] as const] : [])));
}

/** Runs a command as the workflow's machine does, with some tools of that machine replaced by scripts. */
function run(command: string, cwd: string, env: Record<string, string>, tools: Record<string, string>) {
  const bin = path.join(cwd, 'bin');
  fs.rmSync(bin, {recursive: true, force: true});
  fs.mkdirSync(bin);
  for (const [tool, text] of Object.entries(tools)) {
    fs.writeFileSync(path.join(bin, tool), `#!/bin/bash\n${text}\n`, {mode: 0o755});
  }
  const {status, stderr, stdout} = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', command], {
    cwd,
    encoding: 'utf8',
    env: {
      ...process.env,
      NODE_ENV: undefined,
      OPSBINDER_AS_OF: AS_OF,
      ...env,
      PATH: `${bin}:${process.env.PATH}`,
    },
  });
  return {status, output: stdout + stderr};
}

const front = (yaml: string) => `---\n${yaml}\n---\n\n# Page\n`;

describe('the scheduled workflow', () => {
  let siteDir: string;
  beforeAll(() => {
    siteDir = writeSite({
      name: 'workflow',
      docs: {
        'late.md': front('title: Late\nowner: sre\nlast_reviewed_on: 2026-01-01'),
        'soon.md': front('title: Soon\nlast_reviewed_on: 2026-09-01'),
        'far.md': front('title: Far\nowner: dba\nlast_reviewed_on: 2026-11-01'),
        'owners.yml': 'sre: {}\ndba: {}\n',
      },
      options: {search: false, api: false},
    });
  });

  // From here only what `gh` is told can be seen; it writes that down.
  const gh = (issues: object[]) =>
    `if [ "$1 $2" = "issue list" ]; then echo '${JSON.stringify(issues)}'; else echo "$@" >> gh.log; fi`;

  test('opens an issue for each owner with something due, updates the one that is there, closes the rest', () => {
    expect([...scripts().values()]).toContain('node tools/review-issues.mjs');
    const issues = [
      {number: 7, title: 'Reviews due: sre'},
      {number: 9, title: 'Reviews due: dba'},
      {number: 11, title: 'How do reviews work?'},
    ];
    const {status, output} = run(`node ${ROOT}/tools/review-issues.mjs`, siteDir, {}, {gh: gh(issues)});
    expect([status, output]).toEqual([0, expect.any(String)]);
    const told = fs.readFileSync(path.join(siteDir, 'gh.log'), 'utf8');
    expect(told).toContain('issue edit 7 --body As of 2026-11-20: 1 overdue, 0 due within 14 days');
    expect(told).toContain('- [Late](https://ops.example.com/docs/late): due 2026-04-01');
    expect(told).toContain(
      'issue create --title Reviews due: none --label review-due --body As of 2026-11-20: 0 overdue, 1 due',
    );
    expect(told).toContain('issue close 9 --comment');
    expect(told).not.toMatch(/issue close (7|11)/);
  });

  const change = (next: string) => {
    const output = path.join(siteDir, 'output');
    fs.writeFileSync(output, '');
    const {status} = run(
      scripts().get('Has a review state changed?') ?? 'exit 99',
      siteDir,
      {SITE_URL: 'https://ops.example.com/', GITHUB_OUTPUT: output},
      {curl: next, date: 'echo 2026-11-20'},
    );
    expect(status).toBe(0);
    return fs.readFileSync(output, 'utf8');
  };

  const published = (asOf: string, next: string | null) =>
    `echo '${JSON.stringify({asOf, nextTransitionOn: next})}'`;
  test.each([
    ['on the day of the change it builds', published('2026-11-19', '2026-11-20'), ''],
    ['after it, too', published('2026-11-19', '2026-11-19'), ''],
    ['before it, it does not', published('2026-11-19', '2026-11-21'), 'skip=true\n'],
    ['when nothing changes by itself, it does not', published('2026-11-19', null), 'skip=true\n'],
    ['when the site is a week old, it builds', published('2026-11-13', null), ''],
    ['even when a change is still to come', published('2026-11-13', '2026-12-01'), ''],
    ['when the site cannot be asked, it builds', 'exit 22', ''],
  ])('%s', (_what, curl, expected) => expect(change(curl)).toBe(expected));
});
