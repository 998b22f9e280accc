// What the pages themselves reckon with, as `@opsbinder/core/browser`: modules that import nothing, so that neither
// a date library nor a parser comes with them. Types are imported from the package itself.
export {telephoneLink, withoutScheme} from './addresses.js';
export {type CardDoubts, cardDoubts, cardHolds} from './card-trust.js';
export {isItsOwnLabel, nextToCall} from './card-words.js';
export {compareText} from './compare-text.js';
export {cssString} from './css-string.js';
export {dateLanguage} from './date-language.js';
export {summarizeFreshness} from './freshness-summary.js';
export {freshnessValue} from './freshness-value.js';
export {cardRoute} from './paths.js';
export {judgePaper, type PaperState, readRevision} from './revision.js';
export {SEARCH_FACETS_FILE, SEARCH_HELP_FILE, SEARCH_SETTINGS_FILE} from './search-files.js';
