import type { ChildProcess } from 'node:child_process';

/** What a cancelled step gets, and when (milliseconds after the cancellation). */
const stages: readonly (readonly [signal: NodeJS.Signals, afterMs: number])[] = [
  ['SIGINT', 0],
  ['SIGTERM', 7_500],
  ['SIGKILL', 10_000],
];

/**
 * Stops the process once `signal` aborts, by the runner's own stages: SIGINT, SIGTERM after 7.5 s, SIGKILL after 2.5 s
 * more. Dispose of it when the process has ended.
 */
export function stopAsRunner(child: ChildProcess, signal: AbortSignal | undefined): Disposable {
  const timers: NodeJS.Timeout[] = [];
  function stop(): void {
    for (const [name, afterMs] of stages) timers.push(setTimeout(() => child.kill(name), afterMs));
  }
  if (signal?.aborted === true) stop();
  else signal?.addEventListener('abort', stop, { once: true });
  return {
    [Symbol.dispose]() {
      signal?.removeEventListener('abort', stop);
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
