import {describe, expect, test} from 'vitest';
import {cssString, paperAddresses, parseMarkdown} from '../src/index.js';

const addresses = (...lines: string[]) =>
  paperAddresses(parseMarkdown(lines.join('\n'))).map(({address}) => address);

describe('the addresses that paper needs', () => {
  test('are those of links in steps, tasks, decisions and where one escalates', () => {
    expect(
      addresses(
        '# Restart',
        'Read [the design](https://wiki.example.com/design).',
        '## Procedure',
        '1. Open [the dashboard](https://graphs.example.com/d/1)',
        '',
        '   and [its panel](https://graphs.example.com/d/2).',
        '2. Restart it.',
        '',
        '- [ ] Tell [the team](mailto:team@example.com?subject=Restart)',
        '',
        ':::step[Look]',
        'At [the log](http://logs.example.com).',
        ':::',
        '',
        ':::decision[Which?]',
        '- [The vendor](https://status.example.net)',
        ':::',
        '## Escalation',
        'Call [the vendor](tel:+44-20-7946-0018), or open [a case][case].',
        '## See also',
        '[History](https://wiki.example.com/history)',
        '',
        '[case]: https://vendor.example.net/case',
      ),
    ).toEqual([
      'https://graphs.example.com/d/1',
      'https://graphs.example.com/d/2',
      'team@example.com',
      'http://logs.example.com',
      'https://status.example.net',
      '+44-20-7946-0018',
      'https://vendor.example.net/case',
    ]);
  });

  test('are never those of pages of the site', () => {
    expect(
      addresses(
        '## Escalation',
        '[a](./other.md) [b](/docs/x) [c](#top) [d](other) [e](file:///x) [f][none]',
      ),
    ).toEqual([]);
  });

  test('stand there once: not behind words that say them, nor a second time', () => {
    expect(
      addresses(
        '## Escalation',
        '<https://a.example.com/>, [a.example.com](https://a.example.com)',
        '[again](https://a.example.com/), [mail@example.com](mailto:mail@example.com)',
        '[+44 (20) 7946 0018](tel:+442079460018), [b](https://b.example.com), [b](https://b.example.com)',
      ),
    ).toEqual(['https://b.example.com']);
  });
});

test('a text for a style sheet cannot end its string, rule or element', () => {
  expect(cssString('Déjà 1')).toBe('"Déjà 1"');
  expect(cssString('a"}</style>\\')).toBe('"a\\22 \\7d \\3c \\2f style\\3e \\5c "');
});
