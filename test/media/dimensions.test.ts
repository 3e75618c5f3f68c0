import sharp from 'sharp';
import { describe, expect, test } from 'vitest';

import { createFileCheck } from '../../src/media/check-file.ts';
import type { CheckedType, Dimensions } from '../../src/media/types.ts';
import { exif, jpeg, mp4, picture, plainPng, pngChunk, tiff, webm, withSegments } from './samples.ts';

const UPRIGHT = { width: 40, height: 24 };
const TURNED = { width: 24, height: 40 };

function measure(type: CheckedType, file: Buffer): Dimensions | undefined {
  const check = createFileCheck(type);
  check.push(file);
  const { fault, dimensions } = check.finish();
  expect(fault).toBeUndefined();
  return dimensions;
}

/** What sharp makes of a picture when it is asked to turn it as it says. */
async function measureBySharp(file: Buffer): Promise<Dimensions> {
  const { info } = await sharp(file).rotate().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height };
}

const small = await jpeg(40, 24);
const plain = await plainPng(40, 24);

const PICTURES: readonly (readonly [string, CheckedType, Buffer])[] = [
  ['a baseline JPEG', 'image/jpeg', small],
  ['a progressive JPEG', 'image/jpeg', await jpeg(40, 24, { progressive: true })],
  ['a 4:4:4 JPEG', 'image/jpeg', await jpeg(40, 24, { chromaSubsampling: '4:4:4' })],
  ['a CMYK JPEG', 'image/jpeg', await picture(40, 24).toColorspace('cmyk').jpeg().toBuffer()],
  ['a gray JPEG', 'image/jpeg', await picture(40, 24).toColorspace('b-w').jpeg().toBuffer()],
  ['a PNG', 'image/png', plain],
  ['a GIF', 'image/gif', await picture(40, 24).gif().toBuffer()],
  ['a lossy WebP', 'image/webp', await picture(40, 24).webp().toBuffer()],
  ['a lossless WebP', 'image/webp', await picture(40, 24).webp({ lossless: true }).toBuffer()],
  [
    'a WebP with EXIF',
    'image/webp',
    await picture(40, 24)
      .webp()
      .withExif({ IFD0: { Artist: 'A' } })
      .toBuffer(),
  ],
];

const gif = await picture(40, 24).gif().toBuffer();

describe('the size of a picture', () => {
  test.each(PICTURES)('of %s', (_, type, file) => {
    expect(measure(type, file)).toEqual(UPRIGHT);
  });

  test('comes behind 15 MB of segments, and with stray bytes between them', () => {
    const icc = { marker: 0xe2, data: Buffer.alloc(65_000, 0xff) };
    const segments = Array.from({ length: 230 }, () => icc);
    const behind = withSegments(small, { marker: 0xe1, data: exif(tiff(6)) }, ...segments);
    expect(measure('image/jpeg', behind)).toEqual(TURNED);
    const at = 4 + small.readUInt16BE(4);
    const stray = Buffer.concat([small.subarray(0, at), Buffer.from('12ff0034', 'hex'), small.subarray(at)]);
    expect(measure('image/jpeg', stray)).toEqual(UPRIGHT);
  });

  test('of a video is not read', () => {
    expect(measure('video/mp4', mp4())).toBeUndefined();
    expect(measure('video/webm', webm())).toBeUndefined();
  });

  test.each<[CheckedType, Buffer]>([
    ['image/png', Buffer.from(plain).fill(0, 16, 20)],
    ['image/gif', Buffer.from(gif).fill(0, 6, 8)],
  ])('of zero in a header of %s is a fault', (type, file) => {
    const check = createFileCheck(type);
    check.push(file);
    expect(check.finish()).toMatchObject({ fault: expect.stringMatching(/checksum|says 0 x 24/) as string });
  });
});

describe('the orientation', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])('%i of a JPEG', async (orientation) => {
    const file = await picture(40, 24).withMetadata({ orientation }).jpeg().toBuffer();
    expect(measure('image/jpeg', file)).toEqual(orientation >= 5 ? TURNED : UPRIGHT);
  });

  const integers = [1, 3, 4, 6, 8, 9].flatMap((type) =>
    (['II', 'MM'] as const).map((order) => [`TIFF type ${type}, ${order}`, tiff(6, type, order)] as const),
  );
  test.each<readonly [string, Buffer]>([
    ...integers,
    ['a type that is not an integer', tiff(6, 2)],
    ['a value that does not exist', tiff(9)],
    ['zero', tiff(0)],
    ['a cut directory', tiff(6).subarray(0, 16)],
    ['a directory out of reach', Buffer.concat([tiff(6).subarray(0, 4), Buffer.of(0, 0, 9, 9)])],
    ['another byte order', Buffer.concat([Buffer.from('XX'), tiff(6).subarray(2)])],
  ])('in EXIF, %s, is read as sharp does, in a JPEG and a PNG', async (_, block) => {
    const inJpeg = withSegments(small, { marker: 0xe1, data: exif(block) });
    const inPng = Buffer.concat([plain.subarray(0, 33), pngChunk('eXIf', block), plain.subarray(33)]);
    expect(measure('image/jpeg', inJpeg)).toEqual(await measureBySharp(inJpeg));
    expect(measure('image/png', inPng)).toEqual(await measureBySharp(inPng));
  });

  const app1 = (data: Buffer) => ({ marker: 0xe1, data });
  const xmp = app1(Buffer.from('http://ns.adobe.com/xap/1.0/\0<x/>'));
  test.each<[string, Buffer, Dimensions]>([
    ['the first one says 6', withSegments(small, app1(exif(tiff(6))), app1(exif(tiff(1)))), TURNED],
    ['the second one says 6', withSegments(small, app1(exif(tiff(1))), app1(exif(tiff(6)))), UPRIGHT],
    ['only the second one says it', withSegments(small, app1(exif(tiff())), app1(exif(tiff(6)))), UPRIGHT],
    ['one of XMP comes first', withSegments(small, xmp, app1(exif(tiff(6)))), TURNED],
  ])('of two blocks in a JPEG: %s', async (_, file, expected) => {
    expect(measure('image/jpeg', file)).toEqual(expected);
    expect(await measureBySharp(file)).toEqual(expected);
  });

  test('of a PNG counts only in front of its pixels, and only once', async () => {
    const end = plain.length - 12;
    const [turned, upright] = [pngChunk('eXIf', tiff(6)), pngChunk('eXIf', tiff(1))];
    const behind = Buffer.concat([plain.subarray(0, end), turned, plain.subarray(end)]);
    const twice = Buffer.concat([plain.subarray(0, 33), turned, upright, plain.subarray(33)]);
    expect(measure('image/png', behind)).toEqual(await measureBySharp(behind));
    expect(measure('image/png', twice)).toEqual(await measureBySharp(twice));
    expect(measure('image/png', twice)).toEqual(TURNED);
  });
});
