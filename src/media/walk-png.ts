import { crc32 } from 'node:zlib';

import { next, take, type Feed, type Walk } from './walk.ts';

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
const MAX_CHUNK_BYTES = 2 ** 31 - 1;

/** Walks a PNG chunk by chunk to IEND, checking each chunk's checksum (PNG, third edition, section 5). */
export function* walkPng(feed: Feed): Walk {
  if (!(yield* take(feed, 8)).equals(SIGNATURE)) return 'The PNG does not begin with its signature.';
  let sawHeader = false;
  let sawData = false;
  for (;;) {
    const head = yield* take(feed, 8);
    const length = head.readUInt32BE();
    const name = head.toString('latin1', 4);
    if (!/^[A-Za-z]{4}$/.test(name) || length > MAX_CHUNK_BYTES) {
      return 'The PNG is damaged: something that is no chunk stands among its chunks.';
    }
    if (!sawHeader && name !== 'IHDR') return 'The PNG is damaged: it does not begin with its header (IHDR).';
    let checksum = crc32(head.subarray(4));
    for (let left = length; left > 0;) {
      const piece = yield* next(feed, left);
      checksum = crc32(piece, checksum);
      left -= piece.length;
    }
    if ((yield* take(feed, 4)).readUInt32BE() !== checksum) {
      return `The PNG is damaged: the checksum of its ${name} chunk does not fit.`;
    }
    sawHeader = true;
    if (name === 'IDAT') sawData = true;
    if (name === 'IEND') {
      return sawData ? undefined : 'The PNG holds no picture: it ends before any picture data.';
    }
  }
}
