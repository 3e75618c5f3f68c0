import { expect, test } from 'vitest';

import { identifyContent, IDENTITY_BYTES, isLfsPointer } from '../../src/media/identify-content.ts';
import { mp4, picture, webm } from './samples.ts';

function latin(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}

const noise = Buffer.from(Array.from({ length: 2000 }, (_, at) => (at * 131 + (at >> 3)) % 256));

test.each([
  ['media', 'a WebP picture', await picture(8, 8).webp().toBuffer()],
  ['media', 'a GIF', await picture(8, 8).gif().toBuffer()],
  ['media', 'a TIFF picture', await picture(8, 8).tiff().toBuffer()],
  ['media', 'an AVIF picture', await picture(16, 16).avif().toBuffer()],
  ['media', 'an MP4 video', mp4()],
  ['media', 'a WebM video', webm()],
  ['media', 'a HEIC picture', Buffer.from('\0\0\0\x18ftypheic')],
  ['text', 'an HTML page', Buffer.from('\n<!DOCTYPE HTML>')],
  ['text', 'an HTML page', latin('\xef\xbb\xbf<html lang="en">')],
  ['text', 'an HTML page', Buffer.concat([Buffer.from('<body>'), noise])],
  ['text', 'an SVG drawing', Buffer.from('<?xml version="1.0"?>\n<!-- by hand -->\n<svg xmlns="..">')],
  ['text', 'an SVG drawing', Buffer.concat([Buffer.from('<!-- a --><!-- b --><svg>'), noise])],
  ['text', 'an XML document', Buffer.from('<?xml version="1.0"?><Error><Code>NoSuchKey</Code></Error>')],
  ['text', 'JSON', Buffer.from('{"error": "gone – for good"}')],
  ['text', 'a Git LFS pointer', Buffer.from('version https://git-lfs.github.com/spec/v1\noid sha256:00')],
  ['text', 'text', Buffer.from('#!/bin/sh\necho hello\n')],
  ['text', 'text', Buffer.concat([Buffer.from('<script>'), noise])],
  ['text', 'text', latin('\xff\xfe<\0h\0t\0m\0l\0>\0')],
  ['text', 'text', latin('<\0h\0t\0m\0l\0>\0')],
  ['text', 'text', latin('\0<\0h\0t\0m\0l\0>')],
  ['program', 'a program', latin('MZ\x90\0\x03')],
  ['program', 'a program', latin('\x7fELF\x02\x01')],
  ['program', 'a program', latin('\xcf\xfa\xed\xfe\x07')],
  ['program', 'a program', latin('\xca\xfe\xba\xbe\0')],
  ['program', 'a program', latin('\0asm\x01\0\0\0')],
  ['binary', 'a PDF', Buffer.from('%PDF-1.7')],
  ['binary', 'a ZIP archive', Buffer.from('PK\x03\x04')],
  ['binary', 'a Photoshop file', Buffer.from('8BPS\0\x01')],
  ['binary', 'of an unknown kind', Buffer.of(0, 1, 2, 3)],
  ['binary', 'of an unknown kind', Buffer.concat([Buffer.from('{ looks like JSON at first'), noise])],
  ['empty', 'empty', Buffer.alloc(0)],
  ['empty', 'empty', Buffer.from(' \n\t ')],
])('%s: %s', (kind, described, head) => {
  expect(identifyContent(head)).toMatchObject({ kind, described });
  expect(identifyContent(head.subarray(0, IDENTITY_BYTES))).toMatchObject({ kind, described });
  expect(isLfsPointer(head)).toBe(described === 'a Git LFS pointer');
});
