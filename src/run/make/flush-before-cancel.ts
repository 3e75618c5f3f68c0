import type { LedgerHandle } from '../../ledger/write/create-ledger.ts';
import { startLeavingLimit } from '../../shared/leaving-limit.ts';
import type { QueueClient } from '../../queue/types.ts';
import type { World } from '../../runner/world.ts';

/** What a step that is being stopped writes to the ledger before it turns to the jobs. */
const FLUSH_MS = 3000;

/**
 * The queue of a run that may be stopped: then the ledger is flushed at once, and no job is cancelled until that is
 * done or 3 s have passed. Cancelling ends 5 s after the stop. Dispose of it when the edits have ended.
 */
export function flushBeforeCancel<Queue extends Pick<QueueClient, 'cancel'>>(
  queue: Queue,
  ledger: Pick<LedgerHandle, 'flush'>,
  { clock, stop }: Pick<World, 'clock' | 'stop'>,
): Queue & Disposable {
  const limit = startLeavingLimit(clock, stop);
  let flushed: Promise<unknown> | undefined;
  const flush = (): Promise<unknown> => (flushed ??= Promise.race([ledger.flush(), clock.sleep(FLUSH_MS)]));
  const onStop = (): void => {
    void flush();
  };
  stop.addEventListener('abort', onStop, { once: true });
  return {
    ...queue,
    cancel: async (requestId, signal) => {
      if (stop.aborted) await flush();
      return await queue.cancel(requestId, AbortSignal.any([signal, limit.signal]));
    },
    [Symbol.dispose]: () => {
      stop.removeEventListener('abort', onStop);
      limit[Symbol.dispose]();
    },
  };
}
