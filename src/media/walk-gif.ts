import { next, noteSize, skip, take, type Feed, type Notes, type WalkStep, type Walk } from './walk.ts';

/** Walks a GIF block by block to its trailer (GIF89a specification). */
export function* walkGif(feed: Feed, notes: Notes): Walk {
  const head = yield* take(feed, 13);
  if (!/^GIF8[79]a/.test(head.toString('latin1', 0, 6))) return 'the GIF does not begin with its signature';
  const fault = noteSize(notes, 'GIF', { width: head.readUInt16LE(6), height: head.readUInt16LE(8) });
  if (fault !== undefined) return fault;
  yield* skipColors(feed, head.readUInt8(10));
  let sawImage = false;
  for (;;) {
    const kind = (yield* take(feed, 1)).readUInt8();
    switch (kind) {
      case 0x3b:
        return sawImage ? undefined : 'the GIF contains no picture: its trailer comes before any image';
      case 0x21:
        yield* skip(feed, 1);
        break;
      case 0x2c:
        sawImage = true;
        yield* skipColors(feed, (yield* take(feed, 9)).readUInt8(8));
        yield* skip(feed, 1);
        break;
      default:
        return 'the GIF contains an unknown block';
    }
    for (;;) {
      const length = (yield* next(feed, 1))[0] ?? 0;
      if (length === 0) break;
      yield* skip(feed, length);
    }
  }
}

/** Passes over the color table that the packed byte of a descriptor announces. */
function* skipColors(feed: Feed, packed: number): WalkStep<void> {
  if ((packed & 0x80) !== 0) yield* skip(feed, 3 * 2 ** ((packed & 7) + 1));
}
