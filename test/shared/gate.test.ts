import { expect, test } from 'vitest';

import { createGate } from '../../src/shared/gate.ts';

test('everyone who waits looks again when it opens, in their order; who comes later waits for the next time', async () => {
  const gate = createGate();
  const { signal } = new AbortController();
  const seen: string[] = [];
  const look = async (name: string): Promise<void> => {
    await gate.wait(signal);
    seen.push(name);
  };
  const early = [look('a'), look('b')];
  gate.open();
  const late = look('c');
  await Promise.all(early);
  expect(seen).toEqual(['a', 'b']);
  gate.open();
  await late;
  expect(seen).toEqual(['a', 'b', 'c']);
});

test('an abort ends the wait without an error', async () => {
  const stop = new AbortController();
  const waiting = createGate().wait(stop.signal);
  stop.abort(new Error('over'));
  await waiting;
  expect(stop.signal.aborted).toBe(true);
});
