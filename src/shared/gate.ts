import { orAborted } from './or-aborted.ts';

/** Where several wait for something to change, then look again. */
export interface Gate {
  /** Resolves at the next `open` or when the signal is aborted: the caller looks at both. Never rejects. */
  wait(signal: AbortSignal): Promise<void>;
  /** Lets everyone who waits now look again, in their order. */
  open(): void;
}

export function createGate(): Gate {
  let next = Promise.withResolvers<undefined>();
  return {
    wait: async (signal) => {
      // Only an abort can fail this wait.
      await orAborted(next.promise, signal).catch(() => undefined);
    },
    open: () => {
      next.resolve(undefined);
      next = Promise.withResolvers();
    },
  };
}
