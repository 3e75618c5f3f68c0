import type { GarbageCollector } from '../shared/collect-garbage.ts';

const SWEEP_EVERY_BYTES = 4 * 1024 * 1024;

/** Gives pieces on; what was sent of them is dead, and would lie about until there is much of it. */
export function* sweepAfter(
  pieces: Iterable<Buffer>,
  { sweep }: Pick<GarbageCollector, 'sweep'>,
): Generator<Buffer> {
  let bytes = 0;
  for (const piece of pieces) {
    yield piece;
    bytes += piece.byteLength;
    if (bytes < SWEEP_EVERY_BYTES) continue;
    bytes = 0;
    sweep();
  }
}
