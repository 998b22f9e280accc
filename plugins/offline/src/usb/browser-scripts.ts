import fs from 'node:fs/promises';
import path from 'node:path';

/**
 * Puts compiled modules together into one classic script: browsers load no modules from files.
 *
 * @param names the modules of `browser/`, each after those it needs
 */
export async function classicScript(names: readonly string[]): Promise<string> {
  const modules = await Promise.all(
    names.map(async (name) => {
      const text = await fs.readFile(path.join(__dirname, 'browser', `${name}.js`), 'utf8');
      return `(function(exports){\n${text.trim()}\n})(modules["./${name}.js"]={});\n`;
    }),
  );
  return `(function(){\nvar modules={};function require(name){return modules[name]}\n${modules.join('')}})();\n`;
}
