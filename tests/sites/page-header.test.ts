import {beforeAll, describe, expect, test} from 'vitest';
import {type BuiltSite, buildSite} from '../support/sites.js';

const DOCS = {
  'owners.yml': 'sre: {name: SRE, phone: "+44 20 7946 0021"}\n',
  'handbook.yml': 'severities:\n  P0: {title: Critical, respond_in: 15 minutes}\n',
  'labels.md': [
    '---',
    'type: alert',
    'severity: P0',
    'owner: sre',
    '---',
    '',
    '# PodDown',
    '',
    '**Meaning:** The pod is down.',
    '',
    '**Diagnosis**',
    '',
    '1. Look at the pods',
    '2. Read the log',
    '',
    '**Mitigation:**',
    '',
    '- [ ] The pod may go',
    '',
    '```bash',
    'kubectl delete pod <pod>',
    '```',
    '',
    ':::rollback',
    'Nothing to take back.',
    ':::',
    '',
    '## Who to call {#call}',
    '',
    'Us.',
  ].join('\n'),
  'many.md': [
    '# Alerts',
    ...['PodDown', 'DiskFull'].flatMap((name) => [`## ${name}`, '### Diagnosis', 'x', '### Mitigation', 'y']),
  ].join('\n\n'),
  'plain.md': '# Plain\n\nNothing to do.\n',
};

let built: BuiltSite;
beforeAll(async () => {
  built = await buildSite({name: 'page-header', docs: DOCS});
  if (built.code !== 0) throw new Error(built.output);
});

const jumps = (html: string) =>
  [...html.matchAll(/<a href="#([^"]+)">([^<]+)<\/a>/g)].map(([, anchor, word]) => `${word} #${anchor}`);

describe('the header of a page', () => {
  test('says how bad it is, how fast to answer, who answers and how much there is to do', () => {
    const text = built.text('docs/labels');
    expect(text).toContain('P0 Critical, respond in 15 minutes');
    expect(text).toContain('+44 20 7946 0021');
    expect(text).toContain('2 steps, 1 box to tick, 1 destructive command');
  });

  test('leads to each part that is there, by heading, bold label or block', () => {
    const html = built.html('docs/labels');
    expect(jumps(html)).toEqual([
      'Diagnose #part-diagnosis',
      'Fix #part-mitigation',
      'Roll back #roll-back',
      'Escalate #call',
    ]);
    for (const id of ['part-diagnosis', 'part-mitigation', 'roll-back', 'call']) {
      expect(html.split(` id="${id}"`)).toHaveLength(2);
    }
  });

  test('does not lead to one alert of several', () => {
    expect(jumps(built.html('docs/many'))).toEqual([]);
  });

  test('says nothing of work where there is none', () => {
    expect(built.text('docs/plain')).not.toMatch(/\d steps?|\d box/);
  });
});
