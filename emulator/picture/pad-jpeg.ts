/** The most a JPEG segment can hold behind its two bytes of length. */
const SEGMENT_BYTES = 65_533;

/** The same JPEG with comment segments behind its start, so that it has at least `minBytes` bytes. */
export function padJpeg(jpeg: Buffer, minBytes: number): Buffer {
  const parts = [jpeg.subarray(0, 2)];
  for (let missing = minBytes - jpeg.length; missing > 0; missing -= SEGMENT_BYTES + 4) {
    const size = Math.min(SEGMENT_BYTES, Math.max(missing - 4, 0));
    const segment = Buffer.alloc(size + 4, 0x20);
    segment.writeUInt16BE(0xfffe, 0);
    segment.writeUInt16BE(size + 2, 2);
    parts.push(segment);
  }
  return parts.length === 1 ? jpeg : Buffer.concat([...parts, jpeg.subarray(2)]);
}
