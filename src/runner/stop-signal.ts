import { describeError } from '../shared/describe-error.ts';
import type { Clock } from '../shared/ports.ts';

/** The reason with which a run stops after an error that nothing caught. */
export class Crash extends Error {
  override readonly name = 'Crash';
}

/** The part of `process` that reports an end. */
export type EndSource = Pick<NodeJS.EventEmitter, 'on'>;

/** After a crash the step ends in order. If that is impossible, because the crash took away what it waits for, it ends then. */
const CRASH_LIMIT_MS = 10_000;

/**
 * A signal that is aborted once the runner asks the step to stop, or after an error that nothing caught: with a `Crash`,
 * so that the step ends in the same order, and fails. The first reason stays.
 */
export function listenForStop(source: EndSource): AbortSignal {
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGBREAK'] as const) {
    source.on(name, () => {
      stop.abort(new Error(`the step was stopped by ${name}`));
    });
  }
  // An unhandled rejection comes as the former, too, but only if nothing listens for the latter.
  for (const name of ['uncaughtException', 'unhandledRejection'] as const) {
    source.on(name, (cause: unknown) => {
      stop.abort(new Crash(`an internal error ended the run: ${describeError(cause)}`, { cause }));
    });
  }
  return stop.signal;
}

/** Gives what `work` gives. After a crash it throws the `Crash` instead: when the work has ended, or 10 s after the crash. */
export async function orCrash<T>(
  work: Promise<T>,
  { clock, stop }: { readonly clock: Clock; readonly stop: AbortSignal },
): Promise<T> {
  const { promise: crash, reject } = Promise.withResolvers<never>();
  const onStop = (): void => {
    const reason: unknown = stop.reason;
    if (!(reason instanceof Crash)) return;
    const end = (): void => {
      reject(reason);
    };
    void Promise.race([work, clock.sleep(CRASH_LIMIT_MS)]).then(end, end);
  };
  if (stop.aborted) onStop();
  else stop.addEventListener('abort', onStop, { once: true });
  const result = await Promise.race([work, crash]);
  if (stop.reason instanceof Crash) throw stop.reason;
  return result;
}
