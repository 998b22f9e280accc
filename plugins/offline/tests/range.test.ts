import {expect, test} from 'vitest';
import {partOf} from '../src/worker/range.js';

const film = () => new Response('0123456789', {headers: {'content-type': 'video/mp4'}});

test.each([
  ['bytes=0-', 206, '0123456789', 'bytes 0-9/10'],
  ['bytes=2-4', 206, '234', 'bytes 2-4/10'],
  ['bytes=8-99', 206, '89', 'bytes 8-9/10'],
  ['bytes=-3', 206, '789', 'bytes 7-9/10'],
  ['bytes=-99', 206, '0123456789', 'bytes 0-9/10'],
  ['bytes=10-', 416, '', 'bytes */10'],
  ['bytes=0-1,4-5', 200, '0123456789', null],
])('who asks for %s of a film gets %s, %s', async (range, status, text, says) => {
  const part = await partOf(film(), range);
  expect([part.status, await part.text(), part.headers.get('content-range')]).toEqual([status, text, says]);
  if (status !== 416) expect(part.headers.get('content-type')).toBe('video/mp4');
});
