import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs';
import path from 'node:path';
import {familiesOf} from './font-names.js';

const EXTENSIONS = ['.ttf', '.otf', '.ttc', '.otc'];

/**
 * The files that the option `fonts` names, in the same order on every machine.
 *
 * @param names files or folders, relative to the site
 * @throws Error for a name under which there is no font, or a file that is none, saying which
 */
export function fontFiles(names: readonly string[], siteDir: string): string[] {
  return names.flatMap((name) => {
    const place = path.resolve(siteDir, name);
    if (!existsSync(place)) throw badFonts(name, `There is no ${place}.`);
    const files = statSync(place).isDirectory() ? filesBelow(place) : [place];
    const fonts = files.filter((file) => EXTENSIONS.includes(path.extname(file).toLowerCase()));
    if (fonts.length === 0) throw badFonts(name, `Expected files that end in ${EXTENSIONS.join(', ')}.`);
    const bad = fonts.find((file) => familiesOf(readFileSync(file)).length === 0);
    if (bad !== undefined) {
      throw badFonts(name, `${bad} is not a TrueType or OpenType font, or a font without a name.`);
    }
    return fonts;
  });
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .sort()
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file).isFile());
}

function badFonts(name: string, why: string): Error {
  return new Error(`The option fonts of quick-reference names "${name}". ${why}`);
}
