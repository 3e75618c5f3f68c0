import { next, skip, take, waitForByte, type Feed, type WalkStep, type Walk } from './walk.ts';

const EBML = 0x1a45dfa3;
const SEGMENT = 0x18538067;
const CLUSTER = 0x1f43b675;

/**
 * Walks the elements of a WebM (RFC 8794, RFC 9559). A segment that names its length must be complete.
 * A live recording names none: then a cut is seen only if it goes through an element.
 */
export function* walkWebm(feed: Feed): Walk {
  if ((yield* readId(feed)) !== EBML) return 'the WebM does not begin with its header';
  yield* skip(feed, (yield* readLength(feed)) ?? 0);
  // Other elements (padding) may come between the header and the segment.
  for (;;) {
    const id = yield* readId(feed);
    const length = yield* readLength(feed);
    if (id === SEGMENT && length !== undefined) {
      yield* skip(feed, length);
      return length > 0 ? undefined : 'the WebM contains no media';
    }
    if (id === SEGMENT) break;
    if (length === undefined) return 'an element of the WebM has no length';
    yield* skip(feed, length);
  }
  let sawCluster = false;
  for (;;) {
    yield* waitForByte(feed, sawCluster);
    const id = yield* readId(feed);
    const length = yield* readLength(feed);
    if (id === CLUSTER) sawCluster = true;
    // An element without a length is entered: its children are read as its siblings would be.
    if (length !== undefined) yield* skip(feed, length);
    else if (id !== CLUSTER) return 'an element of the WebM has no length';
  }
}

/** An element's id, its length marker included. */
function* readId(feed: Feed): WalkStep<number> {
  const first = (yield* next(feed, 1))[0] ?? 0;
  const extra = Math.clz32(first) - 24;
  // Ids have at most four bytes; anything else is no id, and compares unequal to all.
  if (extra > 3) return -1;
  return Buffer.concat([Buffer.of(first), yield* take(feed, extra)]).readUIntBE(0, extra + 1);
}

/** An element's length in bytes; undefined if the element says that it is unknown. */
function* readLength(feed: Feed): WalkStep<number | undefined> {
  const first = (yield* next(feed, 1))[0] ?? 0;
  const extra = Math.clz32(first) - 24;
  if (extra > 7) return undefined;
  let length = first & (0x7f >> extra);
  let allOnes = length === 0x7f >> extra;
  for (const byte of yield* take(feed, extra)) {
    length = length * 256 + byte;
    allOnes &&= byte === 0xff;
  }
  return allOnes ? undefined : length;
}
