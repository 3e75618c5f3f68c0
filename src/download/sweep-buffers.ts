import { createGarbageCollector } from '../shared/collect-garbage.ts';

/** Network buffers that may lie about as garbage. Smaller values gain nothing more. */
const SWEEP_EVERY_BYTES = 4 * 1024 * 1024;

/** Gives a function to call with the length of each chunk that was read and is no longer needed. */
export function createBufferSweeper(): (bytes: number) => void {
  const collector = createGarbageCollector();
  let pendingBytes = 0;
  return (bytes) => {
    pendingBytes += bytes;
    if (pendingBytes < SWEEP_EVERY_BYTES) return;
    pendingBytes = 0;
    collector.sweep();
  };
}
