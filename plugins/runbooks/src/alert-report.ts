import {type Finding, formatFindings} from '@opsbinder/core';
import type {AlertCheck} from './alert-check.js';

/** The forms in which `handbook:alerts` prints what it found. */
export const ALERT_FORMATS: Readonly<Record<string, (check: AlertCheck) => string>> = {
  text: asText,
  json: (check) => JSON.stringify(check, null, 2),
  github: ({findings}) => findings.map(annotation).join('\n'),
};

// What no rule raises is a list without mends: of pages taken over from elsewhere it is long, and nothing is broken.
function asText({rules, findings: all, withoutRule, summary}: AlertCheck): string {
  const findings = all.filter(({rule}) => rule !== 'alert-without-rule');
  const {runbookUrls: urls} = summary;
  const addresses = rules.flatMap(({alert, source, line, use}) =>
    use === null ? [] : [`${source}:${line}  ${alert}\n    runbook_url: ${quoted(use)}`],
  );
  const elsewhere = rules.filter(({runbookUrl}) => runbookUrl?.state === 'elsewhere' && runbookUrl.leadsTo);
  return [
    ...addresses,
    ...(findings.length > 0 ? ['', formatFindings(findings)] : []),
    ...(withoutRule.length > 0 ? ['', 'Alerts that no rule raises:'] : []),
    ...withoutRule.map(({alert, source, line}) => `  ${alert}  ${source}:${line}`),
    '',
    `${count(summary.rules, 'rule')} for ${count(summary.alerts, 'alert')}; ${summary.alertsWithoutPage} without a page.`,
    `runbook_url: ${urls.page} to a page here, ${urls.nowhere} nowhere, ${urls.elsewhere} elsewhere, ${urls.templated} not to be told, ${urls.none} without.`,
    ...(elsewhere.length > 0
      ? [
          `Of those elsewhere ${elsewhere.length} end like a page here; to check them, name their folder with --base.`,
        ]
      : []),
    `${count(summary.pagesWithoutRule, 'page')} for alerts that no rule raises.`,
  ].join('\n');
}

// Braces would begin a map.
function quoted(url: string): string {
  return url.includes('{{') ? `"${url}"` : url;
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}

/** A finding as GitHub's runners read it from a log. */
function annotation({level, source, line, rule, message, hint}: Finding): string {
  const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  return `::${level} file=${property(source)},line=${line},title=${property(rule)}::${data(`${message}. ${hint}`)}`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
