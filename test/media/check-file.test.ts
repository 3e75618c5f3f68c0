import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { createFileCheck } from '../../src/media/check-file.ts';
import type { CheckedType } from '../../src/media/types.ts';
import { jpeg, liveWebm, mp4, picture, png, webm, withSegments } from './samples.ts';

const thumbnail = await jpeg(8, 8);

/** Whole files; a cut anywhere must be noticed. */
const WHOLE: readonly (readonly [string, CheckedType, Buffer])[] = [
  ['JPEG, baseline', 'image/jpeg', await jpeg(64, 48)],
  [
    'JPEG, progressive with several scans',
    'image/jpeg',
    await jpeg(64, 48, { progressive: true, optimizeScans: true }),
  ],
  ['JPEG, CMYK', 'image/jpeg', await picture(32, 32).toColorspace('cmyk').jpeg().toBuffer()],
  [
    'JPEG with a whole JPEG in its EXIF',
    'image/jpeg',
    withSegments(await jpeg(24, 24), { marker: 0xe1, data: thumbnail }),
  ],
  ['JPEG with an ICC block', 'image/jpeg', await picture(24, 24).withIccProfile('p3').jpeg().toBuffer()],
  ['JPEG with fill bytes and restart markers', 'image/jpeg', handMadeJpeg()],
  ['PNG', 'image/png', await png(40, 30)],
  ['PNG with a palette', 'image/png', await picture(40, 30).png({ palette: true }).toBuffer()],
  ['GIF', 'image/gif', await picture(40, 30).gif().toBuffer()],
  ['WebP, lossy', 'image/webp', await picture(40, 30).webp().toBuffer()],
  ['WebP, lossless', 'image/webp', await picture(41, 31).webp({ lossless: true }).toBuffer()],
  [
    'WebP with EXIF',
    'image/webp',
    await picture(40, 30)
      .webp()
      .withExif({ IFD0: { Artist: 'A' } })
      .toBuffer(),
  ],
  ['MP4', 'video/mp4', mp4()],
  ['WebM', 'video/webm', webm()],
];

/** A small walk through all kinds of markers: TEM, fill bytes, tables, stuffing, RST, two scans, stray bytes. */
function handMadeJpeg(): Buffer {
  return Buffer.from(
    (
      'ffd8 ff01 ffffff fe0004abcd ffdb004300 QQ ffc1000b080008000801011100 1234 ffda0008010100003f00' +
      '11ff0022ffd033ffd7ffff00 44ffffffda0008010100003f0055ff00ffffffd9'
    )
      .replace('QQ', '01'.repeat(64))
      .replaceAll(' ', ''),
    'hex',
  );
}

function verdict(type: CheckedType, chunks: Iterable<Uint8Array>): string | undefined {
  const check = createFileCheck(type);
  for (const chunk of chunks) check.push(chunk);
  return check.finish().fault;
}

function* inPieces(file: Buffer, sizes: readonly number[]): Generator<Buffer> {
  for (let at = 0, turn = 0; at < file.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    yield file.subarray(at, at + size);
    at += size;
  }
}

describe.each(WHOLE)('%s', (_, type, file) => {
  test('is whole, also byte by byte, and with bytes after its end', () => {
    expect(verdict(type, [file])).toBeUndefined();
    expect(verdict(type, inPieces(file, [1]))).toBeUndefined();
    if (type === 'video/mp4') return;
    expect(verdict(type, [file, Buffer.from('after the end')])).toBeUndefined();
  });

  test('is seen to be cut at every byte', () => {
    for (let end = 0; end < file.length; end += 1) {
      const found = verdict(type, [file.subarray(0, end)]);
      if (found === undefined) expect.fail(`a cut after ${end} of ${file.length} bytes was not seen`);
    }
  });

  test('has the same verdict however it is cut into chunks', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(sizes, fc.nat(file.length), (pieces, end) => {
        const part = file.subarray(0, end);
        expect(verdict(type, inPieces(part, pieces))).toBe(verdict(type, [part]));
      }),
      { numRuns: 60 },
    );
  });

  test('with any byte changed ends in a verdict, the same for any chunks', () => {
    fc.assert(
      fc.property(fc.nat(file.length - 1), fc.nat(255), (at, value) => {
        const changed = Buffer.from(file);
        changed[at] = value;
        expect(verdict(type, inPieces(changed, [3, 1, 50]))).toBe(verdict(type, [changed]));
      }),
      { numRuns: 60 },
    );
  });
});

test('a live WebM, which names no length, is whole between elements and cut within one', () => {
  const file = liveWebm();
  expect(verdict('video/webm', [file])).toBeUndefined();
  expect(verdict('video/webm', [file.subarray(0, -1)])).toMatch(/^the WebM is cut off/);
});

test('the fault says what is missing', () => {
  expect(verdict('image/png', [])).toBe('the file is empty');
  expect(verdict('image/jpeg', [thumbnail.subarray(0, 300)])).toBe('the JPEG is cut off after 300 bytes');
});

test('chunks are not held: the buffer may be used again', async () => {
  const file = await png(60, 60);
  const check = createFileCheck('image/png');
  const buffer = Buffer.alloc(97);
  for (const piece of inPieces(file, [97])) {
    piece.copy(buffer);
    check.push(buffer.subarray(0, piece.length));
    buffer.fill(0xff);
  }
  expect(check.finish()).toEqual({ dimensions: { width: 60, height: 60 } });
});
