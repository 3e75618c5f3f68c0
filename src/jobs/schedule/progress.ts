import { wait } from '../../shared/wait.ts';
import { formatDuration } from '../../shared/duration.ts';
import type { Clock, Log } from '../../shared/ports.ts';
import type { Counts, Tally } from './tally.ts';

const INTERVAL_MS = 15_000;

/** `progress: 3 of 12 done, 2 running, 4 queued, 1 failed, 1 m 05 s`. */
export function renderProgress({ done, total, running, queued, failed }: Counts, elapsedMs: number): string {
  const parts = [`${done} of ${total} done`, `${running} running`, `${queued} queued`, `${failed} failed`];
  return `progress: ${parts.join(', ')}, ${formatDuration(elapsedMs)}`;
}

/** Logs a line every 15 s until the returned function is called, so that long work shows progress. */
export function startProgress(tally: Tally, { clock, log }: { clock: Clock; log: Log }): () => void {
  const over = new AbortController();
  const startedMs = clock.monotonicMs();
  const report = async (): Promise<void> => {
    while (await wait(clock, INTERVAL_MS, over.signal))
      log.info(renderProgress(tally.counts(), clock.monotonicMs() - startedMs));
  };
  void report();
  return () => {
    over.abort();
  };
}
