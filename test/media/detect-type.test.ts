import { describe, expect, test } from 'vitest';

import { detectMediaType, DETECTION_BYTES } from '../../src/media/detect-type.ts';
import { fileExtension } from '../../src/media/formats.ts';
import { box, element, jpeg, mp4, picture, plainPng, webm } from './samples.ts';

describe('detectMediaType', () => {
  test.each([
    ['image/jpeg', async () => await jpeg(8, 8), 'jpg'],
    ['image/png', async () => await plainPng(8, 8), 'png'],
    ['image/webp', async () => await picture(8, 8).webp().toBuffer(), 'webp'],
    ['image/gif', async () => await picture(8, 8).gif().toBuffer(), 'gif'],
    ['video/mp4', () => Promise.resolve(mp4()), 'mp4'],
    ['video/webm', () => Promise.resolve(webm()), 'webm'],
  ] as const)('%s, also from its first bytes alone', async (type, make, extension) => {
    const file = await make();
    expect(detectMediaType(file)).toBe(type);
    expect(detectMediaType(file.subarray(0, DETECTION_BYTES))).toBe(type);
    expect(detectMediaType(new Uint8Array(file))).toBe(type);
    expect(fileExtension(type)).toBe(extension);
  });

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['HTML', Buffer.from('<!doctype html><title>Not found</title>')],
    ['JSON', Buffer.from('{"error":"gone"}')],
    ['AVIF', box('ftyp', Buffer.from('avif\0\0\0\0avifmif1'))],
    ['HEIC', box('ftyp', Buffer.from('heic\0\0\0\0mif1heic'))],
    ['QuickTime', box('ftyp', Buffer.from('qt  \0\0\0\0qt  '))],
    ['an MP4 cut in its first box', mp4().subarray(0, 10)],
    ['Matroska', element('1a45dfa3', element('4282', Buffer.from('matroska')))],
    ['RIFF sound', Buffer.from('RIFF\x24\0\0\0WAVEfmt ')],
    ['two bytes of a JPEG', Buffer.of(0xff, 0xd8)],
    ['GIF of another version', Buffer.from('GIF90a')],
  ])('none of them: %s', (_, head) => {
    expect(detectMediaType(head)).toBeUndefined();
  });
});
