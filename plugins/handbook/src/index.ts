export {afterOutputs, writeOutput} from './after-build.js';
export {audienceOf, cacheByAudience, keepForAudience} from './audience.js';
export {localeOfFile, openHandbook, runCommand} from './command.js';
export {commitOf, shownCommit} from './commit.js';
export {repairFrontMatter, tolerantFrontMatter} from './front-matter-reader.js';
export {type AllContent, handbookFiles, loadHandbook} from './load.js';
export {
  addToPageHeader,
  componentNode,
  importComponent,
  importPageRecord,
  withPageRecord,
} from './mdx-nodes.js';
export {
  DEFAULT_HANDBOOK_OPTIONS,
  destructivePatterns,
  HANDBOOK_OPTION_KEYS,
  type HandbookOptions,
  handbookOptionsOf,
} from './options.js';
export * from './report.js';
export {addBinderPage, type BinderPage, binderUrl} from './routes.js';
export {offerApiDescription} from './watched.js';
