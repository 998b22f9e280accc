// Measures how well placeholders are found on real pages: node bench/placeholders/score.mjs <folder>
import fs from 'node:fs';
import path from 'node:path';
import {findPlaceholders, namesSetOnPage} from '@opsbinder/core';
import {DRAWS, drawFences, fenceHash, readPages} from './fences.mjs';

const PRECISION = 0.97;
const RECALL = 0.95;

const corpora = path.resolve(process.argv[2] ?? '');
if (process.argv[2] === undefined || !fs.existsSync(corpora)) {
  process.stderr.write(
    `Expected the folder that holds the corpora, found ${process.argv[2] ?? 'none'}: node bench/placeholders/score.mjs <folder>\n`,
  );
  process.exit(1);
}
const labels = JSON.parse(fs.readFileSync(path.join(import.meta.dirname, 'labels.json'), 'utf8'));
const pages = new Map(readPages(corpora).map((page) => [page.file, page]));
const drawn = drawFences([...pages.values()]);

const say = (line) => process.stdout.write(`${line}\n`);
const percent = (part, whole) => (whole === 0 ? 'none' : `${((100 * part) / whole).toFixed(1)} %`);

/** How often what is found is what the labels say, over the distinct written forms of each fence. */
function score(entries, find, expected) {
  const total = {right: 0, wrong: 0, missed: 0};
  for (const entry of entries) {
    const node = pages.get(entry.file)?.fences[entry.fence];
    const found = new Set(find(entry, node).map(({written}) => written));
    const labelled = new Set(expected(entry));
    const wrong = [...found].filter((written) => !labelled.has(written));
    const missed = [...labelled].filter((written) => !found.has(written));
    total.right += labelled.size - missed.length;
    total.wrong += wrong.length;
    total.missed += missed.length;
    if (found.size + labelled.size === 0) continue;
    say(
      `  ${entry.file}#${entry.fence}: found ${[...found].join(' ') || 'none'}` +
        (wrong.length > 0 ? ` | WRONG ${wrong.join(' ')}` : '') +
        (missed.length > 0 ? ` | MISSED ${missed.join(' ')}` : ''),
    );
  }
  const {right, wrong, missed} = total;
  return {
    text: `${right} right, ${wrong} wrong, ${missed} missed: precision ${percent(right, right + wrong)}, recall ${percent(right, right + missed)}`,
    good: right >= PRECISION * (right + wrong) && right >= RECALL * (right + missed),
  };
}

const summary = [];
let good = true;
for (const [name, entries] of Object.entries(labels)) {
  const changed = entries.filter(({file, fence, hash}) => {
    const node = pages.get(file)?.fences[fence];
    return !node || fenceHash(node) !== hash;
  });
  const other = entries.filter(({hash}, index) => drawn[name]?.[index]?.hash !== hash);
  if (changed.length + other.length > 0 || entries.length !== drawn[name]?.length) {
    say(
      `${name}: ${changed.length} fences have changed, ${other.length} are not those that are drawn. Label anew:`,
    );
    for (const {file, fence} of new Set([...changed, ...other])) say(`  ${file}#${fence}`);
    good = false;
    continue;
  }
  const setOn = ({file}) => namesSetOnPage(pages.get(file).tree);
  say(`${name}: blanks by their form, without front matter`);
  const plain = score(
    entries,
    (entry, node) => findPlaceholders(node.value, node.lang ?? undefined, {set: setOn(entry)}),
    ({placeholders}) => placeholders,
  );
  // As if front matter listed every variable of the fence: what is left is to tell which the page sets itself.
  say(`${name}: variables, every one listed in front matter`);
  const variables = score(
    entries,
    (entry, node) => {
      const listed = [...node.value.matchAll(/\$\{?(\w[\w-]*)/g)].map(([, variable]) => variable);
      return findPlaceholders(node.value, node.lang ?? undefined, {set: setOn(entry), listed}).filter(
        ({kind}) => kind === 'variable',
      );
    },
    ({variables = []}) => variables,
  );
  const {seed, withCandidate, without} = DRAWS[name];
  summary.push(
    `${name}: ${entries.length} fences (${withCandidate} with a sign by which a blank may begin, ${without} without; seed "${seed}")`,
    `  by form    ${plain.text}`,
    `  variables  ${variables.text}`,
  );
  good &&= plain.good;
}
for (const line of summary) say(line);
if (!good) {
  say(`Expected: labels that fit the pages, precision ${PRECISION} and recall ${RECALL} by form.`);
  process.exitCode = 1;
}
