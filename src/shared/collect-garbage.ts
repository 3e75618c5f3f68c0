import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Old buffers are rare among the dead, and looking for them takes ten times as long as looking for young ones. */
const MAJOR_EVERY = 16;
/** The space for young objects, up to 96 MiB with its copy, grows with each collection and shrinks only in this one. */
const SHRINK_EVERY = 128;

export interface GarbageCollector {
  /** Lets go of dead buffers; takes a millisecond, seldom tens of them, so it may be called every few MiB. */
  sweep(): void;
  /** Gives back all that can be given back; takes tens of milliseconds. For the change from one work to another. */
  shrink(): void;
}

/**
 * Keeps the memory of the process small while much data streams through it. V8 itself waits until tens of MiB of
 * dead buffers have piled up, and the process never gives that memory back: 120 downloads of 12 MB, eight at a time,
 * peaked at 182 MB without sweeping and at 105 MB with it, in the same time.
 */
export function createGarbageCollector(): GarbageCollector {
  const collect = findCollector();
  const shrink = (): void => {
    collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
  };
  let calls = 0;
  return {
    sweep: () => {
      calls += 1;
      if (calls % SHRINK_EVERY === 0) shrink();
      else collect({ type: calls % MAJOR_EVERY === 0 ? 'major' : 'minor', execution: 'sync' });
    },
    shrink,
  };
}

/** V8 hands its collector only to contexts that are made while this flag is set. */
function findCollector(): NodeJS.GCFunction {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as NodeJS.GCFunction;
  setFlagsFromString('--no-expose-gc');
  return collect;
}
