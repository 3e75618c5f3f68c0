import { isUtf8 } from 'node:buffer';

import type { Result } from '../../shared/result.ts';
import type { Clause } from '../../shared/sentence.ts';
import type { TaggedType } from './part.ts';
import { readJpegXmp, writeJpegXmp } from './xmp-in-jpeg.ts';
import { readPngXmp, writePngXmp } from './xmp-in-png.ts';
import { readWebpXmp, writeWebpXmp } from './xmp-in-webp.ts';

const READERS: Readonly<Record<TaggedType, (bytes: Buffer) => Buffer | undefined>> = {
  'image/jpeg': readJpegXmp,
  'image/png': readPngXmp,
  'image/webp': readWebpXmp,
};

const WRITERS: Readonly<Record<TaggedType, (bytes: Buffer, packet: Buffer) => Result<Buffer, Clause>>> = {
  'image/jpeg': writeJpegXmp,
  'image/png': writePngXmp,
  'image/webp': writeWebpXmp,
};

/** The XMP packet of a picture, as text: undefined if it has none, empty if it is not valid UTF-8. */
export function readXmp(bytes: Buffer, type: TaggedType): string | undefined {
  const packet = READERS[type](bytes);
  if (packet === undefined) return undefined;
  // Characters that were replaced would be written back.
  return isUtf8(packet) ? packet.toString('utf8') : '';
}

/** The picture with this packet in place of its own; its pixels are not touched. */
export function writeXmp(bytes: Buffer, type: TaggedType, packet: string): Result<Buffer, Clause> {
  return WRITERS[type](bytes, Buffer.from(packet));
}
