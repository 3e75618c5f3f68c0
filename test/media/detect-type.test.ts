import sharp from 'sharp';
import { describe, expect, test } from 'vitest';

import { detectMediaType, DETECTION_BYTES } from '../../src/media/detect-type.ts';
import { FORMATS, MEDIA_TYPES, shownAs } from '../../src/media/formats.ts';
import type { MediaType } from '../../src/media/types.ts';
import { box, element, jpeg, mp4, picture, plainPng, webm } from './samples.ts';

function bytes(text: string): Buffer {
  return Buffer.from(text.padEnd(40, '\x07'), 'latin1');
}

function ftyp(...brands: readonly [string, ...string[]]): Buffer {
  const [major, ...compatible] = brands;
  return Buffer.concat([
    box('ftyp', Buffer.from(`${major}\0\0\0\0${compatible.join('')}`)),
    box('free', Buffer.from('avif')),
  ]);
}

const KNOWN: readonly (readonly [MediaType, string, Buffer])[] = [
  ['image/jpeg', 'by sharp', await jpeg(8, 8)],
  ['image/png', 'by sharp', await plainPng(8, 8)],
  ['image/webp', 'by sharp', await picture(8, 8).webp().toBuffer()],
  ['image/gif', 'by sharp', await picture(8, 8).gif().toBuffer()],
  ['image/avif', 'by sharp', await picture(16, 16).avif().toBuffer()],
  ['image/avif', 'a sequence', ftyp('avis', 'msf1', 'iso8')],
  ['image/avif', 'with another brand', ftyp('mif1', 'miaf', 'avif')],
  ['image/heic', 'HEIC', ftyp('heic', 'mif1', 'heic')],
  ['image/heic', 'with another brand', ftyp('mif1', 'heic')],
  ['image/tiff', 'by sharp', await picture(8, 8).tiff().toBuffer()],
  ['image/tiff', 'BigTIFF by sharp', await picture(8, 8).tiff({ bigtiff: true }).toBuffer()],
  ['image/tiff', 'BigTIFF, big-endian', bytes('MM\0+\0\x08\0\0')],
  ['image/tiff', 'big-endian', bytes('MM\0*')],
  ['image/jxl', 'a bare codestream', bytes('\xff\x0a')],
  ['image/jxl', 'a container', bytes('\0\0\0\x0cJXL \r\n\x87\n')],
  ['image/jp2', 'a container', bytes('\0\0\0\x0cjP  \r\n\x87\n')],
  ['image/jp2', 'a bare codestream', bytes('\xff\x4f\xff\x51')],
  ['image/bmp', 'BMP', bytes('BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0')],
  ['image/x-icon', 'ICO', bytes('\0\0\x01\0\x02\0\x20\x20\0\0\x01\0\x20\0')],
  ['video/mp4', 'MP4', mp4()],
  ['video/mp4', 'a brand that no one knows', ftyp('XYZ1')],
  ['video/webm', 'WebM', webm()],
  ['video/quicktime', 'QuickTime', ftyp('qt  ', 'qt  ')],
  ['video/quicktime', 'QuickTime without a file type', box('moov', Buffer.alloc(60))],
  ['video/x-matroska', 'MKV', element('1a45dfa3', element('4282', Buffer.from('matroska')))],
];

describe('detectMediaType', () => {
  test.each(KNOWN)('%s, %s, also from its first bytes only', (type, _, file) => {
    expect(detectMediaType(file)).toBe(type);
    expect(detectMediaType(file.subarray(0, DETECTION_BYTES))).toBe(type);
    expect(detectMediaType(new Uint8Array(file))).toBe(type);
  });

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['HTML', Buffer.from('<!doctype html><title>Not found</title>')],
    ['JSON', Buffer.from('{"error":"gone"}')],
    ['sound in MP4', ftyp('M4A ', 'mp42')],
    ["a camera's raw file", ftyp('crx ', 'isom')],
    ['an MP4 cut in its first box', mp4().subarray(0, 10)],
    ['Matroska without a document type', element('1a45dfa3', Buffer.alloc(9))],
    ['RIFF sound', Buffer.from('RIFF\x24\0\0\0WAVEfmt ')],
    ['two bytes of a JPEG', Buffer.of(0xff, 0xd8)],
    ['GIF of another version', Buffer.from('GIF90a')],
    ['words that begin like a BMP', Buffer.from('BMW and other makers of cars')],
    ['a cursor', bytes('\0\0\x02\0\x02\0\x20\x20\0\0\x01\0\x20\0')],
  ])('none of them: %s', (_, head) => {
    expect(detectMediaType(head)).toBeUndefined();
  });

  test('sharp agrees where it reads the type', async () => {
    for (const [type, name, file] of KNOWN.filter(([, each]) => each.includes('by sharp'))) {
      const { format } = await sharp(file).metadata();
      expect(`${name}: ${FORMATS[type].name.toLowerCase()}`).toBe(
        `${name}: ${format === 'heif' ? 'avif' : format}`,
      );
    }
  });
});

test('every type has its own extension, and an unknown one is never for a branch', () => {
  const extensions = Object.values(FORMATS).map(({ extension }) => extension);
  expect(new Set(extensions).size).toBe(extensions.length);
  expect(MEDIA_TYPES).toHaveLength(extensions.length - 1);
  expect(MEDIA_TYPES).not.toContain('application/octet-stream');
});

test('pages embed only what browsers show', () => {
  expect(shownAs('image/avif')).toBe('picture');
  expect(shownAs('video/quicktime')).toBe('video');
  expect(shownAs('image/heic')).toBe('link');
  expect(shownAs('application/octet-stream')).toBe('link');
});
