import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {schedule} from '../src/dev/scheduled';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const QUIET = {quietMs: 300, onError: () => {}};

test('nothing is done before it may begin, and then once for all that was asked', async () => {
  const work = vi.fn(async () => {});
  const {ask, release} = schedule(work, QUIET);
  ask();
  ask();
  await vi.advanceTimersByTimeAsync(1000);
  expect(work).not.toHaveBeenCalled();
  release();
  release();
  await vi.advanceTimersByTimeAsync(1000);
  expect(work).toHaveBeenCalledTimes(1);
});

test('edits that come one after the other are taken together', async () => {
  const work = vi.fn(async () => {});
  const {ask, release} = schedule(work, QUIET);
  release();
  for (let edit = 0; edit < 5; edit += 1) {
    ask();
    await vi.advanceTimersByTimeAsync(200);
  }
  expect(work).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(100);
  expect(work).toHaveBeenCalledTimes(1);
});

test('an edit while it is done has it done again, and never twice at once', async () => {
  let running = 0;
  let most = 0;
  const work = vi.fn(async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    running -= 1;
  });
  const {ask, release} = schedule(work, QUIET);
  release();
  ask();
  await vi.advanceTimersByTimeAsync(500);
  ask();
  await vi.advanceTimersByTimeAsync(5000);
  expect(work).toHaveBeenCalledTimes(2);
  expect(most).toBe(1);
});

test('it gives way while it is held', async () => {
  const work = vi.fn(async () => {});
  const {ask, release, hold} = schedule(work, QUIET);
  release();
  ask();
  hold();
  await vi.advanceTimersByTimeAsync(1000);
  expect(work).not.toHaveBeenCalled();
  release();
  await vi.advanceTimersByTimeAsync(1000);
  expect(work).toHaveBeenCalledTimes(1);
});

test('what fails is told, and tried again after the next edit', async () => {
  const onError = vi.fn();
  const work = vi.fn(async () => {
    if (work.mock.calls.length === 1) throw new Error('no room');
  });
  const {ask, release} = schedule(work, {quietMs: 300, onError});
  release();
  ask();
  await vi.advanceTimersByTimeAsync(1000);
  expect(onError).toHaveBeenCalledWith(new Error('no room'));
  ask();
  await vi.advanceTimersByTimeAsync(1000);
  expect(work).toHaveBeenCalledTimes(2);
  expect(onError).toHaveBeenCalledTimes(1);
});
