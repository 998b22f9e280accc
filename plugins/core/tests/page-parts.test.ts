import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {jumpLinks, parseMarkdown, readPageParts, splitFrontMatter} from '../src/index.js';

const parts = (...lines: string[]) =>
  readPageParts(parseMarkdown(lines.join('\n'))).parts.map(
    ({section, kind, anchor, within}) =>
      `${kind} ${section} #${anchor ?? ''}${within ? ` in ${within}` : ''}`,
  );
const jumps = (...lines: string[]) =>
  jumpLinks(readPageParts(parseMarkdown(lines.join('\n'))).parts).map(({to, anchor}) => `${to} #${anchor}`);

describe('the parts of a page', () => {
  test('are its headings, with the ids that they get', () => {
    expect(
      parts('# P', '## Meaning', '## 2. [Mitigation](https://a.example) of `X`', '## Mitigation {#fix}'),
    ).toEqual([
      'heading meaning #meaning',
      'heading mitigation #2-mitigation-of-x',
      'heading mitigation #fix',
    ]);
  });

  test('are its bold labels, with ids of their own, and none that is not a section', () => {
    expect(
      parts(
        '# P',
        '**Meaning:** The pod is down.',
        '',
        '**Diagnosis**',
        '',
        '**Note:** mind the gap',
        '',
        '**Mitigation is hard** to find',
        '',
        '**Check the logs:**',
        '',
        '**Impact**: none',
        '',
        '**Root Causes** – a full disk',
        '',
        '**Diagnosis:** again',
      ),
    ).toEqual([
      'label meaning #part-meaning',
      'label diagnosis #part-diagnosis',
      'label impact #part-impact',
      'label root-cause #part-root-cause',
      'label diagnosis #part-diagnosis-2',
    ]);
  });

  test('are labels in items of bullet lists, below the heading above; a step of that name is a step', () => {
    expect(
      parts('## Facts', '- **Severity:** high', '- **Owner**: me', '', '1. **Verification:** look'),
    ).toEqual(['label severity #facts in facts', 'label escalation #facts in facts']);
  });

  test('are blocks that are sections, whatever language their heading is in', () => {
    expect(parts('## Procedure', ':::verify', 'x', ':::', ':::escalate[Call]', 'x', ':::')).toEqual([
      'heading procedure #procedure',
      'block verification #verify',
      'block escalation #call',
    ]);
  });

  test('are not headings that belong to the part around them', () => {
    expect(
      parts('## Diagnosis', '### Verify the operator', '### Check the logs', '## Verify the repair'),
    ).toEqual(['heading diagnosis #diagnosis', 'heading verification #verify-the-repair']);
    expect(parts('## Procedure', '### Verify the repair', '### Rollback')).toEqual([
      'heading procedure #procedure',
      'heading verification #verify-the-repair in procedure',
      'heading rollback #rollback in procedure',
    ]);
  });

  test('of one heading may be two', () => {
    expect(parts('## Diagnosis and mitigation')).toEqual([
      'heading diagnosis #diagnosis-and-mitigation',
      'heading mitigation #diagnosis-and-mitigation',
    ]);
  });

  test('under level-one headings have no address, and are there all the same', () => {
    expect(parts('# Meaning', 'x', '# Impact', 'x')).toEqual(['heading meaning #', 'heading impact #']);
  });
});

describe('a page', () => {
  const read = (...lines: string[]) => readPageParts(parseMarkdown(lines.join('\n')));

  test('may have a title, or none', () => {
    expect(read('# The `X` page', '## A').title).toBe('The X page');
    expect(read('## A').title).toBeUndefined();
    expect(read('# A', '# B').title).toBeUndefined();
  });

  test('with one alert per heading has a group for each', () => {
    const alert = (name: string, level: string) => [
      `${level} ${name}`,
      `${level}# Meaning`,
      'x',
      `${level}# Mitigation`,
      'x',
    ];
    expect(read('# Alerts', ...alert('PodDown', '##'), ...alert('DiskFull', '##')).groups).toEqual([
      'poddown',
      'diskfull',
    ]);
    expect(read(...alert('PodDown', '#'), ...alert('DiskFull', '#')).groups).toEqual(['poddown', 'diskfull']);
    const labelled = (name: string) => [`## ${name}`, '**Meaning:** x', '', '**Mitigation:** y', ''];
    expect(read(...labelled('PodDown'), ...labelled('DiskFull')).groups).toEqual(['poddown', 'diskfull']);
    expect(read('# PodDown', '## Meaning', '## Mitigation').groups).toEqual([]);
  });

  test.each([
    ['This alert has been moved to [alerts/X.md](https://a.example/X.md)', 'https://a.example/X.md'],
    ['> **Note:** this page is now part of [the handbook](../handbook.md).', '../handbook.md'],
    ['Moved to the team wiki.', 'the team wiki'],
    ['This runbook was superseded by [another](b.md).', 'b.md'],
  ])('that says it moved: %s', (text, to) => expect(read('# X', text).movedTo).toBe(to));

  test.each([
    ['# X\n\nGovWifi has moved on.\n\n1. Do this\n'],
    ['# X\n\nThe pod was moved to another node.\n\n```sh\nkubectl get pods\n```\n'],
    ['# X\n\nSee [another](b.md).\n'],
    ['# X\n'],
    [`# X\n\nThe data was moved to a new disk. ${'It took long. '.repeat(20)}\n`],
  ])('that did not move: %j', (text) => expect(read(text).movedTo).toBeUndefined());
});

describe('the ways from the top', () => {
  test('lead to what is called just so rather than to what begins so', () => {
    expect(
      jumps(
        '## Verify access',
        '## Diagnosis',
        '## Resolution',
        '## Verification',
        '## Rollback',
        '## Escalation',
      ),
    ).toEqual([
      'diagnose #diagnosis',
      'fix #resolution',
      'verify #verification',
      'rollback #rollback',
      'escalate #escalation',
    ]);
  });

  test('lead to the procedure where there is no mitigation', () => {
    expect(jumps('## Procedure')).toEqual(['fix #procedure']);
    expect(jumps('## Procedure', '## Mitigation')).toEqual(['fix #mitigation']);
  });

  test('lead to labels and blocks', () => {
    expect(jumps('**Mitigation:** x', '', ':::rollback', 'x', ':::')).toEqual([
      'fix #part-mitigation',
      'rollback #roll-back',
    ]);
  });

  test('lead to the outermost of several, and nowhere when none is more than the others', () => {
    expect(jumps('## A', '### Verification', '## Verification')).toEqual(['verify #verification-1']);
    expect(jumps('## A', '### Verification', '## B', '### Verification')).toEqual([]);
    expect(jumps('## Verification', '## Verification')).toEqual(['verify #verification']);
  });
});

test('parts are the same whatever the front matter', () => {
  const line = fc.constantFrom(
    '# P',
    '## Diagnosis',
    '### Verify it',
    '**Mitigation:** x',
    '',
    '1. one',
    '- [ ] two',
    ':::rollback',
    ':::',
    '```',
    'moved to x',
  );
  const key = fc.constantFrom(
    'type: alert',
    'type: runbook',
    'title: Rollback',
    'alerts: headings',
    'tier: 0',
  );
  fc.assert(
    fc.property(fc.array(line, {maxLength: 20}), fc.uniqueArray(key), (lines, keys) => {
      const body = lines.join('\n');
      const withKeys = splitFrontMatter(`---\n${keys.join('\n')}\n---\n${body}`).body;
      const shown = (text: string) =>
        JSON.stringify(readPageParts(parseMarkdown(text)), (name, value) =>
          name === 'node' ? undefined : value,
        );
      expect(shown(withKeys)).toBe(shown(body));
    }),
  );
});
