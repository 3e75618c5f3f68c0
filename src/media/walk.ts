import type { Clause } from '../shared/sentence.ts';
import type { PixelSink } from './png-header.ts';
import type { Dimensions } from './types.ts';

/**
 * The part of a file that a walk has in hand. A walk is a generator that reads on from `at`; when the chunk is used up
 * it yields, and finds the next one afterwards. So a format is written down as plain, straight code, however the bytes
 * are cut into chunks, and only one chunk is held at a time.
 */
export interface Feed {
  chunk: Buffer;
  /** Index of the next unread byte of `chunk`. */
  at: number;
  /** Whether the file may end right here, before the next byte: for formats without an end marker. */
  mayEnd: boolean;
}

/** What a walk learns on its way. */
export interface Notes {
  /** As stored, before any rotation. Not below 1 pixel. */
  size?: Dimensions;
  /** How the picture is to be turned, by the values of EXIF (1 to 8). */
  orientation?: number;
  /** Gets the compressed pixels of a PNG, if its caller wants to look into them. */
  pixels?: PixelSink;
}

/** Returns undefined at the file's proper end, or what is wrong with the file. */
export type Walk = Generator<undefined, Clause | undefined, undefined>;

/** A step of a walk that gives a value. */
export type WalkStep<T> = Generator<undefined, T, undefined>;

/** The next `count` bytes in one piece; for small counts. */
export function* take(feed: Feed, count: number): WalkStep<Buffer> {
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
export function* next(feed: Feed, limit: number): WalkStep<Buffer> {
  while (feed.at === feed.chunk.length) yield;
  const piece = feed.chunk.subarray(feed.at, feed.at + limit);
  feed.at += piece.length;
  return piece;
}

/** Passes over `count` bytes. */
export function* skip(feed: Feed, count: number): WalkStep<void> {
  let left = count;
  while (left > 0) left -= (yield* next(feed, left)).length;
}

/** Waits for the next byte without taking it; `mayEnd`: whether the file may end instead. */
export function* waitForByte(feed: Feed, mayEnd: boolean): WalkStep<void> {
  feed.mayEnd = mayEnd;
  while (feed.at === feed.chunk.length) yield;
  feed.mayEnd = false;
}

/** Notes the size that a header names; gives what is wrong with it. */
export function noteSize(notes: Notes, format: string, size: Dimensions): Clause | undefined {
  if (size.width < 1 || size.height < 1)
    return `the ${format}'s header says ${size.width} x ${size.height} pixels`;
  notes.size = size;
  return undefined;
}
