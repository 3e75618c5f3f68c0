import sharp from 'sharp';
import { wrapInMp4 } from './tiny-mp4.ts';

/** Files that come whole and that a strict reader refuses, or does not know. */
export const ODD_FILES = ['avif', 'jxl', 'png-cut', 'gif-cut', 'mp4-tail'] as const;

export type OddFile = (typeof ODD_FILES)[number];

/** The picture in this form: the same bytes for the same picture. */
export async function makeOdd(picture: Buffer, file: OddFile): Promise<Buffer> {
  const small = sharp(picture).resize(64, 64, { fit: 'fill' });
  switch (file) {
    case 'avif':
      return await small.avif({ effort: 0 }).toBuffer();
    case 'jxl':
      return Buffer.concat([JXL_START, await small.raw().toBuffer()]);
    case 'png-cut':
      return (await small.png().toBuffer()).subarray(0, -PNG_END_BYTES);
    case 'gif-cut':
      return (await small.gif().toBuffer()).subarray(0, -1);
    case 'mp4-tail':
      return Buffer.concat([wrapInMp4(await small.jpeg().toBuffer(), 64, 64), Buffer.alloc(5, 1)]);
  }
}

/** The last chunk of a PNG, `IEND`: length, name and checksum. */
const PNG_END_BYTES = 12;

/** The container's signature and its type (ISO/IEC 18181-2); no decoder is asked about what follows. */
const JXL_START = Buffer.from(
  '0000000c4a584c200d0a870a00000014667479706a786c20000000006a786c20000000006a786c63',
  'hex',
);
