// tsc emits scripts only; a theme also ships its styles and translations, and cards their sheet.
import {cpSync, existsSync, readdirSync} from 'node:fs';
import {extname, join} from 'node:path';

const SHIPPED = new Set(['.css', '.json', '.typ']);

for (const name of readdirSync('plugins')) {
  const src = join('plugins', name, 'src');
  if (!existsSync(src)) continue;
  for (const entry of readdirSync(src, {recursive: true, withFileTypes: true})) {
    if (!entry.isFile() || !SHIPPED.has(extname(entry.name))) continue;
    const from = join(entry.parentPath, entry.name);
    cpSync(from, join('plugins', name, 'lib', from.slice(src.length + 1)));
  }
}
