import {compareText} from './compare-text.js';

/** How bad a finding is: an error stops the build unless the site says otherwise, a warning never does. */
export type FindingLevel = 'error' | 'warning';

/**
 * One thing that is wrong with the handbook, said so that it can be mended without asking anybody.
 * The shape is public: it is what `docs-health.json` lists under `findings`.
 */
export interface Finding {
  /** Stable id of the rule, in kebab case, such as `date-impossible`. */
  rule: string;
  level: FindingLevel;
  /** File, relative to the site, with forward slashes: `docs/runbooks/deployment.md`. */
  source: string;
  /** Line in that file, counted from 1. */
  line: number;
  /** What was found and what was expected instead, naming the value. */
  message: string;
  /** What to do about it. */
  hint: string;
}

/** Orders findings by file, line, rule and message, so that two builds list them alike. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    compareText(a.source, b.source) ||
    a.line - b.line ||
    compareText(a.rule, b.rule) ||
    compareText(a.message, b.message)
  );
}

/** One finding as two lines of plain text: place, level, rule and message, then the mend. */
export function formatFinding(finding: Finding): string {
  return `${finding.source}:${finding.line}  ${finding.level}  ${finding.message} (${finding.rule})\n    Mend: ${finding.hint}`;
}

/** A list of findings as text for a terminal, in order, with a closing line that counts them. */
export function formatFindings(findings: readonly Finding[]): string {
  const errors = findings.filter((finding) => finding.level === 'error').length;
  const warnings = findings.length - errors;
  const counts = [
    errors > 0 ? `${errors} ${errors === 1 ? 'error' : 'errors'}` : '',
    warnings > 0 ? `${warnings} ${warnings === 1 ? 'warning' : 'warnings'}` : '',
  ].filter(Boolean);
  return [...findings].sort(compareFindings).map(formatFinding).concat(counts.join(', ')).join('\n');
}
