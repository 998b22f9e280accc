import fs from 'node:fs';
import path from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import {type BuiltSite, buildSite, docusaurus, SITES} from '../support/sites.js';

const PLUGINS = path.resolve(__dirname, '..', '..', 'plugins');
const WITH_WORDS = ['theme/src', 'offline/src/client'].map((folder) => path.join(PLUGINS, folder));

/** The ids of all words in the source of what readers see. */
function idsInSource(): string[] {
  const files = WITH_WORDS.flatMap((folder) =>
    fs.readdirSync(folder, {recursive: true, encoding: 'utf8'}).map((name) => path.join(folder, name)),
  ).filter((name) => /\.tsx?$/.test(name));
  const text = files.map((name) => fs.readFileSync(name, 'utf8')).join('\n');
  return [
    ...new Set([...text.matchAll(/\bid[=:]\s*["'](opsbinder\.[\w.]+)["']/g)].map(([, id = '']) => id)),
  ].sort();
}

describe('a site in another language', () => {
  const i18n = {defaultLocale: 'fr', locales: ['fr']};
  const translations = {
    'opsbinder.section.verify': {message: 'Vérifier'},
    'opsbinder.freshness.fresh': {message: 'À jour'},
    'opsbinder.freshness.holds': {message: 'relu le {reviewed}, à relire avant le {due}'},
  };
  let built: BuiltSite;
  beforeAll(async () => {
    built = await buildSite({
      name: 'french',
      docs: {'page.md': '---\nlast_reviewed_on: 2026-11-01\n---\n\n# Page\n\n:::verify\nRegarder.\n:::\n'},
      files: {'i18n/fr/code.json': JSON.stringify(translations)},
      config: {i18n},
    });
    if (built.code !== 0) throw new Error(built.output);
  });

  test('shows its words for ours, headings in the table of contents included', () => {
    const text = built.text('docs/page');
    expect(text).toMatch(/À jour ?relu le 1 nov\. 2026, à relire avant le 30 janv\. 2027/);
    expect(text.match(/Vérifier/g)).toHaveLength(2);
  });

  test('has its sections where the links to them lead, whatever they are called', () => {
    const html = built.html('docs/page');
    expect(html).toMatch(/<h2[^>]* id="verify"/);
    expect(html).toContain(' href="#verify"');
  });

  test('is told every word that there is to translate', async () => {
    const siteDir = path.join(SITES, 'french');
    const {code} = await docusaurus(['write-translations', '--locale', 'fr'], siteDir);
    expect(code).toBe(0);
    const offered = Object.keys(JSON.parse(fs.readFileSync(path.join(siteDir, 'i18n/fr/code.json'), 'utf8')));
    const ids = idsInSource();
    expect(ids.length).toBeGreaterThan(50);
    expect(ids.filter((id) => !offered.includes(id))).toEqual([]);
  });
});
