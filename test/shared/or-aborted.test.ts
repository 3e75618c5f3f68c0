import { getEventListeners } from 'node:events';
import { expect, test } from 'vitest';

import { orAborted } from '../../src/shared/or-aborted.ts';

test('gives the outcome of the work, good or bad, and lets go of the signal', async () => {
  const { signal } = new AbortController();
  await expect(orAborted(Promise.resolve(7), signal)).resolves.toBe(7);
  await expect(orAborted(Promise.reject(new Error('no route')), signal)).rejects.toThrow('no route');
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});

test.each([
  ['before', true],
  ['after', false],
])('a signal that was aborted %s the work began ends the waiting with its reason', async (_, isBefore) => {
  const stop = new AbortController();
  const { promise: endless } = Promise.withResolvers<number>();
  const reason = new Error('the run was stopped');
  if (isBefore) stop.abort(reason);
  const waiting = orAborted(endless, stop.signal);
  stop.abort(reason);
  await expect(waiting).rejects.toBe(reason);
  expect(getEventListeners(stop.signal, 'abort')).toEqual([]);
});

test('work that fails after the waiting ended is no unhandled rejection', async () => {
  const stop = new AbortController();
  const work = Promise.withResolvers<number>();
  const waiting = orAborted(work.promise, stop.signal);
  stop.abort(new Error('stopped'));
  await expect(waiting).rejects.toThrow('stopped');
  work.reject(new Error('too late'));
  await new Promise(setImmediate);
});
