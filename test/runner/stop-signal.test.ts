import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';

import { Crash, listenForStop, orCrash } from '../../src/runner/stop-signal.ts';

const clock = {
  now: () => 0,
  monotonicMs: () => 0,
  sleep: async () => {
    await Promise.resolve();
  },
};

it.each(['SIGINT', 'SIGTERM', 'SIGBREAK'])('%s stops the step, and the first reason stays', (name) => {
  const source = new EventEmitter();
  const stop = listenForStop(source);
  expect(stop.aborted).toBe(false);
  source.emit(name);
  source.emit('uncaughtException', new Error('boom'));
  expect(stop.reason).toEqual(new Error(`the step was stopped by ${name}`));
});

it.each(['uncaughtException', 'unhandledRejection'])('%s is a crash', (name) => {
  const source = new EventEmitter();
  const stop = listenForStop(source);
  source.emit(name, new Error('boom'));
  expect(stop.reason).toBeInstanceOf(Crash);
  expect(stop.reason).toMatchObject({ message: 'an internal error ended the run: boom' });
});

it('work that ends without a crash gives what it gives, stopped or not', async () => {
  const stop = new AbortController();
  expect(await orCrash(Promise.resolve(7), { clock, stop: stop.signal })).toBe(7);
  stop.abort(new Error('the step was stopped by SIGINT'));
  expect(await orCrash(Promise.resolve(8), { clock, stop: stop.signal })).toBe(8);
  await expect(orCrash(Promise.reject(new Error('no')), { clock, stop: stop.signal })).rejects.toThrow('no');
});

it('after a crash the work has 10 s to end in order, and the crash is what it gives', async () => {
  const stop = new AbortController();
  const { promise: work, resolve } = Promise.withResolvers<number>();
  const slept: number[] = [];
  const { promise: asleep, resolve: wake } = Promise.withResolvers<undefined>();
  const waiting = {
    now: () => 0,
    monotonicMs: () => 0,
    sleep: async (ms: number) => {
      slept.push(ms);
      await asleep;
    },
  };
  const crash = new Crash('boom');
  const ended = orCrash(work, { clock: waiting, stop: stop.signal });
  const hung = orCrash(new Promise(() => undefined), { clock: waiting, stop: stop.signal });
  stop.abort(crash);
  resolve(7);
  await expect(ended).rejects.toBe(crash);
  wake(undefined);
  await expect(hung).rejects.toBe(crash);
  expect(slept).toEqual([10_000, 10_000]);
});
