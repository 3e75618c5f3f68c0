import { skip, take, type Feed, type Walk } from './walk.ts';

/** Walks a WebP chunk by chunk to the end that its RIFF header tells (RFC 9649, section 2). */
export function* walkWebp(feed: Feed): Walk {
  const head = yield* take(feed, 12);
  if (head.toString('latin1', 0, 4) !== 'RIFF' || head.toString('latin1', 8) !== 'WEBP') {
    return 'The WebP does not begin with its signature.';
  }
  let left = head.readUInt32LE(4) - 4;
  let sawPicture = false;
  while (left >= 8) {
    const chunk = yield* take(feed, 8);
    const name = chunk.toString('latin1', 0, 4);
    const length = chunk.readUInt32LE(4);
    left -= 8;
    if (length > left) return 'The WebP is damaged: a chunk is longer than the file tells to be.';
    // Chunks are padded to an even length; some writers leave out the last one's padding.
    const padded = Math.min(length + (length % 2), left);
    yield* skip(feed, padded);
    left -= padded;
    if (name === 'VP8 ' || name === 'VP8L' || name === 'ANMF') sawPicture = true;
  }
  yield* skip(feed, left);
  return sawPicture ? undefined : 'The WebP holds no picture.';
}
