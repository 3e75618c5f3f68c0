/** A model service whose every output is a valid JPEG of 20 MB. Prints its addresses as JSON on the first line. */
import sharp from 'sharp';

import { startFakeService } from '../test/support/fake-service.ts';
import { createPlainScript } from '../test/support/plain-script.ts';

const OUTPUT_BYTES = 20_000_000;
/** The longest that one segment of a JPEG can be, its two bytes of length included (ITU-T T.81, B.1.1.4). */
const SEGMENT_BYTES = 0xffff;

const picture = await sharp({ create: { width: 2048, height: 2048, channels: 3, background: '#48a' } })
  .jpeg()
  .toBuffer();
const output = padJpeg(picture, OUTPUT_BYTES);
const service = await startFakeService(createPlainScript({ output, readsUntilDone: 1 }));
console.log(JSON.stringify({ url: service.url, outputHost: service.host, outputBytes: OUTPUT_BYTES }));

/** The same picture with comment segments before its end marker, until it has at least `bytes` bytes. */
function padJpeg(jpeg: Buffer, bytes: number): Buffer {
  const comment = Buffer.alloc(SEGMENT_BYTES + 2, 'x');
  comment.writeUInt16BE(0xfffe, 0);
  comment.writeUInt16BE(SEGMENT_BYTES, 2);
  const count = Math.ceil((bytes - jpeg.length) / comment.length);
  return Buffer.concat([jpeg.subarray(0, -2), ...Array<Buffer>(count).fill(comment), jpeg.subarray(-2)]);
}
