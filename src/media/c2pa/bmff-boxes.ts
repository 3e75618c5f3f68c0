/** A box of a JUMBF or ISO media file. */
export interface Box {
  readonly name: string;
  readonly data: Buffer;
}

/** The boxes one after the other; ends at the first one that does not fit. */
export function listBmffBoxes(bytes: Buffer): readonly Box[] {
  const boxes: Box[] = [];
  for (let at = 0; at + 8 <= bytes.length;) {
    let [size, head] = [bytes.readUInt32BE(at), 8];
    if (size === 1) {
      if (at + 16 > bytes.length) break;
      [size, head] = [Number(bytes.readBigUInt64BE(at + 8)), 16];
    } else if (size === 0) size = bytes.length - at;
    if (size < head || at + size > bytes.length) break;
    const name = bytes.toString('latin1', at + 4, at + 8);
    boxes.push({ name, data: bytes.subarray(at + head, at + size) });
    at += size;
  }
  return boxes;
}
