import { createGate } from '../../shared/gate.ts';
import { createLine } from '../../shared/line.ts';

/** Holds back submits whose pictures would not fit in memory together. */
export interface UploadMemory {
  /**
   * Runs `work` when there is room for `bytes`; undefined if the signal is aborted before that. `onWait` is called if
   * there is no room at once.
   */
  use<T>(
    bytes: number,
    signal: AbortSignal,
    work: () => Promise<T>,
    onWait?: () => void,
  ): Promise<T | undefined>;
}

/**
 * Room for `limitBytes` of pictures at once, in the order of asking. A submit that is larger than the limit goes by
 * itself: it must not wait forever. One that has no bytes waits for no other.
 */
export function createUploadMemory(limitBytes: number): UploadMemory {
  let used = 0;
  let inLine = 0;
  const entrance = createLine();
  const freed = createGate();
  const fits = (bytes: number): boolean => used === 0 || used + bytes <= limitBytes;

  const waitForRoom = async (bytes: number, signal: AbortSignal): Promise<boolean> => {
    inLine += 1;
    return await entrance.run(async () => {
      while (!signal.aborted && !fits(bytes)) await freed.wait(signal);
      inLine -= 1;
      if (signal.aborted) return false;
      used += bytes;
      return true;
    });
  };

  return {
    use: async (bytes, signal, work, onWait) => {
      if (signal.aborted) return undefined;
      if (bytes === 0) return await work();
      if (inLine === 0 && fits(bytes)) {
        used += bytes;
      } else {
        onWait?.();
        if (!(await waitForRoom(bytes, signal))) return undefined;
      }
      try {
        return await work();
      } finally {
        used -= bytes;
        freed.open();
      }
    },
  };
}
