import {expect, test} from 'vitest';
import {checkLimit, sizeLine} from '../src/limit.js';

const files: Record<string, [string, number]> = {
  'index.html': ['', 500_000],
  'assets/js/main.1.js': ['', 1_200_000],
  'quick-reference/site.pdf': ['', 600_000],
};

test('the build says how much is kept', () => {
  expect(sizeLine(files, 15)).toBe('Offline: 3 files, 2.3 MB kept ready (limit 15 MB).');
});

test('what is as large as the limit passes', () => {
  expect(() => checkLimit(files, 2.3)).not.toThrow();
});

test('what is larger is an error that says what it is made of, and how to mend it', () => {
  expect(() => checkLimit(files, 2)).toThrow(
    [
      'Opsbinder: the offline copy would be 2.3 MB in 3 files, and the limit is 2 MB.',
      'It holds: scripts and styles 1.2 MB (1), PDFs 0.60 MB (1), pages 0.50 MB (1).',
      'The largest files:',
      '  assets/js/main.1.js (1.2 MB)',
      '  quick-reference/site.pdf (0.60 MB)',
      '  index.html (0.50 MB)',
      'Mend: keep fewer pages (option tiers, such as [0])',
    ].join('\n'),
  );
});
