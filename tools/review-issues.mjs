// Keeps one GitHub issue for each owner with pages to be reviewed: opened, brought up to date, closed when done.
// Run in the repository, with `gh` signed in.
import {execFileSync} from 'node:child_process';

const LABEL = 'review-due';
const TITLE = 'Reviews due: ';

const gh = (...args) => execFileSync('gh', args, {encoding: 'utf8'});
const due = (...args) => execFileSync('npx', ['docusaurus', 'handbook:due', ...args], {encoding: 'utf8'});

gh('label', 'create', LABEL, '--force', '--description', 'Pages to be reviewed');
const issues = new Map(
  JSON.parse(gh('issue', 'list', '--label', LABEL, '--limit', '500', '--json', 'number,title')).map(
    ({number, title}) => [title, String(number)],
  ),
);

const list = JSON.parse(due('--format', 'json'));
const owners = new Set([...list.overdue, ...list.due].map(({owner}) => owner ?? 'none'));
for (const owner of owners) {
  const body = due('--owner', owner, '--format', 'markdown');
  const number = issues.get(TITLE + owner);
  if (number) gh('issue', 'edit', number, '--body', body);
  else gh('issue', 'create', '--title', TITLE + owner, '--label', LABEL, '--body', body);
}
for (const [title, number] of issues) {
  if (!title.startsWith(TITLE) || owners.has(title.slice(TITLE.length))) continue;
  gh('issue', 'close', number, '--comment', 'Nothing is due any more.');
}
