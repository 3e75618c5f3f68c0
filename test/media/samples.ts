import { crc32 } from 'node:zlib';

import sharp, { type JpegOptions, type Sharp } from 'sharp';

/** A picture with enough detail that its compressed data holds stuffed bytes. Red gradient, green stripes, blue noise. */
export function picture(width: number, height: number, channels: 3 | 4 = 3): Sharp {
  const pixels = Buffer.alloc(width * height * channels);
  let noise = 1;
  for (let at = 0; at < pixels.length; at += channels) {
    noise = (noise * 1_103_515_245 + 12_345) % 2 ** 31;
    const pixel = at / channels;
    pixels[at] = ((pixel % width) * 255) / width;
    pixels[at + 1] = Math.floor(pixel / width) % 8 < 4 ? 40 : 200;
    pixels[at + 2] = noise >> 16;
    if (channels === 4) pixels[at + 3] = 255;
  }
  return sharp(pixels, { raw: { width, height, channels } });
}

export async function jpeg(width: number, height: number, options: JpegOptions = {}): Promise<Buffer> {
  return await picture(width, height)
    .jpeg({ quality: 90, ...options })
    .toBuffer();
}

export async function png(width: number, height: number): Promise<Buffer> {
  return await picture(width, height).png().toBuffer();
}

/** One plain color: small files, however many pixels. */
export async function plainPng(width: number, height: number): Promise<Buffer> {
  return await sharp({ create: { width, height, channels: 3, background: '#aabbcc' } })
    .png({ compressionLevel: 9 })
    .toBuffer();
}

/** Puts segments between a JPEG's start marker and the rest; each is cut to what one segment can hold. */
export function withSegments(file: Buffer, ...segments: readonly { marker: number; data: Buffer }[]): Buffer {
  const inserted = segments.map(({ marker, data }) => {
    const head = Buffer.of(0xff, marker, 0, 0);
    head.writeUInt16BE(data.length + 2, 2);
    return Buffer.concat([head, data]);
  });
  return Buffer.concat([file.subarray(0, 2), ...inserted, file.subarray(2)]);
}

/** A PNG chunk with a right checksum. */
export function pngChunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}

/** An MP4 box. */
export function box(name: string, data: Buffer = Buffer.alloc(0)): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(data.length + 8);
  head.write(name, 4, 'latin1');
  return Buffer.concat([head, data]);
}

/** An EBML element with a length of eight bytes, or of unknown length. */
export function element(id: string, data: Buffer, length: 'known' | 'unknown' = 'known'): Buffer {
  const size = Buffer.from('01ffffffffffffff', 'hex');
  if (length === 'known') size.writeUIntBE(data.length, 2, 6);
  if (length === 'known') size[1] = 0;
  return Buffer.concat([Buffer.from(id, 'hex'), size, data]);
}

export function mp4(): Buffer {
  return Buffer.concat([
    box('ftyp', Buffer.from('isom\0\0\x02\0isomiso2mp41', 'latin1')),
    box('free'),
    box('mdat', Buffer.alloc(300, 7)),
    box('moov', box('mvhd', Buffer.alloc(100))),
  ]);
}

const EBML_HEADER = element('1a45dfa3', element('4282', Buffer.from('webm')));

export function webm(): Buffer {
  return Buffer.concat([EBML_HEADER, element('18538067', element('1f43b675', Buffer.alloc(200, 3)))]);
}

/** As a browser records it: neither the segment nor its cluster has a length. */
export function liveWebm(): Buffer {
  const block = element('a3', Buffer.alloc(100, 5));
  return Buffer.concat([EBML_HEADER, element('18538067', element('1f43b675', block, 'unknown'), 'unknown')]);
}

/** A TIFF block whose one entry is the orientation, with this TIFF type; without a value, another tag. */
export function tiff(orientation?: number, type = 3, order: 'II' | 'MM' = 'MM'): Buffer {
  const block = Buffer.alloc(26);
  const put = (at: number, bytes: number, value: number) =>
    order === 'II' ? block.writeUIntLE(value, at, bytes) : block.writeUIntBE(value, at, bytes);
  block.write(order);
  put(2, 2, 42);
  put(4, 4, 8);
  put(8, 2, 1);
  put(10, 2, orientation === undefined ? 0x0128 : 0x0112);
  put(12, 2, type);
  put(14, 4, 1);
  const bytes = [3, 8].includes(type) ? 2 : [4, 9].includes(type) ? 4 : 1;
  put(18, bytes, orientation ?? 2);
  return block;
}

/** The data of an EXIF segment of a JPEG. */
export function exif(block: Buffer): Buffer {
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), block]);
}
