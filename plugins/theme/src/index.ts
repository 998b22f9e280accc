import path from 'node:path';
import type {Plugin} from '@docusaurus/types';

/** The theme: every React component of Opsbinder, under the names Docusaurus themes use (`@theme/…`). */
export default function opsbinderTheme(): Plugin {
  return {
    name: '@opsbinder/docusaurus-theme',
    getThemePath: () => path.resolve(__dirname, 'theme'),
    getTypeScriptThemePath: () => path.resolve(__dirname, '..', 'src', 'theme'),
    getClientModules: () => [path.resolve(__dirname, 'client', 'print.js')],
    // `docusaurus write-translations` looks for words in these files and in the theme path.
    getPathsToWatch: () => [path.resolve(__dirname, 'client', '**', '*.js')],
  };
}
