import { createGate } from '../../shared/gate.ts';
import { createLine } from '../../shared/line.ts';

/** Holds back submits whose pictures would not fit in memory together. */
export interface UploadMemory {
  /** Runs `work` when there is room for `bytes`; undefined if the signal is aborted before that. */
  use<T>(bytes: number, signal: AbortSignal, work: () => Promise<T>): Promise<T | undefined>;
}

/**
 * Room for `limitBytes` of pictures at once, in the order of asking. A submit that is larger than the limit goes by
 * itself: it must not wait forever. One that has no bytes waits for no other.
 */
export function createUploadMemory(limitBytes: number): UploadMemory {
  let used = 0;
  const entrance = createLine();
  const freed = createGate();

  const takeRoom = async (bytes: number, signal: AbortSignal): Promise<boolean> => {
    while (!signal.aborted && used > 0 && used + bytes > limitBytes) await freed.wait(signal);
    if (signal.aborted) return false;
    used += bytes;
    return true;
  };

  return {
    use: async (bytes, signal, work) => {
      if (bytes === 0) return signal.aborted ? undefined : await work();
      if (!(await entrance.run(async () => await takeRoom(bytes, signal)))) return undefined;
      try {
        return await work();
      } finally {
        used -= bytes;
        freed.open();
      }
    },
  };
}
