import type { Result } from '../../shared/result.ts';
import type { Clause } from '../../shared/sentence.ts';
import { listPngParts, pngPart } from './png-parts.ts';
import { internationalText, keywordOf, textBytesOf } from './png-text.ts';

const XMP_KEYWORD = 'XML:com.adobe.xmp';

/** The XMP packet of a PNG, in whichever text chunk and at whichever place it is. */
export function readPngXmp(bytes: Buffer): Buffer | undefined {
  const part = listPngParts(bytes)?.find((each) => keywordOf(each) === XMP_KEYWORD);
  if (part === undefined) return undefined;
  // In a Latin-1 chunk, the bytes are UTF-8 all the same. One that cannot be read is there nevertheless.
  return textBytesOf(part) ?? Buffer.alloc(0);
}

/**
 * The PNG with this packet in place of its own, not compressed and right behind the header: many readers neither inflate
 * it nor look behind the pixels.
 */
export function writePngXmp(bytes: Buffer, packet: Buffer): Result<Buffer, Clause> {
  const parts = listPngParts(bytes);
  const header = parts?.[0];
  if (parts === undefined || header?.name !== 'IHDR')
    return { ok: false, error: 'the chunks of the PNG cannot be followed' };
  const added = pngPart('iTXt', internationalText(XMP_KEYWORD, packet.toString('utf8')));
  const kept = parts.slice(1).filter((part) => keywordOf(part) !== XMP_KEYWORD);
  const end = parts.at(-1)?.end ?? bytes.length;
  return {
    ok: true,
    value: Buffer.concat([
      bytes.subarray(0, header.end),
      added,
      ...kept.map((part) => bytes.subarray(part.start, part.end)),
      bytes.subarray(end),
    ]),
  };
}
