import { readOrientation } from './exif-orientation.ts';
import { checkScan, createTables, noteTable, readFrame, type Frame } from './jpeg-headers.ts';
import { nextMarker, skipScan } from './jpeg-markers.ts';
import { noteSize, skip, take, type Feed, type Notes, type WalkStep, type Walk } from './walk.ts';

const EXIF = 'Exif\0\0';

/**
 * Walks a JPEG marker by marker to its end marker (ITU T.81, annex B), through the entropy-coded data of every scan.
 * What follows the end marker (more pictures, vendor data) is not looked at. Stray bytes between segments are accepted,
 * as decoders do.
 */
export function* walkJpeg(feed: Feed, notes: Notes): Walk {
  const start = yield* take(feed, 2);
  if (start.readUInt16BE() !== 0xffd8) return 'the JPEG does not begin with its start marker';
  const tables = createTables();
  let frame: Frame | undefined;
  let sawScan = false;
  let sawExif = false;
  let marker = yield* nextMarker(feed);
  for (;;) {
    if (marker === 0xd9)
      return sawScan
        ? undefined
        : 'the JPEG contains no picture: its end marker comes before any picture data';
    if (marker === 0xd8) return 'the JPEG contains a second start marker';
    if (isStandalone(marker)) {
      marker = yield* nextMarker(feed);
      continue;
    }
    const length = (yield* take(feed, 2)).readUInt16BE() - 2;
    if (length < 0) return `a segment of the JPEG (0x${marker.toString(16)}) has an impossible length`;
    if (marker === 0xda) {
      if (frame === undefined) return 'picture data of the JPEG comes before its frame header';
      const fault = checkScan(yield* take(feed, length), frame, tables);
      if (fault !== undefined) return fault;
      sawScan = true;
      marker = yield* skipScan(feed);
      continue;
    }
    if (isFrameHeader(marker)) {
      if (frame !== undefined) return 'the JPEG contains two frame headers';
      const read = readFrame(marker, yield* take(feed, length));
      if (!read.ok) return read.error;
      frame = read.value;
      const fault = noteSize(notes, 'JPEG', frame);
      if (fault !== undefined) return fault;
    } else if (marker === 0xc4 || marker === 0xdb) {
      const fault = noteTable(marker, yield* take(feed, length), tables);
      if (fault !== undefined) return fault;
    } else if (marker === 0xe1 && !sawScan && !sawExif) sawExif = yield* readExif(feed, length, notes);
    else yield* skip(feed, length);
    marker = yield* nextMarker(feed);
  }
}

/** Notes the orientation of a segment that contains EXIF; false for one that contains something else, such as XMP. */
function* readExif(feed: Feed, length: number, notes: Notes): WalkStep<boolean> {
  const prefix = yield* take(feed, Math.min(length, EXIF.length));
  const isExif = prefix.toString('latin1') === EXIF;
  if (!isExif) yield* skip(feed, length - prefix.length);
  else {
    // Only the first block counts for decoders, even if it names no orientation and a later one does.
    const orientation = readOrientation(yield* take(feed, length - prefix.length));
    if (orientation !== undefined) notes.orientation = orientation;
  }
  return isExif;
}

/** Markers without a length: TEM and restarts. */
function isStandalone(code: number): boolean {
  return code === 0x01 || (code >= 0xd0 && code <= 0xd7);
}

/** SOF0 to SOF15, without the tables among them (DHT, JPG, DAC). */
function isFrameHeader(code: number): boolean {
  return code >= 0xc0 && code <= 0xcf && code !== 0xc4 && code !== 0xc8 && code !== 0xcc;
}
