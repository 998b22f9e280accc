import {existsSync, readdirSync, statSync} from 'node:fs';
import path from 'node:path';

const EXTENSIONS = ['.ttf', '.otf', '.ttc', '.otc'];

/**
 * The files that the option `fonts` names, in the same order on every machine.
 *
 * @param names files or folders, relative to the site
 * @throws Error for a name under which there is no font, saying which
 */
export function fontFiles(names: readonly string[], siteDir: string): string[] {
  return names.flatMap((name) => {
    const place = path.resolve(siteDir, name);
    if (!existsSync(place)) throw badFonts(name, `There is no ${place}.`);
    const files = statSync(place).isDirectory() ? filesBelow(place) : [place];
    const fonts = files.filter((file) => EXTENSIONS.includes(path.extname(file).toLowerCase()));
    if (fonts.length === 0) throw badFonts(name, `Expected files that end in ${EXTENSIONS.join(', ')}.`);
    return fonts;
  });
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .sort()
    .map((name) => path.join(folder, name));
}

function badFonts(name: string, why: string): Error {
  return new Error(`The option fonts of quick-reference names "${name}". ${why}`);
}
