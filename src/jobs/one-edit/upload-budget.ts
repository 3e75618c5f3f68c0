import { orAborted } from '../../shared/or-aborted.ts';

/** Holds back submits whose pictures would not fit in memory together. */
export interface UploadBudget {
  /** Runs `work` when there is room for `bytes`; undefined where the signal is aborted before that. */
  spend<T>(bytes: number, signal: AbortSignal, work: () => Promise<T>): Promise<T | undefined>;
}

/**
 * Room for `limitBytes` of pictures at once, in the order of asking. What is larger than the limit goes alone:
 * one that is large must not wait for ever.
 */
export function createUploadBudget(limitBytes: number): UploadBudget {
  let spent = 0;
  let lastInLine: Promise<unknown> = Promise.resolve();
  let freed = Promise.withResolvers<undefined>();

  const takeRoom = async (bytes: number, signal: AbortSignal): Promise<boolean> => {
    while (!signal.aborted && spent > 0 && spent + bytes > limitBytes) {
      await orAborted(freed.promise, signal).catch(() => undefined); // the loop looks at the signal itself
    }
    if (signal.aborted) return false;
    spent += bytes;
    return true;
  };

  return {
    spend: async (bytes, signal, work) => {
      const myTurn = lastInLine.then(async () => await takeRoom(bytes, signal));
      lastInLine = myTurn;
      if (!(await myTurn)) return undefined;
      try {
        return await work();
      } finally {
        spent -= bytes;
        freed.resolve(undefined);
        freed = Promise.withResolvers();
      }
    },
  };
}
