/**
 * Wraps a JPEG into an MP4 of one frame that lasts a second (ISO/IEC 14496-12 and -14): the smallest file
 * that players take for a video without a video encoder.
 */
export function wrapInMp4(jpeg: Buffer, width: number, height: number): Buffer {
  const ftyp = box('ftyp', ascii('isom'), u32(0x200), ascii('isommp41'));
  const mdat = box('mdat', jpeg);
  // The frame lies behind the two boxes' heads, so its offset is known before the index is written.
  return Buffer.concat([ftyp, mdat, movie(jpeg.length, ftyp.length + 8, width, height)]);
}

/** Time is counted in milliseconds; the one frame lasts a second. */
const TIMESCALE = 1000;
const DURATION = 1000;
const MATRIX = Buffer.concat([0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000].map(u32));

function movie(frameBytes: number, frameOffset: number, width: number, height: number): Buffer {
  const mvhd = full(
    'mvhd',
    0,
    u32(0),
    u32(0),
    u32(TIMESCALE),
    u32(DURATION),
    u32(0x10000),
    u16(0x100),
    zeros(10),
    MATRIX,
    zeros(24),
    u32(2),
  );
  const tkhd = full(
    'tkhd',
    3,
    u32(0),
    u32(0),
    u32(1),
    u32(0),
    u32(DURATION),
    zeros(16),
    MATRIX,
    u32(width * 0x10000),
    u32(height * 0x10000),
  );
  const mdhd = full('mdhd', 0, u32(0), u32(0), u32(TIMESCALE), u32(DURATION), u16(0x55c4), u16(0));
  const hdlr = full('hdlr', 0, u32(0), ascii('vide'), zeros(12), ascii('Video\0'));
  const vmhd = full('vmhd', 1, zeros(8));
  const dinf = box('dinf', full('dref', 0, u32(1), full('url ', 1)));
  const stbl = box(
    'stbl',
    full('stsd', 0, u32(1), sampleEntry(width, height)),
    full('stts', 0, u32(1), u32(1), u32(DURATION)),
    full('stsc', 0, u32(1), u32(1), u32(1), u32(1)),
    full('stsz', 0, u32(frameBytes), u32(1)),
    full('stco', 0, u32(1), u32(frameOffset)),
  );
  const minf = box('minf', vmhd, dinf, stbl);
  return box('moov', mvhd, box('trak', tkhd, box('mdia', mdhd, hdlr, minf)));
}

/** `mp4v` whose decoder is JPEG: object type 0x6C of 14496-1. */
function sampleEntry(width: number, height: number): Buffer {
  const decoder = descriptor(4, Buffer.from([0x6c, 0x11, 0, 0, 0]), u32(0), u32(0));
  const esds = full(
    'esds',
    0,
    descriptor(3, u16(1), Buffer.from([0]), decoder, descriptor(6, Buffer.from([2]))),
  );
  const resolution = u32(0x480000);
  const head = [zeros(6), u16(1), zeros(16), u16(width), u16(height), resolution, resolution, u32(0), u16(1)];
  return box('mp4v', ...head, zeros(32), u16(24), u16(0xffff), esds);
}

function box(type: string, ...content: readonly Buffer[]): Buffer {
  const length = content.reduce((sum, part) => sum + part.length, 8);
  return Buffer.concat([u32(length), ascii(type), ...content]);
}

/** A box with version 0 and flags. */
function full(type: string, flags: number, ...content: readonly Buffer[]): Buffer {
  return box(type, u32(flags), ...content);
}

function descriptor(tag: number, ...content: readonly Buffer[]): Buffer {
  const body = Buffer.concat(content);
  return Buffer.concat([Buffer.from([tag, body.length]), body]);
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

function zeros(length: number): Buffer {
  return Buffer.alloc(length);
}

function ascii(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}
