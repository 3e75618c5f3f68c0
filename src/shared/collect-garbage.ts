import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Old buffers are rare among the dead, and looking for them takes ten times as long as looking for young ones. */
const MAJOR_EVERY = 32;

/**
 * Gives a function that lets go of dead buffers now. To be called every few MiB while much data streams through:
 * V8 itself waits until tens of MiB of them have piled up, and the process never gives that memory back.
 * 120 downloads of 12 MB, eight at a time, peaked at 182 MB without it and at 105 MB with it, in the same time.
 */
export function createGarbageCollector(): () => void {
  const collect = findCollector();
  let calls = 0;
  return () => {
    calls += 1;
    collect({ type: calls % MAJOR_EVERY === 0 ? 'major' : 'minor', execution: 'sync' });
  };
}

/** V8 hands its collector only to contexts that are made while this flag is set. */
function findCollector(): NodeJS.GCFunction {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as NodeJS.GCFunction;
  setFlagsFromString('--no-expose-gc');
  return collect;
}
