import { expect, test } from 'vitest';

import { isShortage, outlastShortage } from '../../src/shared/shortage.ts';

function withCode(code: string): Error {
  return Object.assign(new Error(code), { code });
}

test.each([
  ['EMFILE', withCode('EMFILE'), true],
  ['ENFILE', withCode('ENFILE'), true],
  ['ENOBUFS', withCode('ENOBUFS'), true],
  ['ENOMEM', withCode('ENOMEM'), true],
  ['a cause', new Error('cannot start git', { cause: withCode('EAGAIN') }), true],
  ['one of several', new AggregateError([withCode('ECONNREFUSED'), withCode('EMFILE')]), true],
  ['a full disk', withCode('ENOSPC'), false],
  ['a file that does not exist', withCode('ENOENT'), false],
  ['text', 'EMFILE', false],
])('%s', (_, error, expected) => {
  expect(isShortage(error)).toBe(expected);
});

function createDeps() {
  const waitsMs: number[] = [];
  const stop = new AbortController();
  const sleep = async (ms: number, signal?: AbortSignal): Promise<void> => {
    waitsMs.push(ms);
    if (waitsMs.length === 3) stop.abort(new Error('stopped'));
    await Promise.resolve();
    signal?.throwIfAborted();
  };
  return { waitsMs, stop, clock: { now: () => 0, monotonicMs: () => 0, sleep } };
}

test('work is repeated until the shortage is over', async () => {
  const { clock, waitsMs } = createDeps();
  const errors = [withCode('EMFILE'), withCode('ENFILE')];
  const work = async (): Promise<string> => {
    await Promise.resolve();
    const error = errors.shift();
    if (error !== undefined) throw error;
    return 'done';
  };
  expect(await outlastShortage(work, { clock, signal: new AbortController().signal })).toBe('done');
  expect(waitsMs).toEqual([500, 1000]);
});

test('another error is thrown at once', async () => {
  const { clock, waitsMs } = createDeps();
  const work = async (): Promise<never> => await Promise.reject(withCode('ENOSPC'));
  const { signal } = new AbortController();
  await expect(outlastShortage(work, { clock, signal })).rejects.toThrow('ENOSPC');
  expect(waitsMs).toEqual([]);
});

test('the signal ends the waits, and so does a shortage that lasts', async () => {
  const work = async (): Promise<never> => await Promise.reject(withCode('EMFILE'));
  const stopped = createDeps();
  await expect(outlastShortage(work, { clock: stopped.clock, signal: stopped.stop.signal })).rejects.toThrow(
    'EMFILE',
  );
  expect(stopped.waitsMs).toHaveLength(3);
  const lasting = createDeps();
  const { signal } = new AbortController();
  await expect(outlastShortage(work, { clock: lasting.clock, signal })).rejects.toThrow('EMFILE');
  expect(lasting.waitsMs).toHaveLength(8);
});
