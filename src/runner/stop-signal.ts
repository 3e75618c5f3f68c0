import { describeError } from '../shared/describe-error.ts';

/** The reason with which a run stops after an error that nobody caught. */
export class Crash extends Error {
  override readonly name = 'Crash';
}

/** The part of `process` that tells of an end. */
export type EndSource = Pick<NodeJS.EventEmitter, 'on'>;

/**
 * A signal that is aborted once the runner asks the step to stop, or once an error came that nobody caught: with a `Crash`,
 * so that the step ends in the same order, and fails. The first reason stays.
 */
export function listenForEnd(source: EndSource): AbortSignal {
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGBREAK'] as const) {
    source.on(name, () => {
      stop.abort(new Error(`the step was stopped by ${name}`));
    });
  }
  // An unhandled rejection comes as the former, too, but only where nobody listens for the latter.
  for (const name of ['uncaughtException', 'unhandledRejection'] as const) {
    source.on(name, (cause: unknown) => {
      stop.abort(new Crash(`an internal error ended the run: ${describeError(cause)}`, { cause }));
    });
  }
  return stop.signal;
}
