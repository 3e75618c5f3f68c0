/** The longest that one segment of a JPEG can be, its two bytes of length included (ITU-T T.81, B.1.1.4). */
const SEGMENT_BYTES = 0xffff;
const MARKER_BYTES = 2;

/**
 * The same picture with comment segments until it has at least `bytes` bytes: before its end marker, or at its start, in front of
 * the frame header.
 */
export function padJpeg(jpeg: Buffer, bytes: number, where: 'start' | 'end' = 'end'): Buffer {
  const comment = Buffer.alloc(SEGMENT_BYTES + MARKER_BYTES, 'x');
  comment.writeUInt16BE(0xfffe, 0);
  comment.writeUInt16BE(SEGMENT_BYTES, MARKER_BYTES);
  const count = Math.max(0, Math.ceil((bytes - jpeg.length) / comment.length));
  const at = where === 'start' ? MARKER_BYTES : jpeg.length - MARKER_BYTES;
  return Buffer.concat([jpeg.subarray(0, at), ...Array<Buffer>(count).fill(comment), jpeg.subarray(at)]);
}
