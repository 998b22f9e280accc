// Compares the words of a folder of Markdown with those of the site built from it:
// node bench/words/compare.mjs <folder> <built site>
import fs from 'node:fs';
import path from 'node:path';
import {builtWords, lostWords, sourceWords} from './words.mjs';

const [folder, site] = process.argv.slice(2).map((name) => path.resolve(name));
const health = site && path.join(site, 'docs-health.json');
if (!site || !fs.existsSync(folder) || !fs.existsSync(health)) {
  process.stderr.write(
    `Expected a folder of Markdown, and a site built from it that holds docs-health.json; found ${process.argv.slice(2).join(' ') || 'none'}: node bench/words/compare.mjs <folder> <built site>\n`,
  );
  process.exit(1);
}

const say = (line) => process.stdout.write(`${line}\n`);
const {documents} = JSON.parse(fs.readFileSync(health, 'utf8'));
const files = fs
  .readdirSync(folder, {recursive: true, withFileTypes: true})
  .filter((entry) => entry.isFile() && entry.name.endsWith('.md') && !/(?:^|\/)[._]/.test(entry.name))
  .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
  .sort();

let pages = 0;
let words = 0;
let lost = 0;
for (const file of files) {
  // Of those whose file ends so, the one that is nearest to the site: `docs/index.md` before `docs/a/index.md`.
  const document = documents
    .filter(({source}) => source === file || source.endsWith(`/${file}`))
    .sort((a, b) => a.source.length - b.source.length)[0];
  const html = document && builtFile(document.permalink);
  if (!html) {
    say(`${file}: no built page`);
    lost += 1;
    continue;
  }
  const source = sourceWords(fs.readFileSync(path.join(folder, file), 'utf8'));
  const missing = lostWords(source, builtWords(fs.readFileSync(html, 'utf8')));
  pages += 1;
  words += source.length;
  lost += missing.length;
  if (missing.length > 0) say(`${file}: ${missing.length} lost: ${missing.slice(0, 20).join(' ')}`);
}
say(`${pages} pages, ${words} words, ${lost} lost`);
process.exitCode = lost > 0 || pages === 0 ? 1 : 0;

// A permalink begins with the site's base, which the folder of the built site does not have.
function builtFile(permalink) {
  const parts = decodeURIComponent(permalink).split('/').filter(Boolean);
  for (let from = 0; from <= parts.length; from += 1) {
    const route = path.join(site, ...parts.slice(from));
    const found = [`${route}.html`, path.join(route, 'index.html')].find((name) => fs.existsSync(name));
    if (found) return found;
  }
  return undefined;
}
