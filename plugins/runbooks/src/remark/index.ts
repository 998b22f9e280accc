import {restoreUnclaimedDirectives} from './restore-directives.js';
import {runbookMarkdown} from './runbook-markdown.js';

export type {RunbookWords} from './runbook-markdown.js';
export {restoreUnclaimedDirectives, runbookMarkdown};

/**
 * The Markdown side of the plugin, for the options of a docs plugin:
 *
 *     beforeDefaultRemarkPlugins: [runbookMarkdown],
 *     remarkPlugins: [restoreUnclaimedDirectives],
 */
export default runbookMarkdown;
