import {readCode} from '@opsbinder/core';
import {expect, test} from 'vitest';
import {readCodeLines, runnable} from '../src/client/follow/code-lines.js';

/** What is copied of a fence, with a value for its blanks. */
function copied(code: string, language: string, value = ''): string {
  const lines = readCode(code, language).map(({line, prompt, printed, blanks}) => [
    line,
    printed ? -1 : prompt,
    blanks.map(({start, end, key, place, startsWord}) => [start, end, key, place, startsWord ? 1 : 0]),
  ]);
  return runnable(code, readCodeLines(code, JSON.stringify(lines)), {x: value}).text;
}

test('a line that was typed is copied, though a machine prints the same further down', () => {
  expect(copied('$ cat <<EOF > /tmp/f\nhello\n\nEOF\n$ cat /tmp/f\nhello\n\n', 'console')).toBe(
    'cat <<EOF > /tmp/f\nhello\n\nEOF\ncat /tmp/f',
  );
});

test('a line that stands there twice takes what is safe at both places', () => {
  const code = 'cat <<EOF\necho <x>\nEOF\necho <x>';
  expect(copied(code, 'bash', '$(id)')).toBe(code);
  expect(copied(code, 'bash', 'api-7')).toBe(code.replaceAll('<x>', 'api-7'));
});
