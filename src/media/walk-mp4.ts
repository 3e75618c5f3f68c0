import { skip, take, waitForByte, type Feed, type Walk } from './walk.ts';

/**
 * Walks the top-level boxes of an MP4 (ISO 14496-12, section 4.2). It has no end marker: it is whole
 * if its index (`moov`) and its media (`mdat`) are present and the last box ends with the file. A box that
 * extends to the end of the file cannot show a cut.
 */
export function* walkMp4(feed: Feed): Walk {
  const seen = new Set<string>();
  for (;;) {
    yield* waitForByte(feed, isWhole(seen));
    const head = yield* take(feed, 8);
    const name = head.toString('latin1', 4);
    if (seen.size === 0 && name !== 'ftyp') return 'the MP4 does not begin with its file type box';
    seen.add(name);
    let length = head.readUInt32BE();
    let headBytes = 8;
    if (length === 0) {
      // The last box, which extends to the end of the file.
      if (!isWhole(seen)) return 'the last box of the MP4 comes before its index and its media';
      return undefined;
    }
    if (length === 1) {
      length = Number((yield* take(feed, 8)).readBigUInt64BE());
      headBytes = 16;
    }
    if (length < headBytes) return 'a box of the MP4 has an impossible length';
    yield* skip(feed, length - headBytes);
  }
}

function isWhole(seen: ReadonlySet<string>): boolean {
  return seen.has('moov') && seen.has('mdat');
}
