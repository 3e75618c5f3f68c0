import { createGarbageCollector, type GarbageCollector } from './collect-garbage.ts';

/** Dead buffers that may lie about as garbage. Smaller values gain nothing more. */
const SWEEP_EVERY_BYTES = 4 * 1024 * 1024;

/** Gives a function to call with the length of each buffer that is no longer needed. */
export function createBufferSweeper(): (bytes: number) => void {
  let collector: GarbageCollector | undefined;
  let pendingBytes = 0;
  return (bytes) => {
    pendingBytes += bytes;
    if (pendingBytes < SWEEP_EVERY_BYTES) return;
    pendingBytes = 0;
    collector ??= createGarbageCollector();
    collector.sweep();
  };
}
