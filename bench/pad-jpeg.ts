/** The longest that one segment of a JPEG can be, its two bytes of length included (ITU-T T.81, B.1.1.4). */
const SEGMENT_BYTES = 0xffff;

/** The same picture with comment segments before its end marker, until it has at least `bytes` bytes. */
export function padJpeg(jpeg: Buffer, bytes: number): Buffer {
  const comment = Buffer.alloc(SEGMENT_BYTES + 2, 'x');
  comment.writeUInt16BE(0xfffe, 0);
  comment.writeUInt16BE(SEGMENT_BYTES, 2);
  const count = Math.max(0, Math.ceil((bytes - jpeg.length) / comment.length));
  return Buffer.concat([jpeg.subarray(0, -2), ...Array<Buffer>(count).fill(comment), jpeg.subarray(-2)]);
}
