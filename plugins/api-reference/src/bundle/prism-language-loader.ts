/** A webpack loader for a language of Prism: ties it to the Prism that the module's importer uses. */
function prismLanguageLoader(source: string): string {
  // `var`, because a site with two API references has this loader twice.
  return `var Prism = require('prismjs');\n${source}`;
}

export = prismLanguageLoader;
