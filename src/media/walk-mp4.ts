import { skip, take, waitForByte, type Feed, type Walk } from './walk.ts';

/**
 * Walks the top-level boxes of an MP4 (ISO 14496-12, section 4.2). It has no end marker: it is whole
 * where its index (`moov`) and its media (`mdat`) are there and the last box ends with the file. A box
 * that reaches to the end of the file cannot show a cut.
 */
export function* walkMp4(feed: Feed): Walk {
  const seen = new Set<string>();
  for (;;) {
    yield* waitForByte(feed, seen.has('moov') && seen.has('mdat'));
    const head = yield* take(feed, 8);
    const name = head.toString('latin1', 4);
    if (seen.size === 0 && name !== 'ftyp') return 'The MP4 does not begin with its file type box.';
    let rest = head.readUInt32BE() - 8;
    if (rest === 1 - 8) rest = Number((yield* take(feed, 8)).readBigUInt64BE()) - 16;
    seen.add(name);
    if (rest === 0 - 8) {
      while (seen.has('moov') && seen.has('mdat')) {
        yield* waitForByte(feed, true);
        feed.at = feed.chunk.length;
      }
      return 'The MP4 is damaged: its last box is not the media, and its index is missing.';
    }
    if (rest < 0) return 'The MP4 is damaged: a box tells an impossible length.';
    yield* skip(feed, rest);
  }
}
