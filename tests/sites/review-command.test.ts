import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import {docusaurus, writeSite} from '../support/sites.js';

/** What `handbook:due --format json` says of a site, with every page that is not fresh. */
async function dueIn(siteDir: string) {
  const {output} = await docusaurus(['handbook:due', '--format', 'json', '--within', '10 years'], siteDir);
  const list = JSON.parse(output) as Record<'overdue' | 'due' | 'undated', {id: string; reasons: string[]}[]>;
  const reasons = (pages: {id: string; reasons: string[]}[]) =>
    Object.fromEntries(pages.map((page) => [page.id, page.reasons]));
  return {overdue: reasons(list.overdue), due: reasons(list.due), undated: reasons(list.undated)};
}

function git(siteDir: string, ...args: string[]): string {
  return execFileSync(
    'git',
    ['-c', 'user.name=Ana', '-c', 'user.email=ana@example.com', '-c', 'core.autocrlf=false', ...args],
    {
      cwd: siteDir,
      encoding: 'utf8',
      env: {
        ...process.env,
        GIT_COMMITTER_DATE: '2026-10-02T10:00:00Z',
        GIT_AUTHOR_DATE: '2026-10-02T10:00:00Z',
      },
    },
  );
}

function commitAll(siteDir: string, message = 'Pages'): void {
  git(siteDir, 'add', '-A');
  git(siteDir, 'commit', '-q', '--allow-empty', '-m', message);
}

/** A site in a git repository of its own. */
function siteInGit(name: string, docs: Record<string, string>, files: Record<string, string> = {}): string {
  const siteDir = writeSite({
    name,
    docs,
    files: {'.gitignore': '.docusaurus\nnode_modules\n', ...files},
    options: {search: false, api: false},
  });
  git(siteDir, 'init', '-q');
  commitAll(siteDir);
  return siteDir;
}

const BODY = '# Page\n\n1. Do it.\n   It takes a while.\n\n```bash\nls   # trailing  \n```\n';
const front = (yaml: string, body = BODY) => `---\n${yaml}\n---\n\n${body}`;

/**
 * Pages as people write them: a name, the file, and the lines that a review by one person takes away and puts in.
 * A page with a date gets it changed, and two keys more; one without gets three.
 */
const FORMATS: readonly [name: string, text: string, removed: number, added: number][] = [
  ['plain', front('title: Plain\nlast_reviewed_on: 2026-08-01'), 1, 3],
  ['single-quotes', front("last_reviewed_on: '2026-08-01'\ntitle: Quoted"), 1, 3],
  ['double-quotes', front('last_reviewed_on: "2026-08-01" # by the book\ntitle: "Quo\\"ted"'), 1, 3],
  [
    'comments',
    front('# Owners: ask ana\ntitle: X # the title\n\n# Dates\nlast_reviewed_on: 2026-08-01 # ana\n# end'),
    1,
    3,
  ],
  ['wide-colons', front('title : Wide\nlast_reviewed_on :   2026-08-01\nreview_in  :  3 months'), 1, 3],
  ['no-value', front('title: X\nlast_reviewed_on:\ntags: [a]'), 1, 3],
  ['null-value', front('last_reviewed_on: null # not yet\ntitle: X'), 1, 3],
  ['tilde', front('last_reviewed_on: ~\ntitle: X'), 1, 3],
  ['malformed', front('last_reviewed_on: 2026-8-1\ntitle: X'), 1, 3],
  ['same-person', front('last_reviewed_on: 2026-08-01\nreviewed_by: ana\ntitle: X'), 1, 2],
  ['other-person', front('reviewed_by: "ben" # he knows\nlast_reviewed_on: 2026-08-01\ntitle: X'), 2, 3],
  ['flow-list', front('last_reviewed_on: 2026-08-01\nreviewed_by: [ben, "cy"]  # both\ntitle: X'), 2, 3],
  ['block-list', front('last_reviewed_on: 2026-08-01\nreviewed_by:\n  - ben\n  - cy\ntitle: X'), 3, 3],
  ['flat-list', front('reviewed_by:\n- ben\nlast_reviewed_on: 2026-08-01\ntitle: X'), 2, 3],
  [
    'reviewed-before',
    front(
      'last_reviewed_on: 2026-08-01\nreviewed_by: ben\nreviewed_content: 2026-08-01 sha256-0123456789abcdef\ntitle: X',
    ),
    3,
    3,
  ],
  [
    'govuk',
    front(
      'title: GOV.UK\nlast_reviewed_on: 2026-08-01\nreview_in: 6 months\nowner_slack: "#ops"\nweight: 10',
    ),
    1,
    3,
  ],
  ['last-reviewed', front('title: Older\nlast_reviewed: 2026-08-01\nhide_title: true'), 1, 3],
  ['google', front('freshness:\n  owner: ana\n  reviewed: 2026-08-01 # by ana\ntitle: X'), 1, 3],
  ['google-flow', front("freshness: {owner: ana, reviewed: '2026-08-01'}\ntitle: X"), 1, 3],
  [
    'nested-lists',
    front(
      'tags:\n  - a\n\n  - b\nlast_reviewed_on: 2026-08-01\nquick_reference:\n  commands:\n    - {label: "A: b", command: ls}',
    ),
    1,
    3,
  ],
  [
    'block-scalar',
    front('description: |\n  last_reviewed_on: 2020-01-01\n\n  Text\nlast_reviewed_on: 2026-08-01'),
    1,
    3,
  ],
  ['folded', front('last_reviewed_on: 2026-08-01\ndescription: >-\n  Some\n  text'), 1, 3],
  ['no-date', front('title: No date\ntype: guide'), 0, 3],
  ['empty-front-matter', `---\n---\n${BODY}`, 0, 3],
  // Two fences and a blank line stand around the three keys.
  ['no-front-matter', BODY, 0, 6],
];

describe('fifty pages, each written in another way', () => {
  const variants = FORMATS.flatMap(([name, text, removed, added]) => [
    {file: `${name}.md`, text, removed, added},
    {file: `${name}-crlf.md`, text: text.replaceAll('\n', '\r\n'), removed, added},
  ]);
  let siteDir: string;
  let code: number;
  let output: string;
  beforeAll(async () => {
    siteDir = siteInGit('review-fifty', Object.fromEntries(variants.map(({file, text}) => [file, text])));
    const files = variants.map(({file}) => path.join('docs', file));
    // The reason that many at once need is a line more in each.
    ({code, output} = await docusaurus(
      ['handbook:review', ...files, '--by', 'ana', '--bulk', 'checked: after the move'],
      siteDir,
    ));
  });

  test('are all reviewed by one command', () => {
    expect(variants).toHaveLength(50);
    expect(output).toContain('docs/plain.md: reviewed on 2026-11-20 by ana');
    expect(code).toBe(0);
  });

  test('change in the lines that they must, and in no other', () => {
    const stat = git(siteDir, 'diff', '--numstat', '--', 'docs').trim().split('\n');
    const counted = Object.fromEntries(
      stat.map((line) => {
        const [added, removed, file = ''] = line.split('\t');
        return [path.basename(file), {removed: Number(removed), added: Number(added)}];
      }),
    );
    const expected = variants.map(({file, removed, added}) => [file, {removed, added: added + 1}]);
    expect(counted).toEqual(Object.fromEntries(expected));
    expect(git(siteDir, 'diff', '--stat', '--', 'docs')).toContain('50 files changed');
  });

  test.each(variants)('$file keeps every other byte', ({file, text}) => {
    const isReviewLine = (line: string) =>
      /^\s*(last_reviewed|last_reviewed_on|reviewed_by|reviewed_content|bulk_review|freshness|reviewed|-\s+(ana|ben|cy))\b.*:?/.test(
        line,
      );
    const rest = (of: string) => of.split(/(?<=\n)/).filter((line) => !isReviewLine(line));
    const before = text.startsWith('---')
      ? text
      : text.replace(/^/, file.includes('crlf') ? '---\r\n---\r\n\r\n' : '---\n---\n\n');
    const after = fs.readFileSync(path.join(siteDir, 'docs', file), 'utf8');
    expect(rest(after)).toEqual(rest(before));
  });

  test('are nobody’s to review any more', async () => {
    const {overdue, undated} = await dueIn(siteDir);
    expect({overdue, undated}).toEqual({overdue: {}, undated: {}});
  });
});

describe('what stands between a review and the next', () => {
  let siteDir: string;
  const page = () => fs.readFileSync(path.join(siteDir, 'docs/page.md'), 'utf8');
  const write = (file: string, text: string) => fs.writeFileSync(path.join(siteDir, file), text);
  const review = (...args: string[]) => docusaurus(['handbook:review', 'docs/page.md', ...args], siteDir);
  beforeAll(() => {
    siteDir = siteInGit(
      'review-life',
      {
        'page.md': front('review_in: 1 year\nwatches: [deploy/app.yaml, deploy/jobs, "conf*/*.ini"]'),
        'other.md': front('last_reviewed_on: 2026-11-01\nowner_slack: "#ops"'),
      },
      {'deploy/app.yaml': 'replicas: 2\n', 'deploy/jobs/a.yaml': 'a: 1\n', 'config/x.ini': 'x=1\n'},
    );
  });

  test('a page that was never reviewed says so, and gets its review', async () => {
    const {output, code} = await review('--by', 'ana', '--on', '2026-10-01');
    expect(code).toBe(0);
    expect(output).toContain('Never reviewed.');
    expect(page()).toMatch(
      /last_reviewed_on: 2026-10-01\nreviewed_by: ana\nreviewed_content: 2026-10-01 sha256-[0-9a-f]{16}\nreviewed_sources:\n {2}deploy\/app\.yaml: sha256-[0-9a-f]{16}\n {2}deploy\/jobs: sha256-[0-9a-f]{16}\n/,
    );
    commitAll(siteDir, 'Review');
    expect((await dueIn(siteDir)).due.page).toEqual([]);
  });

  test('white space and front matter are no edits', async () => {
    const before = page();
    write(
      'docs/page.md',
      before.replace('Do it.\n', 'Do it.  \n\n').replace('review_in', 'tags: [a]\nreview_in'),
    );
    write('deploy/app.yaml', 'replicas:   2\r\n');
    expect((await dueIn(siteDir)).due.page).toEqual([]);
    write('docs/page.md', before);
    write('deploy/app.yaml', 'replicas: 2\n');
  });

  test('an edit makes it due soon, and the next review shows it', async () => {
    write('docs/page.md', page().replace('Do it.', 'Do it twice.'));
    expect((await dueIn(siteDir)).due.page).toEqual(['edited since review']);
    const {output} = await review('--by', 'ben', '--on', '2026-11-05');
    expect(output).toMatch(/Last reviewed on 2026-10-01 by ana; edited since review\./);
    expect(output).toMatch(/Changed since \([0-9a-f]+ of 2026-10-02\)/);
    expect(output).toContain('-1. Do it.');
    expect(output).toContain('+1. Do it twice.');
    expect((await dueIn(siteDir)).due.page).toEqual([]);
    commitAll(siteDir, 'Review');
  });

  test.each([
    ['a file', 'deploy/app.yaml', 'replicas: 3\n', 'deploy/app.yaml'],
    ['a file in a folder', 'deploy/jobs/b.yaml', 'b: 1\n', 'deploy/jobs'],
    ['a file that a glob finds', 'config/x.ini', 'x=2\n', 'conf*/*.ini'],
  ])('%s that it describes makes it overdue by a change', async (_what, file, text, name) => {
    write(file, text);
    expect((await dueIn(siteDir)).overdue.page).toEqual([`${name} changed`]);
    await review('--by', 'ben');
    expect((await dueIn(siteDir)).overdue).toEqual({});
  });

  test('nothing is said to have changed when nothing did', async () => {
    commitAll(siteDir, 'Review');
    const {output} = await review('--by', 'ben');
    expect(output).toMatch(/Nothing changed since \([0-9a-f]+ of/);
  });

  test('a test is written down beside the review, when it was one', async () => {
    await review('--by', 'ana', '--by', 'ben,cy', '--tested');
    expect(page()).toContain('reviewed_by: [ana, ben, cy]\n');
    expect(page()).toContain('last_tested_on: 2026-11-20\ntested_by: [ana, ben, cy]\n');
  });

  test('a due date that the review has met is taken out', async () => {
    write('docs/other.md', front('last_reviewed_on: 2026-01-01\nreview_by: 2026-10-01'));
    const {output} = await docusaurus(['handbook:review', 'other', '--by', 'ana'], siteDir);
    expect(output).toContain('review_by 2026-10-01 is met');
    expect(fs.readFileSync(path.join(siteDir, 'docs/other.md'), 'utf8')).not.toContain('review_by:');
    expect((await dueIn(siteDir)).overdue).toEqual({});
  });

  test('another way of writing the date, and another name of the file, hide no change', async () => {
    const moved = 'docs/moved.md';
    write('docs/a.md', front('last_reviewed_on: 2026-11-01'));
    commitAll(siteDir, 'Review');
    write('docs/a.md', front('last_reviewed_on: 2026-11-01', BODY.replace('Do it.', 'Do it again.')));
    commitAll(siteDir, 'Edit');
    git(siteDir, 'mv', 'docs/a.md', moved);
    commitAll(siteDir, 'Move');
    write(
      moved,
      fs.readFileSync(path.join(siteDir, moved), 'utf8').replace('2026-11-01', '"2026-11-01" # ana'),
    );
    commitAll(siteDir, 'Quote');
    const {output} = await docusaurus(['handbook:review', moved, '--by', 'ana'], siteDir);
    expect(output).toContain('+1. Do it again.');
    fs.rmSync(path.join(siteDir, moved));
    commitAll(siteDir, 'Tidy');
  });

  test('a clone without history says that it cannot tell', async () => {
    commitAll(siteDir, 'Review');
    const clone = `${siteDir}-shallow`;
    fs.rmSync(clone, {recursive: true, force: true});
    git(path.dirname(siteDir), 'clone', '-q', '--depth', '1', `file://${siteDir}`, clone);
    const before = await dueIn(siteDir);
    expect(await dueIn(clone)).toEqual(before);
    const {output, code} = await docusaurus(['handbook:review', 'docs/page.md', '--by', 'ana'], clone);
    expect(output).toContain('this clone does not go back to the review');
    expect(code).toBe(0);
  });
});

describe('a review that cannot be', () => {
  let siteDir: string;
  let before: string;
  const many = Array.from({length: 11}, (_, index) => `many/${index + 10}.md`);
  beforeAll(() => {
    siteDir = siteInGit('review-refused', {
      'page.md': front('title: X'),
      'broken.md': '---\ntitle: [\n---\n\n# Broken\n',
      '_part.md': 'A part of pages.\n',
      'owners.yml': 'ops: {name: Operations}\n',
      ...Object.fromEntries(many.map((file) => [file, BODY])),
    });
    before = git(siteDir, 'status', '--porcelain');
  });

  test.each<[string, string[], string]>([
    [
      'next year',
      ['docs/page.md', '--by', 'ana', '--on', '2027-11-20'],
      '--on 2027-11-20 lies after 2026-11-20',
    ],
    ['the day after tomorrow', ['docs/page.md', '--by', 'ana', '--on', '2026-11-22'], 'lies after'],
    ['no day', ['docs/page.md', '--by', 'ana', '--on', '2026-02-30'], 'is no day of the calendar'],
    ['another spelling', ['docs/page.md', '--by', 'ana', '--on', '2026-2-3'], 'is no day of the calendar'],
    ['nobody', ['docs/page.md'], "required option '--by <who>' not specified"],
    ['an empty name', ['docs/page.md', '--by', ' , '], '--by is empty'],
    [
      'a file that is not there',
      ['docs/page.md', 'docs/gone.md', '--by', 'ana'],
      'docs/gone.md is no page of the handbook',
    ],
    ['a file beside the docs', ['package.json', '--by', 'ana'], 'package.json is no page of the handbook'],
    ['a part of pages', ['docs/_part.md', '--by', 'ana'], 'docs/_part.md is no page of the handbook'],
    ['the owners', ['docs/owners.yml', '--by', 'ana'], 'docs/owners.yml is no page of the handbook'],
    [
      'front matter that does not parse',
      ['docs/page.md', 'docs/broken.md', '--by', 'ana'],
      'docs/broken.md: ',
    ],
    ['eleven at once', [...many.map((file) => `docs/${file}`), '--by', 'ana'], '11 pages at once'],
    [
      'eleven for no reason',
      [...many.map((file) => `docs/${file}`), '--by', 'ana', '--bulk', ' '],
      '11 pages at once',
    ],
  ])('of %s is refused, and nothing is written', async (_what, args, message) => {
    const {code, output} = await docusaurus(['handbook:review', ...args], siteDir);
    expect(output).toContain(message);
    expect(code).toBe(1);
    expect(git(siteDir, 'status', '--porcelain')).toBe(before);
  });

  test('of a file in another encoding is refused, for its bytes would be lost', async () => {
    const file = path.join(siteDir, 'docs/latin.md');
    const bytes = Buffer.from([...Buffer.from('# Caf'), 0xe9, 0x0a]);
    fs.writeFileSync(file, bytes);
    const {code, output} = await docusaurus(['handbook:review', 'docs/latin.md', '--by', 'ana'], siteDir);
    expect([code, output]).toEqual([1, expect.stringContaining('docs/latin.md is not written in UTF-8')]);
    expect(fs.readFileSync(file)).toEqual(bytes);
    fs.rmSync(file);
  });

  test('is one that a script has said no to', async () => {
    const {code, output} = await docusaurus(['handbook:review', 'page', '--by', 'ana'], siteDir, {}, 'n\n');
    expect([code, output]).toEqual([0, expect.stringContaining('Nothing was written.')]);
    expect(git(siteDir, 'status', '--porcelain')).toBe(before);
  });

  test('of a day that has begun elsewhere is one', async () => {
    const {code} = await docusaurus(
      ['handbook:review', 'page', '--by', 'ana', '--on', '2026-11-21'],
      siteDir,
    );
    expect(code).toBe(0);
  });
});

test('translations and versions are reviewed as the pages they are', async () => {
  const siteDir = writeSite({
    name: 'review-editions',
    docs: {'page.md': BODY},
    files: {
      'i18n/fr/docusaurus-plugin-content-docs/current/page.md': BODY,
      'versions.json': '["2.0", "1.0"]',
      'versioned_docs/version-2.0/page.md': BODY,
      'versioned_docs/version-1.0/page.md': BODY,
    },
    options: {search: false, api: false, docs: {sidebarPath: undefined}},
    config: {i18n: {defaultLocale: 'en', locales: ['en', 'fr']}},
  });
  const text = (file: string) => fs.readFileSync(path.join(siteDir, file), 'utf8');
  const french = 'i18n/fr/docusaurus-plugin-content-docs/current/page.md';
  const good = await docusaurus(
    ['handbook:review', french, 'versioned_docs/version-2.0/page.md', '--by', 'ana'],
    siteDir,
  );
  expect(good.output).toContain(`${french}: reviewed on 2026-11-20 by ana`);
  expect(text(french)).toContain('last_reviewed_on: 2026-11-20');
  expect(text('versioned_docs/version-2.0/page.md')).toContain('last_reviewed_on: 2026-11-20');
  expect(text('docs/page.md')).toBe(BODY);
  const old = await docusaurus(
    ['handbook:review', 'versioned_docs/version-1.0/page.md', '--by', 'ana'],
    siteDir,
  );
  expect([old.code, old.output]).toEqual([1, expect.stringContaining('belongs to an old version (1.0)')]);
});

describe('what is due', () => {
  let siteDir: string;
  beforeAll(() => {
    siteDir = writeSite({
      name: 'due',
      docs: {
        'late.md': front(
          'title: "Late [page]"\nowner: ops\nlast_reviewed_on: 2026-01-01\nseverity: P1\ntier: 0',
        ),
        'soon.md': front('title: Soon\nowner: ops\nlast_reviewed_on: 2026-09-01'),
        'far.md': front('title: Far\nlast_reviewed_on: 2026-11-01'),
        'none.md': front('title: None\nowner: dba'),
        'draft.md': front('title: Draft\ndraft: true'),
        'never.md': front('title: Never\nreview_in: never'),
        'owners.yml': 'ops: {name: Operations}\ndba: {name: Databases}\n',
      },
      options: {search: false, api: false},
    });
  });
  const due = (...args: string[]) => docusaurus(['handbook:due', ...args], siteDir);

  test('is listed for a terminal', async () => {
    expect((await due()).output).toBe(
      [
        'As of 2026-11-20: 1 overdue, 1 due within 14 days, 1 without a review date.',
        '',
        'Overdue',
        '  Late [page]  (due 2026-04-01, P1, tier 0, Operations)',
        '    docs/late.md',
        '',
        'Due within 14 days',
        '  Soon  (due 2026-11-30, Operations)',
        '    docs/soon.md',
        '',
        'Without a review date',
        '  None  (Databases)',
        '    docs/none.md',
        '',
      ].join('\n'),
    );
  });

  test('is listed for a chat', async () => {
    const {output} = await due('--format', 'markdown', '--owner', 'ops', '--within', '3d');
    expect(output).toContain('1 overdue, 0 due within 3 days, 0 without a review date.');
    expect(output).toContain(
      '- [Late \\[page\\]](https://ops.example.com/docs/late): due 2026-04-01, P1, tier 0, Operations',
    );
  });

  test('is listed for a program', async () => {
    const list = JSON.parse((await due('--format', 'json', '--within', '1 year')).output);
    expect(list).toMatchObject({
      schema: 'opsbinder/due/1',
      asOf: '2026-11-20',
      within: '1 year',
      owner: null,
    });
    expect(list.overdue).toEqual([
      {
        id: 'late',
        title: 'Late [page]',
        source: 'docs/late.md',
        url: 'https://ops.example.com/docs/late',
        version: 'current',
        owner: 'ops',
        ownerName: 'Operations',
        tier: 0,
        severity: 'P1',
        lastReviewedOn: '2026-01-01',
        dueBy: '2026-04-01',
        reasons: ['review was due on 2026-04-01'],
      },
    ]);
    const ids = (pages: {id: string}[]) => pages.map(({id}) => id);
    expect([ids(list.due), ids(list.undated)]).toEqual([['soon', 'far'], ['none']]);
  });

  test('is nothing but JSON for a program, in a folder without pages, too', async () => {
    const empty = writeSite({name: 'due-empty', options: {search: false, api: false}});
    const {output} = await docusaurus(['handbook:due', '--format', 'json'], empty);
    expect(JSON.parse(output)).toMatchObject({overdue: [], due: [], undated: []});
  });

  test('is listed by a site that shows when pages were last edited', async () => {
    const edited = siteInGit('due-edited', {'late.md': front('last_reviewed_on: 2026-01-01')}, {});
    const config = path.join(edited, 'docusaurus.config.js');
    const options = '"docs": {"showLastUpdateTime": true, "showLastUpdateAuthor": true}, "search"';
    fs.writeFileSync(config, fs.readFileSync(config, 'utf8').replace('"search"', options));
    const {output} = await docusaurus(['handbook:due'], edited);
    expect(output).toContain('1 overdue');
  });

  test('can be asked for pages that nobody answers for', async () => {
    const list = JSON.parse((await due('--format', 'json', '--owner', 'none', '--within', '1y')).output);
    expect(list.due.map(({id}: {id: string}) => id)).toEqual(['far']);
  });

  test.each([
    [['--owner', 'web'], '--owner web is nobody here. Expected one of dba, none, ops.'],
    [['--within', 'soon'], '--within soon is no length of time'],
    [['--format', 'yaml'], '--format yaml is not known. Expected one of text, json, markdown.'],
  ])('%s is refused', async (args, message) => {
    const {code, output} = await due(...args);
    expect([code, output]).toEqual([1, expect.stringContaining(message)]);
  });
});
