import {describe, expect, test} from 'vitest';
import {parseMarkdown, readAnatomy, sectionOfHeading} from '../src/index.js';

describe('a heading names its section', () => {
  test.each([
    ['Meaning', 'meaning'],
    ['Customer impact', 'impact'],
    ['Diagnosis:', 'diagnosis'],
    ['3. Mitigation', 'mitigation'],
    ['Step 2 – Verification', 'verification'],
    ['Rolling back', 'rollback'],
    ['Roll-back plan', 'rollback'],
    ['Escalation path', 'escalation'],
    ['Who to call', 'escalation'],
    ['Before you start', 'prerequisites'],
    ['Root cause', 'root-cause'],
    ['Incident timeline', 'timeline'],
    ['Rotate the signing key', undefined],
  ])('%s → %s', (heading, section) => expect(sectionOfHeading(heading)).toBe(section));
});

test('directives are the sections they name, steps and commands are counted', () => {
  const tree = parseMarkdown(
    [
      '# P',
      '1. one',
      '2. two',
      '',
      ':::step[Third]',
      '',
      '```bash',
      '# a comment',
      'kubectl -n <namespace> \\',
      '  get pods',
      'kubectl delete pod <pod>',
      '```',
      '',
      ':::',
      '',
      ':::rollback',
      'back',
      ':::',
    ].join('\n'),
  );
  expect(readAnatomy(tree, 'runbook')).toEqual({
    sections: ['rollback'],
    missing: ['verification', 'escalation'],
    steps: 3,
    commands: 2,
    placeholders: ['namespace', 'pod'],
  });
});
