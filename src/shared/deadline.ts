import { formatDuration } from './duration.ts';
import type { Clock } from './ports.ts';

/** The reason with which a deadline aborts its signal. */
export class DeadlineExceeded extends Error {
  override readonly name = 'DeadlineExceeded';
}

/** A point in time after which the work under `signal` must stop. No change of the machine's clock moves it. */
export interface Deadline extends Disposable {
  /** Milliseconds until then; 0 once it is over. */
  leftMs(): number;
  /** Aborted at the deadline with a `DeadlineExceeded`, or before it with the parent's reason. */
  readonly signal: AbortSignal;
}

/**
 * Starts a deadline `ms` milliseconds from now, ended early by `parent`.
 * Dispose of it when the work is done: its timer is let go.
 */
export function startDeadline(clock: Clock, ms: number, what: string, parent?: AbortSignal): Deadline {
  const over = new AbortController();
  const done = new AbortController();
  const atMs = clock.monotonicMs() + ms;
  clock.sleep(ms, done.signal).then(
    () => {
      over.abort(new DeadlineExceeded(`${what} was not done within ${formatDuration(ms)}`));
    },
    () => undefined, // disposed: the sleep was called off
  );
  return {
    leftMs: () => Math.max(0, atMs - clock.monotonicMs()),
    signal: parent === undefined ? over.signal : AbortSignal.any([parent, over.signal]),
    [Symbol.dispose]: () => {
      done.abort();
    },
  };
}
