import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {isReferenceHeading, readSectionName, SECTIONS, type Section, sectionOfHeading} from '../src/index.js';

/** What teams write over each part of a page. */
const WRITTEN: Readonly<Record<Section, readonly string[]>> = {
  meaning: [
    'Meaning',
    'Overview',
    'Summary',
    'Alert description',
    'What it means',
    'What is this alert?',
    'About this runbook',
    'Background',
    'Executive summary',
    'Purpose',
    'What happened?',
  ],
  impact: [
    'Impact',
    'User impact',
    'Impact analysis',
    'Impact on customers',
    'Why is this bad?',
    'Who is affected',
  ],
  symptoms: [
    'Symptoms',
    'Detection',
    'How do you know?',
    'Trigger',
    'Alert expression',
    'Error messages',
    'What you will see',
    'Problem',
  ],
  severity: [
    'Severity',
    'Severity levels',
    'Priority',
    'Response times',
    'SLA',
    'Service level',
    'Urgency',
    'How bad is it?',
  ],
  prerequisites: [
    'Prerequisites',
    'Pre-requisites',
    'Before you start',
    'Access',
    'Access to the cluster',
    "What you'll need",
    'Required tools',
    'Permissions needed',
    'Preparation',
    'Setup',
  ],
  diagnosis: [
    'Diagnosis',
    'Diagnose',
    'Investigating the queue',
    'Troubleshooting',
    'Triage',
    'Possible causes',
    'What to check',
    'PromQL queries',
    'How to investigate',
    'Debugging',
    'Analysis',
    'Common issues',
  ],
  mitigation: [
    'Mitigation',
    'Resolution',
    'Resolution steps',
    'How to fix it',
    'Remediation',
    'Workaround',
    'Solution 2',
    'Recommended actions',
    'Recovery',
    'Containment',
    'Restore the database',
    'Immediate actions',
  ],
  procedure: [
    'Procedure',
    'Steps',
    'Process',
    'Instructions',
    'How to rotate the key',
    'How do I add a user?',
    'Method',
    'Runbook',
    'Upgrade steps',
    'Action plan',
    'Step by step',
  ],
  verification: [
    'Verification',
    'Verify',
    'Verify that the pods run',
    'Validation',
    'Confirm the fix',
    'Expected result',
    'Post-checks',
    'Sanity check',
    'Smoke test',
    'Health checks',
    'Testing',
    'Recovery validation',
    'How to verify',
  ],
  rollback: [
    'Rollback',
    'Roll back',
    'Rolling back',
    'Rollback plan',
    'Revert the release',
    'Undo',
    'Back-out',
    'Backing out',
  ],
  escalation: [
    'Escalation',
    'Escalate to the database team',
    'Escalation path',
    'Contacts',
    'Getting help',
    'Who to call',
    'Support',
    'On-call',
    'When to engage the vendor',
    'Refer to the storage team',
  ],
  communication: [
    'Communication',
    'Communicate',
    'Notify customers',
    'Status page',
    'Announcements',
    'Comms',
    'Customer liaison',
    'Tell people',
  ],
  prevention: [
    'Prevention',
    'Follow-up',
    'Action items',
    'Lessons learned',
    'Lessons learnt',
    'Next steps',
    'Long-term solution',
    'Post-incident actions',
    'Improvements',
    'Corrective and preventive actions',
  ],
  timeline: ['Timeline', 'Incident timeline', 'Timeline (UTC)', 'Key events', 'Chain of events'],
  'root-cause': [
    'Root cause',
    'Root causes',
    'Root cause analysis',
    'Contributing factors',
    'What caused it',
    'Five whys',
    'The underlying issue',
  ],
};

describe.each(SECTIONS)('%s', (section) => {
  test.each(WRITTEN[section])('%s', (heading) => expect(sectionOfHeading(heading)).toBe(section));
});

test('number, sign, case, remark and colon make no difference', () => {
  const frame = fc.tuple(
    fc.constantFrom('', '3. ', 'Step 2 – ', 'Part 4: ', '1.2 ', '🔍 ', 'A. '),
    fc.constantFrom('', ':', ' (5 minutes)', ' (optional):', ' {#an-id}', '?'),
    fc.boolean(),
  );
  const written = fc.constantFrom(
    ...SECTIONS.flatMap((section) => WRITTEN[section].map((text) => ({section, text}))),
  );
  fc.assert(
    fc.property(written, frame, ({section, text}, [before, after, upper]) => {
      const bare = text.replace(/[?:]$/, '').replace(/ \([^)]*\)$/, '');
      const heading = before + (upper ? bare.toUpperCase() : bare) + after;
      expect(sectionOfHeading(heading)).toBe(section);
    }),
  );
});

test('one heading may name two', () => {
  expect(readSectionName('Diagnosis and mitigation')?.sections).toEqual(['diagnosis', 'mitigation']);
  expect(readSectionName('Symptoms & impact')?.sections).toEqual(['symptoms', 'impact']);
  expect(readSectionName('Contain, eradicate, recover')?.sections).toEqual(['mitigation']);
});

test('it is known whether a heading says nothing else', () => {
  expect(readSectionName('Verification steps')?.isWhole).toBe(true);
  expect(readSectionName('Verify')?.isWhole).toBe(true);
  expect(readSectionName('Verify that the pods run')?.isWhole).toBe(false);
});

test.each([
  'Rotate the signing key',
  'Trigger a deployment',
  'Accessibility',
  'Database backup and recovery',
  'The queue grows',
  'How it works',
  'What went well',
  'Identified',
  'Note',
  'A failover',
  'Steps to reproduce',
  'Resolver configuration',
  'Fixed addresses',
  '',
  '#',
])('"%s" is a name of its own', (heading) => expect(sectionOfHeading(heading)).toBeUndefined());

test('headings over what one looks up', () => {
  for (const heading of [
    'References',
    'See also',
    'Useful links',
    'How it works',
    'Revision history',
    'Appendix A',
  ]) {
    expect(isReferenceHeading(heading)).toBe(true);
  }
  for (const heading of ['Restart', 'Diagnosis', 'Linking accounts'])
    expect(isReferenceHeading(heading)).toBe(false);
});
