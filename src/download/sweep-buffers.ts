import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Network buffers that may lie about as garbage. Smaller values gain nothing more. */
const SWEEP_EVERY_BYTES = 4 * 1024 * 1024;

/**
 * Gives a function to be told of each chunk of bytes that was read and let go of; it collects young garbage every
 * 4 MiB. V8 itself waits until tens of MiB of dead network buffers have piled up, which the process then keeps:
 * 200 downloads of 20 MB peaked 50 MB higher without this, and took no less time.
 */
export function createBufferSweeper(): (bytes: number) => void {
  const collect = findCollector();
  let pendingBytes = 0;
  return (bytes) => {
    pendingBytes += bytes;
    if (pendingBytes < SWEEP_EVERY_BYTES) return;
    pendingBytes = 0;
    collect({ type: 'minor', execution: 'sync' });
  };
}

/** The collector is only handed to contexts that are made while its flag is set. */
function findCollector(): NodeJS.GCFunction {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as NodeJS.GCFunction;
  setFlagsFromString('--no-expose-gc');
  return collect;
}
