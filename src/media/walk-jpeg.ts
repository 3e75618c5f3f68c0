import { next, skip, take, type Feed, type Step, type Walk } from './walk.ts';

/**
 * Walks a JPEG marker by marker to its end marker (ITU T.81, annex B), through the entropy-coded data of
 * every scan. What follows the end marker (more pictures, vendor data) is not looked at.
 */
export function* walkJpeg(feed: Feed): Walk {
  const start = yield* take(feed, 2);
  if (start.readUInt16BE() !== 0xffd8) return 'The JPEG does not begin with its start marker.';
  let sawFrame = false;
  let sawScan = false;
  let marker = yield* nextMarker(feed);
  for (;;) {
    if (marker === 0xd9) {
      return sawScan ? undefined : 'The JPEG holds no picture: its end marker comes before any picture data.';
    }
    if (isStandalone(marker)) {
      marker = yield* nextMarker(feed);
      continue;
    }
    const length = (yield* take(feed, 2)).readUInt16BE();
    if (length < 2)
      return `The JPEG is damaged: a segment (0x${marker.toString(16)}) tells an impossible length.`;
    yield* skip(feed, length - 2);
    if (isFrameHeader(marker)) sawFrame = true;
    if (marker !== 0xda) {
      marker = yield* nextMarker(feed);
      continue;
    }
    if (!sawFrame) return 'The JPEG is damaged: picture data comes before its frame header.';
    sawScan = true;
    marker = yield* skipScan(feed);
  }
}

/** The next marker's code. Fill bytes are allowed before it; decoders pass over stray bytes, so this does. */
function* nextMarker(feed: Feed): Step<number> {
  let sawPrefix = false;
  for (;;) {
    const byte = (yield* next(feed, 1))[0];
    if (byte === 0xff) sawPrefix = true;
    else if (sawPrefix && byte !== undefined && byte !== 0) return byte;
    else sawPrefix = false;
  }
}

/**
 * Passes over entropy-coded data to the marker that ends it. In it 0xFF is followed by 0 (a stuffed byte),
 * by a restart marker, or by that marker. The search runs over whole chunks: this is where the time goes.
 */
function* skipScan(feed: Feed): Step<number> {
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

/** Markers without a length: TEM, restarts and a second start marker. */
function isStandalone(code: number): boolean {
  return code === 0x01 || (code >= 0xd0 && code <= 0xd8);
}

/** SOF0 to SOF15, without the tables that stand among them (DHT, JPG, DAC). */
function isFrameHeader(code: number): boolean {
  return code >= 0xc0 && code <= 0xcf && code !== 0xc4 && code !== 0xc8 && code !== 0xcc;
}
