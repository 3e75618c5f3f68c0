import { deflateSync } from 'node:zlib';

import { pngChunk } from './samples.ts';

export const WIDTH = 40;
export const HEIGHT = 24;
const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
export const IEND = pngChunk('IEND', Buffer.alloc(0));

interface Header {
  depth?: number;
  color?: number;
  compression?: number;
  filter?: number;
  interlace?: number;
  width?: number;
}

export function header(values: Header = {}): Buffer {
  const { depth = 8, color = 2, compression = 0, filter = 0, interlace = 0, width = WIDTH } = values;
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(HEIGHT, 4);
  data.set([depth, color, compression, filter, interlace], 8);
  return data;
}

export function head(values: Header = {}): Buffer {
  return pngChunk('IHDR', header(values));
}

/** Rows of pixels with this many bytes; the first byte of each names its filter. */
export function pixels(rowBytes = WIDTH * 3, filter = 0): Buffer {
  const row = Buffer.alloc(rowBytes + 1, 1);
  row[0] = filter;
  return Buffer.concat(Array.from({ length: HEIGHT }, () => row));
}

export const noise = pixels();
for (let at = 0; at < noise.length; at += 1) if (at % (WIDTH * 3 + 1) !== 0) noise[at] = (at * at * 31) % 251;
export const stream = deflateSync(noise);

export function data(bytes: Buffer = stream): Buffer {
  return pngChunk('IDAT', bytes);
}

export function png(...chunks: readonly Buffer[]): Buffer {
  return Buffer.concat([SIGNATURE, ...chunks]);
}
