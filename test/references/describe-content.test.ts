import { expect, test } from 'vitest';

import { describeContent, isLfsPointer } from '../../src/references/describe-content.ts';
import { mp4, picture, webm } from '../media/samples.ts';

test.each([
  ['a WebP picture', await picture(8, 8).webp().toBuffer()],
  ['a GIF', await picture(8, 8).gif().toBuffer()],
  ['a TIFF picture', await picture(8, 8).tiff().toBuffer()],
  ['an AVIF picture', await picture(16, 16).avif().toBuffer()],
  ['an MP4 video', mp4()],
  ['a WebM video', webm()],
  ['an HTML page', Buffer.from('\n<!DOCTYPE HTML>')],
  ['an HTML page', Buffer.from('\xef\xbb\xbf<html lang="en">', 'latin1')],
  ['an SVG drawing', Buffer.from('<?xml version="1.0"?>\n<!-- by hand -->\n<svg xmlns="..">')],
  ['a PDF', Buffer.from('%PDF-1.7')],
  ['a HEIC picture', Buffer.from('\0\0\0\x18ftypheic')],
  ['a ZIP archive', Buffer.from('PK\x03\x04')],
  ['a Git LFS pointer', Buffer.from('version https://git-lfs.github.com/spec/v1\noid sha256:00')],
  ['text', Buffer.from('{"error": "gone – for good"}')],
  ['of an unknown kind', Buffer.of(0, 1, 2, 3)],
])('%s', (name, head) => {
  expect(describeContent(head)).toBe(name);
  expect(isLfsPointer(head)).toBe(name === 'a Git LFS pointer');
});
