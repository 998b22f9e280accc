// Counts what anatomy finds on real pages: node bench/anatomy/count.mjs <folder>
import fs from 'node:fs';
import path from 'node:path';
import {
  headingsByNode,
  JUMPS,
  parseMarkdown,
  readAnatomy,
  readPageParts,
  SECTIONS,
  splitFrontMatter,
} from '@opsbinder/core';

const folder = path.resolve(process.argv[2] ?? '');
if (process.argv[2] === undefined || !fs.existsSync(folder)) {
  process.stderr.write(
    `Expected a folder of Markdown, found ${process.argv[2] ?? 'none'}: node bench/anatomy/count.mjs <folder>\n`,
  );
  process.exit(1);
}

const FOUR = ['meaning', 'impact', 'diagnosis', 'mitigation'];
const pages = fs
  .readdirSync(folder, {recursive: true, withFileTypes: true})
  .filter((entry) => entry.isFile() && /\.md(?:x|\.erb)?$/.test(entry.name))
  .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
  .sort()
  .map((file) => {
    const tree = parseMarkdown(splitFrontMatter(fs.readFileSync(path.join(folder, file), 'utf8')).body);
    const headings = headingsByNode(tree);
    return {file, ...readPageParts(tree, headings), anatomy: readAnatomy(tree, undefined, headings)};
  });

const say = (line = '') => process.stdout.write(`${line}\n`);
const share = (part, whole) =>
  `${part} of ${whole}${whole > 0 ? ` (${((100 * part) / whole).toFixed(1)} %)` : ''}`;
const row = (name, value) => say(`  ${name.padEnd(16)} ${value}`);
const sum = (count) => pages.reduce((total, page) => total + count(page), 0);

say(`${pages.length} pages`);
say('\nPages with each section, and by what it is named (heading, label, block)');
for (const section of SECTIONS) {
  const kinds = {heading: 0, label: 0, block: 0};
  const having = pages.filter(({parts}) => parts.some((part) => part.section === section));
  for (const part of pages.flatMap(({parts}) => parts)) if (part.section === section) kinds[part.kind] += 1;
  row(section, `${String(having.length).padStart(4)}   ${kinds.heading}, ${kinds.label}, ${kinds.block}`);
}

say('\nCounts');
for (const name of ['steps', 'tasks', 'commands', 'destructive', 'expectedOutputs']) {
  row(
    name,
    `${sum(({anatomy}) => anatomy[name])} on ${pages.filter(({anatomy}) => anatomy[name] > 0).length} pages`,
  );
}
row('without an H1', pages.filter(({title}) => title === undefined).length);
row('moved', pages.filter(({movedTo}) => movedTo !== undefined).length);
row('several alerts', pages.filter(({groups}) => groups.length > 1).length);
for (const jump of JUMPS) {
  row(`jump ${jump}`, pages.filter(({anatomy}) => anatomy.jumps.some(({to}) => to === jump)).length);
}

// An alert page is known by its file: README and helper pages answer no alert, and a page that moved has no text.
const alerts = pages.filter(({file, movedTo}) => {
  const name = path.basename(file).replace(/\.\w+$/, '');
  return (
    file.split('/').includes('alerts') &&
    !file.includes('/helpers/') &&
    /[a-z][A-Z]|[A-Z]{2}[a-z]/.test(name) &&
    !movedTo
  );
});
const complete = alerts.filter(({anatomy}) => FOUR.every((section) => anatomy.sections.includes(section)));
say('\nAlert pages (below a folder "alerts", named like an alert, not moved)');
row('with all four', share(complete.length, alerts.length));
for (const {file, anatomy} of alerts) {
  const missing = FOUR.filter((section) => !anatomy.sections.includes(section));
  if (missing.length > 0) say(`  ${file}: no ${missing.join(', ')}`);
}
