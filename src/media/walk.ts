/**
 * The part of a file that a walk has in hand. A walk is a generator that reads on from `at`; where the
 * chunk is used up it yields, and finds the next one in its place. So a format is written down as plain,
 * straight code, however the bytes are cut into chunks, and only one chunk is held at a time.
 */
export interface Feed {
  chunk: Buffer;
  /** Index of the next unread byte of `chunk`. */
  at: number;
  /** Whether the file may end right here, before the next byte: for formats without an end marker. */
  mayEnd: boolean;
}

/** Returns undefined at the file's proper end, or a sentence that tells the damage. */
export type Walk = Generator<undefined, string | undefined, undefined>;

/** A step of a walk that gives a value. */
export type Step<T> = Generator<undefined, T, undefined>;

/** The next `count` bytes in one piece; for small counts. */
export function* take(feed: Feed, count: number): Step<Buffer> {
  const end = feed.at + count;
  if (end <= feed.chunk.length) {
    const bytes = feed.chunk.subarray(feed.at, end);
    feed.at = end;
    return bytes;
  }
  const bytes = Buffer.alloc(count);
  let filled = 0;
  while (filled < count) {
    const piece = yield* next(feed, count - filled);
    filled += piece.copy(bytes, filled);
  }
  return bytes;
}

/** Some of the next bytes, at least one and at most `limit`. */
export function* next(feed: Feed, limit: number): Step<Buffer> {
  while (feed.at === feed.chunk.length) yield;
  const piece = feed.chunk.subarray(feed.at, feed.at + limit);
  feed.at += piece.length;
  return piece;
}

/** Passes over `count` bytes. */
export function* skip(feed: Feed, count: number): Step<void> {
  let left = count;
  while (left > 0) left -= (yield* next(feed, left)).length;
}

/** Waits for the next byte without taking it; `mayEnd` tells whether the file may end instead. */
export function* waitForByte(feed: Feed, mayEnd: boolean): Step<void> {
  feed.mayEnd = mayEnd;
  while (feed.at === feed.chunk.length) yield;
  feed.mayEnd = false;
}
