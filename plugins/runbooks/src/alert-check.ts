import {
  type AlertRoute,
  compareFindings,
  type Finding,
  type Handbook,
  type HandbookPage,
  sameAlert,
} from '@opsbinder/core';
import type {AlertRule} from './alert-rules.js';
import {RunbookUrls, type SiteAddresses, type UrlTarget} from './runbook-urls.js';

/** A rule with what the handbook has for it. */
export interface CheckedRule {
  alert: string;
  source: string;
  line: number;
  /** The page that answers the alert; null where none does. */
  page: {id: string; source: string; title: string; heading: string | null} | null;
  /** Its `runbook_url` and where that leads. */
  runbookUrl: {text: string; line: number; state: UrlTarget['state']; leadsTo: string | null} | null;
  /** The `runbook_url` that leads to the page; null where no page answers the alert. */
  use: string | null;
}

/** What `handbook:alerts` finds: the shape of its JSON. */
export interface AlertCheck {
  schema: 'opsbinder/alert-rules/1';
  summary: {
    rules: number;
    alerts: number;
    alertsWithoutPage: number;
    runbookUrls: {page: number; nowhere: number; elsewhere: number; templated: number; none: number};
    pagesWithoutRule: number;
  };
  rules: CheckedRule[];
  /** Alerts that a page answers and no rule raises. */
  withoutRule: {alert: string; source: string; line: number}[];
  findings: Finding[];
}

/** What a check is made from. */
export interface CheckInput {
  rules: readonly AlertRule[];
  /** What was wrong with the rules' files. */
  findings: readonly Finding[];
  site: SiteAddresses;
  /** The full address that an alert should be sent with. */
  urlOf: (alert: AlertRoute) => string;
  /** Carry the alert's labels in the address. */
  withLabels: boolean;
}

/** Compares rules with the handbook, both ways. */
export function checkAlerts(handbook: Handbook, input: CheckInput): AlertCheck {
  const {rules, site} = input;
  const routes = new Map(handbook.alerts.map((alert) => [sameAlert(alert.name), alert]));
  const urls = new RunbookUrls(
    handbook,
    site,
    rules.flatMap(({runbookUrl}) => runbookUrl?.text ?? []),
  );
  const findings: Finding[] = [
    ...input.findings,
    // Whoever asks for alerts wants to know of two pages for one, too.
    ...handbook.findings.filter(({rule}) => rule.startsWith('alert-')),
  ];
  const checked = rules.map((rule): CheckedRule => {
    const route = routes.get(sameAlert(rule.alert));
    const target = rule.runbookUrl && urls.find(rule.runbookUrl.text);
    const use = route ? addressOf(rule, route, input) : null;
    findings.push(...findingsOf(rule, {route, target, use}));
    return {
      alert: rule.alert,
      source: rule.source,
      line: rule.line,
      page: route ? pageOf(route) : null,
      runbookUrl:
        rule.runbookUrl && target
          ? {...rule.runbookUrl, state: target.state, leadsTo: leadsTo(target)}
          : null,
      use,
    };
  });
  const raised = new Set(rules.map(({alert}) => sameAlert(alert)));
  const idle = handbook.alerts.filter(({name}) => !raised.has(sameAlert(name)));
  findings.push(...idle.map(withoutRule));
  const counted = (state: UrlTarget['state']) =>
    checked.filter(({runbookUrl}) => runbookUrl?.state === state).length;
  return {
    schema: 'opsbinder/alert-rules/1',
    summary: {
      rules: rules.length,
      alerts: raised.size,
      alertsWithoutPage: [...raised].filter((name) => !routes.has(name)).length,
      runbookUrls: {
        page: counted('page'),
        nowhere: counted('nowhere'),
        elsewhere: counted('elsewhere'),
        templated: counted('templated'),
        none: checked.filter(({runbookUrl}) => runbookUrl === null).length,
      },
      pagesWithoutRule: new Set(idle.map(({page}) => page)).size,
    },
    rules: checked,
    withoutRule: idle.map(({name, page, line}) => ({alert: name, source: page.source, line})),
    findings: findings.sort(compareFindings),
  };
}

function pageOf({page, heading}: AlertRoute): CheckedRule['page'] {
  return {id: page.id, source: page.source, title: page.title, heading: heading?.id ?? null};
}

function leadsTo(target: UrlTarget): string | null {
  if (target.state === 'page') return target.page.source + (target.heading ? `#${target.heading}` : '');
  return target.state === 'elsewhere' ? (target.page?.source ?? null) : null;
}

// Prometheus fills the labels in, and its `urlquery` keeps what they hold from being read as address.
function addressOf({labels}: AlertRule, route: AlertRoute, {urlOf, withLabels}: CheckInput): string {
  const query = withLabels ? labels.map((name) => `${name}={{ $labels.${name} | urlquery }}`) : [];
  const [address = '', heading] = urlOf(route).split('#');
  return `${address}${query.length > 0 ? `?${query.join('&')}` : ''}${heading ? `#${heading}` : ''}`;
}

interface Judged {
  route: AlertRoute | undefined;
  target: UrlTarget | undefined;
  use: string | null;
}

function findingsOf(rule: AlertRule, {route, target, use}: Judged): Finding[] {
  const findings: Finding[] = [];
  const {alert, source, runbookUrl} = rule;
  if (!route) {
    findings.push({
      rule: 'alert-without-page',
      level: 'error',
      source,
      line: rule.line,
      message: `No page answers the alert ${alert}`,
      hint: `Write alerts: [${alert}] into the front matter of the page that should be opened for it.`,
    });
  }
  if (!runbookUrl || !target) return findings;
  const mend = use ? `Write runbook_url: ${use}` : 'Write the address of the page that answers it.';
  if (target.state === 'nowhere') {
    findings.push({
      rule: 'runbook-url-broken',
      level: 'error',
      source,
      line: runbookUrl.line,
      message: `The runbook_url of ${alert}, "${runbookUrl.text}", ${target.why}`,
      hint: mend,
    });
  } else if (target.state === 'page' && route && isAnother(target, route)) {
    findings.push({
      rule: 'runbook-url-other-page',
      level: 'warning',
      source,
      line: runbookUrl.line,
      message: `The runbook_url of ${alert} leads to ${leadsTo(target)}, and ${placeOf(route)} says that it answers the alert`,
      hint: mend,
    });
  }
  return findings;
}

function isAnother({page, heading}: {page: HandbookPage; heading?: string}, route: AlertRoute): boolean {
  return (
    page !== route.page ||
    (route.heading !== undefined && heading !== undefined && heading !== route.heading.id)
  );
}

function placeOf({page, line}: AlertRoute): string {
  return `${page.source}:${line}`;
}

function withoutRule({name, page, line}: AlertRoute): Finding {
  return {
    rule: 'alert-without-rule',
    level: 'warning',
    source: page.source,
    line,
    message: `The page answers the alert ${name}, and no rule raises it`,
    hint: 'Take the alert from the page, or mark the page with status: deprecated, if it is gone for good.',
  };
}
