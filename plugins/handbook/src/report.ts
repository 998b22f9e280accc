import logger from '@docusaurus/logger';
import {type Finding, formatFindings} from '@opsbinder/core';
import {buildStore} from './store.js';

/** What a build does with findings of level `error`: Docusaurus's own words for it. */
export type OnErrors = 'throw' | 'warn' | 'log' | 'ignore';

/**
 * Prints findings, and stops the build where one of them is an error and the site wants that.
 *
 * @param findings what to print; an empty list prints nothing
 * @param onErrors `throw` stops at errors (warnings are printed before); `warn` and `log` print all and go
 *   on; `ignore` prints nothing
 * @throws Error naming every error's file, line and mend, when `onErrors` is `throw`
 */
export function reportFindings(findings: readonly Finding[], onErrors: OnErrors): void {
  if (findings.length === 0 || onErrors === 'ignore') return;
  const errors = findings.filter((finding) => finding.level === 'error');
  const stops = onErrors === 'throw' && errors.length > 0;
  const printed = stops ? findings.filter((finding) => finding.level !== 'error') : findings;
  if (printed.length > 0) {
    const text = `Opsbinder found:\n${formatFindings(printed)}`;
    if (onErrors === 'log') logger.info(text);
    else logger.warn(text);
  }
  if (stops) {
    throw new Error(
      `Opsbinder stopped the build:\n${formatFindings(errors)}\nTo build all the same, set the option onErrors: 'warn'.`,
    );
  }
}

/**
 * What `docusaurus start` does with errors: whoever writes should see the page with its mistake, not a stopped
 * server.
 */
export function severityNow(onErrors: OnErrors): OnErrors {
  return process.env.NODE_ENV === 'development' && onErrors === 'throw' ? 'warn' : onErrors;
}

/**
 * Keeps what a plugin found in files of its own, so that `docs-health.json` tells it too.
 *
 * @param plugin name and id of the plugin; what it found before is forgotten
 */
export function shareFindings(plugin: string, findings: readonly Finding[]): void {
  buildStore().sharedFindings.set(plugin, findings);
}

/** What all plugins of this build have shared with {@link shareFindings}. */
export function sharedFindings(): Finding[] {
  return [...buildStore().sharedFindings.values()].flat();
}

/**
 * Tells something that a site's authors may want to know, and that is no mistake. Docusaurus makes all plugins for a
 * command, too, and what a command prints must be its own.
 */
export function note(message: string): void {
  const isCommand = process.argv.some((argument) => argument.startsWith('handbook:'));
  if (!isCommand) logger.info(message);
}
