import { describe, expect, test } from 'vitest';

import { readDimensions } from '../../src/media/dimensions.ts';
import { jpeg, mp4, picture, plainPng, webm, withSegments } from './samples.ts';

const FOUND = { kind: 'found', width: 40, height: 24 };

/** EXIF with an orientation in front of `padding` bytes. */
function exif(orientation: number, padding: number): Buffer {
  const tiff =
    'MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0' + String.fromCharCode(orientation) + '\0\0\0\0\0\0';
  return Buffer.concat([Buffer.from(`Exif\0\0${tiff}`, 'latin1'), Buffer.alloc(padding, 0xff)]);
}

describe('readDimensions', () => {
  test.each([
    ['baseline', {}],
    ['progressive', { progressive: true }],
    ['4:4:4', { chromaSubsampling: '4:4:4' }],
  ])('a %s JPEG', async (_, options) => {
    expect(readDimensions('image/jpeg', await jpeg(40, 24, options))).toEqual(FOUND);
  });

  test('a CMYK JPEG', async () => {
    const file = await picture(40, 24).toColorspace('cmyk').jpeg().toBuffer();
    expect(readDimensions('image/jpeg', file)).toEqual(FOUND);
  });

  test.each([
    ['image/png', async () => await plainPng(40, 24), 24],
    ['image/gif', async () => await picture(40, 24).gif().toBuffer(), 10],
    ['image/webp', async () => await picture(40, 24).webp().toBuffer(), 30],
    ['image/webp', async () => await picture(40, 24).webp({ lossless: true }).toBuffer(), 30],
    [
      'image/webp',
      async () =>
        await picture(40, 24)
          .webp()
          .withExif({ IFD0: { Artist: 'A' } })
          .toBuffer(),
      30,
    ],
  ] as const)('%s, from its first bytes', async (type, make, needed) => {
    const file = await make();
    expect(readDimensions(type, file)).toEqual(FOUND);
    expect(readDimensions(type, file.subarray(0, needed))).toEqual(FOUND);
    expect(readDimensions(type, file.subarray(0, needed - 1))).toEqual({ kind: 'more' });
  });

  test.each([1, 2, 3, 4])('EXIF orientation %i keeps width and height', async (orientation) => {
    const file = await picture(40, 24).withMetadata({ orientation }).jpeg().toBuffer();
    expect(readDimensions('image/jpeg', file)).toEqual(FOUND);
  });

  test.each([5, 6, 7, 8])('EXIF orientation %i swaps them', async (orientation) => {
    const file = await picture(40, 24).withMetadata({ orientation }).jpeg().toBuffer();
    expect(readDimensions('image/jpeg', file)).toEqual({ kind: 'found', width: 24, height: 40 });
  });

  test('60 KB of EXIF and three full ICC segments in front of the frame header ask for more, then work', async () => {
    const icc = { marker: 0xe2, data: Buffer.alloc(65_000, 0xff) };
    const file = withSegments(await jpeg(40, 24), { marker: 0xe1, data: exif(6, 60_000) }, icc, icc, icc);
    for (const bytes of [0, 1, 256, 60_000, 200_000]) {
      expect(readDimensions('image/jpeg', file.subarray(0, bytes))).toEqual({ kind: 'more' });
    }
    expect(readDimensions('image/jpeg', file)).toEqual({ kind: 'found', width: 24, height: 40 });
  });

  test('a width of zero is damage', async () => {
    const file = Buffer.from(await plainPng(40, 24));
    file.writeUInt32BE(0, 16);
    expect(readDimensions('image/png', file)).toEqual({
      kind: 'damaged',
      message: "The PNG's header tells a size of 0 x 24 pixels.",
    });
  });

  test.each([
    ['image/png', Buffer.alloc(24)],
    ['image/webp', Buffer.from('RIFF\x40\0\0\0WEBPXXXX\x20\0\0\0'.padEnd(40, '\0'), 'latin1')],
    ['image/webp', Buffer.from('RIFF\x40\0\0\0WEBPVP8L\x20\0\0\0'.padEnd(40, '\0'), 'latin1')],
    ['image/webp', Buffer.from('RIFF\x40\0\0\0WEBPVP8 \x20\0\0\0'.padEnd(40, '\0'), 'latin1')],
  ] as const)('a header of %s that is none', (type, head) => {
    expect(readDimensions(type, head)).toMatchObject({ kind: 'damaged' });
  });

  test('videos are left alone', () => {
    expect(readDimensions('video/mp4', mp4())).toEqual({ kind: 'none' });
    expect(readDimensions('video/webm', webm())).toEqual({ kind: 'none' });
  });
});
