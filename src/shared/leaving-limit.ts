import type { Clock } from './ports.ts';

/** The runner sends SIGTERM 7.5 s after SIGINT; some of that is needed to record the state of the run. */
const LEAVING_LIMIT_MS = 5000;

/** Bounds what must not be broken off at once when the step is being stopped. */
export interface LeavingLimit extends Disposable {
  /** Aborted 5 s (or the given time) after `stop`. */
  readonly signal: AbortSignal;
}

/** Watches `stop` until it is disposed of. */
export function startLeavingLimit(
  clock: Clock,
  stop: AbortSignal,
  limitMs: number = LEAVING_LIMIT_MS,
): LeavingLimit {
  const over = new AbortController();
  const done = new AbortController();
  const onStop = (): void => {
    clock.sleep(limitMs, done.signal).then(
      () => {
        over.abort(new Error('the step was stopped, and no answer came in its last seconds'));
      },
      () => undefined, // disposed: the sleep was called off
    );
  };
  if (stop.aborted) onStop();
  else stop.addEventListener('abort', onStop, { once: true });
  return {
    signal: over.signal,
    [Symbol.dispose]: () => {
      stop.removeEventListener('abort', onStop);
      done.abort();
    },
  };
}
