import { next, skip, take, type Feed, type Step, type Walk } from './walk.ts';

/** Walks a GIF block by block to its trailer (GIF89a specification). */
export function* walkGif(feed: Feed): Walk {
  const head = yield* take(feed, 13);
  if (!/^GIF8[79]a/.test(head.toString('latin1', 0, 6))) return 'The GIF does not begin with its signature.';
  yield* skipColors(feed, head.readUInt8(10));
  let sawImage = false;
  for (;;) {
    const kind = (yield* take(feed, 1)).readUInt8();
    switch (kind) {
      case 0x3b:
        return sawImage ? undefined : 'The GIF holds no picture: its trailer comes before any image.';
      case 0x21:
        yield* skip(feed, 1);
        break;
      case 0x2c:
        sawImage = true;
        yield* skipColors(feed, (yield* take(feed, 9)).readUInt8(8));
        yield* skip(feed, 1);
        break;
      default:
        return 'The GIF is damaged: something that is no block stands among its blocks.';
    }
    for (;;) {
      const length = (yield* next(feed, 1))[0] ?? 0;
      if (length === 0) break;
      yield* skip(feed, length);
    }
  }
}

/** Passes over the color table that the packed byte of a descriptor announces. */
function* skipColors(feed: Feed, packed: number): Step<void> {
  if ((packed & 0x80) !== 0) yield* skip(feed, 3 * 2 ** ((packed & 7) + 1));
}
