import { describe, expect, test } from 'vitest';

import { createFileCheck } from '../../src/media/check-file.ts';
import type { CheckedType } from '../../src/media/types.ts';
import { box, element, jpeg, mp4, picture, png, pngChunk, webm } from './samples.ts';

const PNG_SIGNATURE = (await png(4, 4)).subarray(0, 8);
const PNG_HEADER = (await png(4, 4)).subarray(8, 33);
const GIF_HEADER = (await picture(4, 4).gif().toBuffer()).subarray(0, 10);

function hex(text: string): Buffer {
  return Buffer.from(text.replaceAll(' ', ''), 'hex');
}

function riff(...chunks: readonly Buffer[]): Buffer {
  const body = Buffer.concat([Buffer.from('WEBP'), ...chunks]);
  const head = Buffer.from('RIFF\0\0\0\0');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}

function webpChunk(name: string, data: string, length = data.length): Buffer {
  const head = Buffer.from(`${name}\0\0\0\0`);
  head.writeUInt32LE(length, 4);
  return Buffer.concat([head, Buffer.from(data)]);
}

/** A canvas of 8 x 6 pixels. */
const CANVAS = webpChunk('VP8X', '\0\0\0\0\x07\0\0\x05\0\0');

const ftyp = box('ftyp', Buffer.from('isom'));
const moov = box('moov', Buffer.from('index'));
const mdat = box('mdat', Buffer.from('media'));
const longMdat = Buffer.concat([
  hex('00000001'),
  Buffer.from('mdat'),
  hex('0000000000000014'),
  Buffer.from('data'),
]);
const openMdat = Buffer.concat([hex('00000000'), Buffer.from('mdat to the end')]);

describe.each<[CheckedType, string, Buffer, RegExp | undefined]>([
  ['image/jpeg', 'not a JPEG', Buffer.from('GIF89a'), /does not begin with its start marker/],
  ['image/jpeg', 'no picture data', hex('ffd8 ffd9'), /contains no picture/],
  ['image/jpeg', 'a scan without a frame', hex('ffd8 ffda0002 00ffd9'), /before its frame header/],
  ['image/jpeg', 'a segment of length 1', hex('ffd8 ffe00001'), /\(0xe0\) has an impossible length/],
  [
    'image/jpeg',
    'a second start marker',
    Buffer.concat([hex('ffd8'), await jpeg(8, 8)]),
    /second start marker/,
  ],
  ['image/png', 'not a PNG', Buffer.from('<!doctype html>'), /does not begin with its signature/],
  ['image/png', 'no header', Buffer.concat([PNG_SIGNATURE, pngChunk('IDAT', hex('00'))]), /\(IHDR\)/],
  [
    'image/png',
    'no data',
    Buffer.concat([PNG_SIGNATURE, PNG_HEADER, pngChunk('IEND', hex(''))]),
    /contains no picture/,
  ],
  [
    'image/png',
    'not a chunk',
    Buffer.concat([PNG_SIGNATURE, hex('00000001 00000000')]),
    /something that is not a chunk/,
  ],
  [
    'image/png',
    'an absurd length',
    Buffer.concat([PNG_SIGNATURE, hex('ffffffff'), Buffer.from('IHDR')]),
    /not a chunk/,
  ],
  ['image/gif', 'not a GIF', Buffer.from('PNG PNG PNG PNG'), /does not begin with its signature/],
  ['image/gif', 'no image', Buffer.concat([GIF_HEADER, hex('000000 3b')]), /contains no picture/],
  ['image/gif', 'not a block', Buffer.concat([GIF_HEADER, hex('000000 99')]), /an unknown block/],
  ['image/webp', 'not a WebP', Buffer.from('RIFF....WAVEfmt '), /does not begin with its signature/],
  ['image/webp', 'no header', riff(webpChunk('EXIF', '1234')), /header cannot be read/],
  ['image/webp', 'no picture', riff(CANVAS), /contains no picture/],
  [
    'image/webp',
    'a chunk longer than the file',
    riff(CANVAS, webpChunk('VP8 ', '1234', 90)),
    /longer than the file/,
  ],
  ['image/webp', 'an odd last chunk without padding', riff(CANVAS, webpChunk('VP8 ', '123')), undefined],
  ['video/mp4', 'not an MP4', Buffer.from('....moov'), /does not begin with its file type box/],
  ['video/mp4', 'the index in front', Buffer.concat([ftyp, moov, mdat]), undefined],
  ['video/mp4', 'a box with a long length', Buffer.concat([ftyp, moov, longMdat]), undefined],
  ['video/mp4', 'a last box up to the end', Buffer.concat([ftyp, moov, openMdat]), undefined],
  ['video/mp4', 'the same without an index', Buffer.concat([ftyp, openMdat]), /before its index/],
  ['video/mp4', 'no index', Buffer.concat([ftyp, mdat]), /is cut off/],
  ['video/mp4', 'no media', Buffer.concat([ftyp, moov]), /is cut off/],
  [
    'video/mp4',
    'a box shorter than its head',
    Buffer.concat([ftyp, hex('00000004'), Buffer.from('free')]),
    /length/,
  ],
  ['video/mp4', 'a page after the end', Buffer.concat([mp4(), Buffer.from('<html>')]), /is cut off/],
  ['video/webm', 'not a WebM', Buffer.from('<html></html>'), /does not begin with its header/],
  ['video/webm', 'not an id', Buffer.from('\0\0\0\0'), /does not begin with its header/],
  ['video/webm', 'padding before the segment', withPadding(), undefined],
  [
    'video/webm',
    'an empty segment',
    Buffer.concat([hex('1a45dfa380'), element('18538067', hex(''))]),
    /contains no media/,
  ],
  [
    'video/webm',
    'an element without a length',
    Buffer.concat([hex('1a45dfa380'), hex('ec00')]),
    /has no length/,
  ],
  ['video/webm', 'the same in a live segment', hex('1a45dfa380 18538067ff ecff'), /has no length/],
  ['video/webm', 'a live segment without media', hex('1a45dfa380 18538067ff ec80'), /is cut off/],
])('%s, %s', (type, _, file, expected) => {
  test(expected === undefined ? 'is whole' : `is refused: ${expected.source}`, () => {
    const check = createFileCheck(type);
    check.push(file);
    if (expected === undefined) expect(check.finish().fault).toBeUndefined();
    else expect(check.finish().fault).toMatch(expected);
  });
});

function withPadding(): Buffer {
  const file = webm();
  const at = file.indexOf(hex('18538067'));
  return Buffer.concat([file.subarray(0, at), element('ec', Buffer.alloc(9)), file.subarray(at)]);
}

test('a PNG with one changed byte is refused, with the chunk that it is in', async () => {
  const file = Buffer.from(await png(8, 8));
  const at = file.indexOf('IDAT') + 10;
  file[at] = (file[at] ?? 0) ^ 1;
  const check = createFileCheck('image/png');
  check.push(file);
  expect(check.finish().fault).toBe("the checksum of the PNG's IDAT chunk does not match");
});
