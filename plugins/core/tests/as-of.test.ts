import {expect, test} from 'vitest';
import {formatFindings, resolveAsOf} from '../src/index.js';

const now = Date.UTC(2026, 10, 20, 23, 30);

test('a build speaks for the day of the option, else of the environment, else for today', () => {
  expect(resolveAsOf({option: '2026-01-01', environment: '2026-02-02', now, timeZone: 'UTC'})).toBe(
    '2026-01-01',
  );
  expect(resolveAsOf({environment: '2026-02-02', now, timeZone: 'UTC'})).toBe('2026-02-02');
  expect(resolveAsOf({environment: '', now, timeZone: 'UTC'})).toBe('2026-11-20');
  expect(resolveAsOf({now, timeZone: 'Asia/Kolkata'})).toBe('2026-11-21');
});

test('a day that is none stops the build and says where it came from', () => {
  expect(() => resolveAsOf({environment: '2026-02-30', now, timeZone: 'UTC'})).toThrow(
    /OPSBINDER_AS_OF is "2026-02-30", which is no day/,
  );
  expect(() => resolveAsOf({now, timeZone: 'Mars/Olympus'})).toThrow(/timeZone is "Mars\/Olympus"/);
});

test('findings are listed by place, each with its mend, and counted', () => {
  const finding = {
    rule: 'r',
    level: 'error' as const,
    source: 'b.md',
    line: 2,
    message: 'Bad',
    hint: 'Mend it',
  };
  expect(
    formatFindings([
      finding,
      {...finding, source: 'a.md', line: 10, level: 'warning'},
      {...finding, source: 'a.md', line: 9},
    ]),
  ).toBe(
    'a.md:9  error  Bad (r)\n    Mend: Mend it\na.md:10  warning  Bad (r)\n    Mend: Mend it\nb.md:2  error  Bad (r)\n    Mend: Mend it\n2 errors, 1 warning',
  );
});
