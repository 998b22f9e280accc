import path from 'node:path';
import type {Plugin} from '@docusaurus/types';

/** The theme: every React component of Opsbinder, under the names Docusaurus themes use (`@theme/…`). */
export default function opsbinderTheme(): Plugin {
  return {
    name: '@opsbinder/docusaurus-theme',
    getThemePath: () => path.resolve(__dirname, 'theme'),
    getTypeScriptThemePath: () => path.resolve(__dirname, '..', 'src', 'theme'),
  };
}
