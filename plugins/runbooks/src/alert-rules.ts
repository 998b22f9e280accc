import {type Finding, type Placed, parseYamlTree, textOf, valueAt, type YamlTree} from '@opsbinder/core';

/** An alerting rule as a file of Prometheus's has it. */
export interface AlertRule {
  alert: string;
  source: string;
  /** Line of its name. */
  line: number;
  runbookUrl?: Placed;
  /** Labels that the rule is seen to have: those it sets, names in its annotations or keeps in its expression. */
  labels: string[];
}

/**
 * Reads alerting rules: from a rule file of Prometheus's (`groups:`), from PrometheusRule objects, and from lists of
 * such objects, any number of YAML documents in one file. Recording rules and other objects are passed over.
 *
 * @param text the file
 * @param source its name, for findings
 * @returns the rules in order, and an error for each document that does not parse
 */
export function readAlertRules(text: string, source: string): {rules: AlertRule[]; findings: Finding[]} {
  const findings: Finding[] = [];
  const rules = splitDocuments(text).flatMap(({yaml, line}) => {
    const {tree, findings: problems} = parseYamlTree(yaml, source, line);
    findings.push(...problems);
    return rulesIn(tree).flatMap((rule) => readRule(rule, source, findings));
  });
  return {rules, findings};
}

// A line that begins with `---` begins a document wherever it stands: no text may hold such a line.
function splitDocuments(text: string): {yaml: string; line: number}[] {
  const documents: {yaml: string; line: number}[] = [];
  let lines: string[] = [];
  let line = 1;
  const end = (next: number) => {
    if (lines.some((each) => !/^\s*(?:#.*|%.*|---\s*|\.\.\.\s*)?$/.test(each))) {
      documents.push({yaml: lines.join('\n'), line});
    }
    lines = [];
    line = next;
  };
  for (const [index, each] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (/^---(?:\s|$)/.test(each)) end(index + 1);
    lines.push(/^\.\.\.(?:\s|$)/.test(each) ? '' : each);
  }
  end(0);
  return documents;
}

function rulesIn(tree: YamlTree | undefined): YamlTree[] {
  const kind = textOf(valueAt(tree, 'kind'));
  if (kind === 'List' || kind === 'PrometheusRuleList')
    return itemsOf(valueAt(tree, 'items')).flatMap(rulesIn);
  const holder = kind === undefined ? tree : kind === 'PrometheusRule' ? valueAt(tree, 'spec') : undefined;
  return itemsOf(valueAt(holder, 'groups')).flatMap((group) => itemsOf(valueAt(group, 'rules')));
}

function itemsOf(tree: YamlTree | undefined): YamlTree[] {
  return tree?.kind === 'list' ? tree.items : [];
}

function readRule(rule: YamlTree, source: string, findings: Finding[]): AlertRule[] {
  const name = valueAt(rule, 'alert');
  if (!name) return [];
  const alert = textOf(name);
  if (alert === undefined) {
    findings.push({
      rule: 'rule-unnamed',
      level: 'error',
      source,
      line: name.line,
      message: 'The rule has no name. Expected "alert: HighLatency"',
      hint: 'Write the name of the alert after "alert:".',
    });
    return [];
  }
  const url = valueAt(valueAt(rule, 'annotations'), 'runbook_url');
  const urlText = textOf(url);
  return [
    {
      alert,
      source,
      line: name.line,
      ...(url && urlText !== undefined && {runbookUrl: {text: urlText, line: url.line}}),
      labels: labelsOf(rule),
    },
  ];
}

// In the order in which they are met. What an expression sums `by` is what is left on the alert.
function labelsOf(rule: YamlTree): string[] {
  const [annotations, labels] = [valueAt(rule, 'annotations'), valueAt(rule, 'labels')];
  const texts = [annotations, labels].flatMap((tree) =>
    tree?.kind === 'map' ? tree.entries.map(({value}) => textOf(value) ?? '') : [],
  );
  const expression = (textOf(valueAt(rule, 'expr')) ?? '').replace(/#.*$/gm, '');
  const named = texts.flatMap((text) =>
    [...text.matchAll(/\$labels\.([A-Za-z_]\w*)/g)].map(([, name]) => name),
  );
  const kept = [...expression.matchAll(/\bby\s*\(([^)]*)\)/gi)].flatMap(([, list = '']) => list.split(','));
  const set = labels?.kind === 'map' ? labels.entries.map(({key}) => key) : [];
  const all = [...named, ...kept, ...set].map((name) => name?.trim() ?? '');
  return [...new Set(all)].filter((name) => /^[A-Za-z_]\w*$/.test(name) && !LEFT_OUT.has(name));
}

// What every alert has and no command asks for.
const LEFT_OUT = new Set(['alertname', 'severity', 'le', 'quantile', 'prometheus']);
