import { next, type Feed, type WalkStep } from './walk.ts';

/** The next marker's code. Fill bytes are allowed before it; decoders pass over stray bytes, so this does. */
export function* nextMarker(feed: Feed): WalkStep<number> {
  let sawPrefix = false;
  for (;;) {
    const byte = (yield* next(feed, 1))[0];
    if (byte === 0xff) sawPrefix = true;
    else if (sawPrefix && byte !== undefined && byte !== 0) return byte;
    else sawPrefix = false;
  }
}

/**
 * Passes over entropy-coded data to the marker that ends it. In it 0xFF is followed by 0 (a stuffed byte), by a restart
 * marker, or by that marker. The search runs over whole chunks: this is where the time goes.
 */
export function* skipScan(feed: Feed): WalkStep<number> {
  for (;;) {
    const { chunk } = feed;
    let prefix = chunk.indexOf(0xff, feed.at);
    while (prefix !== -1 && prefix + 1 < chunk.length) {
      const code = chunk[prefix + 1] ?? 0;
      if (code === 0xff) prefix += 1;
      else if (isData(code)) prefix = chunk.indexOf(0xff, prefix + 2);
      else {
        feed.at = prefix + 2;
        return code;
      }
    }
    feed.at = chunk.length;
    if (prefix === -1) {
      yield;
      continue;
    }
    // The prefix is the chunk's last byte: its code is in the next one, perhaps after fill bytes.
    let code = 0xff;
    while (code === 0xff) code = (yield* next(feed, 1))[0] ?? 0;
    if (!isData(code)) return code;
  }
}

function isData(code: number): boolean {
  return code === 0 || (code >= 0xd0 && code <= 0xd7);
}
