import type { Part } from './part.ts';
import { listParts, type PartWalk, type PlacedPart } from './walk-parts.ts';

/** The boxes of a JUMBF or ISO media file one after the other; ends at the first one that does not fit. */
export function listBmffBoxes(bytes: Buffer): readonly Part[] {
  return listParts(walkBmffBoxes(bytes.length), bytes) ?? [];
}

/** Follows those boxes in a file of `bytes` bytes. */
export function* walkBmffBoxes(bytes: number): PartWalk {
  const boxes: PlacedPart[] = [];
  for (let start = 0; start + 8 <= bytes;) {
    const head = yield { at: start, length: 16 };
    if (head.length < 8) break;
    let [size, headBytes] = [head.readUInt32BE(), 8];
    if (size === 1) [size, headBytes] = [head.length < 16 ? 0 : Number(head.readBigUInt64BE(8)), 16];
    else if (size === 0) size = bytes - start;
    const end = start + size;
    if (size < headBytes || end > bytes) break;
    const name = head.toString('latin1', 4, 8);
    boxes.push({ name, start, end, dataStart: start + headBytes, dataEnd: end });
    start = end;
  }
  return boxes;
}
