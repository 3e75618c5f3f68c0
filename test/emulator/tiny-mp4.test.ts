import { describe, expect, it } from 'vitest';
import { wrapInMp4 } from '../../emulator/tiny-mp4.ts';

const CONTAINERS = new Set(['moov', 'trak', 'mdia', 'minf', 'stbl', 'dinf']);

/** The boxes of an MP4 as path and content; the whole must be used up by whole boxes. */
function readBoxes(bytes: Buffer, path = ''): Map<string, Buffer> {
  const found = new Map<string, Buffer>();
  let at = 0;
  while (at < bytes.length) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    expect(length, `${path}/${type}`).toBeGreaterThanOrEqual(8);
    const content = bytes.subarray(at + 8, at + length);
    found.set(`${path}/${type}`, content);
    if (CONTAINERS.has(type))
      for (const [key, box] of readBoxes(content, `${path}/${type}`)) found.set(key, box);
    at += length;
  }
  expect(at).toBe(bytes.length);
  return found;
}

describe('the video of one frame', () => {
  it('consists of whole boxes whose index leads to the frame', () => {
    const frame = Buffer.from('a JPEG, as far as the boxes care');
    const video = wrapInMp4(frame, 640, 360);
    const boxes = readBoxes(video);
    expect([...boxes.keys()].filter((key) => key.lastIndexOf('/') === 0)).toEqual([
      '/ftyp',
      '/mdat',
      '/moov',
    ]);
    const offset = boxes.get('/moov/trak/mdia/minf/stbl/stco')?.readUInt32BE(8) ?? 0;
    const length = boxes.get('/moov/trak/mdia/minf/stbl/stsz')?.readUInt32BE(4) ?? 0;
    expect(video.subarray(offset, offset + length)).toEqual(frame);
    const tkhd = boxes.get('/moov/trak/tkhd');
    expect([tkhd?.readUInt16BE(tkhd.length - 8), tkhd?.readUInt16BE(tkhd.length - 4)]).toEqual([640, 360]);
    // The sizes the format prescribes for these boxes, heads left out.
    expect([boxes.get('/moov/mvhd')?.length, tkhd?.length]).toEqual([100, 84]);
    expect(boxes.get('/moov/trak/mdia/mdhd')?.length).toBe(24);
  });
});
