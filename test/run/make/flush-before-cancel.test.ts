import { expect, it } from 'vitest';

import { flushBeforeCancel } from '../../../src/run/make/flush-before-cancel.ts';
import type { LedgerHandle } from '../../../src/ledger/write/create-ledger.ts';
import type { CancelAnswer } from '../../../src/queue/types.ts';

const never = new AbortController().signal;

/** A queue and a ledger that note what they are asked, and a clock on which time passes on demand. */
function stage(flush: LedgerHandle['flush']) {
  const events: string[] = [];
  const sleeps: { readonly ms: number; readonly end: () => void }[] = [];
  const stop = new AbortController();
  const clock = {
    now: () => 0,
    monotonicMs: () => 0,
    sleep: async (ms: number) => {
      await new Promise<void>((resolve) => {
        sleeps.push({ ms, end: resolve });
      });
    },
  };
  const ledger = {
    flush: async () => {
      events.push('flush');
      return await flush();
    },
  };
  const client = {
    cancel: async (id: string, signal: AbortSignal): Promise<CancelAnswer> => {
      events.push(`cancel ${id}${signal.aborted ? ', too late' : ''}`);
      return await Promise.resolve('cancelled');
    },
  };
  const queue = flushBeforeCancel(client, ledger, { clock, stop: stop.signal });
  const pass = async (upToMs: number): Promise<void> => {
    for (const { ms, end } of sleeps) if (ms <= upToMs) end();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { queue, stop, events, pass };
}

it('cancels at once as long as the step is not stopped', async () => {
  const { queue, events } = stage(async () => await Promise.resolve({ ok: true, value: undefined }));
  using running = queue;
  expect(await running.cancel('r1', never)).toBe('cancelled');
  expect(events).toEqual(['cancel r1']);
});

it('flushes the ledger before it cancels, once for all jobs', async () => {
  const flushing = Promise.withResolvers<Awaited<ReturnType<LedgerHandle['flush']>>>();
  const { queue, stop, events, pass } = stage(async () => await flushing.promise);
  using running = queue;
  stop.abort();
  const cancelling = Promise.all(['r1', 'r2'].map(async (id) => await running.cancel(id, never)));
  await pass(0);
  expect(events).toEqual(['flush']);
  flushing.resolve({ ok: true, value: undefined });
  await cancelling;
  expect(events).toEqual(['flush', 'cancel r1', 'cancel r2']);
});

it('cancels even if the ledger cannot be reached, and not after its time', async () => {
  const { queue, stop, events, pass } = stage(async () => await new Promise(() => undefined));
  using running = queue;
  stop.abort();
  const cancelling = running.cancel('r1', never);
  await pass(3000);
  await cancelling;
  await pass(5000);
  await running.cancel('r2', never);
  expect(events).toEqual(['flush', 'cancel r1', 'cancel r2, too late']);
});
